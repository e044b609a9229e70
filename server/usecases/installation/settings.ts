import type { ChangeSettings, InstallationSettings } from '../../../schemas/types.ts'
import { settingsFrom } from '../../domain/installation/settings.ts'
import type { Readers } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'

type Stores = Pick<Readers, 'installation'>

export async function readSettings({ installation }: Stores): Promise<InstallationSettings> {
  return settingsFrom(await installation.settings())
}

export async function passwordsAreOn(stores: Stores): Promise<boolean> {
  return (await readSettings(stores)).passwords
}

/** Changes what the installation has chosen. */
export async function changeSettings(
  deps: Deps,
  asker: Asker,
  fields: ChangeSettings,
): Promise<InstallationSettings> {
  requireRole(asker, 'manageInstallation')
  const at = deps.now().toISOString()
  return deps.storage.write(async (stores) => {
    if (Object.keys(fields).length === 0) return readSettings(stores)
    const next = { ...(await readSettings(stores)), ...fields }
    if (Object.keys(fields).length === 0) return next
    await stores.installation.saveSettings(JSON.stringify(next))
    const event = { kind: 'settings-changed', fields: Object.keys(fields) } as const
    await stores.log.append([{ at, actor: asker.personId, profileId: null, event }])
    return next
  })
}

/** Puts up a logo (PNG or JPEG), or takes it down. That it is one has been seen to. */
export async function changeLogo(deps: Deps, asker: Asker, logo: Buffer | null): Promise<void> {
  requireRole(asker, 'manageInstallation')
  const at = deps.now().toISOString()
  await deps.storage.write(async (stores) => {
    await stores.installation.saveLogo(logo?.toString('base64') ?? null)
    const event = { kind: 'settings-changed', fields: ['logo'] } as const
    await stores.log.append([
      { at, actor: asker.personId, profileId: null, event: { ...event, fields: ['logo'] } },
    ])
  })
}

import type { ChangeSettings, InstallationSettings } from '../../../schemas/types.ts'
import { settingsFrom } from '../../domain/installation/settings.ts'
import type { Readers } from '../../storage/storage.ts'
import { ProblemError } from '../../problems.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'

type Stores = Pick<Readers, 'installation'>

export async function readSettings({ installation }: Stores): Promise<InstallationSettings> {
  return settingsFrom(await installation.settings())
}

export async function passwordsAreOn(stores: Stores): Promise<boolean> {
  return (await readSettings(stores)).passwords
}

/** Changes what the installation has chosen. Throws request-invalid for panels whose least size is above their largest. */
export async function changeSettings(
  deps: Deps,
  asker: Asker,
  fields: ChangeSettings,
): Promise<InstallationSettings> {
  requireRole(asker, 'manageInstallation')
  requireSize(fields)
  return deps.storage.write(async (stores) => {
    const next = { ...(await readSettings(stores)), ...fields }
    const names = Object.keys(fields)
    if (names.length === 0) return next
    await stores.installation.saveSettings(JSON.stringify(next))
    await logEvent(deps, stores, asker.personId, { kind: 'settings-changed', fields: names })
    return next
  })
}

function requireSize({ panelSize }: ChangeSettings): void {
  if (!panelSize || panelSize.smallest <= panelSize.largest) return
  throw new ProblemError('request-invalid', {}, [
    { pointer: '/panelSize/largest', code: 'minimum', detail: 'must not be below smallest' },
  ])
}

/** Puts up a logo (PNG or JPEG), or takes it down. That it is one has been seen to. */
export async function changeLogo(deps: Deps, asker: Asker, logo: Buffer | null): Promise<void> {
  requireRole(asker, 'manageInstallation')
  await deps.storage.write(async (stores) => {
    await stores.installation.saveLogo(logo?.toString('base64') ?? null)
    await logEvent(deps, stores, asker.personId, { kind: 'settings-changed', fields: ['logo'] })
  })
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { OccupationalProfile, Ruling } from '../../schemas/types.ts'
import type * as ConfigModule from '../../server/config.ts'
import type * as ContextModule from '../../server/context.ts'
import type { Deps } from '../../server/usecases/deps.ts'
import type * as DepsModule from '../../server/usecases/deps.ts'
import type * as ImportModule from '../../server/usecases/profile/import-profile.ts'
import type * as ProposeModule from '../../server/usecases/publishing/propose-publication.ts'
import type * as PublishModule from '../../server/usecases/publishing/publish-edition.ts'
import { buildLargeProfile } from './build-large-profile.ts'
import { built } from './built.ts'

export const LARGE = { modules: 12, outcomes: 8, criteria: 5 }
const DECISION = { decidedOn: '2026-01-15', decidedBy: 'Bench', grounds: 'Measured' }

/** A data folder of its own, which goes when this process does. */
export function makeDataDir(): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-bench-'))
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

/** A data folder with the program's own hands on it. */
export async function openInstallation() {
  const dataDir = makeDataDir()
  const { readConfig } = await built<typeof ConfigModule>('config')
  const { openContext } = await built<typeof ContextModule>('context')
  const { deps } = await openContext(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  return { dataDir, deps, letGo: () => deps.storage.close() }
}

/** An installation whose only profile is the large one, as a published version or as a draft; nobody has it open. */
export async function installLargeProfile(version: string | null) {
  const { dataDir, deps, letGo } = await openInstallation()
  const profile = buildLargeProfile(LARGE)
  await takeIn(deps, profile, version)
  await letGo()
  return { settings: { DATA_DIR: dataDir, SEED_EXAMPLES: 'no' }, dataDir, profile }
}

/** Takes a profile in, as a published version or as a draft. */
export async function takeIn(
  deps: Deps,
  profile: OccupationalProfile,
  version: string | null,
): Promise<void> {
  const { importProfile } = await built<typeof ImportModule>('usecases/profile/import-profile')
  const published = version === null ? null : { version, decision: DECISION }
  const file = { profile, published, format: 'bench', fileDigest: '0'.repeat(64) }
  await importProfile(deps, await theProgram(), file)
}

/** What it takes to publish the draft of a profile as it stands, and the act itself. */
export async function readyToPublish(deps: Deps, slug: string, first = '1.0.0') {
  const { proposePublication } = await built<typeof ProposeModule>('usecases/publishing/propose-publication')
  const { publishEdition } = await built<typeof PublishModule>('usecases/publishing/publish-edition')
  const asker = await theProgram()
  const { unruled } = await proposePublication(deps, asker, { slug, rulings: [] })
  const rulings: Ruling[] = unruled.map((itemId) => ({ itemId, equivalent: false, reason: '' }))
  const { former, version, revision } = await proposePublication(deps, asker, { slug, rulings })
  const publication = { version: former === null ? first : version, decision: DECISION, rulings }
  return {
    version: publication.version,
    publish: () => publishEdition(deps, asker, { slug, revision, ...publication }),
  }
}

export async function theProgram() {
  return (await built<typeof DepsModule>('usecases/deps')).THE_PROGRAM
}

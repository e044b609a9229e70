import type { Draft, ModuleLink, NewerModule } from '../../../schemas/types.ts'
import type { Act } from '../../domain/people/abilities.ts'
import { missingFrom } from '../../domain/profile/completeness.ts'
import { staleVariants } from '../../domain/profile/text-variants.ts'
import { compareVersions } from '../../domain/publishing/semantic-version.ts'
import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { ProfileIdentity, Readers, StoredDraft, Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { abilitiesFor, findProfileFor } from './find-profile.ts'

/** A draft with what is known about it. Throws draft-not-found. */
export async function readDraft(deps: Deps, asker: Asker, { slug }: { slug: string }): Promise<Draft> {
  return deps.storage.read(async (stores) => {
    const { identity, draft } = await findDraft(stores, asker, slug)
    return {
      profile: draft.profile,
      revision: draft.revision,
      basedOn: draft.basedOn,
      changedAt: draft.changedAt,
      missing: missingFrom(draft.profile),
      staleVariants: staleVariants(draft.profile, sha256),
      newerModules: await newerModules(stores, draft.profile.modules),
      abilities: await abilitiesFor(stores, asker, identity),
    }
  })
}

/** The profile and its draft, for somebody who wants to read it, or do that to it. Throws what findProfileFor throws, and draft-not-found. */
export async function findDraft(
  stores: Readers,
  asker: Asker,
  slug: string,
  act: Act = 'readDraft',
): Promise<{ identity: ProfileIdentity; draft: StoredDraft }> {
  const identity = await findProfileFor(asker, act, stores, slug)
  const draft = await stores.drafts.find(identity.id)
  if (!draft) throw new ProblemError('draft-not-found', { slug })
  return { identity, draft }
}

/** The same, held until the transaction ends; with a revision, only if that is where it stands. Throws draft-changed too. */
export async function holdDraft(
  stores: Writers,
  asker: Asker,
  act: Act,
  { slug, revision }: { slug: string; revision?: number },
): Promise<{ id: string; held: StoredDraft }> {
  const { id } = await findProfileFor(asker, act, stores, slug)
  const held = await stores.drafts.hold(id)
  if (!held) throw new ProblemError('draft-not-found', { slug })
  if (revision !== undefined && held.revision !== revision) {
    throw new ProblemError('draft-changed', { revision: held.revision })
  }
  return { id, held }
}

async function newerModules(stores: Readers, links: readonly ModuleLink[]): Promise<NewerModule[]> {
  const newer: NewerModule[] = []
  for (const { linkedFrom } of links) {
    const home = linkedFrom && (await stores.profiles.find(linkedFrom.profileSlug))
    const latest = home && (await stores.editions.list(home.id))[0]?.version
    if (latest && compareVersions(latest, linkedFrom.version) > 0) {
      newer.push({ moduleId: linkedFrom.moduleId, linked: linkedFrom.version, latest })
    }
  }
  return newer
}

/** The draft's revision alone. Throws draft-not-found. */
export async function readRevision(deps: Deps, asker: Asker, { slug }: { slug: string }): Promise<number> {
  return deps.storage.read(async (stores) => {
    const { id } = await findProfileFor(asker, 'readDraft', stores, slug)
    const revision = await stores.drafts.revision(id)
    if (revision === undefined) throw new ProblemError('draft-not-found', { slug })
    return revision
  })
}

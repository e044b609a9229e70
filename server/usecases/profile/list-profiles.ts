import type { ProfileList, ProfileSummary } from '../../../schemas/types.ts'
import { abilitiesAtLarge, abilitiesOn, reaches, statusOf } from '../../domain/people/abilities.ts'
import { countItems } from '../../domain/publishing/diff-profiles.ts'
import { ProblemError } from '../../problems.ts'
import type { ProfileIdentity, Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { findProfile, placeOf } from './find-profile.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { summarize } from '../publishing/summarize-edition.ts'

export type Paging = { readonly limit: number; readonly page: number }

/** The profiles that the asker may see, in Swedish alphabetical order: what is published, and drafts for those who edit them. */
export async function listProfiles(deps: Deps, asker: Asker, { limit, page }: Paging): Promise<ProfileList> {
  return deps.storage.read(async (stores) => {
    const summaries = await Promise.all(
      (await stores.profiles.list()).map((identity) => summary(stores, asker, identity)),
    )
    const visible = summaries.filter((profile) => profile !== undefined)
    const { compare } = new Intl.Collator('sv')
    const inOrder = visible.sort((a, b) => compare(a.title, b.title))
    return {
      profiles: inOrder.slice((page - 1) * limit, page * limit),
      limit,
      page,
      total: visible.length,
      abilities: abilitiesAtLarge(asker.viewer),
    }
  })
}

/** One profile. Throws profile-not-found, also for one that the asker may not see. */
export async function readProfile(
  deps: Deps,
  asker: Asker,
  { slug }: { slug: string },
): Promise<ProfileSummary> {
  return deps.storage.read(async (stores) => {
    const found = await summary(stores, asker, await findProfile(stores, slug))
    if (!found) throw new ProblemError('profile-not-found', { slug })
    return found
  })
}

async function summary(
  stores: Readers,
  asker: Asker,
  profile: ProfileIdentity,
): Promise<ProfileSummary | undefined> {
  const { id, slug, organisationId } = profile
  const stored = await stores.editions.latest(id)
  const mayRead = reaches(asker.viewer, 'readDraft', placeOf(profile))
  const draft = mayRead ? await stores.drafts.find(id) : undefined
  const shown = stored ? parseEdition(stored).profile : draft?.profile
  if (!shown) return undefined
  return {
    id,
    slug,
    title: shown.title,
    owner: shown.owner,
    organisationId,
    isExample: shown.isExample,
    current: stored ? summarize(stored, 'current') : null,
    draft: draft
      ? {
          revision: draft.revision,
          basedOn: draft.basedOn,
          changedAt: draft.changedAt,
          counts: countItems(draft.profile),
        }
      : null,
    abilities: abilitiesOn(asker.viewer, {
      ...placeOf(profile),
      status: statusOf({ hasDraft: draft !== undefined, hasEdition: stored !== undefined }),
    }),
  }
}

import type { Abilities } from '../../../schemas/types.ts'
import { abilitiesOn, reaches, statusOf, type Act, type Target } from '../../domain/people/abilities.ts'
import { ProblemError } from '../../problems.ts'
import type { ProfileIdentity, Readers } from '../../storage/storage.ts'
import { refusalFor, requireRole, type Asker } from '../deps.ts'

type Stores = Pick<Readers, 'profiles' | 'drafts' | 'editions'>

/**
 * The profile with that slug, for somebody who wants to do that to it. Throws not-signed-in or not-allowed, and
 * profile-not-found: also to those who may not know of something that has never been published. Whether the act
 * fits the profile's status is answered by whoever looks for the draft or the version.
 */
export async function findProfileFor(
  asker: Asker,
  act: Act,
  stores: Stores,
  slug: string,
): Promise<ProfileIdentity> {
  requireRole(asker, act)
  const profile = await findProfile(stores, slug)
  if (reaches(asker.viewer, act, placeOf(profile))) return profile
  const mayKnow =
    reaches(asker.viewer, 'readDraft', placeOf(profile)) || (await stores.editions.exists(profile.id))
  throw mayKnow ? refusalFor(asker) : new ProblemError('profile-not-found', { slug })
}

/** The profile with that slug. Throws profile-not-found. */
export async function findProfile(
  { profiles }: Pick<Readers, 'profiles'>,
  slug: string,
): Promise<ProfileIdentity> {
  const profile = await profiles.find(slug)
  if (!profile) throw new ProblemError('profile-not-found', { slug })
  return profile
}

/** What the asker may do with a profile as it stands in this reading. */
export async function abilitiesFor(
  stores: Stores,
  { viewer }: Asker,
  profile: ProfileIdentity,
): Promise<Abilities> {
  return abilitiesOn(viewer, await targetOf(stores, profile))
}

export function placeOf({ id, organisationId }: ProfileIdentity) {
  return { profileId: id, organisationId }
}

async function targetOf(
  { drafts, editions }: Pick<Stores, 'drafts' | 'editions'>,
  profile: ProfileIdentity,
): Promise<Target> {
  const hasDraft = (await drafts.revision(profile.id)) !== undefined
  const hasEdition = await editions.exists(profile.id)
  return { ...placeOf(profile), status: statusOf({ hasDraft, hasEdition }) }
}

import type { Announcement, Author, Listening } from '../../schemas/types.ts'
import { ANYBODY, hasRoleFor, type Act, type Viewer } from '../domain/people/abilities.ts'
import { ProblemError } from '../problems.ts'
import type { ProfileIdentity, Readers, Storage } from '../storage/storage.ts'

/** What a use case needs from the world around it. */
export type Deps = {
  readonly storage: Storage
  readonly now: () => Date
  /** UUIDs that grow with time (version 7). */
  readonly newId: () => string
  /** Unguessable, fit for an address: for links and sessions. */
  readonly newSecret: () => string
  /** Told after the commit, never before. */
  readonly announce: (happening: Happening) => void
}

/** Something that people who have the draft open want to know at once. */
export type Happening = Exclude<Announcement, Listening>

/** Who asks: a signed-in person, the program itself, or anybody. */
export type Asker = {
  readonly personId: string | null
  readonly name: string | null
  readonly viewer: Viewer
}

export const STRANGER: Asker = { personId: null, name: null, viewer: ANYBODY }

/** The command line and the seeds: whoever can start the program on the data may do everything with it. */
export const THE_PROGRAM: Asker = { personId: null, name: null, viewer: { roles: ['administrator'] } }

/** The person as others see them; null for the program. */
export function authorOf({ personId, name }: Asker): Author | null {
  return personId === null || name === null ? null : { id: personId, name }
}

/** Throws not-signed-in or not-allowed. What the state of a profile says no to is answered where the state is known. */
export function requireRole(asker: Asker, act: Act): void {
  if (hasRoleFor(asker.viewer, act)) return
  throw new ProblemError(asker.personId === null ? 'not-signed-in' : 'not-allowed')
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

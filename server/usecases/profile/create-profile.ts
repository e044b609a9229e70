import { newProfile, slugFrom } from '../../domain/profile/new-profile.ts'
import { ProblemError } from '../../problems.ts'
import type { ProfileIdentity, Readers, Writers } from '../../storage/storage.ts'
import { homesOf, reaches } from '../../domain/people/abilities.ts'
import { readSettings } from '../installation/settings.ts'
import { refusalFor, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { requireOrganisation } from '../people/require-organisation.ts'
import { placeOf } from './find-profile.ts'

/** As long as a slug may be, by its schema. */
const MAX_SLUG = 80

type NewProfile = { readonly title: string; readonly slug?: string; readonly organisationId?: string | null }

/** Starts an empty profile. Throws organisation-not-found, slug-taken. */
export async function createProfile(
  deps: Deps,
  asker: Asker,
  { title, slug = slugFrom(title), organisationId }: NewProfile,
): Promise<{ slug: string }> {
  const home = homeFor(asker, organisationId)
  if (slug === '') {
    throw new ProblemError('request-invalid', {}, [
      { pointer: '/title', code: 'pattern', detail: 'must hold a letter' },
    ])
  }
  const at = deps.now().toISOString()
  await deps.storage.write(async (stores) => {
    await requireOrganisation(stores, home)
    const { id } = await claimSlug(stores, asker, {
      id: deps.newId(),
      slug,
      createdAt: at,
      organisationId: home,
    })
    const { outcomeStem } = await readSettings(stores)
    const profile = newProfile({ id, slug, title, outcomeStem })
    await stores.drafts.insert({ profile, basedOn: null, changedAt: at })
    await logEvent(deps, stores, asker.personId, { kind: 'profile-created', slug }, id)
  })
  return { slug }
}

/**
 * Whose a new profile is: the organisation's that was named, or the first that the asker may create one for. Throws
 * not-signed-in or not-allowed.
 */
export function homeFor(asker: Asker, wanted: string | null | undefined): string | null {
  const homes = wanted === undefined ? homesOf(asker.viewer) : [wanted]
  const home = homes.find((organisationId) =>
    reaches(asker.viewer, 'createProfile', { profileId: null, organisationId }),
  )
  if (home === undefined) throw refusalFor(asker)
  return home
}

/** Gives who has the slug from now on. Throws slug-taken. */
export async function claimSlug(
  stores: Writers,
  asker: Asker,
  wanted: ProfileIdentity,
): Promise<ProfileIdentity> {
  const there = await stores.profiles.find(wanted.slug)
  if (there && !(await isFree(stores, asker, there)))
    throw new ProblemError('slug-taken', { slug: wanted.slug })
  if (there) {
    await stores.profiles.hand(there.id, wanted.organisationId)
    return there
  }
  await stores.profiles.insert(wanted)
  return wanted
}

/** The slug, with the first number after it that nobody has: testare, testare-2, testare-3. */
export async function freeSlug(stores: Readers, asker: Asker, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : `-${number}`
    const slug = `${wanted.slice(0, MAX_SLUG - end.length)}${end}`
    const there = await stores.profiles.find(slug)
    if (!there || (await isFree(stores, asker, there))) return slug
  }
}

/**
 * Whether a profile has neither a draft nor anything published, and can be begun again by the asker. Its history comes
 * with its slug, and must not come to another organisation.
 */
async function isFree(
  { drafts, editions }: Readers,
  { viewer }: Asker,
  profile: ProfileIdentity,
): Promise<boolean> {
  if (!reaches(viewer, 'createProfile', placeOf(profile))) return false
  return (await drafts.revision(profile.id)) === undefined && !(await editions.exists(profile.id))
}

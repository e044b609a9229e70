import { newProfile, slugFrom } from '../../domain/profile/new-profile.ts'
import { ProblemError } from '../../problems.ts'
import type { ProfileIdentity, Readers, Writers } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'

/** As long as a slug may be, by its schema. */
const MAX_SLUG = 80

/** Starts an empty profile. Throws slug-taken. */
export async function createProfile(
  deps: Deps,
  asker: Asker,
  { title, slug = slugFrom(title) }: { title: string; slug?: string },
): Promise<{ slug: string }> {
  requireRole(asker, 'createProfile')
  if (slug === '') {
    throw new ProblemError('request-invalid', {}, [
      { pointer: '/title', code: 'pattern', detail: 'must hold a letter' },
    ])
  }
  const at = deps.now().toISOString()
  await deps.storage.write(async (stores) => {
    const { id } = await claimSlug(stores, { id: deps.newId(), slug, createdAt: at })
    await stores.drafts.insert({ profile: newProfile({ id, slug, title }), basedOn: null, changedAt: at })
    const event = { kind: 'profile-created', slug } as const
    await stores.log.append([{ at, actor: asker.personId, profileId: id, event }])
  })
  return { slug }
}

/** A slug is free when nobody has it, or when its profile has neither a draft nor anything published. */
export async function claimSlug(stores: Writers, wanted: ProfileIdentity): Promise<ProfileIdentity> {
  const there = await stores.profiles.find(wanted.slug)
  if (there && (await isUsed(stores, there))) throw new ProblemError('slug-taken', { slug: wanted.slug })
  if (there) return there
  await stores.profiles.insert(wanted)
  return wanted
}

/** The slug, with the first number after it that nobody has: testare, testare-2, testare-3. */
export async function freeSlug(stores: Readers, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : `-${number}`
    const slug = `${wanted.slice(0, MAX_SLUG - end.length)}${end}`
    const there = await stores.profiles.find(slug)
    if (!there || !(await isUsed(stores, there))) return slug
  }
}

async function isUsed({ drafts, editions }: Readers, { id }: ProfileIdentity): Promise<boolean> {
  return (await drafts.revision(id)) !== undefined || (await editions.exists(id))
}

import { newProfile, slugFrom } from '../../domain/profile/new-profile.ts'
import { ProblemError } from '../../problems.ts'
import type { ProfileIdentity, Writers } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'

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
  if (!there) {
    await stores.profiles.insert(wanted)
    return wanted
  }
  const used =
    (await stores.drafts.revision(there.id)) !== undefined || (await stores.editions.latest(there.id))
  if (used) throw new ProblemError('slug-taken', { slug: wanted.slug })
  return there
}

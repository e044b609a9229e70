import type { ImportReport, ModuleLink, OccupationalProfile, PublishedAs } from '../../../schemas/types.ts'
import { copyModule } from '../../domain/module/take-module.ts'
import { MAX_ITEMS } from '../../domain/profile/edit-draft.ts'
import { itemsOf } from '../../domain/profile/items.ts'
import { sameValue } from '../../domain/profile/same-value.ts'
import { countItems } from '../../domain/publishing/diff-profiles.ts'
import { ProblemError } from '../../problems.ts'
import type { Readers, Writers } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { sealEdition } from '../publishing/publish-edition.ts'
import { claimSlug, freeSlug } from './create-profile.ts'

type ImportProfile = {
  readonly profile: OccupationalProfile
  /** Version and decision of an already approved text; null for a draft. */
  readonly published: PublishedAs | null
  readonly format: string
  /** SHA-256 of the file that it came from. */
  readonly fileDigest: string
}

type Imported = Pick<ImportReport, 'slug' | 'outcome' | 'version' | 'taken'> & {
  /** Indexes of modules that were linked in the file and are own copies here, since what they link to is not published here. */
  readonly loosenedLinks: readonly number[]
}

/**
 * Takes a profile in: as a draft, or as a published version with its decision. All of it comes in, in one
 * transaction, or nothing. Throws draft-too-large, draft-exists, and what publishing throws.
 */
export async function importProfile(deps: Deps, asker: Asker, file: ImportProfile): Promise<Imported> {
  requireRole(asker, 'createProfile')
  if ([...itemsOf(file.profile)].length > MAX_ITEMS)
    throw new ProblemError('draft-too-large', { limit: MAX_ITEMS })
  const at = deps.now().toISOString()
  return deps.storage.write(async (stores) => {
    const identity = await identityFor(stores, file.profile, at)
    if ((await stores.drafts.revision(identity.id)) !== undefined) {
      throw new ProblemError('draft-exists', { slug: identity.slug })
    }
    const { modules, loosenedLinks } = await settleLinks(stores, file.profile.modules, deps.newId)
    const profile = { ...file.profile, ...identity, modules }
    const event = { kind: 'profile-imported', format: file.format, fileDigest: file.fileDigest } as const
    await stores.log.append([{ at, actor: asker.personId, profileId: profile.id, event }])
    if (file.published) await sealEdition(deps, asker, stores, profile, { ...file.published, rulings: [] })
    else {
      const latest = await stores.editions.latest(profile.id)
      await stores.drafts.insert({ profile, basedOn: latest?.version ?? null, changedAt: at })
    }
    return {
      slug: profile.slug,
      outcome: file.published ? 'published' : 'draft',
      version: file.published?.version ?? null,
      taken: countItems(profile),
      loosenedLinks,
    }
  })
}

/**
 * A file of a profile that is here already becomes that profile's next draft or version; its items keep their ids. One
 * that only has the same name as another is a profile of its own, with a number after the name.
 */
async function identityFor(
  stores: Writers,
  { id, slug }: OccupationalProfile,
  at: string,
): Promise<{ id: string; slug: string }> {
  const there = await stores.profiles.findById(id)
  if (there) return { id: there.id, slug: there.slug }
  const claimed = await claimSlug(stores, { id, slug: await freeSlug(stores, slug), createdAt: at })
  return { id: claimed.id, slug: claimed.slug }
}

/** A link holds when the same module is published here under that version; else the module becomes an own copy. */
async function settleLinks(stores: Readers, links: readonly ModuleLink[], newId: () => string) {
  const modules: ModuleLink[] = []
  const loosenedLinks: number[] = []
  for (const [index, link] of links.entries()) {
    const { linkedFrom: source, module, obligation } = link
    if (!source || (await isPublished(stores, link))) modules.push(link)
    else {
      loosenedLinks.push(index)
      modules.push(copyModule({ source, module, obligation }, newId))
    }
  }
  return { modules, loosenedLinks }
}

async function isPublished(stores: Readers, { linkedFrom, module }: ModuleLink): Promise<boolean> {
  const home = linkedFrom && (await stores.profiles.find(linkedFrom.profileSlug))
  const stored = home && (await stores.editions.find(home.id, linkedFrom.version))
  if (!stored) return false
  return parseEdition(stored).profile.modules.some((link) => sameValue(link.module, module))
}

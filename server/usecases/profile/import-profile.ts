import type { ImportReport, ModuleLink, OccupationalProfile, PublishedAs } from '../../../schemas/types.ts'
import { copyModule } from '../../domain/module/take-module.ts'
import { MAX_ITEMS } from '../../domain/profile/edit-draft.ts'
import { itemsOf } from '../../domain/profile/items.ts'
import { countItems } from '../../domain/publishing/diff-profiles.ts'
import { ProblemError } from '../../problems.ts'
import type { ProfileIdentity, Readers, Writers } from '../../storage/storage.ts'
import { reaches } from '../../domain/people/abilities.ts'
import { refusalFor, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { sealEdition } from '../publishing/publish-edition.ts'
import { linkHolds } from './check-link.ts'
import { claimSlug, freeSlug, homeFor } from './create-profile.ts'
import { placeOf } from './find-profile.ts'

type ImportProfile = {
  readonly profile: OccupationalProfile
  /** Version and decision of an already approved text; null for a draft. */
  readonly published: PublishedAs | null
  readonly format: string
  readonly fileDigest: string
  /** Where the decision's date stands in what the asker sent; by itself, where it stands in a file. */
  readonly decidedOnPointer?: string
}

type Imported = Pick<ImportReport, 'slug' | 'outcome' | 'version' | 'taken'> & {
  /** Indexes of modules that were linked in the file and are own copies here, since what they link to is not published here. */
  readonly loosenedLinks: readonly number[]
  /** Its id is that of a profile which has another name here, and it has become that one's next text. */
  readonly intoAnother: boolean
}

/**
 * Takes a profile in: as a draft, or as a published version with its decision. All of it comes in, in one
 * transaction, or nothing. A file of a profile that is here already, by its id, becomes that profile's next draft or
 * version, and its items keep their ids. Throws not-allowed, draft-too-large, draft-exists, and what publishing throws.
 */
export async function importProfile(deps: Deps, asker: Asker, file: ImportProfile): Promise<Imported> {
  const home = homeFor(asker, undefined)
  if ([...itemsOf(file.profile)].length > MAX_ITEMS)
    throw new ProblemError('draft-too-large', { limit: MAX_ITEMS })
  const at = deps.now().toISOString()
  return deps.storage.write(async (stores) => {
    const known = await stores.profiles.findById(file.profile.id)
    const identity = known ?? (await newIdentity(stores, asker, file.profile, at, home))
    const acts = [
      known ? 'startDraft' : 'createProfile',
      ...(file.published ? ['publish' as const] : []),
    ] as const
    if (!acts.every((act) => reaches(asker.viewer, act, placeOf(identity)))) throw refusalFor(asker)
    if ((await stores.drafts.revision(identity.id)) !== undefined) {
      throw new ProblemError('draft-exists', { slug: identity.slug })
    }
    const { modules, loosenedLinks } = await settleLinks(stores, file.profile.modules, identity, deps.newId)
    const profile = { ...file.profile, id: identity.id, slug: identity.slug, modules }
    const event = { kind: 'profile-imported', format: file.format, fileDigest: file.fileDigest } as const
    await logEvent(deps, stores, asker.personId, event, profile.id)
    if (file.published) {
      const { decidedOnPointer = '/published/decision/decidedOn' } = file
      await sealEdition(deps, asker, stores, profile, {
        ...file.published,
        rulings: [],
        decidedOnPointer,
      })
    } else {
      const latest = await stores.editions.latest(profile.id)
      await stores.drafts.insert({ profile, basedOn: latest?.version ?? null, changedAt: at })
    }
    return {
      slug: profile.slug,
      outcome: file.published ? 'published' : 'draft',
      version: file.published?.version ?? null,
      taken: countItems(profile),
      loosenedLinks,
      intoAnother: known !== undefined && known.slug !== file.profile.slug,
    }
  })
}

/** One that only has the same name as another is a profile of its own, with a number after the name. */
async function newIdentity(
  stores: Writers,
  asker: Asker,
  { id, slug }: OccupationalProfile,
  at: string,
  organisationId: string | null,
): Promise<ProfileIdentity> {
  return claimSlug(stores, asker, {
    id,
    slug: await freeSlug(stores, asker, slug),
    createdAt: at,
    organisationId,
  })
}

/** A link holds when the same module is published here under that version; else the module becomes an own copy. */
async function settleLinks(
  stores: Readers,
  links: readonly ModuleLink[],
  into: { readonly id: string },
  newId: () => string,
) {
  const modules: ModuleLink[] = []
  const loosenedLinks: number[] = []
  for (const [index, link] of links.entries()) {
    const { linkedFrom: source, module, obligation } = link
    if (!source || (await linkHolds(stores, link, into))) modules.push(link)
    else {
      loosenedLinks.push(index)
      modules.push(copyModule({ source, module, obligation }, newId))
    }
  }
  return { modules, loosenedLinks }
}

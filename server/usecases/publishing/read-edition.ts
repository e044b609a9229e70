import type { EditionList, EditionSummary } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { Readers, StoredEdition } from '../../storage/storage.ts'
import { reaches } from '../../domain/people/abilities.ts'
import type { Asker, Deps } from '../deps.ts'
import { abilitiesFor, findProfile, placeOf } from '../profile/find-profile.ts'
import type { Paging } from '../profile/list-profiles.ts'
import { summarizeVersion } from './summarize-edition.ts'

/** A published version as it is stored. Published is public: nobody needs to sign in. Throws edition-not-found. */
export async function readEdition(
  deps: Deps,
  { slug, version }: { slug: string; version: string },
): Promise<StoredEdition> {
  return deps.storage.read((stores) => findEdition(stores, slug, version))
}

/** The same within a reading that is already open. `latest` names the version that applies now. */
export async function findEdition(stores: Readers, slug: string, version: string): Promise<StoredEdition> {
  const { id } = await findProfile(stores, slug)
  const stored =
    version === 'latest' ? await stores.editions.latest(id) : await stores.editions.find(id, version)
  if (stored) return stored
  // Of what has never been published nobody is told by this door that it is there.
  const isKnown = await stores.editions.exists(id)
  throw new ProblemError(isKnown ? 'edition-not-found' : 'profile-not-found', {
    slug,
    ...(isKnown && { version }),
  })
}

/** The published versions of a profile, latest first. */
export async function listEditions(
  deps: Deps,
  asker: Asker,
  { slug, limit, page }: Paging & { slug: string },
): Promise<EditionList> {
  return deps.storage.read(async (stores) => {
    const profile = await findProfile(stores, slug)
    const versions = await stores.editions.list(profile.id)
    const maySeeNone = reaches(asker.viewer, 'readDraft', placeOf(profile))
    if (versions.length === 0 && !maySeeNone) throw new ProblemError('profile-not-found', { slug })
    const editions: EditionSummary[] = []
    for (const ref of versions.slice((page - 1) * limit, page * limit)) {
      const standing = ref.version === versions[0]?.version ? 'current' : 'superseded'
      editions.push(await summarizeVersion(ref, standing, () => findEdition(stores, slug, ref.version)))
    }
    const abilities = await abilitiesFor(stores, asker, profile)
    return { editions, limit, page, total: versions.length, abilities }
  })
}

import type { DiffChange, Edition, EditionDiff } from '../../../schemas/types.ts'
import { countItems, countUnchanged, diffProfiles } from '../../domain/publishing/diff-profiles.ts'
import type { Asker, Deps } from '../deps.ts'
import { abilitiesFor, findProfile } from '../profile/find-profile.ts'
import { findEdition } from './read-edition.ts'
import { parseEdition } from './parse-edition.ts'

/** What differs between two published versions, with the rulings that the later one was published on. Throws edition-not-found. */
export async function compareEditions(
  deps: Deps,
  asker: Asker,
  { slug, from, to }: { slug: string; from: string; to: string },
): Promise<EditionDiff> {
  return deps.storage.read(async (stores) => {
    const profile = await findProfile(stores, slug)
    const [former, later] = [await findEdition(stores, slug, from), await findEdition(stores, slug, to)]
    const [before, after] = [parseEdition(former), parseEdition(later)]
    return {
      from: before.version,
      to: after.version,
      changes: changesBetween(before, after),
      unchanged: countUnchanged(before.profile, after.profile),
      total: countItems(after.profile),
      abilities: await abilitiesFor(stores, asker, profile),
    }
  })
}

/** The changes from one edition to another; rulings count where the later directly supersedes the former. */
export function changesBetween(before: Edition, after: Edition): DiffChange[] {
  const rulings = after.supersedes?.version === before.version ? after.rulings : []
  return diffProfiles(before.profile, after.profile, rulings)
}

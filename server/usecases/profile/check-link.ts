import type { ModuleLink, OccupationalProfile } from '../../../schemas/types.ts'
import { sameValue } from '../../domain/profile/same-value.ts'
import type { Readers } from '../../storage/storage.ts'
import { parseEdition } from '../publishing/parse-edition.ts'

/**
 * Whether a link says what is so: the same module is published in that version of another profile, and is at home
 * there. Otherwise somebody could publish words of their own under another profile's name.
 */
export async function linkHolds(
  stores: Readers,
  { linkedFrom, module }: ModuleLink,
  { id }: Pick<OccupationalProfile, 'id'>,
): Promise<boolean> {
  if (linkedFrom?.moduleId !== module.id) return false
  const home = await stores.profiles.find(linkedFrom.profileSlug)
  const stored = home && home.id !== id && (await stores.editions.find(home.id, linkedFrom.version))
  if (!stored) return false
  const there = parseEdition(stored).profile.modules.find((link) => link.module.id === module.id)
  return there !== undefined && !there.linkedFrom && sameValue(there.module, module)
}

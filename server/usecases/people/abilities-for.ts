import type { Abilities } from '../../../schemas/types.ts'
import { abilitiesOn } from '../../domain/people/abilities.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Asker } from '../deps.ts'

/** What the asker may do with a profile as it stands in this reading. */
export async function abilitiesFor(
  { drafts, editions }: Pick<Readers, 'drafts' | 'editions'>,
  { viewer }: Asker,
  profileId: string,
): Promise<Abilities> {
  return abilitiesOn(viewer, {
    hasDraft: (await drafts.revision(profileId)) !== undefined,
    hasEdition: await editions.exists(profileId),
  })
}

import type { DraftItem } from '../../../schemas/types.ts'
import { findItem, type ChildKind } from '../../domain/profile/items.ts'
import { numberItems } from '../../domain/profile/number-items.ts'
import { wordingOf } from '../../domain/profile/wordings.ts'
import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { Asker, Deps } from '../deps.ts'
import { abilitiesFor } from './find-profile.ts'
import { findDraft } from './read-draft.ts'

/** One item of a draft, with its number and the hash of its wording. Throws draft-not-found, item-not-found. */
export async function readItem(
  deps: Deps,
  asker: Asker,
  { slug, itemKind, itemId }: { slug: string; itemKind: ChildKind; itemId: string },
): Promise<DraftItem> {
  return deps.storage.read(async (stores) => {
    const { identity, draft } = await findDraft(stores, asker, slug)
    const found = findItem(draft.profile, itemId)
    if (!found || found.kind === 'profile' || found.kind !== itemKind)
      throw new ProblemError('item-not-found', { itemId })
    return {
      itemKind,
      number: numberItems(draft.profile).get(itemId) ?? '',
      item: found.item,
      wordingHash: sha256(wordingOf(found)),
      revision: draft.revision,
      abilities: await abilitiesFor(stores, asker, identity),
    }
  })
}

import type { AmendText, OccupationalProfile, ReviewItem } from '../../../schemas/types.ts'
import { editDraft } from '../../../server/domain/profile/edit-draft.ts'
import { findItem, textOf } from '../../../server/domain/profile/items.ts'
import { commandFor } from '../../../server/domain/review/amend.ts'
import { sha256 } from '../../controllers/sha256.ts'

type Change = AmendText['change']

/**
 * Whether the panel can give an item other words by itself: outcomes, criteria, suitability items and titles of modules. The
 * rest of the text, the word list too, is changed in the draft and comes with the next round.
 */
export function canReword(profile: OccupationalProfile, { id }: Pick<ReviewItem, 'id'>): boolean {
  const kind = findItem(profile, id)?.kind
  return kind !== undefined && kind !== 'profile' && kind !== 'word'
}

/** The words of an item that can be reworded, as they stand; a module has its title. */
export function wordsOf(profile: OccupationalProfile, itemId: string): string {
  const found = findItem(profile, itemId)
  return found ? textOf(found.item, fieldOfWords(profile, itemId)) : ''
}

export function fieldOfWords(profile: OccupationalProfile, itemId: string): 'title' | 'text' {
  return findItem(profile, itemId)?.kind === 'module' ? 'title' : 'text'
}

/** The text with a change made, to be looked at before it is made; null where it cannot be. */
export function withChange(profile: OccupationalProfile, change: Change): OccupationalProfile | null {
  const found = commandFor(profile, change, sha256)
  const edited = found.ok ? editDraft(profile, found.command) : null
  return edited?.ok ? edited.next : null
}

import type { AmendText, OccupationalProfile, ReviewItem } from '../../../schemas/types.ts'
import { editDraft } from '../../../server/domain/profile/edit-draft.ts'
import { findItem, textOf } from '../../../server/domain/profile/items.ts'
import { commandFor, REWRITABLE } from '../../../server/domain/review/amend.ts'
import { sha256 } from '../../controllers/sha256.ts'

type Change = AmendText['change']
export type WordsField = 'text' | (typeof REWRITABLE)['profile' | 'module' | 'word'][number]
export type Rewording = {
  readonly act: 'reword'
  readonly item: ReviewItem
  readonly field: WordsField
  readonly to: string
}

const TEXT = ['text'] as const

/** What of an item can be given other words, the likeliest first; nothing of what is not in the text. */
export function fieldsOf(profile: OccupationalProfile, itemId: string): readonly WordsField[] {
  const kind = findItem(profile, itemId)?.kind
  if (kind === undefined) return []
  return kind === 'profile' || kind === 'module' || kind === 'word' ? REWRITABLE[kind] : TEXT
}

/** The words as they stand; empty for what is not in the text. */
export function wordsOf(
  profile: OccupationalProfile,
  itemId: string,
  field = fieldsOf(profile, itemId)[0],
): string {
  const found = findItem(profile, itemId)
  return found && field ? textOf(found.item, field) : ''
}

/** To write an item anew: from its own words, or from those that somebody proposes. */
export function rewording(
  profile: OccupationalProfile,
  item: ReviewItem,
  proposal: string | null = null,
): Rewording | null {
  const [field] = fieldsOf(profile, item.id)
  if (!field) return null
  // A word is read, and proposed, with its explanation after it.
  const found = findItem(profile, item.id)
  const term = found?.kind === 'word' ? `${found.item.term}: ` : ''
  const to = proposal?.startsWith(term) ? proposal.slice(term.length) : proposal
  return { act: 'reword', item, field, to: to ?? wordsOf(profile, item.id) }
}

/** The request that gives a field other words: of an item by the hash of those that were seen, of prose by the words themselves. */
export function changeOf(
  { item, field }: Pick<Rewording, 'item' | 'field'>,
  seen: { readonly hash: string; readonly words: string },
  to: string,
): Change {
  return field === 'text'
    ? { act: 'reword', itemId: item.id, hash: seen.hash, to }
    : { act: 'rewrite', itemId: item.id, field, from: seen.words, to }
}

/** The text with a change made, to be looked at before it is made; null where it cannot be. */
export function withChange(profile: OccupationalProfile, change: Change): OccupationalProfile | null {
  const found = commandFor(profile, change, sha256)
  const edited = found.ok ? editDraft(profile, found.command) : null
  return edited?.ok ? edited.next : null
}

import type { AmendText, OccupationalProfile } from '../../../schemas/types.ts'
import type { EditCommand, EditRefusal } from '../profile/edit-draft.ts'
import { findItem, textOf } from '../profile/items.ts'
import { wordingOf, type Hash } from '../profile/wordings.ts'

export type Amending = AmendText['change']

type Refusal = Extract<EditRefusal, { code: 'item-not-found' | 'wording-changed' }>

/**
 * An amendment as an edit of that text: the same edit that an editor could make. Refused when the words are no longer those
 * that whoever amends has seen: nobody amends what they have not read. A module is seen as its frame, whose hash says more
 * than the title: `titles` are the titles by the hashes of the frames that have had them. Without it a title is not looked at.
 */
export function commandFor(
  profile: OccupationalProfile,
  change: Amending,
  hash: Hash,
  titles?: ReadonlyMap<string, string>,
): { readonly ok: true; readonly command: EditCommand } | { readonly ok: false; readonly refusal: Refusal } {
  if (change.act === 'add-criterion') {
    const outcome = findItem(profile, change.outcomeId)
    if (outcome?.kind !== 'outcome') return missing(change.outcomeId)
    const item = { id: change.itemId, text: change.to, assessmentMethods: [] }
    const place = { parentId: change.outcomeId, before: null }
    return { ok: true, command: { act: 'add', itemKind: 'criterion', item, place } }
  }
  const found = findItem(profile, change.itemId)
  if (!found || found.kind === 'profile' || found.kind === 'word') return missing(change.itemId)
  const field = found.kind === 'module' ? 'title' : 'text'
  const from = textOf(found.item, field)
  const isSeen =
    found.kind === 'module'
      ? !titles || titles.get(change.hash) === wordingOf(found)
      : hash(wordingOf(found)) === change.hash
  if (!isSeen) {
    const refusal = { code: 'wording-changed', itemId: change.itemId, current: { [field]: from } } as const
    return { ok: false, refusal }
  }
  if (change.act === 'reword') {
    const fields = { [field]: { from, to: change.to } }
    return { ok: true, command: { act: 'amend', itemKind: found.kind, itemId: change.itemId, fields } }
  }
  if (found.kind !== 'outcome' && found.kind !== 'criterion') return missing(change.itemId)
  return { ok: true, command: { act: 'remove', itemKind: found.kind, itemId: change.itemId } }
}

function missing(itemId: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code: 'item-not-found', itemId } }
}

import type { AmendText, OccupationalProfile, PanelDecision, ReviewStatus } from '../../../schemas/types.ts'
import type { EditCommand, EditRefusal } from '../profile/edit-draft.ts'
import { findItem, type Found } from '../profile/items.ts'
import { wordingOf, type Hash } from '../profile/wordings.ts'

export type Amending = AmendText['change']
type Rewriting = Extract<Amending, { act: 'rewrite' }>

type Refusal = Extract<EditRefusal, { code: 'item-not-found' | 'wording-changed' }>
type Amended =
  { readonly ok: true; readonly command: EditCommand } | { readonly ok: false; readonly refusal: Refusal }

/** The prose that a panel can write anew, apart from the wordings that it takes positions on one by one. */
export const REWRITABLE: Readonly<Record<'profile' | 'module' | 'word', readonly Rewriting['field'][]>> = {
  profile: [
    'title',
    'purpose',
    'targetGroup',
    'delimitations',
    'roleDescription',
    'levelRationale',
    'outcomeStem',
  ],
  module: ['title', 'purpose', 'prerequisites', 'levelRationale'],
  word: ['explanation', 'term'],
}

/**
 * Whether the text may be amended while its review is that. `outcome` is of the decision that stands.
 *
 * | while the review is                        | any change | one that is said to be spelling |
 * |--------------------------------------------|------------|---------------------------------|
 * | open                                       | yes        | yes                             |
 * | approved, with room for spelling           | no         | yes                             |
 * | anything else                              | no         | no                              |
 */
export function mayAmend(
  status: ReviewStatus,
  outcome: PanelDecision['outcome'] | undefined,
  claimsEditorial: boolean,
): boolean {
  if (status === 'open') return true
  return status === 'approved' && outcome === 'approvedEditorial' && claimsEditorial
}

/** Whether a change can be one of spelling: what is added or taken away is more than that. */
export function canBeSpelling({ act }: Amending): boolean {
  return act === 'reword' || act === 'rewrite'
}

/**
 * An amendment as an edit of that text: the same edit that an editor could make. Refused when the words are no longer those
 * that whoever amends has seen: nobody amends what they have not read.
 */
export function commandFor(profile: OccupationalProfile, change: Amending, hash: Hash): Amended {
  if (change.act === 'add-criterion') {
    const outcome = findItem(profile, change.outcomeId)
    if (outcome?.kind !== 'outcome') return missing(change.outcomeId)
    const item = { id: change.itemId, text: change.to, assessmentMethods: [] }
    const place = { parentId: change.outcomeId, before: null }
    return { ok: true, command: { act: 'add', itemKind: 'criterion', item, place } }
  }
  const found = findItem(profile, change.itemId)
  if (change.act === 'rewrite') return rewriting(found, change)
  if (!found || isProse(found)) return missing(change.itemId)
  const from = found.item.text
  if (hash(wordingOf(found)) !== change.hash) {
    return {
      ok: false,
      refusal: { code: 'wording-changed', itemId: change.itemId, current: { text: from } },
    }
  }
  if (change.act === 'reword') {
    const fields = { text: { from, to: change.to } }
    return { ok: true, command: { act: 'amend', itemKind: found.kind, itemId: change.itemId, fields } }
  }
  if (found.kind === 'suitability') return missing(change.itemId)
  return { ok: true, command: { act: 'remove', itemKind: found.kind, itemId: change.itemId } }
}

/** What was seen is compared where every edit is: the field's former words go along. */
function rewriting(found: Found | undefined, { itemId, field, from, to }: Rewriting): Amended {
  if (!found || !isProse(found) || !REWRITABLE[found.kind].includes(field)) return missing(itemId)
  const fields = { [field]: { from, to } }
  return { ok: true, command: { act: 'amend', itemKind: found.kind, itemId, fields } }
}

function isProse(found: Found): found is Extract<Found, { kind: keyof typeof REWRITABLE }> {
  return found.kind in REWRITABLE
}

function missing(itemId: string): Amended {
  return { ok: false, refusal: { code: 'item-not-found', itemId } }
}

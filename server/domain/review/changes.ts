import type {
  Amendment,
  BetweenRounds,
  ChangedField,
  OccupationalProfile,
  ReviewItem,
  ReviewPart,
} from '../../../schemas/types.ts'
import { findItem } from '../profile/items.ts'
import { diffProfiles } from '../publishing/diff-profiles.ts'
import type { TextState } from './text.ts'

export type ChangedItem = Amendment['items'][number]

/** What an amendment did to the words, item by item; nothing for one that there never was. */
export function itemsChangedBy(states: readonly TextState[], amendmentId: string): ChangedItem[] {
  const at = states.findIndex((state) => state.amendmentId === amendmentId)
  const [before, after] = [states[at - 1], states[at]]
  return before && after ? itemsChanged(before, after) : []
}

/** Each revision beside the one before it: what the panel was given anew, by amendments and by editors. */
export function betweenRounds(states: readonly TextState[]): BetweenRounds[] {
  const revisions = states.filter(({ amendmentId }) => amendmentId === null)
  return revisions.slice(1).map((later, index) => ({
    round: index + 2,
    items: itemsChanged(revisions[index] ?? later, later),
  }))
}

/**
 * What differs between two states of a text, in the order of the later one; what is gone comes last:
 *
 * | what has changed           | told as                                                             |
 * |----------------------------|---------------------------------------------------------------------|
 * | the words of an item       | the item, with its words before and now                             |
 * | that an item has come      | the item, with no words before; of its frame nothing is told for it |
 * | that an item is gone       | the item, with no words now; of its frame nothing is told for it    |
 * | a frame                    | the frame, once for each field that has changed, with its words     |
 *
 * A field that is not made of words has none: `place` says that something has been moved, `other` that something without a
 * name of its own is another.
 */
function itemsChanged(before: TextState, after: TextState): ChangedItem[] {
  const former = itemsOf(before)
  const now = itemsOf(after)
  // Only where a frame is another: most changes are of one item, and a text has a thousand.
  let changes: readonly FrameChange[] | undefined
  const ids = [...new Set([...now.keys(), ...former.keys()])]
  return ids.flatMap((itemId): ChangedItem[] => {
    const [was, is] = [former.get(itemId), now.get(itemId)]
    const shown = is ?? was
    if (!shown || was?.item.hash === is?.item.hash) return []
    const { kind, number } = shown.item
    const whole = {
      itemId,
      partId: shown.part.id,
      kind,
      number,
      field: null,
      former: was?.item.wording ?? '',
      formerHash: was?.item.hash ?? null,
      wording: is?.item.wording ?? '',
      hash: is?.item.hash ?? null,
    }
    if (kind !== 'frame' || !was || !is) return [whole]
    changes ??= frameChanges(before.profile, after.profile)
    return fieldsOf(was.part, is.part, changes).map((field) => ({
      ...whole,
      number: field.number,
      field: field.field,
      former: field.from,
      wording: field.to,
    }))
  })
}

/** Whether a change is one of words, and can be shown as such. */
export function hasWords({ former, wording }: Pick<ChangedItem, 'former' | 'wording'>): boolean {
  return former !== '' || wording !== ''
}

/** Which fields of a part's frame differ between two states of the text; none where the part is not in both. */
export function frameFieldsChanged(before: TextState, after: TextState, partId: string): ChangedField[] {
  const [was, is] = [before, after].map(({ parts }) => parts.find(({ id }) => id === partId))
  return was && is ? fieldsOf(was, is, frameChanges(before.profile, after.profile)) : []
}

/** Why an item has the words that it has: the reasons of the amendments since the words that were seen, by their hash. */
export function reasonsSince(
  seen: string | null,
  itemId: string,
  states: readonly TextState[],
  amendments: readonly { readonly id: string; readonly reason: string }[],
): string[] {
  const reasons: string[] = []
  let former: string | undefined
  for (const { parts, amendmentId } of states) {
    const hash = parts.flatMap(({ items }) => items).find(({ id }) => id === itemId)?.hash
    if (hash === seen) reasons.length = 0
    else if (hash !== former) {
      const reason = amendments.find(({ id }) => id === amendmentId)?.reason
      if (reason) reasons.push(reason)
    }
    former = hash
  }
  return reasons
}

function fieldsOf(was: ReviewPart, is: ReviewPart, changes: readonly FrameChange[]): ChangedField[] {
  if (was.items[0]?.hash === is.items[0]?.hash) return []
  const ofPart = changes.filter(({ partId }) => partId === is.id)
  if (ofPart.length === 0) return [{ number: is.number, field: 'other', from: '', to: '' }]
  return ofPart.flatMap(({ changed }) => changed ?? [])
}

/** What is an item of its own, with a position of its own, is no field of a frame. */
const WORDED: Readonly<Record<string, readonly string[]>> = {
  outcome: ['text'],
  criterion: ['text'],
  suitability: ['text'],
  word: ['term', 'explanation'],
}

/** `changed` is null where something has come or gone: of what has been, that is told already. */
type FrameChange = { readonly partId: string; readonly changed: ChangedField | null }

function frameChanges(before: OccupationalProfile, after: OccupationalProfile): FrameChange[] {
  return diffProfiles(before, after).flatMap((change): FrameChange[] => {
    const { kind, itemKind, itemId, field, numberAfter } = change
    if (kind === 'reworded' || WORDED[itemKind]?.includes(field ?? '')) return []
    // Which modules there are, and in which order, is said by the frame of the profile; all else of them by their own.
    const isOfProfile = itemKind === 'module' && kind !== 'amended'
    const within = (findItem(after, itemId) ?? findItem(before, itemId))?.within
    const partId = (isOfProfile ? undefined : within?.module.id) ?? after.id
    if (kind === 'added' || kind === 'removed') return [{ partId, changed: null }]
    const [from, to] = kind === 'moved' ? ['', ''] : [inWords(change.before), inWords(change.after)]
    return [{ partId, changed: { number: numberAfter ?? '', field: field ?? 'place', from, to } }]
  })
}

function inWords(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

type Standing = { readonly part: ReviewPart; readonly item: ReviewItem }

function itemsOf({ parts }: TextState): ReadonlyMap<string, Standing> {
  return new Map(parts.flatMap((part) => part.items.map((item) => [item.id, { part, item }] as const)))
}

import type { PositionKind, ReviewItem, ReviewPart } from '../../../schemas/types.ts'
import { holdsOf } from './editorial.ts'
import { readingKey, type PanelText } from './panel-text.ts'

/** A position as it was taken: on a part or an item, in the words that its giver saw. */
export type Taken = {
  readonly memberId: string
  readonly scope: 'part' | 'item'
  readonly itemId: string
  readonly hash: string
  /** Null when it takes the former one back. */
  readonly position: PositionKind | null
  /** Grows with each act in the review: the later one counts. */
  readonly seq: number
}

export type Answer = PositionKind | 'stale' | 'none'
export type Standing<T extends Taken = Taken> = {
  readonly answer: Answer
  /** What it rests on; of a stale one the last that was said of the item. */
  readonly by: T | undefined
}

/** A member's positions, the latest first. */
export function inOrder<T extends Taken>(positions: readonly T[]): readonly T[] {
  return [...positions].sort((a, b) => b.seq - a.seq)
}

/** Each member's positions, the latest first, by the member's id. */
export function byMember<T extends Taken>(positions: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const theirs = new Map<string, T[]>()
  for (const position of inOrder(positions)) {
    const former = theirs.get(position.memberId)
    if (former) former.push(position)
    else theirs.set(position.memberId, [position])
  }
  return theirs
}

/** Of most things in a large text most members have said nothing. */
const NOTHING = { answer: 'none', by: undefined } as const

const NO_POSITIONS: readonly never[] = []

/** What a member has said of a part, with the words that it had then. */
type Reading<T> = { readonly by: T; readonly seen: ReadonlyMap<string, string> | undefined }

function standingBy<T extends Taken>(
  onItem: readonly T[],
  onPart: readonly Reading<T>[],
  { id, hash: now }: ReviewItem,
  { kept }: Pick<PanelText, 'kept'>,
): Standing<T> {
  const own = onItem.find(({ hash }) => holdsOf(kept, id, hash, now))
  if (own?.position) return { answer: own.position, by: own }
  const covering = onPart.find(({ seen: read }) => {
    const seen = read?.get(id)
    return seen !== undefined && holdsOf(kept, id, seen, now)
  })?.by
  if (covering?.position) return { answer: covering.position, by: covering }
  // What was taken back says nothing of any words, former ones either.
  const former = [...(own ? [] : onItem), ...(covering ? [] : onPart.map(({ by }) => by))]
  const last = inOrder(former)[0]
  return last?.position ? { answer: 'stale', by: last } : NOTHING
}

/** What is told of a part where positions are hidden: whether its member has something left in it, and nothing of what they say. */
export type Progress = 'answered' | 'stale' | 'none'

/** How far somebody has come with a part, by what they say of each of its items; of one without items they have said nothing. */
export function progressOf(answers: readonly Answer[]): Progress {
  if (answers.includes('none') || answers.length === 0) return 'none'
  return answers.includes('stale') ? 'stale' : 'answered'
}

/**
 * What a member says of each item of a part as it stands, in the order of the part, by the positions that they have taken
 * (latest first):
 *
 * | on these words                                     | answer                              |
 * |----------------------------------------------------|-------------------------------------|
 * | a position on the item                             | that one: it is the more specific   |
 * | a position on the part, whose reading had them     | that one                            |
 * | only on other words of it                          | stale                               |
 * | nothing, or what was said was taken back           | none                                |
 *
 * These words are those that the item has now, or that differ from them by confirmed editorial changes only.
 */
export function standingsIn<T extends Taken>(
  mine: readonly T[],
  part: ReviewPart,
  text: Pick<PanelText, 'readings' | 'kept'>,
): readonly Standing<T>[] {
  // Looked up once for all of them: a large panel has said thousands of things, of thousands of items.
  const onPart = mine
    .filter(({ scope, itemId }) => scope === 'part' && itemId === part.id)
    .map((by) => ({ by, seen: text.readings.get(readingKey(part.id, by.hash)) }))
  const onItems = new Map<string, T[]>()
  for (const position of mine) {
    if (position.scope !== 'item') continue
    const others = onItems.get(position.itemId)
    if (others) others.push(position)
    else onItems.set(position.itemId, [position])
  }
  // Most have said nothing of a part, or one thing of the whole as it stands: that is what they say of each item.
  if (!part.items.some(({ id }) => onItems.has(id))) {
    const last = onPart[0]?.by
    if (!last) return part.items.map(() => NOTHING)
    if (last.hash === part.hash && last.position) {
      const whole = { answer: last.position, by: last }
      return part.items.map(() => whole)
    }
  }
  return part.items.map((item) => standingBy(onItems.get(item.id) ?? NO_POSITIONS, onPart, item, text))
}

/** The gravest of what a member says in a part: what a cell of the table shows. */
export function markOf(answers: readonly Answer[]): Answer {
  for (const grave of ['disagree', 'stale', 'none', 'agreeWithChange'] as const) {
    if (answers.includes(grave)) return grave
  }
  // The frame stands first: of a part in which somebody abstains on single words they have still said what they say.
  return answers[0] ?? 'none'
}

/** Whether nothing has changed in what a position was given on, but what members have confirmed as editorial. */
export function isCurrent(
  { scope, itemId, hash }: Pick<Taken, 'scope' | 'itemId' | 'hash'>,
  { parts, readings, kept }: Pick<PanelText, 'parts' | 'readings' | 'kept'>,
): boolean {
  if (scope === 'item') {
    const item = parts.flatMap(({ items }) => items).find(({ id }) => id === itemId)
    return item !== undefined && holdsOf(kept, itemId, hash, item.hash)
  }
  const part = parts.find(({ id }) => id === itemId)
  const seen = readings.get(readingKey(itemId, hash))
  return (
    part !== undefined &&
    seen !== undefined &&
    part.items.every((item) => holdsOf(kept, item.id, seen.get(item.id) ?? '', item.hash))
  )
}

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

/**
 * What a member says of an item as it stands, by the positions that they have taken (latest first):
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
export function standingOn<T extends Taken>(
  mine: readonly T[],
  part: ReviewPart,
  item: ReviewItem,
  text: Pick<PanelText, 'readings' | 'kept'>,
): Standing<T> {
  const onItem = mine.filter(({ scope, itemId }) => scope === 'item' && itemId === item.id)
  return standingBy(onItem, readIn(mine, part, text), item, text)
}

type Reading<T> = { readonly by: T; readonly seen: ReadonlyMap<string, string> | undefined }

/** What a member has said of a part, with the words that it had then. */
function readIn<T extends Taken>(
  mine: readonly T[],
  part: ReviewPart,
  { readings }: Pick<PanelText, 'readings'>,
): readonly Reading<T>[] {
  return mine
    .filter(({ scope, itemId }) => scope === 'part' && itemId === part.id)
    .map((by) => ({ by, seen: readings.get(readingKey(part.id, by.hash)) }))
}

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
  return last?.position ? { answer: 'stale', by: last } : { answer: 'none', by: undefined }
}

/** What is told of a part where positions are hidden: whether its member has something left in it, and nothing of what they say. */
export type Progress = 'answered' | 'stale' | 'none'

export function progressOf(answers: readonly Answer[]): Progress {
  if (answers.includes('none') || answers.length === 0) return 'none'
  return answers.includes('stale') ? 'stale' : 'answered'
}

/** What a member has to say of each item of a part, in the order of the part. */
export function standingsIn<T extends Taken>(
  mine: readonly T[],
  part: ReviewPart,
  text: Pick<PanelText, 'readings' | 'kept'>,
): readonly Standing<T>[] {
  // Looked up once for all of them: a large panel has said thousands of things, of thousands of items.
  const onPart = readIn(mine, part, text)
  const onItems = new Map<string, T[]>()
  for (const position of mine) {
    if (position.scope !== 'item') continue
    const others = onItems.get(position.itemId)
    if (others) others.push(position)
    else onItems.set(position.itemId, [position])
  }
  return part.items.map((item) => standingBy(onItems.get(item.id) ?? [], onPart, item, text))
}

/** The gravest of what a member says in a part: what a cell of the table shows. */
export function markOf(answers: readonly Answer[]): Answer {
  for (const grave of ['disagree', 'stale', 'none', 'agreeWithChange'] as const) {
    if (answers.includes(grave)) return grave
  }
  // The frame stands first: of a part in which somebody abstains on single words they have still said what they say.
  return answers[0] ?? 'none'
}

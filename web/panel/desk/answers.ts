import type {
  MemberDesk,
  PositionKind,
  ReviewItem,
  ReviewPart,
  TakenPosition,
} from '../../../schemas/types.ts'

/** What the member says of some words, and by which position; `isStale` where that was said of former words. */
export type Answer = {
  readonly position: PositionKind | 'none'
  readonly isStale: boolean
  readonly by: TakenPosition | null
}

type Positions = Pick<MemberDesk, 'positions' | 'changes'>
const NONE: Answer = { position: 'none', isStale: false, by: null }

/** The last that the member has said of just that: what the next one replaces; also where they took it back. */
export function lastOn(
  { positions }: Pick<MemberDesk, 'positions'>,
  scope: 'part' | 'item',
  itemId: string,
): TakenPosition | null {
  return positions.findLast((taken) => taken.scope === scope && taken.itemId === itemId) ?? null
}

/** What they say of a part as a whole. */
export function answerOnPart(desk: Positions, part: Pick<ReviewPart, 'id'>): Answer {
  const by = lastOn(desk, 'part', part.id)
  if (by === null || by.position === null) return NONE
  const isStale = !by.isCurrent && desk.changes.some(({ partId }) => partId === part.id)
  return { position: by.position, isStale, by }
}

/** What they say of an item by itself, or said of its former words; null where the answer on the part is all there is. */
export function answerOnItem(desk: Positions, item: Pick<ReviewItem, 'id'>): Answer | null {
  const by = lastOn(desk, 'item', item.id)
  if (by !== null && by.position !== null && by.isCurrent)
    return { position: by.position, isStale: false, by }
  const change = desk.changes.find(({ itemId }) => itemId === item.id)
  return change?.former ? { position: change.former, isStale: true, by } : null
}

/** The items of a part that they have said something of by themselves, that holds. */
export function itemsAnswered(desk: Positions, part: ReviewPart): ReviewItem[] {
  return part.items.filter((item) => {
    const answer = answerOnItem(desk, item)
    return answer !== null && !answer.isStale
  })
}

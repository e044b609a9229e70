import type { Board, Need } from '../../../schemas/types.ts'
import { NEEDS } from './board-form.ts'

/** How a group stands on a card: how many have marked what, and what it comes to. */
export type NeedTally = {
  readonly counts: Readonly<Record<Need, number>>
  readonly answered: number
  /** What the group has decided, else what more than half of those who have answered say; null while it is open. */
  readonly outcome: Need | null
  readonly isDecided: boolean
  /** At least two have answered, and no answer has more than half: worth two minutes' talk. */
  readonly isSplit: boolean
}

/** Tallies what has been marked on each card, and what was decided. */
export function tallyNeeds(
  board: Pick<Board, 'cards' | 'marks' | 'decisions'>,
): ReadonlyMap<string, NeedTally> {
  const decided = new Map(board.decisions.map(({ cardId, need }) => [cardId, need]))
  const marks = new Map<string, Need[]>()
  for (const { cardId, need } of board.marks) {
    const those = marks.get(cardId)
    if (those) those.push(need)
    else marks.set(cardId, [need])
  }
  return new Map(board.cards.map(({ id }) => [id, tally(marks.get(id) ?? [], decided.get(id))]))
}

function tally(marks: readonly Need[], decision: Need | undefined): NeedTally {
  const count = (need: Need) => marks.filter((each) => each === need).length
  const counts = { dayOne: count('dayOne'), onTheJob: count('onTheJob'), notNeeded: count('notNeeded') }
  const leading = NEEDS.find((need) => counts[need] * 2 > marks.length) ?? null
  return {
    counts,
    answered: marks.length,
    outcome: decision ?? leading,
    isDecided: decision !== undefined,
    isSplit: decision === undefined && leading === null && marks.length >= 2,
  }
}

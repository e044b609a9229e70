import type { Board, Card, WorkshopState } from '../../../schemas/types.ts'
import type { Pen } from '../../../server/board/write-on-board.ts'
import type { bindField } from '../board/bind-field.ts'
import type { BoardSession } from '../board/board-session.ts'
import { isOut } from '../board/trouble.ts'

/** What a screen is given, anew whenever something of it is another than it was. */
export type Desk = {
  readonly board: Board
  readonly state: WorkshopState
  /** One's own seat and hand; empty for somebody who only looks in. */
  readonly seatId: string
  readonly hand: string
  /** What one writes with; null where one only looks. */
  readonly pen: Pen | null
  /** What fields are bound to the board with; null where one only looks. */
  readonly writing: Writing | null
}

export type Writing = Parameters<typeof bindField>[2]

/** The desk of a session as it is now; without a pen where one only looks, or the workshop has ended. */
export function deskOf(session: Pick<BoardSession, 'view' | 'pen'> & Writing, seatId: string): Desk {
  const { view, pen } = session
  const canWrite = pen.hand !== '' && view.workshop.status === 'open' && !isOut(view.trouble)
  return {
    board: view.board,
    state: view.workshop,
    seatId,
    hand: pen.hand,
    pen: canWrite ? pen : null,
    writing: canWrite ? session : null,
  }
}

/** Whether the others' cards are hidden from this hand: while all collect in silence, whatever phase one looks at. */
export function isSilent({ state, hand }: Pick<Desk, 'state' | 'hand'>): boolean {
  return hand !== '' && state.conduct.phase === 'collect' && state.anonymity.silentCollect
}

/** The board as this hand sees it: in silence only its own cards, and never a card without words of somebody else's. */
export function seenBoard({ board, state, hand }: Pick<Desk, 'board' | 'state' | 'hand'>): Board {
  const silent = isSilent({ state, hand })
  const isSeen = (card: Card) => card.by === hand || (!silent && card.text.trim() !== '')
  return { ...board, cards: board.cards.filter(isSeen) }
}

/** How many have written at least one card, whether it can be seen or not. */
export function writersOf({ cards }: Pick<Board, 'cards'>): number {
  return new Set(cards.filter(({ isAside }) => !isAside).map(({ by }) => by)).size
}

/** Who wrote a card, where the workshop shows that; undefined where it does not, or the seat is gone. */
export function authorOf({ state }: Pick<Desk, 'state'>, card: Pick<Card, 'by'>): string | undefined {
  const seatId = state.authors[card.by]
  return state.members.find((member) => member.seatId === seatId)?.name
}

/** What is done next is a step of undoing of its own, however soon it comes after the last. */
export function beginStep({ writing }: Pick<Desk, 'writing'>): void {
  writing?.undoing.stopCapturing()
}

import fc from 'fast-check'
import * as Y from 'yjs'
import type { Board } from '../../schemas/types.ts'
import { docOf, folded, writersOf } from '../../server/board/kept-board.ts'
import { longestInOrder } from '../../server/board/longest-in-order.ts'
import { readBoard } from '../../server/board/read-board.ts'
import { replayOf, stepAfter, type History } from '../../server/board/replay.ts'
import { openUndo } from '../../server/board/write-on-board.ts'
import { act, anyAct, idFor } from '../support/board-acts.ts'

function openPage(hand = idFor(1)) {
  const doc = new Y.Doc()
  let ids = 100
  return { doc, pen: { doc, hand, newId: () => idFor(ids++) }, undo: openUndo(doc) }
}

/** A board as a replay shows it: nobody's. */
function withoutPeople(board: Board): unknown {
  const counts = (rows: readonly string[]) => [...rows].sort()
  return {
    ...board,
    cards: board.cards.map((card) => ({ ...card, by: '' })),
    marks: counts(board.marks.map(({ cardId, need }) => `${cardId} ${need}`)),
    decisions: counts(board.decisions.map(({ cardId, need }) => `${cardId} ${need}`)),
    ready: counts(board.ready.map(({ phase }) => phase)),
  }
}

test('a replay shows the board as it was at each step, and nobody on it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyAct, { maxLength: 12 }), { maxLength: 12 }), (minutes) => {
      const { doc, pen, undo } = openPage()
      const steps: { at: string; changes: string }[] = []
      const seen: Board[] = []
      let last: History | null = null
      minutes.forEach((acts, minute) => {
        for (const each of acts) act(pen, undo, each)
        const after = readBoard(doc)
        const step = stepAfter(last, after)
        if (step === null) return
        const at = `minute ${minute}`
        last =
          minute % 2 === 0
            ? { at, board: after, ids: step.ids }
            : replayOf([...steps, { at, ...step }]).at(-1)!
        steps.push({ at, changes: step.changes })
        seen.push(after)
      })
      expect(JSON.stringify(steps)).not.toContain(pen.hand)
      const replayed = replayOf(steps)
      expect(replayed.map(({ at }) => at)).toEqual(steps.map(({ at }) => at))
      expect(replayed.map(({ board }) => withoutPeople(board))).toEqual(seen.map(withoutPeople))
    }),
    { numRuns: 300 },
  )
})

test('a board that is folded is the board, and remembers who wrote with which number', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40 }), fc.array(anyAct, { maxLength: 40 }), (one, other) => {
      const { doc, pen, undo } = openPage()
      for (const each of one) act(pen, undo, each)
      const kept = { state: folded(doc), writers: { [doc.clientID]: 'seat' }, updates: [] }
      const updates: { seatId: string; update: Uint8Array }[] = []
      doc.on('update', (update: Uint8Array) => updates.push({ seatId: 'another', update }))
      for (const each of other) act(pen, undo, each)
      expect(readBoard(docOf({ ...kept, updates }))).toEqual(readBoard(doc))
      expect(writersOf({ ...kept, updates }).toRecord()).toEqual({ [doc.clientID]: 'seat' })
    }),
  )
})

test.each([
  [[], []],
  [
    [0, 1, 2],
    [0, 1, 2],
  ],
  [
    [1, 2, 0],
    [0, 1],
  ],
  [
    [undefined, 0, undefined, 1],
    [1, 3],
  ],
  [
    [3, 0, 1, 4, 2],
    [1, 2, 4],
  ],
])('of %j those at %j have kept their places', (numbers, kept) => {
  expect([...longestInOrder(numbers)].sort((one, other) => one - other)).toEqual(kept)
})

import { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import { addCard } from '../../../server/board/write-on-board.ts'
import { OpenBoard } from '../../../server/live/boards/open-board.ts'
import { idFor } from '../../support/board-acts.ts'
import { GROUP, HANDS } from './a-board.ts'

const NOTHING = { state: null, foldedTo: 0, writers: {}, updates: [] }

function openBoard(): OpenBoard {
  return new OpenBoard(GROUP, new Document(GROUP), NOTHING, {
    journal: { keep: () => Promise.resolve() },
    now: () => new Date(),
    load: () => Promise.resolve(NOTHING),
    isShared: false,
  })
}

function cardOf(card: number): Uint8Array {
  const doc = new Y.Doc()
  addCard({ doc, hand: HANDS.anna!, newId: () => idFor(card) }, { kind: 'skills', text: 'kort' })
  return Y.encodeStateAsUpdate(doc)
}

test.each(Array.from({ length: 12 }, (_, turns) => turns))(
  'what is written %i turns after another answer is answered too, though nobody writes after it',
  async (turns) => {
    const board = openBoard()
    const anna = { seatId: 'anna', hand: HANDS.anna! }
    await board.write(anna, cardOf(50))
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
    let isAnswered = false
    void board.write(anna, cardOf(51)).then(() => (isAnswered = true))
    await new Promise(setImmediate)
    expect(isAnswered).toBe(true)
  },
)

import * as Y from 'yjs'
import { checkUpdate } from '../../server/board/check-update.ts'
import { addOutcome, addTheme, textAt } from '../../server/board/write-on-board.ts'
import { openWriters } from '../../server/board/writers.ts'
import { idFor } from '../support/board-acts.ts'

/* Somebody with a seat who fills the board: the others can still open it, and write. */

const SEAT = { seatId: 'mallory', hand: idFor(1) }

/** What a program writes as one hand, in wordings as long as may be; gives the letters that were taken, and why no more were. */
function flood(doc: Y.Doc, changePage: boolean): { taken: number; fault: string } {
  const writers = openWriters()
  const own = new Y.Doc()
  const pen = { doc: own, hand: SEAT.hand, newId: () => idFor(taken + 10) }
  let taken = 0
  for (;;) {
    const before = Y.encodeStateVector(own)
    if (changePage) own.clientID = taken + 1
    const text = 'x'.repeat(4000)
    addOutcome(pen, { themeId: idFor(2), category: 'skills', text })
    const check = checkUpdate({ doc, writers }, SEAT, Y.encodeStateAsUpdate(own, before))
    if (!check.ok) return { taken, fault: check.fault }
    for (const client of check.newClients) writers.bind(client, SEAT.seatId)
    Y.applyUpdate(doc, check.update!)
    taken += text.length
  }
}

test.each<[string, boolean]>([
  ['in one page', false],
  ['in ever new pages', true],
])('one hand writes half a million letters at most, %s', (_, changePage) => {
  const doc = new Y.Doc()
  const { taken, fault } = flood(doc, changePage)
  expect(fault).toBe('too-large')
  expect(taken).toBeLessThanOrEqual(500_000)
  // What a connection may leave unread: a board that is larger could be opened by nobody.
  expect(Y.encodeStateAsUpdate(doc).length * 12).toBeLessThan(8 * 1024 * 1024)
})

test('one board has three hundred themes at most: each is compared with all of the other groups', () => {
  const own = new Y.Doc()
  let ids = 10
  const pen = { doc: own, hand: SEAT.hand, newId: () => idFor(ids++) }
  const check = () =>
    checkUpdate({ doc: new Y.Doc(), writers: openWriters() }, SEAT, Y.encodeStateAsUpdate(own))
  for (let count = 0; count < 300; count += 1) addTheme(pen, 'Fukt')
  expect(check()).toMatchObject({ ok: true })
  addTheme(pen, 'Fukt')
  expect(check()).toEqual({ ok: false, fault: 'too-large' })
})

test('pieces that Yjs would look for over a whole long text, each of them, are not taken', () => {
  const doc = new Y.Doc()
  const pages = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID })) as [Y.Doc, Y.Doc, Y.Doc]
  const [one, other, late] = pages
  const outcome = addOutcome(
    { doc: one, hand: SEAT.hand, newId: () => idFor(9) },
    {
      themeId: idFor(2),
      category: 'skills',
      text: '',
    },
  )
  for (const page of pages) Y.applyUpdate(page, Y.encodeStateAsUpdate(one))
  const text = (page: Y.Doc) => textAt(page, 'outcomes', outcome)!
  // Two pages by turns, so that no piece goes together with the next; and one that has seen none of it.
  for (let letter = 0; letter < 2000; letter += 1) {
    const [writes, hears] = letter % 2 === 0 ? [one, other] : [other, one]
    const before = Y.encodeStateVector(writes)
    text(writes).insert(letter, 'x')
    Y.applyUpdate(hears, Y.encodeStateAsUpdate(writes, before))
  }
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(one))
  const before = Y.encodeStateVector(late)
  for (let letter = 0; letter < 1000; letter += 1) text(late).insert(0, 'y')
  const writers = openWriters({ 1: SEAT.seatId, 2: SEAT.seatId })
  const check = () => checkUpdate({ doc, writers }, SEAT, Y.encodeStateAsUpdate(late, before))
  expect(check()).toEqual({ ok: false, fault: 'too-large' })
  text(late).delete(0, 1000)
  expect(check()).toEqual({ ok: false, fault: 'too-large' })
})

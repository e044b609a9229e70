import * as Y from 'yjs'
import { readBoard } from '../../server/board/read-board.ts'
import {
  addCriterion,
  addOutcome,
  addTheme,
  openUndo,
  putAside,
  textAt,
} from '../../server/board/write-on-board.ts'
import { idFor } from '../support/board-acts.ts'

/* Somebody takes back what they have begun, and others have written on: the others' words stay. */

let ids: number
beforeEach(() => (ids = 100))

/** Two at one board who see at once what the other writes. */
function openPair() {
  const [anna, bo] = [1, 2].map((number) => {
    const doc = new Y.Doc()
    doc.clientID = number
    return { doc, hand: idFor(number), newId: () => idFor(ids++), undo: openUndo(doc) }
  }) as [Page, Page]
  for (const [one, other] of [[anna, bo] as const, [bo, anna] as const])
    one.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other') Y.applyUpdate(other.doc, update, 'other')
    })
  return { anna, bo }
}
type Page = { doc: Y.Doc; hand: string; newId: () => string; undo: Y.UndoManager }

const begin = (page: Page, text: string) => {
  const themeId = addTheme(page, '')
  page.undo.stopCapturing()
  return addOutcome(page, { themeId, category: 'skills', text })
}
const undoAll = ({ undo }: Page) => {
  while (undo.canUndo()) undo.undo()
}
const wordings = ({ doc }: Page) => readBoard(doc).outcomes.map(({ text }) => text)

test('an outcome in which somebody else has written keeps their words, and loses one’s own', () => {
  const { anna, bo } = openPair()
  const id = begin(anna, 'Mäter')
  textAt(bo.doc, 'outcomes', id)!.insert(5, ' fukt')
  undoAll(anna)
  expect(readBoard(bo.doc).outcomes).toMatchObject([{ id, text: ' fukt', category: 'skills' }])
  expect(readBoard(bo.doc).themes).toHaveLength(1)
  anna.undo.redo()
  expect(wordings(bo)).toEqual(wordings(anna))
})

test('an outcome under which somebody else has written a criterion stays', () => {
  const { anna, bo } = openPair()
  const id = begin(anna, 'Mäter')
  addCriterion(bo, id, 'Läser av mätaren')
  undoAll(anna)
  expect(readBoard(bo.doc).outcomes).toMatchObject([{ id, text: '' }])
})

test('what nobody else has touched goes, and comes again', () => {
  const { anna, bo } = openPair()
  begin(anna, 'Mäter')
  undoAll(anna)
  expect([readBoard(bo.doc).outcomes, readBoard(bo.doc).themes]).toEqual([[], []])
  anna.undo.redo()
  anna.undo.redo()
  expect(wordings(bo)).toEqual(['Mäter'])
})

test('what was put aside is put back', () => {
  const { anna, bo } = openPair()
  const id = begin(anna, 'Mäter')
  anna.undo.stopCapturing()
  putAside(anna, 'outcomes', id, true)
  textAt(bo.doc, 'outcomes', id)!.insert(5, ' fukt')
  anna.undo.undo()
  expect(readBoard(bo.doc).outcomes).toMatchObject([{ text: 'Mäter fukt', isAside: false }])
})

import * as Y from 'yjs'
import {
  addCard,
  addCriterion,
  addOutcome,
  addTheme,
  markCard,
  putCardInTheme,
  rewrite,
  setReady,
  textAt,
} from '../../../../server/board/write-on-board.ts'
import type { BoardSession } from '../../../../web/workshop/board/board-session.ts'
import { amina, bo, World } from './world.ts'

/*
 * A caret is shown with a name, and stands at a piece of the board; pieces carry the number of the page that wrote them.
 * So nothing in which a caret is seen may have the number of something that carries a hand.
 */

let world: World
beforeEach(() => (world = new World()))
afterEach(() => world.end())

/** The numbers of all pieces in those parts, deleted ones too. */
function numbersIn(doc: Y.Doc, ...parts: string[]): Set<number> {
  const roots = parts.map((part) => doc.getMap(part) as unknown as Y.AbstractType<unknown>)
  const numbers = new Set<number>()
  for (const structs of doc.store.clients.values())
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) continue
      let type = struct.parent as Y.AbstractType<unknown>
      while (type._item) type = type._item.parent as Y.AbstractType<unknown>
      if (roots.includes(type)) numbers.add(struct.id.client)
    }
  return numbers
}
const shared = ({ doc }: BoardSession) => {
  const byHand = numbersIn(doc, 'marks', 'ready', 'cards')
  return [...numbersIn(doc, 'themes', 'outcomes', 'criteria', 'uses')].filter((each) => byHand.has(each))
}

test('whoever sees where somebody writes does not learn which cards are theirs', async () => {
  const [here, there] = [await world.open(amina), await world.open(bo)]
  const { pen } = here
  const card = addCard(pen, { kind: 'skills', text: 'Mäta' })
  rewrite(pen, textAt(pen.doc, 'cards', card)!, 'Mäta fukt')
  markCard(pen, card, 'dayOne')
  const themeId = addTheme(pen, 'Fukt')
  const id = addOutcome(pen, { themeId, category: 'skills', text: 'Mäter', cardIds: [card] })
  addCriterion(pen, id, 'Läser av', [card])
  rewrite(pen, textAt(pen.doc, 'outcomes', id)!, 'Mäter fukt')
  setReady(pen, 'word', true)
  world.settle()
  expect(shared(there)).toEqual([])
  expect(numbersIn(there.doc, 'cards').size).toBe(1)
})

test('nor by what is undone and done again', async () => {
  const here = await world.open(amina)
  const { pen, undoing } = here
  const card = addCard(pen, { kind: 'skills', text: 'Mäta' })
  undoing.stopCapturing()
  const id = addOutcome(pen, { themeId: card, category: 'skills', text: 'Mäter' })
  undoing.stopCapturing()
  rewrite(pen, textAt(pen.doc, 'outcomes', id)!, '')
  here.undo()
  here.undo()
  here.undo()
  here.redo()
  here.redo()
  expect(here.doc.getMap('outcomes').size).toBe(1)
  expect(shared(here)).toEqual([])
})

test('a card that is moved says nothing of its writer', async () => {
  const here = await world.open(amina)
  const card = addCard(here.pen, { kind: 'skills', text: 'Mäta' })
  const [number] = numbersIn(here.doc, 'cards')
  putCardInTheme(here.pen, card, addTheme(here.pen, ''))
  expect([...numbersIn(here.doc, 'themes')]).not.toContain(number)
})

import { addCard, addTheme, decideOnCard, putAside } from '../../../../../server/board/write-on-board.ts'
import { tallyNeeds } from '../../../../../server/domain/workshop/tally-needs.ts'
import { firstUnsettled, themePlaces } from '../../../../../web/workshop/screens/delimit/theme-places.ts'
import { boardInMemory } from '../word/board-in-memory.ts'

function places({ board }: Pick<ReturnType<typeof boardInMemory>, 'board'>) {
  return themePlaces(board(), tallyNeeds(board()))
}

test('cards without a theme have a place too, last, and only where there are any', () => {
  const made = boardInMemory()
  expect(places(made).map(({ title }) => title)).toEqual(['Förflyttning'])
  addCard(made.pen, { kind: 'skills', text: 'Ingen har sorterat det' })
  addTheme(made.pen, ' ')
  expect(places(made).map(({ title }) => title)).toEqual(['Förflyttning', 'Tema utan namn', 'Kort utan tema'])
})

test('a card without words is nothing to take a position on', () => {
  const made = boardInMemory()
  addCard(made.pen, { kind: 'skills', text: ' ', themeId: made.themeId })
  expect(places(made)[0]!.cards).toHaveLength(1)
})

test('one begins where something is left to settle, and at the beginning when nothing is', () => {
  const made = boardInMemory()
  const second = addTheme(made.pen, 'Bemötande')
  const cardId = addCard(made.pen, { kind: 'skills', text: 'Lyssna', themeId: second })
  expect(firstUnsettled(places(made))?.id).toBe(made.themeId)
  decideOnCard(made.pen, made.cardId, 'dayOne')
  expect(firstUnsettled(places(made))?.id).toBe(second)
  decideOnCard(made.pen, cardId, 'notNeeded')
  expect(firstUnsettled(places(made))?.id).toBe(made.themeId)
  putAside(made.pen, 'themes', made.themeId, true)
  putAside(made.pen, 'themes', second, true)
  expect(firstUnsettled(places(made))?.id).toBeNull()
})

import type { Board, Card, WorkshopState } from '../../../../schemas/types.ts'
import { authorOf, isSilent, seenBoard, writersOf } from '../../../../web/workshop/screens/desk.ts'
import { card, emptyBoard, stateOf } from './on-the-board.ts'

const board: Board = {
  ...emptyBoard,
  cards: [card('a', { by: 'leila' }), card('b', { by: 'fatima' }), card('c', { by: 'fatima', text: ' ' })],
}
const ids = ({ cards }: Board): string[] => cards.map(({ id }: Card) => id)
const desk = (state: WorkshopState, hand = 'leila') => ({ board, state, hand })

test.each([
  ['collect', true, 'leila', ['a']],
  ['collect', false, 'leila', ['a', 'b']],
  ['sort', true, 'leila', ['a', 'b']],
  ['collect', true, '', ['a', 'b']],
] as const)(
  'while the group is in %s, silent: %s, %p sees the cards %p',
  (phase, silentCollect, hand, seen) => {
    expect(ids(seenBoard(desk(stateOf({ phase, silentCollect }), hand)))).toEqual(seen)
  },
)

test('whoever looks ahead at another phase sees no more than in the silent one that the group is in', () => {
  expect(isSilent(desk(stateOf({ phase: 'collect', silentCollect: true })))).toBe(true)
})

test('a card without words is seen by its writer only', () => {
  expect(ids(seenBoard(desk(stateOf({ phase: 'sort' }), 'fatima')))).toEqual(['a', 'b', 'c'])
})

test('how many have written is known in silence too, and cards that are put aside do not count', () => {
  expect(writersOf(board)).toBe(2)
  expect(writersOf({ cards: [card('a', { by: 'leila', isAside: true })] })).toBe(0)
})

test('who wrote a card is told where the workshop shows it, and nowhere else', () => {
  const named = { ...stateOf({}), authors: { fatima: 'seat-2' } }
  expect(authorOf({ state: named }, { by: 'fatima' })).toBe('Fatima')
  expect(authorOf({ state: stateOf({}) }, { by: 'fatima' })).toBeUndefined()
})

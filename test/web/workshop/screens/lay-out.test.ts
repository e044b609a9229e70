import { isLarge, layOut, nextAfter, placeBeside } from '../../../../web/workshop/screens/sort/lay-out.ts'
import { card, theme } from './on-the-board.ts'

const board = {
  cards: [
    card('a', { themeId: 'one' }),
    card('b'),
    card('c', { themeId: 'away' }),
    card('d', { isAside: true }),
    card('e', { themeId: 'two' }),
  ],
  themes: [theme('one'), theme('away', { isAside: true }), theme('two'), theme('three')],
}

test('cards lie in their themes, and those of a theme that is put aside lie unsorted again', () => {
  const { left, themes, sorted, all } = layOut(board)
  expect(left.map(({ id }) => id)).toEqual(['b', 'c'])
  expect(
    themes.map(({ number, theme: { id }, cards }) => [number, id, cards.map((each) => each.id)]),
  ).toEqual([
    [1, 'one', ['a']],
    [2, 'two', ['e']],
    [3, 'three', []],
  ])
  expect([sorted, all]).toEqual([2, 4])
})

test.each([
  ['one', 1, 'three'],
  ['two', 1, null],
  ['two', -1, 'one'],
  ['one', -1, undefined],
  ['three', 1, undefined],
] as const)('theme %s moved by %d comes before %p', (id, step, before) => {
  expect(placeBeside(layOut(board).themes, id, step)).toBe(before)
})

test.each([
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'b'],
  ['gone', 'c'],
])('when %s has left the list, one goes on with %s', (gone, next) => {
  expect(nextAfter([card('a'), card('b'), card('c')], gone)).toBe(next)
})

test('when the last card has been laid there is nothing to go on with', () => {
  expect(nextAfter([card('a')], 'a')).toBeNull()
})

test('a theme of more than eight cards may be two modules', () => {
  const cards = Array.from({ length: 9 }, (_, at) => card(String(at)))
  expect([isLarge({ cards }), isLarge({ cards: cards.slice(1) })]).toEqual([true, false])
})

import type { Card } from '../../../../schemas/types.ts'
import { heldRows, rowsOf, StillLists } from '../../../../web/workshop/screens/sort/hold-still.ts'
import { card } from './on-the-board.ts'

const seen = (rows: readonly { kind: string; id: string }[]) =>
  rows.map(({ kind, id }) => (kind === 'gap' ? `(${id})` : id))
const nobody = { own: new Set<string>(), markedMs: 2400 }
const lists = (left: string[], inTheme: string[]): Map<string, Card[]> =>
  new Map([
    ['', left.map((id) => card(id))],
    ['one', inTheme.map((id) => card(id))],
  ])

test('what others take away leaves a gap, and what they bring comes last', () => {
  const shown = rowsOf(['a', 'b', 'c'].map((id) => card(id)))
  expect(seen(heldRows(shown, [card('d'), card('c'), card('a')]))).toEqual(['a', '(b)', 'c', 'd'])
})

test('a list stands still while somebody is at it, and is as it is when they rest', () => {
  const still = new StillLists()
  still.take(lists(['a', 'b', 'c'], []), { ...nobody, isHeld: false, now: 0 })
  still.take(lists(['b', 'c'], ['a']), { ...nobody, isHeld: true, now: 10 })
  expect(seen(still.rows(''))).toEqual(['(a)', 'b', 'c'])
  still.take(lists(['b', 'c'], ['a']), { ...nobody, isHeld: false, now: 20 })
  expect(seen(still.rows(''))).toEqual(['b', 'c'])
})

test('a card that somebody else has moved is marked for a while, and one’s own is not', () => {
  const still = new StillLists()
  still.take(lists(['a', 'b'], []), { ...nobody, isHeld: false, now: 0 })
  still.take(lists([], ['a', 'b']), { isHeld: false, own: new Set(['b']), now: 10, markedMs: 2400 })
  expect([still.isMoved('a'), still.isMoved('b')]).toEqual([true, false])
  expect(still.isUnsettled).toBe(true)
  still.take(lists([], ['a', 'b']), { ...nobody, isHeld: false, now: 2410 })
  expect([still.isMoved('a'), still.isUnsettled]).toEqual([false, false])
})

test('nothing is marked when the board is seen for the first time', () => {
  const still = new StillLists()
  still.take(lists(['a'], ['b']), { ...nobody, isHeld: false, now: 0 })
  expect(still.isUnsettled).toBe(false)
})

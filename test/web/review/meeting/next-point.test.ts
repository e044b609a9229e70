import { discussed, nextPoint, takenTogether } from '../../../../web/review/meeting/next-point.ts'
import { aTally } from '../a-review.ts'

const tally = aTally()
const numbers = (points: readonly { readonly number: string }[]) => points.map(({ number }) => number)
const onTable = (number: string) => ({
  onTable: { partId: tally.parts.find((part) => part.number === number)?.partId ?? '', itemId: null },
})

test('what nobody contests is taken together, and the rest is discussed', () => {
  expect(numbers(takenTogether(tally))).toEqual(['', '1', '2', '3', '6'])
  expect(numbers(discussed(tally))).toEqual(['4', '5', '7', '8'])
})

test.each([
  ['nothing', { onTable: null }, '4'],
  ['the first point', onTable('4'), '5'],
  ['a later point', onTable('7'), '4'],
])('with %s on the table, the next point is the first that is left', (_what, meeting, expected) => {
  expect(nextPoint(tally, meeting)?.number).toBe(expected)
})

test('when the only point is on the table there is no next one', () => {
  const last = { agenda: tally.agenda.filter(({ number }) => number === '4' || number === '1') }
  expect(nextPoint(last, onTable('4'))).toBeNull()
})

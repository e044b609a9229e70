import { amountOf, dayAndTime } from '../../../web/people/when.ts'

test('a moment is told as a day and a time', () => {
  expect(dayAndTime(new Date(2026, 10, 22, 14, 32).toISOString())).toBe('22 november 2026 kl. 14.32')
})

test.each([
  [0, '0 kB'],
  [900, '0,9 kB'],
  [57_400, '57 kB'],
  [356_000, '356 kB'],
  [3_400_000, '3,4 MB'],
  [83_000_000_000, '83 GB'],
])('%i bytes are told as %s', (bytes, words) => {
  expect(amountOf(bytes)).toBe(words)
})

import { amountOf } from '../../../web/people/when.ts'

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

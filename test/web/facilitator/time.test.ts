import fc from 'fast-check'
import { digitsOf, spokenTime } from '../../../web/facilitator/say-time.ts'
import { aheadBy, minutesSince } from '../../../web/facilitator/server-time.ts'

test.each([
  [600_000, '10.00', '10 minuter'],
  [372_000, '6.12', '6 minuter 12 sekunder'],
  [371_001, '6.12', '6 minuter 12 sekunder'],
  [61_000, '1.01', '1 minut 1 sekund'],
  [999, '0.01', '1 sekund'],
  [0, '0.00', '0 sekunder'],
  [-999, '0.00', '0 sekunder'],
  [-84_000, '1.24', '1 minut 24 sekunder'],
])('%i milliseconds are shown as %s and read as %s', (ms, digits, spoken) => {
  expect([digitsOf(ms), spokenTime(ms)]).toEqual([digits, spoken])
})

test('the server’s clock is known to within the shortest time that words have taken', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(fc.integer({ min: 0, max: 1_900 }), { minLength: 1 }),
      (ahead, delays) => {
        const known = delays.reduce<number | null>(
          (before, delay, at) =>
            aheadBy(before, new Date(1e12 + at * 1_000 + ahead).toISOString(), 1e12 + at * 1_000 + delay),
          null,
        )
        expect(known).toBe(ahead - Math.min(...delays))
      },
    ),
  )
})

test('a computer whose clock has been set anew is believed at once', () => {
  expect(aheadBy(5_000, new Date(1_000_000).toISOString(), 1_060_000)).toBe(-60_000)
})

test('what the server says happened a moment from now happened now', () => {
  expect(minutesSince(new Date(5_000).toISOString(), 0)).toBe(0)
})

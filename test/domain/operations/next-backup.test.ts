import fc from 'fast-check'
import { nextBackup } from '../../../server/domain/operations/next-backup.ts'

const at = (time: string) => new Date(time)
const HOUR = 60 * 60 * 1000

test.each([
  ['in winter', '2026-01-10T12:00:00Z', '2026-01-11T02:00:00Z'],
  ['in summer', '2026-07-10T12:00:00Z', '2026-07-11T01:00:00Z'],
  ['just before three', '2026-01-10T01:59:59Z', '2026-01-10T02:00:00Z'],
  ['at three, which counts as that night’s', '2026-01-10T02:00:00Z', '2026-01-11T02:00:00Z'],
  [
    'late in the evening, which is already the next day in UTC',
    '2026-07-10T22:30:00Z',
    '2026-07-11T01:00:00Z',
  ],
  ['before the night when clocks go forward', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
  ['before the night when clocks go back', '2026-10-24T12:00:00Z', '2026-10-25T02:00:00Z'],
  ['in the hour that comes twice', '2026-10-25T00:30:00Z', '2026-10-25T02:00:00Z'],
  ['on the last day of a year', '2026-12-31T12:00:00Z', '2027-01-01T02:00:00Z'],
])('after a backup %s the next is due at three in the morning', (_, last, next) => {
  expect(nextBackup({ last: at(last) }, at(last))).toEqual(at(next))
})

test('a night that passed while the program was down is made up for at once', () => {
  const [last, now] = [at('2026-01-10T02:00:00Z'), at('2026-01-14T09:00:00Z')]
  expect(nextBackup({ last }, now).getTime()).toBeLessThan(now.getTime())
})

test('an installation without a backup gets one at once', () => {
  const now = at('2026-01-14T09:00:00Z')
  expect(nextBackup({ last: undefined }, now)).toEqual(now)
})

test('a backup that failed is tried again in an hour', () => {
  const now = at('2026-01-14T02:10:00Z')
  const failed = at('2026-01-14T02:00:00Z')
  const next = at('2026-01-14T03:00:00Z')
  expect(nextBackup({ last: at('2026-01-13T02:00:00Z'), failed }, now)).toEqual(next)
  expect(nextBackup({ last: undefined, failed }, now)).toEqual(next)
})

test('a clock that went ahead and was set right puts no backup off for more than a day', () => {
  const now = at('2026-01-14T09:00:00Z')
  expect(nextBackup({ last: at('2031-01-01T00:00:00Z') }, now)).toEqual(at('2026-01-15T02:00:00Z'))
})

test('the next is always at three on a Swedish clock, after the last and within 25 hours of it', () => {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'medium' })
  const times = fc.date({
    min: at('2000-01-01T00:00:00Z'),
    max: at('2060-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(times, (last) => {
      const next = nextBackup({ last }, last)
      const hours = (next.getTime() - last.getTime()) / HOUR
      expect(clock.format(next)).toBe('03:00:00')
      expect(hours).toBeGreaterThan(0)
      expect(hours).toBeLessThanOrEqual(25)
    }),
  )
})

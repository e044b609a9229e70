import fc from 'fast-check'
import { inSweden, momentInSweden } from '../../../web/i18n/swedish-time.ts'

test.each([
  ['in summer', { day: '2026-07-01', time: '09:00' }, '2026-07-01T07:00:00.000Z'],
  ['in winter', { day: '2026-12-01', time: '09:00' }, '2026-12-01T08:00:00.000Z'],
  ['around midnight', { day: '2026-12-01', time: '00:30' }, '2026-11-30T23:30:00.000Z'],
  [
    'in the hour that comes twice, the first',
    { day: '2026-10-25', time: '02:30' },
    '2026-10-25T00:30:00.000Z',
  ],
])('a time by Swedish clocks %s is a moment', (_when, shown, moment) => {
  expect(momentInSweden(shown)).toBe(moment)
})

test.each([
  ['no day', { day: '', time: '09:00' }],
  ['no time', { day: '2026-10-21', time: '' }],
  ['the hour that summer time leaves out', { day: '2026-03-29', time: '02:30' }],
])('there is no moment for %s', (_what, shown) => {
  expect(momentInSweden(shown)).toBeNull()
})

test('a moment is shown by the clocks that lead back to it', () => {
  const minutes = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minutes, (minute) => {
      const shown = inSweden(new Date(minute * 60_000).toISOString())
      const back = momentInSweden(shown)
      expect(back && inSweden(back)).toEqual(shown)
    }),
  )
})

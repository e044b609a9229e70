import { clockOf, twoMore } from '../../../../web/review/meeting/table-clock.ts'

const now = Date.parse('2026-10-21T09:00:00Z')

test.each([
  ['no time', null, 2],
  ['five minutes left', '2026-10-21T09:05:00Z', 7],
  ['half a minute left', '2026-10-21T09:00:31Z', 3],
  ['time that is out', '2026-10-21T08:50:00Z', 2],
])('two minutes more than %s', (_what, endsAt, expected) => {
  expect(twoMore({ clock: endsAt === null ? null : { endsAt, minutes: 10 } }, now)).toBe(expected)
})

test('the time of a point runs on a clock that never stands still', () => {
  const endsAt = '2026-10-21T09:05:00Z'
  expect(clockOf({ clock: { endsAt, minutes: 10 } })).toEqual({ endsAt, ofMs: 600_000, leftMs: null })
  expect(clockOf({ clock: null })).toBeNull()
})

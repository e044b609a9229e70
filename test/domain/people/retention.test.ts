import fc from 'fast-check'
import type { Retention, Role } from '../../../schemas/types.ts'
import { EVERYTHING } from '../../../server/domain/people/grants.ts'
import { cutoff, expiryOf } from '../../../server/domain/people/retention.ts'

const NOW = new Date('2026-03-01T09:00:00.000Z')
const DAY = 24 * 60 * 60_000
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY).toISOString()
const retention: Retention = { mailDays: 30, unansweredInvitationDays: 30, inactivePersonDays: 365 }
const stay = (invited: number, seen: number | null, roles: Role[]) => ({
  createdAt: daysAgo(invited),
  lastSignedInAt: seen === null ? null : daysAgo(seen),
  grants: roles.map((role) => ({ role, scope: EVERYTHING })),
})

test.each<[string, number, number | null, Role[], 'never-came' | 'inactive' | undefined]>([
  ['invited a month ago to the minute, has not come', 30, null, [], undefined],
  ['invited a month and a day ago, has not come', 31, null, [], 'never-came'],
  ['invited long ago to a role, has not come', 400, null, ['panelMember'], 'never-came'],
  ['an administrator who was invited long ago and has not come', 400, null, ['administrator'], undefined],
  ['came yesterday, has no role', 400, 1, [], undefined],
  ['came a year ago to the minute, has no role', 400, 365, [], undefined],
  ['came more than a year ago, has no role', 400, 366, [], 'inactive'],
  ['came more than a year ago, is a reader', 400, 366, ['reader'], undefined],
  ['came more than a year ago, is an administrator', 400, 366, ['administrator'], undefined],
])('%s', (_, invited, seen, roles, because) => {
  const expiry = expiryOf(stay(invited, seen, roles), retention, NOW)
  const since = daysAgo(because === 'inactive' ? Number(seen) : invited)
  expect(expiry).toEqual(because && { because, since })
})

test.each<[string, Partial<Retention>, number | null]>([
  ['unanswered invitations', { unansweredInvitationDays: null }, null],
  ['people who have been away', { inactivePersonDays: null }, 5000],
])('where %s are kept for ever, none goes', (_, kept, seen) => {
  expect(expiryOf(stay(5000, seen, []), { ...retention, ...kept }, NOW)).toBeUndefined()
})

test('what is kept so many days is older than that when it goes, to the millisecond', () => {
  expect(cutoff(NOW, 30)).toBe('2026-01-30T09:00:00.000Z')
  expect(cutoff(NOW, 0)).toBe(NOW.toISOString())
})

test('nobody goes sooner by longer retention times, and nobody comes back by waiting', () => {
  const days = fc.nat({ max: 2000 })
  const seen = fc.option(days)
  fc.assert(
    fc.property(days, seen, days, days, (invited, last, kept, more) => {
      const times = (each: number): Retention => ({
        mailDays: 30,
        unansweredInvitationDays: each,
        inactivePersonDays: each,
      })
      const person = stay(invited, last, [])
      const goes = (each: number, when = NOW) => expiryOf(person, times(each), when) !== undefined
      const later = new Date(NOW.getTime() + more * DAY)
      expect([goes(kept) || !goes(kept + more), !goes(kept) || goes(kept, later)]).toEqual([true, true])
    }),
  )
})

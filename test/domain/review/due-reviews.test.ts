import { nextDueReview } from '../../../server/domain/review/due-reviews.ts'

const DECIDED = { decision: { decidedOn: '2026-06-12' }, nextReviewDue: '2030-06-12' }

test.each([
  { today: '2026-06-12', kind: 'look', day: '2027-06-12', noticeFrom: '2027-05-13' },
  { today: '2027-06-11', kind: 'look', day: '2027-06-12', noticeFrom: '2027-05-13' },
  { today: '2027-06-12', kind: 'look', day: '2027-06-12', noticeFrom: '2027-05-13' },
  { today: '2027-06-13', kind: 'look', day: '2028-06-12', noticeFrom: '2028-05-13' },
  { today: '2029-06-13', kind: 'review', day: '2030-06-12', noticeFrom: '2030-05-13' },
  { today: '2030-06-13', kind: 'review', day: '2031-06-12', noticeFrom: '2031-05-13' },
])('of what was decided on 12 June 2026, on $today a $kind is due by $day', ({ today, ...due }) => {
  expect(nextDueReview(DECIDED, today)).toEqual(due)
})

test('what was decided on a leap day is due on 28 February in other years', () => {
  const decided = { decision: { decidedOn: '2028-02-29' }, nextReviewDue: '2032-02-29' }
  expect(nextDueReview(decided, '2028-03-01')).toMatchObject({ day: '2029-02-28', noticeFrom: '2029-01-29' })
  expect(nextDueReview(decided, '2031-03-01')).toMatchObject({ kind: 'review', day: '2032-02-29' })
})

test('a day for the review that the version itself names goes before the anniversary after it', () => {
  const decided = { decision: { decidedOn: '2026-06-12' }, nextReviewDue: '2029-01-31' }
  expect(nextDueReview(decided, '2028-07-01')).toMatchObject({ kind: 'review', day: '2029-01-31' })
})

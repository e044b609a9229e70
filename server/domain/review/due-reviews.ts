import type { Edition } from '../../../schemas/types.ts'
import { yearsAfter } from '../publishing/freeze-edition.ts'

/** When a version is next to be looked through, or its relevance reviewed as a whole. Days as YYYY-MM-DD. */
export type DueReview = {
  readonly kind: 'look' | 'review'
  readonly day: string
  /** From this day on those who run panels are told. */
  readonly noticeFrom: string
}

type Decided = Pick<Edition, 'nextReviewDue'> & { readonly decision: Pick<Edition['decision'], 'decidedOn'> }

const NOTICE_DAYS = 30
const DAY_MS = 24 * 60 * 60_000

/**
 * What is due next from that day on, the day itself included. A version is looked through on each anniversary of its
 * decision; on the day that it names, and each year after that for as long as no other has taken its place, its relevance
 * is to be reviewed.
 */
export function nextDueReview({ decision, nextReviewDue }: Decided, today: string): DueReview {
  const anniversary = anniversaryFrom(decision.decidedOn, today)
  const isNamed = nextReviewDue >= today && nextReviewDue <= anniversary
  const day = isNamed ? nextReviewDue : anniversary
  return { kind: day >= nextReviewDue ? 'review' : 'look', day, noticeFrom: daysBefore(day, NOTICE_DAYS) }
}

function anniversaryFrom(decidedOn: string, today: string): string {
  const years = Math.max(1, Number(today.slice(0, 4)) - Number(decidedOn.slice(0, 4)))
  const inThisYear = yearsAfter(decidedOn, years)
  return inThisYear >= today ? inThisYear : yearsAfter(decidedOn, years + 1)
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
}

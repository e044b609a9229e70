import type { ReviewActs, ReviewStatus } from '../../../schemas/types.ts'
import type { Act } from '../people/abilities.ts'

export type ReviewAct = keyof ReviewActs

/** By what somebody may act in a review: what their roles allow on its profile, or a place at the panel. */
export type Standpoint = {
  readonly may: (act: Act) => boolean
  /** Their part at the panel, and whether they may take a position on anything; null for no place. */
  readonly place: { readonly part: 'member' | 'substitute' | 'observer'; readonly isEntitled: boolean } | null
}

type Who = Act | 'place' | 'entitled'
type Rule = { readonly who: readonly Who[]; readonly when: readonly ReviewStatus[] }

type Arrows = { readonly from: readonly ReviewStatus[]; readonly to: readonly ReviewStatus[] }

/** How a review begins. */
export const FIRST_STATUS = 'preparing' satisfies ReviewStatus

/** Where a review goes by which act: `goTo` lets its status change in no other way. */
export const TRANSITIONS = {
  submit: { from: ['returned'], to: ['preparing'] },
  withdraw: { from: ['preparing', 'returned'], to: ['withdrawn'] },
  // Also after an approval that cannot be published: an editorial change that members deny is one to take positions on.
  open: { from: ['preparing', 'open', 'approved'], to: ['open'] },
  close: { from: ['open'], to: ['approved', 'returned', 'declined'] },
  recall: { from: ['approved', 'returned', 'declined'], to: ['open'] },
  publish: { from: ['approved'], to: ['published'] },
} as const satisfies Record<string, Arrows>
export type Move = keyof typeof TRANSITIONS

/** Whether that act leads a review on from where it is. */
export function leads(act: Move, status: ReviewStatus): boolean {
  const starts: Arrows['from'] = TRANSITIONS[act].from
  return starts.includes(status)
}

/**
 * The review, gone to where that act leads it. Throws where the table has no such arrow: nobody may do the act then, which
 * `mayInReview` has said before.
 */
export function goTo<T extends { readonly status: ReviewStatus }, M extends Move>(
  review: T,
  act: M,
  to: (typeof TRANSITIONS)[M]['to'][number],
): T {
  const ends: Arrows['to'] = TRANSITIONS[act].to
  if (!leads(act, review.status) || !ends.includes(to))
    throw new Error(`no ${act} leads a review from ${review.status} to ${to}`)
  return { ...review, status: to }
}

const BEFORE: readonly ReviewStatus[] = ['preparing']
const OPEN: readonly ReviewStatus[] = ['open']
const UNDER_WAY: readonly ReviewStatus[] = ['preparing', 'open']
const DECIDED: readonly ReviewStatus[] = ['approved', 'returned', 'declined', 'published']
const SINCE_OPEN: readonly ReviewStatus[] = ['open', ...DECIDED]
const ALWAYS: readonly ReviewStatus[] = ['preparing', 'open', ...DECIDED, 'withdrawn']

/**
 * Who may do what in a review, and when. A panel sees nothing before a round is opened; nobody takes a position after it has
 * been closed; and after an approval the text changes in spelling only, with the members' confirmation.
 */
export const REVIEW_ACTS: Record<ReviewAct, Rule> = {
  readText: { who: ['readReview', 'place'], when: ALWAYS },
  readTally: { who: ['readReview', 'place'], when: SINCE_OPEN },
  compose: { who: ['leadPanel'], when: BEFORE },
  answerComposition: { who: ['approvePanel'], when: BEFORE },
  withdraw: { who: ['submitToPanel'], when: TRANSITIONS.withdraw.from },
  open: { who: ['leadPanel'], when: TRANSITIONS.open.from },
  recuse: { who: ['leadPanel'], when: UNDER_WAY },
  standIn: { who: ['leadPanel'], when: UNDER_WAY },
  summon: { who: ['leadPanel'], when: UNDER_WAY },
  answerSummons: { who: ['place'], when: UNDER_WAY },
  // Also of what is decided, as with any consent: the decision is public for as long as its version is.
  consentToName: { who: ['place'], when: ['preparing', ...SINCE_OPEN] },
  takePosition: { who: ['entitled'], when: OPEN },
  // Also after a decision that left room for spelling.
  confirmEditorial: { who: ['entitled'], when: ['open', 'approved'] },
  remark: { who: ['place'], when: OPEN },
  enterPositions: { who: ['leadPanel'], when: OPEN },
  settle: { who: ['settleRemarks'], when: OPEN },
  amend: { who: ['settleRemarks'], when: ['open', 'approved'] },
  // Also of what an editorial change has reworded after the decision: nothing is published unruled.
  ruleEquivalence: { who: ['leadPanel'], when: ['open', 'approved'] },
  conductMeeting: { who: ['leadPanel'], when: OPEN },
  handOver: { who: ['leadPanel'], when: OPEN },
  close: { who: ['leadPanel'], when: TRANSITIONS.close.from },
  recall: { who: ['leadPanel'], when: TRANSITIONS.recall.from },
  publish: { who: ['publish'], when: TRANSITIONS.publish.from },
  printMinutes: { who: ['leadPanel', 'place'], when: SINCE_OPEN },
}
export const REVIEW_ACT_NAMES = Object.keys(REVIEW_ACTS) as ReviewAct[]

/** Whether they may do that in a review as it stands: by the table, who and when. */
export function mayInReview(standpoint: Standpoint, act: ReviewAct, status: ReviewStatus): boolean {
  return REVIEW_ACTS[act].when.includes(status) && reachesInReview(standpoint, act)
}

/** Whether they may, whatever the status. Members of a panel that has not been opened may not know of it yet. */
export function reachesInReview({ may, place }: Standpoint, act: ReviewAct): boolean {
  return REVIEW_ACTS[act].who.some((who) => {
    if (who === 'place') return place !== null
    if (who === 'entitled') return place?.isEntitled === true
    return may(who)
  })
}

const UNFINISHED: readonly ReviewStatus[] = ['preparing', 'open', 'approved', 'returned']

/** Whether a panel has the profile while its review is that: the draft is neither thrown away nor published by itself. */
export function isUnfinished(status: ReviewStatus): boolean {
  return UNFINISHED.includes(status)
}

import type { ReviewStatus } from '../../../schemas/types.ts'
import {
  goTo,
  isUnfinished,
  leads,
  mayInReview,
  REVIEW_ACT_NAMES,
  REVIEW_ACTS,
  TRANSITIONS,
  type Move,
  type ReviewAct,
  type Standpoint,
} from '../../../server/domain/review/acts.ts'
import { RULES, type Act } from '../../../server/domain/people/abilities.ts'

const STATUSES: readonly ReviewStatus[] = [
  'preparing',
  'open',
  'approved',
  'returned',
  'declined',
  'published',
  'withdrawn',
]

const withRole = (role: string): Standpoint => ({
  may: (act: Act) => RULES[act].roles.some((each) => each === role),
  place: null,
})
const PEOPLE: Record<string, Standpoint> = {
  coordinator: withRole('coordinator'),
  editor: withRole('editor'),
  steering: withRole('steeringGroup'),
  reader: withRole('reader'),
  member: { may: () => false, place: { part: 'member', isEntitled: true } },
  substitute: { may: () => false, place: { part: 'substitute', isEntitled: false } },
  observer: { may: () => false, place: { part: 'observer', isEntitled: false } },
}

describe('who may', () => {
  type Row = [act: ReviewAct, who: string, when: string]
  test.each<Row>([
    [
      'readText',
      'coordinator, editor, steering, member, substitute, observer',
      'preparing, open, approved, returned, declined, published, withdrawn',
    ],
    [
      'readTally',
      'coordinator, editor, steering, member, substitute, observer',
      'open, approved, returned, declined, published',
    ],
    ['compose', 'coordinator', 'preparing'],
    ['answerComposition', 'steering', 'preparing'],
    ['withdraw', 'coordinator, editor', 'preparing, returned'],
    ['open', 'coordinator', 'preparing, open, approved'],
    ['recuse', 'coordinator', 'preparing, open'],
    ['standIn', 'coordinator', 'preparing, open'],
    ['answerSummons', 'member, substitute, observer', 'preparing, open'],
    [
      'consentToName',
      'member, substitute, observer',
      'preparing, open, approved, returned, declined, published',
    ],
    ['takePosition', 'member', 'open'],
    ['confirmEditorial', 'member', 'open, approved'],
    ['remark', 'member, substitute, observer', 'open'],
    ['enterPositions', 'coordinator', 'open'],
    ['settle', 'coordinator, editor', 'open'],
    ['amend', 'coordinator, editor', 'open, approved'],
    ['close', 'coordinator', 'open'],
    ['recall', 'coordinator', 'approved, returned, declined'],
    ['publish', 'coordinator', 'approved'],
  ])('%s: %s; while it is %s', (act, who, when) => {
    for (const [name, standpoint] of Object.entries(PEOPLE))
      for (const status of STATUSES)
        expect([name, status, mayInReview(standpoint, act, status)]).toEqual([
          name,
          status,
          who.split(', ').includes(name) && when.split(', ').includes(status),
        ])
  })
})

test('those who put a panel together do not approve it themselves', () => {
  for (const role of ['coordinator', 'administrator'])
    expect(mayInReview(withRole(role), 'answerComposition', 'preparing')).toBe(false)
})

const ALSO_OF_THE_PUBLISHED: readonly ReviewAct[] = ['readText', 'readTally', 'consentToName', 'printMinutes']
test.each(REVIEW_ACT_NAMES.filter((act) => !ALSO_OF_THE_PUBLISHED.includes(act)))(
  'nobody can %s when a version has come of it',
  (act) => {
    expect(REVIEW_ACTS[act].when).not.toContain('published')
  },
)

test.each(REVIEW_ACT_NAMES.filter((act) => act !== 'readText'))(
  'nobody can %s when it is withdrawn',
  (act) => {
    expect(REVIEW_ACTS[act].when).not.toContain('withdrawn')
  },
)

describe('where a review goes', () => {
  test.each<[act: Move, from: string, to: string]>([
    ['submit', 'returned', 'preparing'],
    ['withdraw', 'preparing, returned', 'withdrawn'],
    ['open', 'preparing, open, approved', 'open'],
    ['close', 'open', 'approved, returned, declined'],
    ['recall', 'approved, returned, declined', 'open'],
    ['publish', 'approved', 'published'],
  ])('by %s: from %s to %s, and in no other way', (act, from, to) => {
    // Any status, also those that the types refuse: what lies in a database has been checked by none.
    const go = goTo as (review: object, act: Move, to: ReviewStatus) => unknown
    const ways = STATUSES.flatMap((status) => STATUSES.map((end) => [status, end] as const))
    const leadsOn = ([status, end]: (typeof ways)[number]) =>
      from.split(', ').includes(status) && to.split(', ').includes(end)
    for (const [status, end] of ways.filter(leadsOn))
      expect(go({ id: 'r', status }, act, end)).toEqual({ id: 'r', status: end })
    for (const [status, end] of ways.filter((way) => !leadsOn(way)))
      expect(() => go({ status }, act, end)).toThrow(`no ${act} leads a review from ${status} to ${end}`)
  })

  test('nothing that is published or withdrawn goes anywhere', () => {
    for (const act of Object.keys(TRANSITIONS) as Move[])
      for (const status of ['published', 'withdrawn'] as const) expect(leads(act, status)).toBe(false)
  })

  test('a panel has the profile until its review is published, declined or withdrawn', () => {
    expect(STATUSES.filter(isUnfinished)).toEqual(['preparing', 'open', 'approved', 'returned'])
  })
})

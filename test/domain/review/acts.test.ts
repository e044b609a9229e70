import type { ReviewStatus } from '../../../schemas/types.ts'
import {
  isUnfinished,
  mayInReview,
  REVIEW_ACT_NAMES,
  REVIEW_ACTS,
  TRANSITIONS,
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

test.each(REVIEW_ACT_NAMES.filter((act) => !['readText', 'readTally', 'printMinutes'].includes(act)))(
  'nobody can %s what is published, declined for good or withdrawn',
  (act) => {
    expect(REVIEW_ACTS[act].when).not.toContain('published')
    expect(REVIEW_ACTS[act].when).not.toContain('withdrawn')
  },
)

test('a review goes on only from where it is, and nothing that is published or withdrawn goes anywhere', () => {
  for (const { from, to } of Object.values(TRANSITIONS)) {
    for (const status of from) expect(['published', 'withdrawn']).not.toContain(status)
    for (const status of to) expect(STATUSES).toContain(status)
  }
  expect(STATUSES.filter(isUnfinished)).toEqual(['preparing', 'open', 'approved', 'returned'])
})

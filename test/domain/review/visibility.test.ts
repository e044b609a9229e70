import type { ReviewRound, ReviewStatus, VotingRule } from '../../../schemas/types.ts'
import type { Standpoint } from '../../../server/domain/review/acts.ts'
import { isHidden, isInside } from '../../../server/domain/review/visibility.ts'

const ROUNDS: Record<string, Pick<ReviewRound, 'kind' | 'revealedAt'> | null> = {
  'no round': null,
  'an ordinary round': { kind: 'ordinary', revealedAt: null },
  'a quiet round': { kind: 'quiet', revealedAt: null },
  'a quiet round that is revealed': { kind: 'quiet', revealedAt: '2026-03-01T09:00:00.000Z' },
}

test.each<
  [status: ReviewStatus, round: string, visibility: VotingRule['visibility'], answer: 'hidden' | 'seen']
>([
  ['preparing', 'no round', 'open', 'seen'],
  ['preparing', 'no round', 'hidden', 'hidden'],
  ['open', 'an ordinary round', 'open', 'seen'],
  ['open', 'an ordinary round', 'hidden', 'hidden'],
  ['open', 'a quiet round', 'open', 'hidden'],
  ['open', 'a quiet round', 'hidden', 'hidden'],
  ['open', 'a quiet round that is revealed', 'open', 'seen'],
  // The rule is stronger than the chair who reveals a round.
  ['open', 'a quiet round that is revealed', 'hidden', 'hidden'],
  // A review that came back is prepared again: what was said in its last round is as hidden as it was.
  ['preparing', 'a quiet round', 'open', 'hidden'],
  ['approved', 'an ordinary round', 'hidden', 'seen'],
  ['approved', 'a quiet round', 'open', 'seen'],
  ['returned', 'an ordinary round', 'hidden', 'seen'],
  ['declined', 'a quiet round', 'hidden', 'seen'],
  ['published', 'an ordinary round', 'hidden', 'seen'],
])(
  'while a review is %s in %s, under a rule that is %s, what members say is %4$s',
  (status, round, visibility, answer) => {
    expect(isHidden({ status, round: ROUNDS[round] ?? null, rule: { visibility } })).toBe(answer === 'hidden')
  },
)

test.each<[who: string, acts: readonly string[], place: Standpoint['place'], inside: boolean]>([
  ['runs it', ['readReview', 'leadPanel'], null, true],
  ['sits on it', [], { part: 'member', isEntitled: true }, true],
  ['only listens to it', [], { part: 'observer', isEntitled: false }, true],
  ['follows it by their role', ['readReview', 'settleRemarks', 'approvePanel'], null, false],
])('somebody who %s is inside the panel, or not', (_, acts, place, inside) => {
  expect(isInside({ may: (act) => acts.includes(act), place })).toBe(inside)
})

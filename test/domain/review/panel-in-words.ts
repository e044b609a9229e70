import fc from 'fast-check'
import type { MissingVote, Perspective, Share, VotingRule } from '../../../schemas/types.ts'
import type { Seat } from '../../../server/domain/review/tally-item.ts'
import { VOTING_RULES } from '../../../server/domain/review/voting-rules.ts'
import settings from '../../../server/domain/installation/default-settings.json' with { type: 'json' }

/** Those that the product comes with. */
export const PERSPECTIVES: readonly Perspective[] = settings.perspectives

/** The six of the panel in the drawing, in its order. */
export const SIX = PERSPECTIVES.slice(0, 6).map(({ id }) => id)

const ANSWERS: Readonly<Record<string, Seat['answer']>> = {
  agree: 'agree',
  agrees: 'agree',
  change: 'agreeWithChange',
  disagree: 'disagree',
  disagrees: 'disagree',
  abstain: 'abstain',
  abstains: 'abstain',
  stale: 'stale',
  silent: 'none',
}

/** Seats as one says them: {employee: '2 agree, 1 abstains'}. */
export function seatsOf(answers: Readonly<Record<string, string>>): Seat[] {
  return Object.entries(answers).flatMap(([perspective, said]) =>
    said
      .split(', ')
      .filter((part) => part !== 'nobody')
      .flatMap((part) => {
        const [count, word = ''] = part.split(' ')
        const answer = ANSWERS[word]
        if (!answer) throw new Error(`What is "${part}"?`)
        return Array.from({ length: Number(count) }, () => ({ perspective, answer }))
      })
      .map((seat, index) => ({ ...seat, memberId: `${perspective} ${index + 1}` })),
  )
}

export const share = (numerator: number, denominator: number): Share => ({ numerator, denominator })

/** The rule of the drawing: two thirds answer, each perspective is heard and two thirds of it agree, a trades board may stop. */
export const DRAWN_RULE: VotingRule = {
  name: 'own',
  quorum: { inAll: share(2, 3), perPerspective: 1 },
  majority: { inAll: null, perPerspective: share(2, 3) },
  blocking: { who: 'perspectives', perspectives: ['tradesBoard'] },
  abstention: 'aside',
  visibility: 'open',
}

/** Something missing, with what the case is not about filled in. */
export function missing(
  kind: MissingVote['kind'],
  perspective: string | null,
  numbers: { has?: number; of?: number; needed?: number; isReachable?: boolean },
): MissingVote {
  const { has = 0, of = 1, needed = 1, isReachable = true } = numbers
  return { kind, perspective, has, of, needed, missing: kind === 'blocked' ? has : needed - has, isReachable }
}

const perspectiveIds = ['employer', 'employee', 'tradesBoard', 'stranger']

export const anySeats = fc
  .array(
    fc.record({
      perspective: fc.constantFrom(...perspectiveIds),
      answer: fc.constantFrom<Seat['answer'][]>(
        'agree',
        'agreeWithChange',
        'disagree',
        'abstain',
        'stale',
        'none',
      ),
    }),
    { maxLength: 14 },
  )
  .map((seats): Seat[] => seats.map((seat, index) => ({ ...seat, memberId: `m${index}` })))

/** Those that the panel must hear; a stranger never is one of them, and some of them may have no seat. */
export const anyPerspectives = fc.subarray(perspectiveIds.slice(0, 3))

const anyShare = (most: number) => fc.record({ numerator: fc.nat(most), denominator: fc.nat(6) })

const ruleOf = (shares: fc.Arbitrary<Share>): fc.Arbitrary<VotingRule> =>
  fc.record({
    name: fc.constant('own' as const),
    quorum: fc.record({ inAll: shares, perPerspective: fc.nat(4) }),
    majority: fc.record({ inAll: fc.option(shares), perPerspective: fc.option(shares) }),
    blocking: fc.record({
      who: fc.constantFrom('nobody' as const, 'anyMember' as const, 'perspectives' as const),
      perspectives: fc.subarray(perspectiveIds),
    }),
    abstention: fc.constantFrom('aside' as const, 'against' as const),
    visibility: fc.constant('open' as const),
  })

/** Any figures, senseless ones too: nothing of nothing, three halves. */
export const anyRule = fc.oneof(
  ruleOf(anyShare(8)),
  ruleOf(fc.constantFrom(share(1, 1), share(2, 3), share(1, 2), share(3, 4))),
  fc.constantFrom(...Object.values(VOTING_RULES), DRAWN_RULE),
)

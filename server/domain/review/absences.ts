import type { Absence, MissingVote, VotingRule } from '../../../schemas/types.ts'
import { tallyItem, type Seat } from './tally-item.ts'

/**
 * Whose absence makes the rule fail, when everybody else agrees. For each perspective, in order, the smallest number of its
 * members without whom something is missing that is not missing anyway, and what; those whose absence does no harm are left
 * out. A perspective of `perspectives` that has no seat and is asked for comes with a count of 0 of 0.
 */
export function absencesThatFail(
  seats: readonly Pick<Seat, 'memberId' | 'perspective'>[],
  perspectives: readonly string[],
  rule: VotingRule,
): Absence[] {
  const missingWithout = (perspective: string, count: number): MissingVote[] => {
    const absent = new Set(
      seats
        .filter((seat) => seat.perspective === perspective)
        .slice(0, count)
        .map(({ memberId }) => memberId),
    )
    const answers = seats.map((seat) => ({ ...seat, answer: answerOf(absent.has(seat.memberId)) }))
    return tallyItem(answers, perspectives, rule).missing
  }
  const there = tallyItem(
    seats.map((seat) => ({ ...seat, answer: 'agree' })),
    perspectives,
    rule,
  )
  const isNew = (vote: MissingVote) =>
    !there.missing.some(({ kind, perspective }) => kind === vote.kind && perspective === vote.perspective)

  return there.perspectives.flatMap(({ perspective, agree: of }) => {
    if (of === 0) {
      const nobody = there.missing.filter((vote) => vote.perspective === perspective)
      return nobody.length > 0 ? [{ perspective, count: 0, of, missing: nobody }] : []
    }
    for (let count = 1; count <= of; count += 1) {
      const missing = missingWithout(perspective, count).filter(isNew)
      if (missing.length > 0) return [{ perspective, count, of, missing }]
    }
    return []
  })
}

function answerOf(isAbsent: boolean): Seat['answer'] {
  return isAbsent ? 'none' : 'agree'
}

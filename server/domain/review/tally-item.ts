import type {
  ItemTally,
  MissingVote,
  PerspectiveCount,
  PositionKind,
  Share,
  VotingRule,
} from '../../../schemas/types.ts'

/** Somebody who may take a position on some words, and what they say of them: recused and replaced ones have no seat. */
export type Seat = {
  readonly memberId: string
  readonly perspective: string
  readonly answer: PositionKind | 'stale' | 'none'
}

type Count = Omit<PerspectiveCount, 'state'>

/** What is counted of a perspective, or of all. */
type Votes = {
  readonly perspective: string | null
  readonly seats: number
  readonly answered: number
  readonly agreeing: number
  readonly disagreeing: number
  /** Those of whom a majority is asked. */
  readonly base: number
}

/**
 * How some words stand under the rule. Pure and total: any seats, perspectives and figures give a tally.
 *
 * | what                   | who is counted                                                          |
 * |------------------------|-------------------------------------------------------------------------|
 * | has answered           | agrees, agrees with a change, disagrees, abstains                       |
 * | has not answered       | has said nothing, or has answered a former wording                      |
 * | agrees                 | agrees, agrees with a change                                            |
 * | is asked to agree      | everybody, except those who abstain where the rule lets them stand aside |
 *
 * | what the rule asks for          | holds when                                                              |
 * |---------------------------------|-------------------------------------------------------------------------|
 * | answers in all                  | as many have answered as the share of all seats, rounded up             |
 * | answers of each perspective     | as many of it have answered as the rule says, or all if it has fewer    |
 * | agreement in all                | as many agree as the share of those who are asked, and one at the least |
 * | agreement of each perspective   | as many of it agree as the share of those of it who are asked           |
 * | no disagreement that blocks     | nobody disagrees of those who may stop it                               |
 * | nobody left out                 | a perspective in `perspectives` has a seat, if anything is asked of it  |
 *
 * | the words are | when                                                                                             |
 * |---------------|--------------------------------------------------------------------------------------------------|
 * | stopped       | something is missing that would be so even if everybody who has not answered agreed              |
 * | waiting       | something is missing, and those who have not answered could give it                              |
 * | ready         | nothing is missing                                                                               |
 *
 * `perspectives` are those that the panel must hear, in order. Any other perspective that has a seat comes after them, and
 * is asked for the same: it is missed only when it has nobody. Counts of what is missing are of the seats.
 */
export function tallyItem(
  seats: readonly Seat[],
  perspectives: readonly string[],
  rule: VotingRule,
): ItemTally {
  const counts = countByPerspective(seats, perspectives)
  const rows = counts.map((count) => ({ count, missing: missingOf(votesOf(count, rule), rule) }))
  const missing = [...missingInAll(counts, rule), ...rows.flatMap((row) => row.missing)]
  return {
    state: stateOf(missing),
    hasChanges: counts.some(({ agreeWithChange }) => agreeWithChange > 0),
    missing,
    perspectives: rows.map((row) => ({ ...row.count, state: stateOfPerspective(row.count, row.missing) })),
  }
}

function stateOf(missing: readonly MissingVote[]): ItemTally['state'] {
  if (missing.some(({ isReachable }) => !isReachable)) return 'stopped'
  return missing.length > 0 ? 'waiting' : 'ready'
}

function stateOfPerspective(count: Count, missing: readonly MissingVote[]): PerspectiveCount['state'] {
  if (seatsOf(count) === 0) return 'absent'
  return ({ stopped: 'stopped', waiting: 'short', ready: 'enough' } as const)[stateOf(missing)]
}

/** Others come by their ids, so that the order of the seats is of no consequence. */
function countByPerspective(seats: readonly Seat[], perspectives: readonly string[]): Count[] {
  const others = [...new Set(seats.map(({ perspective }) => perspective))].sort()
  const counts = new Map<string, Count>()
  for (const perspective of [...perspectives, ...others]) {
    if (counts.has(perspective)) continue
    const none = { agree: 0, agreeWithChange: 0, disagree: 0, abstain: 0, stale: 0, none: 0 }
    counts.set(perspective, { perspective, ...none })
  }
  for (const { perspective, answer } of seats) {
    const count = counts.get(perspective)
    if (count) count[answer] += 1
  }
  return [...counts.values()]
}

function seatsOf({ agree, agreeWithChange, disagree, abstain, stale, none }: Count): number {
  return agree + agreeWithChange + disagree + abstain + stale + none
}

function votesOf(count: Count, { abstention }: VotingRule): Votes {
  const seats = seatsOf(count)
  return {
    perspective: count.perspective,
    seats,
    answered: seats - count.stale - count.none,
    agreeing: count.agree + count.agreeWithChange,
    disagreeing: count.disagree,
    base: abstention === 'aside' ? seats - count.abstain : seats,
  }
}

function missingInAll(counts: readonly Count[], rule: VotingRule): MissingVote[] {
  const all = counts.map((count) => votesOf(count, rule))
  const sum = (of: Exclude<keyof Votes, 'perspective'>) => all.reduce((so, votes) => so + votes[of], 0)
  const [seats, base, answered, agreeing] = [sum('seats'), sum('base'), sum('answered'), sum('agreeing')]
  const votes = { perspective: null, seats, base, answered, agreeing, disagreeing: sum('disagreeing') }
  const { inAll } = rule.majority
  return [
    ...missingFrom('answers-in-all', votes, answered, needOf(rule.quorum.inAll, seats)),
    ...missingFrom('agreement-in-all', votes, agreeing, Math.max(1, inAll ? needOf(inAll, base) : 0)),
  ]
}

function missingOf(votes: Votes, rule: VotingRule): MissingVote[] {
  const { quorum, majority } = rule
  const { perspective, seats, base, answered, agreeing, disagreeing } = votes
  if (seats === 0) {
    const isAsked = quorum.perPerspective > 0 || majority.perPerspective !== null
    const nobody = { perspective, missing: 1, has: 0, of: 0, needed: 1, isReachable: false }
    return isAsked ? [{ kind: 'nobody-left', ...nobody }] : []
  }
  const block = { perspective, missing: disagreeing, has: disagreeing, of: seats, needed: 0 }
  const isBlocked = disagreeing > 0 && mayBlock(perspective, rule)
  const least = majority.perPerspective ? needOf(majority.perPerspective, base) : 0
  return [
    ...missingFrom('answers-of-perspective', votes, answered, Math.min(quorum.perPerspective, seats)),
    ...missingFrom('agreement-of-perspective', votes, agreeing, least),
    ...(isBlocked ? [{ kind: 'blocked' as const, ...block, isReachable: false }] : []),
  ]
}

function mayBlock(perspective: string | null, { blocking }: VotingRule): boolean {
  if (blocking.who === 'perspectives') return blocking.perspectives.some((id) => id === perspective)
  return blocking.who === 'anyMember'
}

function missingFrom(kind: MissingVote['kind'], votes: Votes, has: number, needed: number): MissingVote[] {
  if (has >= needed) return []
  const { perspective, seats, answered } = votes
  const isReachable = has + (seats - answered) >= needed
  return [{ kind, perspective, missing: needed - has, has, of: seats, needed, isReachable }]
}

/**
 * A share of a number of seats, rounded up: two thirds of eleven are eight. In whole numbers, since 0.07 × 100 is more than 7
 * to a computer. A share above one asks for one more than there are, of nobody too, so that it never holds.
 */
export function needOf({ numerator, denominator }: Share, seats: number): number {
  if (!(denominator > 0 && numerator <= denominator)) return seats + 1
  const above = seats * numerator
  const rest = above % denominator
  return (above - rest) / denominator + (rest > 0 ? 1 : 0)
}

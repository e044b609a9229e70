import type { VotingRule } from '../../../schemas/types.ts'

const HALF = { numerator: 1, denominator: 2 }
const TWO_THIRDS = { numerator: 2, denominator: 3 }

const nobodyBlocks: VotingRule['blocking'] = { who: 'nobody', perspectives: [] }

/**
 * The rules that come with the product. In all of them two thirds must have answered, somebody of each perspective too.
 *
 * | rule       | who must agree                            | who may stop it                                |
 * |------------|-------------------------------------------|------------------------------------------------|
 * | consensus  | two thirds in all and of each perspective | a perspective that does not stand behind it    |
 * | two thirds | two thirds in all, half of each           | nobody alone, unless alone in its perspective  |
 * | consent    | somebody                                  | anybody who disagrees                          |
 */
export const VOTING_RULES: Readonly<Record<Exclude<VotingRule['name'], 'own'>, VotingRule>> = {
  consensus: {
    name: 'consensus',
    quorum: { inAll: TWO_THIRDS, perPerspective: 1 },
    majority: { inAll: TWO_THIRDS, perPerspective: TWO_THIRDS },
    blocking: nobodyBlocks,
    abstention: 'aside',
    visibility: 'open',
  },
  twoThirds: {
    name: 'twoThirds',
    quorum: { inAll: TWO_THIRDS, perPerspective: 1 },
    majority: { inAll: TWO_THIRDS, perPerspective: HALF },
    blocking: nobodyBlocks,
    abstention: 'aside',
    visibility: 'open',
  },
  consent: {
    name: 'consent',
    quorum: { inAll: TWO_THIRDS, perPerspective: 1 },
    majority: { inAll: null, perPerspective: null },
    blocking: { who: 'anyMember', perspectives: [] },
    abstention: 'aside',
    visibility: 'open',
  },
}

/**
 * A rule under the name that is its own: one with other figures than those that come with the product under that name is
 * called one's own. Whether answers are hidden goes with any of them.
 */
export function rightlyNamed(rule: VotingRule): VotingRule {
  if (rule.name === 'own') return rule
  const shipped = VOTING_RULES[rule.name]
  return figuresOf(rule) === figuresOf(shipped) ? rule : { ...rule, name: 'own' }
}

function figuresOf({ quorum, majority, blocking, abstention }: VotingRule): string {
  const shares = [quorum.inAll, majority.inAll, majority.perPerspective]
  return JSON.stringify([
    shares.map((share) => share && [share.numerator, share.denominator]),
    quorum.perPerspective,
    blocking.who,
    blocking.perspectives,
    abstention,
  ])
}

export type RuleFault =
  | 'quorum-above-all'
  | 'majority-above-all'
  | 'perspective-majority-above-all'
  | 'blockers-unknown'
  | 'blockers-missing'
  | 'blockers-superfluous'
  | 'nothing-asked'

/**
 * Why a rule makes no sense for a panel of those perspectives; empty when it does. Each code comes once, in this order:
 *
 * | code                           | fault                                                              |
 * |--------------------------------|--------------------------------------------------------------------|
 * | quorum-above-all               | more must answer than there are: the share is above one            |
 * | majority-above-all             | more must agree than there are                                     |
 * | perspective-majority-above-all | more of a perspective must agree than it has                       |
 * | blockers-unknown               | a perspective that is not of the panel may block                   |
 * | blockers-missing               | certain perspectives may block, and none is said                   |
 * | blockers-superfluous           | perspectives are said, and yet everybody or nobody may block       |
 * | nothing-asked                  | nobody has to agree and nobody may stop it: one voice would decide |
 */
export function ruleFaults(rule: VotingRule, perspectives: readonly string[]): RuleFault[] {
  const { quorum, majority, blocking } = rule
  const named = blocking.perspectives
  const isByName = blocking.who === 'perspectives'
  const asksNobody = majority.inAll === null && majority.perPerspective === null
  const faults: readonly (readonly [RuleFault, boolean])[] = [
    ['quorum-above-all', isAboveAll(quorum.inAll)],
    ['majority-above-all', isAboveAll(majority.inAll)],
    ['perspective-majority-above-all', isAboveAll(majority.perPerspective)],
    ['blockers-unknown', isByName && named.some((id) => !perspectives.includes(id))],
    ['blockers-missing', isByName && named.length === 0],
    ['blockers-superfluous', !isByName && named.length > 0],
    ['nothing-asked', asksNobody && (blocking.who === 'nobody' || (isByName && named.length === 0))],
  ]
  return faults.filter(([, isSo]) => isSo).map(([fault]) => fault)
}

function isAboveAll(share: VotingRule['majority']['inAll']): boolean {
  return share !== null && share.numerator > share.denominator
}

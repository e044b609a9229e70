import type { VotingRule } from '../../../schemas/types.ts'
import { rightlyNamed, ruleFaults, VOTING_RULES } from '../../../server/domain/review/voting-rules.ts'
import { DRAWN_RULE, share, SIX } from './panel-in-words.ts'

const { consensus, consent } = VOTING_RULES
const blocking = (who: VotingRule['blocking']['who'], ...perspectives: string[]): VotingRule => ({
  ...consensus,
  blocking: { who, perspectives },
})

test.each(Object.entries(VOTING_RULES))(
  'the rule %s makes sense for any panel, and says its name',
  (name, rule) => {
    expect(ruleFaults(rule, [])).toEqual([])
    expect(rule.name).toBe(name)
  },
)

test.each<[what: string, name: string, rule: VotingRule]>([
  ['the figures that it came with', 'consensus', { ...consensus }],
  ['those figures, and hidden answers', 'consensus', { ...consensus, visibility: 'hidden' }],
  ['another quorum', 'own', { ...consensus, quorum: { inAll: share(3, 4), perPerspective: 1 } }],
  ['another majority', 'own', { ...consensus, majority: { inAll: share(1, 2), perPerspective: null } }],
  ['somebody who may stop', 'own', blocking('anyMember')],
  ['abstentions that count against', 'own', { ...consensus, abstention: 'against' }],
  ['figures of one’s own from the beginning', 'own', { ...consensus, name: 'own' }],
])('consensus with %s is called %s', (_, name, rule) => {
  expect(rightlyNamed(rule)).toEqual({ ...rule, name })
})

test.each<[fault: string, rule: VotingRule, faults: string[]]>([
  ['nothing: the trades board of the panel may stop', DRAWN_RULE, []],
  [
    'more than all must answer',
    { ...consensus, quorum: { inAll: share(3, 2), perPerspective: 1 } },
    ['quorum-above-all'],
  ],
  [
    'more than all must agree, and more than all of each perspective',
    { ...consensus, majority: { inAll: share(5, 4), perPerspective: share(2, 1) } },
    ['majority-above-all', 'perspective-majority-above-all'],
  ],
  [
    'somebody may stop who is not of the panel',
    blocking('perspectives', 'serviceUser'),
    ['blockers-unknown'],
  ],
  ['certain perspectives may stop, and none is said', blocking('perspectives'), ['blockers-missing']],
  [
    'nobody may stop, and yet the trades board may',
    blocking('nobody', 'tradesBoard'),
    ['blockers-superfluous'],
  ],
  [
    'nobody has to agree and nobody may stop it',
    { ...consent, blocking: { who: 'nobody', perspectives: [] } },
    ['nothing-asked'],
  ],
  [
    'nobody has to agree, and those who may stop it are not said',
    { ...consent, blocking: { who: 'perspectives', perspectives: [] } },
    ['blockers-missing', 'nothing-asked'],
  ],
])('what is wrong: %s', (_, rule, faults) => {
  expect(ruleFaults(rule, SIX)).toEqual(faults)
})

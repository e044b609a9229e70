import fc from 'fast-check'
import type { Need } from '../../../schemas/types.ts'
import { tallyNeeds } from '../../../server/domain/workshop/tally-needs.ts'
import { id } from '../../support/build-profile.ts'
import { buildCard } from './build-board.ts'

const card = buildCard()
const DAY_ONE: Need = 'dayOne'
const ON_THE_JOB: Need = 'onTheJob'
const NOT_NEEDED: Need = 'notNeeded'

const tally = (needs: readonly Need[], decision?: Need) =>
  tallyNeeds({
    cards: [card],
    marks: needs.map((need, at) => ({ cardId: card.id, hand: id(`hand${at}`), need })),
    decisions: decision ? [{ cardId: card.id, need: decision }] : [],
  }).get(card.id)

test.each<[string, Need[], Need | undefined, Need | null, string]>([
  ['nobody has answered', [], undefined, null, 'open'],
  ['one says day one', [DAY_ONE], undefined, DAY_ONE, 'leaning'],
  ['three of five say day one', [DAY_ONE, DAY_ONE, DAY_ONE, ON_THE_JOB, NOT_NEEDED], undefined, DAY_ONE, 'leaning'],
  ['two of four say day one: that is half, not more', [DAY_ONE, DAY_ONE, ON_THE_JOB, NOT_NEEDED], undefined, null, 'split'],
  ['two stand against two', [DAY_ONE, DAY_ONE, ON_THE_JOB, ON_THE_JOB], undefined, null, 'split'],
  ['three each say something else', [DAY_ONE, ON_THE_JOB, NOT_NEEDED], undefined, null, 'split'],
  ['all say not needed', [NOT_NEEDED, NOT_NEEDED], undefined, NOT_NEEDED, 'leaning'],
  ['all say not needed, and the group decides on day one', [NOT_NEEDED, NOT_NEEDED], DAY_ONE, DAY_ONE, 'decided'],
  ['they are split, and the group decides', [DAY_ONE, ON_THE_JOB], ON_THE_JOB, ON_THE_JOB, 'decided'],
  ['the group decides before anybody has answered', [], NOT_NEEDED, NOT_NEEDED, 'decided'],
])('when %s', (_, needs, decision, outcome, how) => {
  expect(tally(needs, decision)).toEqual({
    counts: {
      dayOne: needs.filter((need) => need === 'dayOne').length,
      onTheJob: needs.filter((need) => need === 'onTheJob').length,
      notNeeded: needs.filter((need) => need === 'notNeeded').length,
    },
    answered: needs.length,
    outcome,
    isDecided: how === 'decided',
    isSplit: how === 'split',
  })
}) // prettier-ignore

test('the order in which people answer makes no difference', () => {
  const anyNeeds = fc.array(fc.constantFrom(DAY_ONE, ON_THE_JOB, NOT_NEEDED), { maxLength: 12 })
  fc.assert(fc.property(anyNeeds, (needs) => expect(tally(needs)).toEqual(tally(needs.toReversed()))))
})

test('a mark on a card that is no longer there counts nowhere, and every card has its tally', () => {
  const other = buildCard()
  const tallies = tallyNeeds({
    cards: [card, other],
    marks: [{ cardId: id('gone'), hand: id('a'), need: DAY_ONE }],
    decisions: [{ cardId: id('gone'), need: DAY_ONE }],
  })
  expect([...tallies.keys()]).toEqual([card.id, other.id])
  expect([...tallies.values()].map(({ answered, outcome }) => [answered, outcome])).toEqual([[0, null], [0, null]]) // prettier-ignore
})

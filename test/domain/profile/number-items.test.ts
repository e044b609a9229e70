import { groupOutcomes, letter, numberItems } from '../../../server/domain/profile/number-items.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

test('modules, outcomes and criteria are numbered as people say them', () => {
  const outcome = buildOutcome({
    id: id('o'),
    criteria: [buildCriterion({ id: id('a') }), buildCriterion({ id: id('b') })],
  })
  const numbers = numberItems(
    buildProfile({ modules: [buildLink(), buildLink({ id: id('m'), outcomes: [outcome] })] }),
  )
  expect([numbers.get(id('m')), numbers.get(id('o')), numbers.get(id('b'))]).toEqual(['2', '2.1', '2.1 b'])
})

test('outcomes are numbered in the order they are shown: knowledge, skills, responsibility and autonomy', () => {
  const outcomes = (['responsibilityAutonomy', 'skills', 'knowledge', 'skills'] as const).map(
    (category, index) => buildOutcome({ id: id(`o${index}`), category }),
  )
  const profile = buildProfile({ modules: [buildLink({ outcomes })] })
  expect(['o2', 'o1', 'o3', 'o0'].map((name) => numberItems(profile).get(id(name)))).toEqual([
    '1.1',
    '1.2',
    '1.3',
    '1.4',
  ])
  expect(groupOutcomes(profile.modules[0]!.module).map(({ category }) => category)).toEqual([
    'knowledge',
    'skills',
    'responsibilityAutonomy',
  ])
})

test.each([
  [0, 'a'],
  [25, 'z'],
  [26, 'aa'],
  [52, 'ba'],
])('criterion %i has the letter %s', (index, expected) => expect(letter(index)).toBe(expected))

import type { DiffChange, OccupationalProfile } from '../../../schemas/types.ts'
import { diffProfiles } from '../../../server/domain/publishing/diff-profiles.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

/** One mandatory and one optional module, each with one outcome and one criterion. */
function profile(
  change: Partial<Record<'mandatory' | 'optional', Parameters<typeof outcomeIn>[1]>> = {},
): OccupationalProfile {
  return buildProfile({
    modules: (['mandatory', 'optional'] as const).map((obligation) =>
      buildLink(
        {
          id: id(obligation.slice(0, 3)),
          title: obligation,
          outcomes: [outcomeIn(obligation, change[obligation])],
        },
        { obligation },
      ),
    ),
    wordList: [{ id: id('w'), term: 'sele', explanation: 'tyg', translations: [] }],
  })
}

function outcomeIn(module: string, { text = 'lyfta', criterion = 'Visar.', more = [] as string[] } = {}) {
  const letters = [criterion, ...more]
  return buildOutcome({
    id: id(`${module.slice(0, 3)}o`),
    text,
    criteria: letters.map((each, index) =>
      buildCriterion({ id: id(`${module.slice(0, 3)}c${index}`), text: each }),
    ),
  })
}

const former = profile()
const withoutOptional = { ...former, modules: [former.modules[0]!] }
const swapped = (obligation: 'mandatory' | 'optional') => ({
  ...former,
  modules: former.modules.map((link) => ({ ...link, obligation })),
})
const moved = (from: 0 | 1): OccupationalProfile => {
  const [source, target] = [former.modules[from]!, former.modules[1 - from]!]
  const emptied = { ...source, module: { ...source.module, outcomes: [] } }
  const filled = {
    ...target,
    module: { ...target.module, outcomes: [...target.module.outcomes, ...source.module.outcomes] },
  }
  return { ...former, modules: from === 0 ? [emptied, filled] : [filled, emptied] }
}

type Row = [
  what: string,
  before: OccupationalProfile,
  after: OccupationalProfile,
  consequence: DiffChange['consequence'],
]

describe('what a change means for a person who was assessed against the former version', () => {
  test.each<Row>([
    [
      'a mandatory criterion is added: they may lack it',
      former,
      profile({ mandatory: { more: ['Ny.'] } }),
      'major',
    ],
    ['an optional criterion is added', former, profile({ optional: { more: ['Ny.'] } }), 'minor'],
    [
      'a mandatory criterion is reworded and nobody has ruled',
      former,
      profile({ mandatory: { criterion: 'Gör.' } }),
      'major',
    ],
    ['an optional criterion is reworded', former, profile({ optional: { criterion: 'Gör.' } }), 'minor'],
    [
      'a mandatory outcome is reworded and nobody has ruled',
      former,
      profile({ mandatory: { text: 'bära' } }),
      'major',
    ],
    ['a criterion is removed', profile({ mandatory: { more: ['Ny.'] } }), former, 'minor'],
    ['an optional module is added', withoutOptional, former, 'minor'],
    ['an optional module is removed', former, withoutOptional, 'minor'],
    ['an optional module becomes mandatory', former, swapped('mandatory'), 'major'],
    ['a mandatory module becomes optional', former, swapped('optional'), 'minor'],
    ['an outcome moves from an optional module to a mandatory one', former, moved(1), 'major'],
    ['an outcome moves from a mandatory module to an optional one', former, moved(0), 'patch'],
    [
      'a word is explained anew',
      former,
      { ...former, wordList: [{ ...former.wordList[0]!, explanation: 'band' }] },
      'patch',
    ],
    ['the role is described anew', former, { ...former, roleDescription: 'Annat.' }, 'patch'],
    ['a level rationale is reworded', former, { ...former, levelRationale: 'Annat.' }, 'patch'],
  ])('%s', (_, before, after, expected) => {
    const order = ['patch', 'minor', 'major']
    const consequences = diffProfiles(before, after).map(({ consequence }) => consequence)
    expect(consequences.sort((a, b) => order.indexOf(a) - order.indexOf(b)).at(-1)).toBe(expected)
  })

  test.each([
    ['another demand', false, 'major'],
    ['the same demand in other words', true, 'minor'],
  ] as const)('a reworded mandatory criterion that has been ruled %s', (_, equivalent, expected) => {
    const after = profile({ mandatory: { criterion: 'Gör.' } })
    const changes = diffProfiles(former, after, [{ itemId: id('manc0'), equivalent, reason: '' }])
    expect(changes).toMatchObject([
      { kind: 'reworded', before: 'Visar.', after: 'Gör.', consequence: expected },
    ])
  })
})

import type { OccupationalProfile } from '../../../schemas/types.ts'
import { missingFrom } from '../../../server/domain/profile/completeness.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'

const module = (given: Parameters<typeof buildLink>[0]): OccupationalProfile =>
  buildProfile({ modules: [buildLink({ id: id('m'), ...given })] })
const outcome = (given: Parameters<typeof buildOutcome>[0]) =>
  module({ outcomes: [buildOutcome({ id: id('o'), ...given })] })

describe('before a draft can be published', () => {
  test('a whole profile lacks nothing', () => expect(missingFrom(buildProfile())).toEqual([]))

  test.each<[string, OccupationalProfile, string]>([
    ['the profile needs a title', buildProfile({ title: '  ' }), 'no-title profile title'],
    ['the profile needs a level', buildProfile({ seqfLevel: null }), 'no-level profile seqfLevel'],
    [
      'a level comes with its rationale',
      buildProfile({ levelRationale: '' }),
      'no-rationale profile levelRationale',
    ],
    ['there is at least one module', buildProfile({ modules: [] }), 'no-module profile modules'],
    ['a module needs a title', module({ title: '' }), 'no-title module title'],
    ['a module needs a level', module({ seqfLevel: null }), 'no-level module seqfLevel'],
    [
      "a module's level comes with its rationale",
      module({ levelRationale: '' }),
      'no-rationale module levelRationale',
    ],
    ['a module has at least one outcome', module({ outcomes: [] }), 'no-outcome module outcomes'],
    ['an outcome says something', outcome({ text: '\n' }), 'no-text outcome text'],
    ['an outcome has at least one criterion', outcome({ criteria: [] }), 'no-criterion outcome criteria'],
    [
      'a criterion says something',
      outcome({ criteria: [buildCriterion({ text: '' })] }),
      'no-text criterion text',
    ],
    [
      'a word is explained',
      buildProfile({ wordList: [{ id: id('w'), term: 'sele', explanation: '', translations: [] }] }),
      'no-text word explanation',
    ],
    [
      'an item of suitability says something',
      buildProfile({ personalSuitability: [{ id: id('s'), text: '', reason: 'Så är arbetet.' }] }),
      'no-text suitability text',
    ],
  ])('%s', (_, profile, expected) => {
    expect(missingFrom(profile).map(({ code, itemKind, field }) => `${code} ${itemKind} ${field}`)).toEqual([
      expected,
    ])
  })

  test('everything that is missing is named at once, with its item', () => {
    const profile = buildProfile({
      title: '',
      modules: [buildLink({ id: id('m'), title: '', outcomes: [] })],
    })
    expect(missingFrom(profile).map(({ code, itemId }) => [code, itemId])).toEqual([
      ['no-title', profile.id],
      ['no-title', id('m')],
      ['no-outcome', id('m')],
    ])
  })
})

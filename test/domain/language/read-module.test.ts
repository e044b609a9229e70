import { readModule } from '../../../server/domain/language/read-module.ts'
import { buildCriterion, buildModule, buildOutcome } from '../../support/build-profile.ts'

const TEN_WORDS = 'Lyfter en stol och bär den till ett rum här.'

const moduleWith = (...criteria: string[]) =>
  buildModule({
    outcomes: [buildOutcome({ text: TEN_WORDS, criteria: criteria.map((text) => buildCriterion({ text })) })],
  })

describe('the reading of a module', () => {
  test('counts outcomes, criteria and the words in them', () => {
    const { outcomes, criteria, words } = readModule(moduleWith(TEN_WORDS, TEN_WORDS))
    expect({ outcomes, criteria, words }).toEqual({ outcomes: 1, criteria: 2, words: 30 })
  })

  test('gives LIX with its band from thirty words on', () => {
    expect(readModule(moduleWith(TEN_WORDS))).toMatchObject({ lix: null, band: null })
    expect(readModule(moduleWith(TEN_WORDS, TEN_WORDS))).toMatchObject({ lix: 10, band: 'very-easy' })
  })

  test('leaves title, purpose and rationale out', () => {
    const module = moduleWith(TEN_WORDS)
    expect(readModule({ ...module, title: 'Organisationsutveckling', purpose: TEN_WORDS })).toEqual(
      readModule(module),
    )
  })

  test('is empty for an empty module', () => {
    const module = buildModule({ outcomes: [] })
    expect(readModule(module)).toEqual({
      moduleId: module.id,
      outcomes: 0,
      criteria: 0,
      words: 0,
      lix: null,
      band: null,
    })
  })

  test('follows the text even if somebody changes an item in place', () => {
    const module = moduleWith(TEN_WORDS)
    readModule(module)
    module.outcomes[0]!.criteria[0]!.text = 'Lyfter.'
    expect(readModule(module).words).toBe(11)
  })
})

import * as fc from 'fast-check'
import type { Finding, Module, OccupationalProfile } from '../../../schemas/types.ts'
import { lintProfile } from '../../../server/domain/language/lint-profile.ts'
import { readModule } from '../../../server/domain/language/read-module.ts'
import { missingFrom } from '../../../server/domain/profile/completeness.ts'
import { editDraft } from '../../../server/domain/profile/edit-draft.ts'
import { idOf, itemsOf } from '../../../server/domain/profile/items.ts'
import { buildVariedProfile, commandFor } from '../../support/arbitrary-edits.ts'
import {
  buildCriterion,
  buildLink,
  buildModule,
  buildOutcome,
  buildProfile,
  id,
} from '../../support/build-profile.ts'
import { labelledSentences } from './labelled-sentences.ts'

const sentences = labelledSentences.map(([, , , , text]) => text)
const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule)

/** Texts that differ, and about which there is nothing to say. */
const PLAIN = [
  'Serverar soppan i djupa tallrikar.',
  'Ringer taxi åt gästen vid stängning.',
  'Räknar lagret varje fredag.',
  'Viker servetter i tre led.',
  'Sorterar kvitton efter datum.',
  'Vattnar plantorna före lunch.',
  'Klipper häcken längs vägen.',
  'Målar räcket med rostskydd.',
  'Hänger tvätten på linan.',
  'Kör varor mellan lagren.',
]
const criteria = (count: number, from = 0) =>
  PLAIN.slice(from, from + count).map((text) => buildCriterion({ text }))

/** Outcomes with a criterion each, about which there is nothing to say. */
const outcomes = (count: number) =>
  PLAIN.slice(0, count).map((text, index) =>
    buildOutcome({
      text: `${text.slice(0, -1)} i butik ${index}`,
      criteria: [buildCriterion({ text: `${text.slice(0, -1)} på station ${index}.` })],
    }),
  )

const profileWith = (given: Partial<Module>, profile: Partial<OccupationalProfile> = {}) =>
  buildProfile({ ...profile, modules: [buildLink({ outcomes: outcomes(3), ...given })] })

const lint = (given: Partial<Module>, profile?: Partial<OccupationalProfile>) =>
  lintProfile(profileWith(given, profile))

const place = ({ itemKind, itemId, field }: { itemKind: string; itemId: string; field: string }) =>
  `${itemKind} ${itemId} ${field}`

/** Outcomes of which the first has these criteria. */
const using = (...texts: string[]) => [
  buildOutcome({ text: 'Ge första hjälpen', criteria: texts.map((text) => buildCriterion({ text })) }),
  ...outcomes(2),
]

const wordListOf = (term: string) => ({
  wordList: [{ id: id(), term, explanation: 'Förklaring.', translations: [] }],
})

/** A profile's findings when one criterion says the one and a later one the other. */
const twice = (one: string, other: string) => {
  const [first, second, third] = outcomes(3)
  return lint({
    outcomes: [
      { ...first!, criteria: [buildCriterion({ text: one })] },
      { ...second!, criteria: [...criteria(1, 8), buildCriterion({ text: other })] },
      third!,
    ],
  })
}

const suitabilityItem = (text: string) => ({ id: id(), text, reason: 'Bussen går på minuten.' })

function withLevel(
  profile: OccupationalProfile,
  which: number,
  seqfLevel: number | null,
): OccupationalProfile {
  const modules = profile.modules.map((link, index) =>
    index === which % profile.modules.length ? { ...link, module: { ...link.module, seqfLevel } } : link,
  )
  return { ...profile, modules }
}

describe('a profile', () => {
  test('about which there is nothing to say gets no advice', () => {
    expect(lint({})).toEqual([])
  })

  test('gets an error for everything that it lacks, and no other error', () => {
    const profile = buildProfile({
      levelRationale: '',
      modules: [
        buildLink({ title: '', seqfLevel: null, outcomes: [] }),
        buildLink({ levelRationale: '', outcomes: [buildOutcome({ text: '', criteria: [] })] }),
        buildLink({ outcomes: [buildOutcome({ criteria: [buildCriterion({ text: '' })] })] }),
      ],
      wordList: [{ id: id(), term: 'HLR', explanation: '', translations: [] }],
    })
    const errors = lintProfile(profile).filter(({ severity }) => severity === 'error')
    expect(errors.map(place).sort()).toEqual(missingFrom(profile).map(place).sort())
    expect(new Set(rulesOf(errors))).toEqual(new Set(['structure/incomplete', 'level/rationale-missing']))
    expect(errors.filter(({ rule }) => rule === 'level/rationale-missing')).toHaveLength(2)
  })

  test('is read in the order of the text, outcomes by category', () => {
    const profile = buildProfile({
      title: 'Psykolog',
      personalSuitability: [{ id: id('suit'), text: 'Är social.', reason: '' }],
      modules: [
        buildLink({
          id: id('module'),
          title: 'Hygien, nivå 2',
          outcomes: [
            buildOutcome({ id: id('skill'), text: 'Behärska maskinen', criteria: [] }),
            buildOutcome({
              id: id('know'),
              category: 'knowledge',
              text: 'Använda HLR på olika sätt',
              criteria: [buildCriterion({ id: id('crit'), text: 'Förstår.' })],
            }),
          ],
        }),
      ],
      wordList: [{ id: id('word'), term: '', explanation: 'x', translations: [] }],
    })
    const ids = lintProfile(profile).map(({ itemId }) => itemId)
    expect([...new Set(ids)]).toEqual([
      profile.id,
      id('suit'),
      id('module'),
      id('know'),
      id('crit'),
      id('skill'),
      id('word'),
    ])
  })

  test('is judged by its own stem', () => {
    const module = {
      outcomes: [...outcomes(2), buildOutcome({ text: 'En värd kan duka', criteria: criteria(1) })],
    }
    expect(rulesOf(lint(module, { outcomeStem: 'En värd kan' }))).toEqual(['wording/repeated-stem'])
    expect(rulesOf(lint(module))).toEqual([])
  })

  test('is spoken of in Swedish or English', () => {
    const profile = profileWith({ title: 'Hygien, nivå 2' })
    expect(lintProfile(profile)[0]?.message).toBe('Nivån har ett eget fält')
    expect(lintProfile(profile, { locale: 'en' })[0]?.message).toBe('The level has its own field')
    expect(lintProfile(profile)[0]?.message).toBe('Nivån har ett eget fält')
  })
})

describe('a module', () => {
  test.each([
    [1, 'hint', '1 läranderesultat'],
    [2, 'hint', '2 läranderesultat'],
    [3, undefined, undefined],
    [6, undefined, undefined],
    [7, 'hint', '7 läranderesultat'],
    [8, 'hint', '8 läranderesultat'],
    [9, 'warning', '9 läranderesultat'],
  ])('with %i outcomes gets: %s', (count, severity, message) => {
    const finding = lint({ outcomes: outcomes(count) }).find(({ rule }) => rule === 'structure/outcome-count')
    expect({ severity: finding?.severity, message: finding?.message }).toEqual({ severity, message })
  })

  test.each([
    [6, undefined],
    [7, 'hint'],
    [9, 'hint'],
    [10, 'warning'],
  ])('with %i criteria for an outcome gets: %s', (count, severity) => {
    const [first, ...others] = outcomes(3)
    const findings = lint({ outcomes: [{ ...first!, criteria: criteria(count) }, ...others] })
    expect(findings.find(({ rule }) => rule === 'structure/criteria-count')?.severity).toBe(severity)
  })

  test.each([
    [1, 'Städar golvet.', true],
    [2, 'Städar golvet.', true],
    [2, 'Städar golvet under handledning.', false],
    [2, 'Städar golvet enligt en enkel instruktion.', false],
    [3, 'Städar golvet.', false],
    [null, 'Städar golvet.', false],
  ])('at level %s with ”%s” among its criteria: guidance is missed: %s', (seqfLevel, text, missed) => {
    const [first, ...others] = outcomes(3)
    const module = { seqfLevel, outcomes: [{ ...first!, criteria: [buildCriterion({ text })] }, ...others] }
    expect(rulesOf(lint(module)).includes('level/autonomy-mismatch')).toBe(missed)
  })

  test.each([
    [4, 50, undefined, undefined],
    [5, 60, 'hint', 'LIX 60, mycket svår'],
    [6, 70, 'warning', 'LIX 70, mycket svår'],
  ])('in which %i of ten words are long has LIX %i and gets: %s', (long, lix, severity, message) => {
    const text = Array.from({ length: 10 }, (_, index) => (index < long ? 'tallrik' : 'fat')).join(' ')
    const outcome = () => buildOutcome({ text, criteria: [buildCriterion({ text })] })
    const module = buildModule({ outcomes: [outcome(), outcome(), outcome()] })
    expect(readModule(module).lix).toBe(lix)
    const findings = lintProfile(buildProfile({ modules: [{ obligation: 'mandatory', module }] }))
    const finding = findings.find(({ rule }) => rule === 'readability/lix')
    expect({ severity: finding?.severity, message: finding?.message }).toEqual({ severity, message })
  })
})

describe('a trade word', () => {
  test('is asked about where it is first used, and only there', () => {
    const texts = ['Utför HLR i två minuter.', 'Larmar och startar HLR-dockan.', 'Ringer efter LSS-beslut.']
    const findings = lint({ outcomes: using(...texts) }).filter(({ rule }) => rule.startsWith('vocabulary/'))
    expect(findings.map(({ reason }) => reason.slice(0, 8))).toEqual(['”HLR” är', '”LSS-bes'])
  })

  test.each([
    ['HLR', 'Utför HLR i två minuter.'],
    ['hlr', 'Utför HLR i två minuter.'],
    ['Hjärt- och lungräddning, HLR', 'Utför HLR i två minuter.'],
    ['HLR', 'Startar HLR-dockan.'],
    ['Delegering', 'Ger medicin efter delegeringen.'],
    ['lex Sarah', 'Skriver en rapport enligt lex Sarah.'],
  ])('is explained by ”%s” in the word list: %s', (term, text) => {
    expect(rulesOf(lint({ outcomes: using(text) }))).toEqual(['vocabulary/unexplained-term'])
    expect(rulesOf(lint({ outcomes: using(text) }, wordListOf(term)))).toEqual([])
  })
})

describe('the same wording', () => {
  test('twice in a profile is a warning on the later one, with the number of the former', () => {
    expect(twice('Dukar bordet för sex.', 'dukar bordet för  sex')).toMatchObject([
      { rule: 'wording/duplicate', severity: 'warning', start: 0, end: 21, message: 'Står redan i 1.1 a' },
    ])
  })

  test('nearly twice is a hint that shows the former', () => {
    const [finding] = twice('Tvättar händerna före varje måltid.', 'Tvätta händer före varje måltid.')
    expect(finding).toMatchObject({ rule: 'wording/duplicate', severity: 'hint', message: 'Liknar 1.1 a' })
    expect(finding?.reason).toContain('”Tvättar händerna före varje måltid.”')
  })

  test('is the same with and without the stem', () => {
    expect(rulesOf(twice('duka bordet för sex', 'Deltagaren kan duka bordet för sex.'))).toEqual([
      'wording/repeated-stem',
      'wording/duplicate',
    ])
  })

  test('counts among suitability items by themselves', () => {
    const personalSuitability = ['a', 'b'].map(() => suitabilityItem('Kommer i tid till bussen.'))
    expect(lint({}, { personalSuitability })).toMatchObject([
      { rule: 'wording/duplicate', message: 'Står redan här', itemId: personalSuitability[1]!.id },
    ])
  })
})

describe('what is remembered between two readings', () => {
  const choices = fc.array(
    fc.record({
      act: fc.constantFrom('amend', 'amend', 'add', 'move', 'remove'),
      which: fc.nat(1000),
      where: fc.nat(1000),
      text: fc.constantFrom(...sentences),
      level: fc.option(fc.integer({ min: 1, max: 8 })),
      stem: fc.constantFrom('Deltagaren kan', 'Individen ska kunna'),
      locale: fc.constantFrom('sv' as const, 'en' as const),
    }),
    { maxLength: 12 },
  )

  test('never shows: the same profile gets the same advice, whatever was read before', () => {
    fc.assert(
      fc.property(choices, (edits) => {
        let profile = buildVariedProfile()
        for (const { level, stem, locale, ...choice } of edits) {
          const result = editDraft(profile, commandFor(profile, choice))
          if (result.ok) profile = { ...withLevel(result.next, choice.which, level), outcomeStem: stem }
          expect(lintProfile(profile, { locale })).toEqual(lintProfile(structuredClone(profile), { locale }))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('follows a text that somebody changes in place', () => {
    const profile = profileWith({})
    expect(lintProfile(profile)).toEqual([])
    for (const { kind, item } of itemsOf(profile)) if (kind === 'criterion') item.text = 'Förstår.'
    expect(new Set(rulesOf(lintProfile(profile)))).toEqual(
      new Set(['wording/vague-verb', 'wording/duplicate']),
    )
  })

  test('cannot be spoilt by whoever got a finding', () => {
    const [finding] = lint({ title: 'Hygien, nivå 2' })
    expect(() => Object.assign(finding!, { message: 'x' })).toThrow(TypeError)
  })

  test('speaks of the item that it is asked about, though two profiles share a module', () => {
    const link = buildLink({
      outcomes: [buildOutcome({ text: 'Förstår', criteria: criteria(1) }), ...outcomes(2)],
    })
    const [low, high] = ['Deltagaren kan', 'Förstår'].map((outcomeStem) =>
      lintProfile(buildProfile({ id: id(outcomeStem.slice(0, 9)), outcomeStem, modules: [link] })),
    )
    expect(low!.map(({ itemId }) => itemId)).toEqual([idOf(link.module.outcomes[0]!)])
    expect(high).toEqual(low)
  })
})

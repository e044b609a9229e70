import * as fc from 'fast-check'
import { lintItem, type LintItem } from '../../../server/domain/language/lint-item.ts'
import { labelledSentences } from './labelled-sentences.ts'

const criterion = (text: string, given: Partial<LintItem> = {}): LintItem => ({
  id: 'x',
  kind: 'criterion',
  category: 'skills',
  seqfLevel: 3,
  text,
  ...given,
})

describe('advice on one text', () => {
  test('says what, where and why, in Swedish unless asked for English', () => {
    const item = criterion('Har kunskap om hygien.')
    expect(lintItem(item)).toEqual([
      {
        rule: 'wording/vague-verb',
        severity: 'warning',
        itemKind: 'criterion',
        itemId: 'x',
        field: 'text',
        start: 0,
        end: 14,
        message: 'Går det att se?',
        reason:
          '”Har kunskap om” händer inne i en person. Skriv vad någon gör, till exempel ”redogör för” eller ”ger exempel på”, så att två bedömare ser samma sak.',
        fix: { label: 'Byt till ”Redogör för”', texts: ['Redogör för hygien.'] },
      },
    ])
    expect(lintItem(item, { locale: 'en' })[0]).toMatchObject({
      message: 'Can it be seen?',
      fix: { label: 'Change to “Redogör för”', texts: ['Redogör för hygien.'] },
    })
  })

  test('comes in the order of the text', () => {
    const text = 'Deltagaren kan förstå och analysera HLR på ett bra sätt.'
    expect(lintItem(criterion(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Deltagaren kan',
      'förstå',
      'och analysera',
      'analysera',
      'HLR',
      'bra',
    ])
  })

  test.each([
    ['an inner state', 'Förstår hur hissen fungerar.', 'warning'],
    ['an intention', 'Försöker hålla tiden.', 'warning'],
    ['no verb at all', 'Kunskap om hissar.', 'warning'],
    ['a borderline verb', 'Beaktar gästernas allergier.', 'hint'],
    ['a trait', 'Är lyhörd för gästen.', 'hint'],
    ['a verb that is not on the agreed list', 'Gillar att möta kunder.', 'hint'],
    ['an inner state with something visible beside it', 'Förstår och följer reglerna.', 'hint'],
  ])('warns or hints about a vague criterion: %s', (_, text, severity) => {
    const finding = lintItem(criterion(text)).find(({ rule }) => rule === 'wording/vague-verb')
    expect(finding?.severity).toBe(severity)
  })

  test.each([
    ['knowledge', undefined],
    ['skills', 'hint'],
    ['responsibilityAutonomy', 'hint'],
  ] as const)('is soft on outcomes: ”Förstår …” for %s gets %s', (category, severity) => {
    const findings = lintItem(criterion('Förstår hur hissen fungerar.', { kind: 'outcome', category }))
    expect(findings[0]?.severity).toBe(severity)
  })

  test('lets an outcome join verbs, and a level be unknown', () => {
    expect(lintItem(criterion('Förbereda och servera frukost.', { kind: 'outcome' }))).toEqual([])
    expect(lintItem(criterion('Analyserar svinnet.', { seqfLevel: null }))).toEqual([])
  })

  test.each([
    ['moduleTitle', 'Hygien, nivå 2', 'module', 'title'],
    ['profileTitle', 'Undersköterska', 'profile', 'title'],
    ['suitability', 'Är social.', 'suitability', 'text'],
  ] as const)('names the field of a %s', (kind, text, itemKind, field) => {
    const [finding] = lintItem({ id: 'x', kind, text, reason: 'Kunderna är många.' })
    expect(finding).toMatchObject({ itemKind, field })
  })

  test('points at the reason of a suitability item where the reason is at fault', () => {
    const item = { id: 'x', kind: 'suitability', text: 'Är social.', reason: 'Det är trevligt.' } as const
    expect(lintItem(item).map(({ field, start, end }) => [field, start, end])).toEqual([
      ['text', 0, 9],
      ['reason', 0, 16],
    ])
  })

  test.each(['', ' ', '…', '\n'])('is none about an empty text: %j', (text) => {
    expect(lintItem(criterion(text))).toEqual([])
  })

  test('lies within the text and says something, whatever the text', () => {
    const words = labelledSentences.flatMap(([, , , , text]) => text.split(' '))
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom(...words, 'och', ',', '.', '\u00ad', 'HLR'), { maxLength: 30 })
        .map((all) => all.join(' ')),
    )
    const kind = fc.constantFrom('criterion', 'outcome', 'suitability', 'moduleTitle', 'profileTitle')
    fc.assert(
      fc.property(text, kind, text, fc.integer({ min: 1, max: 8 }), (value, kindOf, reason, seqfLevel) => {
        const item = criterion(value, { kind: kindOf, reason, seqfLevel })
        for (const { field, start, end, message, reason: why } of lintItem(item)) {
          const { length } = field === 'reason' ? reason : value
          expect(0 <= start && start <= end && end <= length).toBe(true)
          expect(message + why).not.toMatch(/[{}]|undefined/u)
        }
      }),
      { numRuns: 500 },
    )
  })
})

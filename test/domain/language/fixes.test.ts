import * as fc from 'fast-check'
import type { Finding } from '../../../schemas/types.ts'
import { lintItem, type LintItem } from '../../../server/domain/language/lint-item.ts'
import { labelledSentences } from './labelled-sentences.ts'

const criterion = (text: string, seqfLevel = 3): LintItem => ({
  id: '',
  kind: 'criterion',
  category: 'skills',
  seqfLevel,
  text,
})

function fixOf(rule: string, text: string, seqfLevel?: number): Finding['fix'] {
  return lintItem(criterion(text, seqfLevel)).find((finding) => finding.rule === rule)?.fix
}

describe('a vague verb', () => {
  test.each([
    [
      'Har kunskap om hur lås, bromsar och sele kontrolleras.',
      'Redogör för hur lås, bromsar och sele kontrolleras.',
    ],
    ['Har goda kunskaper om reglerna på arbetsplatsen.', 'Redogör för reglerna på arbetsplatsen.'],
    ['förstår varför grytor kyls ned', 'förklarar varför grytor kyls ned'],
    ['Kan förstå varför grytor kyls ned.', 'Kan förklara varför grytor kyls ned.'],
    ['Deltagaren kan ha kunskap om hygien.', 'Deltagaren kan redogöra för hygien.'],
    ['Förstår vikten av att hålla tider.', 'Förklarar vikten av att hålla tider.'],
    ['Känner ganska väl till var dukar förvaras.', 'Anger var dukar förvaras.'],
    ['Känner till hur hissen startas.', 'Beskriver hur hissen startas.'],
    ['Är väl medveten om att tystnadsplikten gäller.', 'Förklarar att tystnadsplikten gäller.'],
    ['Är medveten om risken med lösa sladdar.', 'Beskriver risken med lösa sladdar.'],
    ['Vet vem som ansvarar för nycklarna.', 'Anger vem som ansvarar för nycklarna.'],
    ['Bekantar sig med butikens sortiment.', 'Beskriver butikens sortiment.'],
    ['Kunskap om hur man hanterar kemikalier.', 'Redogör för hur man hanterar kemikalier.'],
    ['Försöker lugna ett barn som gråter.', 'Lugnar ett barn som gråter.'],
    ['Försöker alltid hålla rösten lugn.', 'Håller alltid rösten lugn.'],
    ['Strävar efter att hålla arbetsytan ren.', 'Håller arbetsytan ren.'],
    ['Lär sig att sortera avfall i fyra kärl.', 'Sorterar avfall i fyra kärl.'],
    ['Har förmåga att planera sin dag.', 'Planerar sin dag.'],
    ['Har förstått riskerna med lut.', 'Förklarar riskerna med lut.'],
  ])('”%s” can become ”%s”', (text, fixed) => {
    expect(fixOf('wording/vague-verb', text)?.texts).toEqual([fixed])
  })

  test('names the new verb on the button', () => {
    expect(fixOf('wording/vague-verb', 'har kunskap om hygien')?.label).toBe('Byt till ”Redogör för”')
  })

  test('gets a verb that fits the level', () => {
    expect(fixOf('wording/vague-verb', 'Förstår varför grytor kyls ned.', 2)?.texts).toEqual([
      'Beskriver varför grytor kyls ned.',
    ])
    expect(fixOf('wording/vague-verb', 'Förstår varför grytor kyls ned.', 1)?.texts).toEqual([
      'Anger varför grytor kyls ned.',
    ])
  })

  test.each([
    'Förstår instruktioner.',
    'Behärskar kassasystemet.',
    'Har kunskap om och följer reglerna.',
    'Känner till.',
    'Beaktar gästernas allergier.',
    'Är trygg i mötet med kunder.',
    'Försöker förstå kunden.',
    'Försöker vara lugn.',
    'Försöker lyssna och svara.',
    'Har under veckan lärt sig kassan.',
    'Vid motgångar försöker hen hålla humöret uppe.',
  ])('has no button where the sentence could get worse: ”%s”', (text) => {
    expect(fixOf('wording/vague-verb', text)).toBeUndefined()
    expect(lintItem(criterion(text)).map(({ rule }) => rule)).toContain('wording/vague-verb')
  })
})

describe('two actions', () => {
  test.each([
    ['Dukar bordet och serverar maten.', ['Dukar bordet.', 'Serverar maten.']],
    ['dukar bordet samt serverar maten', ['dukar bordet', 'serverar maten']],
    ['tvättar och klär personen på morgonen', ['tvättar personen på morgonen', 'klär personen på morgonen']],
    ['Kan sadla och tränsa hästen.', ['Kan sadla hästen.', 'Kan tränsa hästen.']],
    [
      'Deltagaren kan duka bordet och servera maten.',
      ['Deltagaren kan duka bordet.', 'Deltagaren kan servera maten.'],
    ],
    ['2. Filar en kant och putsar ytan.', ['Filar en kant.', 'Putsar ytan.']],
    ['Lyssnar på kunden och föreslår en lösning.', ['Lyssnar på kunden.', 'Föreslår en lösning.']],
    [
      'Deltar i mötet och berättar vad som hände under natten.',
      ['Deltar i mötet.', 'Berättar vad som hände under natten.'],
    ],
  ])('in ”%s” can become %j', (text, halves) => {
    expect(fixOf('wording/several-actions', text)?.texts).toEqual(halves)
  })

  test.each([
    'Hämtar lakan och viker dem.',
    'Mäter virket och kapar det.',
    'Frågar en kollega eller slår upp felkoden.',
    'Lyssnar och hjälper kunden.',
    'Känner till och följer reglerna.',
    'Skalar löken, hackar den och steker den.',
    'Tvättar bilen och vaxar lacken och polerar fälgarna.',
    'Kontrollerar att hjulen är låsta och ringer vaktmästaren.',
    'Öppnar butiken och sedan räknar hen kassan.',
    'Utvärderar arbetet och finner då brister.',
    'Disken sköljs och torkas.',
    'Ringer det, svarar hen och skriver upp numret.',
  ])('are not split where a half would not stand alone: ”%s”', (text) => {
    expect(fixOf('wording/several-actions', text)).toBeUndefined()
    expect(lintItem(criterion(text)).map(({ rule }) => rule)).toContain('wording/several-actions')
  })
})

describe('any fix', () => {
  const stems = ['', 'Deltagaren kan ', 'Kan ', 'Deltagaren ska kunna ']
  const text = fc
    .tuple(fc.constantFrom(...labelledSentences), fc.constantFrom(...stems))
    .map(([[, , , , sentence], stem]) =>
      stem === '' ? sentence : stem + sentence.charAt(0).toLowerCase() + sentence.slice(1),
    )

  test('removes the finding it belongs to and puts words in its place', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 6 }), (before, level) => {
        for (const { rule, fix } of lintItem(criterion(before, level))) {
          for (const after of fix?.texts ?? []) {
            expect(after.trim()).not.toBe('')
            expect(lintItem(criterion(after, level)).map((finding) => finding.rule)).not.toContain(rule)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('keeps the capital and the full stop of the sentence', () => {
    fc.assert(
      fc.property(text, (before) => {
        for (const { fix } of lintItem(criterion(before))) {
          for (const after of fix?.texts ?? []) {
            expect(after.charAt(0) === after.charAt(0).toUpperCase()).toBe(
              before.charAt(0) === before.charAt(0).toUpperCase(),
            )
            expect(after.endsWith('.')).toBe(before.endsWith('.'))
          }
        }
      }),
    )
  })
})

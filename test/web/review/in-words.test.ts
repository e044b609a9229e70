import type { CompositionHint } from '../../../schemas/types.ts'
import {
  headingInWords,
  hintsInWords,
  marksInWords,
  marksOf,
  reviewInWords,
  type Mark,
} from '../../../web/review/in-words.ts'
import { lengthInWords, meetingInWords } from '../../../web/review/time-in-words.ts'
import { aPart, aReview, aTally, theParts } from './a-review.ts'

const all = ['aaa', 'aaa', 'a', 'a', 'aa', 'a']
const ready = (number: string) => aPart({ number, title: `Modul ${number}`, marks: all })
const waiting = (number: string) => ({ ...ready(number), state: 'waiting' as const })

test.each([
  ['as the mock-up has it', theParts(), 'Fyra av åtta moduler är klara att anta'],
  ['of which one is ready', [ready(''), ready('1'), waiting('2')], 'En av två moduler är klar att anta'],
  [
    'of which none is ready',
    [ready(''), waiting('1'), waiting('2')],
    'Ingen av två moduler är klar att anta',
  ],
  [
    'of which all are ready, but not the rest',
    [waiting(''), ready('1'), ready('2')],
    'Modulerna är klara att anta, men inte delen om yrket',
  ],
  ['with everything ready', [ready(''), ready('1')], 'Allt är klart att anta'],
])('the heading says how much is ready of a text %s', (_which, parts, heading) => {
  expect(headingInWords(aTally({ parts }))).toBe(heading)
})

test.each([
  [0, 'Ingen av elva har svarat på allt'],
  [1, 'En av elva har svarat på allt'],
  [6, 'Sex av elva har svarat på allt'],
])('when positions are hidden and %i have answered, the heading says no more', (answered, heading) => {
  expect(headingInWords(aTally({ isHidden: true, answered }))).toBe(heading)
})

test.each<[Mark[], string]>([
  [['agree', 'agree', 'disagree'], '2 instämmer, 1 instämmer inte'],
  [['none', 'agreeWithChange'], '1 instämmer med ändring, 1 inget svar'],
  [['abstain', 'stale'], '1 avstår, 1 har svarat på en äldre ordalydelse'],
  [['answered', 'answered', 'none'], '1 inget svar, 2 har svarat'],
  [[], 'ingen kan ta ställning'],
])('the marks %j are read as a sentence', (marks, words) => {
  expect(marksInWords(marks)).toBe(words)
})

test('a count becomes as many marks as it counts', () => {
  const count = { agree: 2, agreeWithChange: 0, disagree: 1, abstain: 0, stale: 0, none: 1 }
  expect(marksOf({ perspective: 'employee', state: 'short', ...count })).toEqual([
    'agree',
    'agree',
    'disagree',
    'none',
  ])
})

test.each<[CompositionHint['code'], Partial<CompositionHint>, string]>([
  ['too-few', { count: 1, limit: 8 }, 'Panelen har 1 ledamot. Räkna med minst 8.'],
  ['too-few', { count: 5, limit: 8 }, 'Panelen har 5 ledamöter. Räkna med minst 8.'],
  [
    'too-many',
    { count: 17, limit: 15 },
    'Panelen har 17 ledamöter. Fler än 15 gör det svårt för alla att komma till tals.',
  ],
  ['perspective-missing', { perspective: 'tradesBoard' }, 'Yrkesnämnd: ingen ledamot än.'],
  [
    'perspective-alone',
    { perspective: 'tradesBoard' },
    'Yrkesnämnd: en ledamot och ingen ersättare. Blir den ledamoten sjuk saknas perspektivet.',
  ],
  [
    'perspective-dominates',
    { perspective: 'employer', count: 6 },
    'Arbetsgivare: 6 ledamöter, mer än hälften av panelen.',
  ],
  ['no-substitute', {}, 'Panelen har ingen ersättare.'],
  [
    'one-organisation',
    { perspective: 'employer' },
    'Arbetsgivare: alla ledamöter kommer från samma organisation.',
  ],
])('the hint %s of %j is a sentence', (code, values, words) => {
  const hint = { code, perspective: null, count: 0, limit: 0, ...values }
  expect(hintsInWords([hint], aReview().perspectives)).toEqual([words])
})

test('what is to be thought about several perspectives is said once', () => {
  const hint = (perspective: string) =>
    ({ code: 'perspective-alone', perspective, count: 1, limit: 2 }) as const
  expect(hintsInWords([hint('industryBody'), hint('tradesBoard')], aReview().perspectives)).toEqual([
    'Branschorganisation och yrkesnämnd: en ledamot var och ingen ersättare. Blir en av dem sjuk saknas perspektivet.',
  ])
})

test.each([
  [0, '0 minuter'],
  [1, '1 minut'],
  [59, '59 minuter'],
  [60, '1 timme'],
  [47 * 60, '47 timmar'],
  [48 * 60, '2 dagar'],
  [9 * 24 * 60, '9 dagar'],
])('a clock that has gone for %i minutes has gone for %s', (minutes, words) => {
  expect(lengthInWords(minutes)).toBe(words)
})

test.each([
  ['2026-10-21T07:00:00Z', '2026-10-21T10:30:00Z', 'onsdag 21 oktober, kl. 9.00–12.30'],
  ['2027-01-13T12:00:00Z', '2027-01-14T14:00:00Z', 'onsdag 13 januari 2027, kl. 13.00–14 januari 2027 15.00'],
])('a meeting from %s to %s is %s', (startsAt, endsAt, words) => {
  expect(meetingInWords({ startsAt, endsAt }, '2026-10-14T09:00:00Z')).toBe(words)
})

test('the editor is told where the panel is, and that writing goes on', () => {
  const { round } = aReview()
  expect(reviewInWords({ status: 'open', round })).toBe('Panelen granskar omgång 2. Du kan skriva vidare.')
  expect(reviewInWords({ status: 'preparing', round: null })).toBe(
    'Profilen är inlämnad till panelen. Du kan skriva vidare.',
  )
})

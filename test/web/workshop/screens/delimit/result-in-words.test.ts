import type { Need } from '../../../../../schemas/types.ts'
import { tallyNeeds, type NeedTally } from '../../../../../server/domain/workshop/tally-needs.ts'
import {
  countsInWords,
  marksOf,
  namesInWords,
  resultInWords,
} from '../../../../../web/workshop/screens/delimit/result-in-words.ts'

const NEEDS: Record<string, Need> = { d: 'dayOne', j: 'onTheJob', n: 'notNeeded' }
const board = (answers: string) => ({
  cards: [{ id: 'c', kind: 'skills' as const, text: 'Lyfta', by: 'h0', themeId: null, isAside: false }],
  marks: answers.split('').map((answer, at) => ({ cardId: 'c', hand: `h${at}`, need: NEEDS[answer]! })),
  decisions: [],
})
const tally = (answers: string): NeedTally => tallyNeeds(board(answers)).get('c')!

test.each([
  ['dddddj', 6, 'Från dag ett, 5 av 6'],
  ['dddddd', 6, 'Från dag ett, alla'],
  ['ddddd', 6, 'Från dag ett, 5 av 6'],
  ['djjjjn', 6, 'Lärs på jobbet, 4 av 6'],
  ['nnnnnj', 6, 'Behövs inte, 5 av 6'],
  ['dddjjj', 6, 'Tre mot tre'],
  ['dn', 6, 'En mot en'],
  ['ddjjnn', 6, 'Delade meningar'],
  ['dddjjn', 6, 'Delade meningar'],
  ['ddddj', 4, 'Från dag ett, 4 av 5'],
  ['', 6, 'Ingen har svarat än.'],
])('the answers %s of %i come to "%s"', (answers, people, words) => {
  expect(resultInWords(tally(answers), people)).toBe(words)
})

test('the chart has a mark for each answer, and an empty place for each that is missing', () => {
  expect(marksOf(tally('djd'), 5)).toEqual(['dayOne', 'dayOne', 'onTheJob', 'none', 'none'])
  expect(marksOf(tally('ddd'), 2)).toEqual(['dayOne', 'dayOne', 'dayOne'])
})

test.each([
  ['dddddj', '5 från dag ett, 1 lärs på jobbet'],
  ['ddddd', '5 från dag ett, 1 har inte svarat'],
])('for those who do not see the chart %s is "%s"', (answers, words) => {
  expect(countsInWords(tally(answers), 6)).toBe(words)
})

describe('who has answered what', () => {
  const members = ['Fatima', 'Jonas', 'Du'].map((name, at) => ({ seatId: `s${at}`, name, perspective: 'AT' }))
  const authors = { h0: 's0', h1: 's1', h2: 's2' }
  const anonymity = { silentCollect: true, namedPhases: ['delimit' as const], namesInMinutes: false }

  test('is said where the phase shows names', () => {
    expect(namesInWords(board('djd'), 'c', { members, authors, anonymity }, 'h2')).toEqual([
      'Från dag ett: Fatima och du',
      'Lärs på jobbet: Jonas',
    ])
  })

  test('is not said in a phase without names, whatever else is known', () => {
    const hidden = { ...anonymity, namedPhases: ['sort' as const] }
    expect(namesInWords(board('dj'), 'c', { members, authors, anonymity: hidden }, 'h2')).toEqual([])
  })
})

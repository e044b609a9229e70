import type { CompiledRow, OriginCard, Statement } from '../../../schemas/types.ts'
import { rowOf } from '../../../server/domain/workshop/compile/compile-rows.ts'
import { meaningReader } from '../../../server/domain/workshop/resemblance/read-meaning.ts'
import { gatherCriteria } from '../../../web/compile/gather-criteria.ts'
import {
  loneInWords,
  ownInWords,
  reasonsInWords,
  sourcesInWords,
  whoSaysIt,
} from '../../../web/compile/in-words.ts'
import { groupsNamed } from '../../../web/compile/listed.ts'
import usual from '../../../server/domain/installation/default-settings.json' with { type: 'json' }
import { perspectivesById } from '../../../web/compile/known-perspectives.ts'

const read = meaningReader()
const card = (id: string, perspective: string): OriginCard => ({ id, kind: 'skills', text: id, perspective })
function says(groupNumber: number, text: string, given: Partial<Statement> = {}): Statement {
  return {
    id: `statement-${groupNumber}`,
    groupNumber,
    kind: 'skills',
    text,
    criteria: [],
    cards: [],
    source: null,
    differs: '',
    ...given,
  }
}
const rowWith = (...statements: Statement[]): CompiledRow => rowOf(statements, read)
const ALIKE = rowWith(
  says(2, 'kontrollera bromsar och sele', { cards: [card('a', 'employee'), card('b', 'industryBody')] }),
  says(3, 'kolla sele och bromsar och rapportera fel', { cards: [card('c', 'employee')] }),
)

test.each([
  [[3], 'grupp 3'],
  [[4, 2], 'grupp 2 och 4'],
  [[1, 3, 2, 3], 'grupp 1, 2 och 3'],
])('groups %j are called %s', (numbers, words) => {
  expect(groupsNamed(numbers)).toBe(words)
})

test('a row says how many groups say it', () => {
  expect(whoSaysIt(ALIKE)).toMatch(/^två grupper skrev (?:nästan samma sak|något liknande)$/u)
  expect(whoSaysIt(rowWith(says(4, 'köra bil')))).toBe('bara grupp 4')
})

test('the reason names the words that are shared, and those that count as the same', () => {
  expect(reasonsInWords(ALIKE)).toEqual([
    'Lika: bromsar och sele.',
    'Kontrollera och kolla räknas som samma.',
  ])
})

test('what is a group’s own is told in its own words', () => {
  expect(ownInWords(ALIKE, read)).toEqual(['Grupp 3 säger också ”och rapportera fel”.'])
})

test.each([
  [[], 'Inget kort bakom.'],
  [[card('a', '')], 'Ett kort bakom.'],
  [[card('a', 'employee'), card('b', 'serviceUser')], 'Två kort bakom, från arbetstagare och brukare.'],
])('a row of one group tells how much stands behind it', (cards, words) => {
  expect(loneInWords(says(4, 'köra bil', { cards }), perspectivesById(usual.perspectives))).toBe(words)
})

test('below the wording it says what goes into it, and what stays to be read', () => {
  const [two] = ALIKE.statements
  expect(sourcesInWords(ALIKE, ALIKE.statements)).toBe('Ur grupp 2 och 3. Tre kort följer med som ursprung.')
  expect(sourcesInWords(ALIKE, two ? [two] : [])).toBe(
    'Ur grupp 2. Två kort följer med som ursprung. Grupp 3 skrev en mening som finns kvar att läsa.',
  )
})

test('the criteria of all groups come once for the same words, and together where they say nearly the same', () => {
  const criterion = (id: string, text: string) => ({ id, text, cards: [] })
  const row = rowWith(
    says(1, 'flytta en person', {
      criteria: [
        criterion('a', 'Berättar för personen vad som ska hända'),
        criterion('b', 'Använder glidmatta'),
      ],
    }),
    says(2, 'förflytta en person', {
      criteria: [
        criterion('c', 'Berättar för personen vad som ska hända nu'),
        criterion('d', 'Använder  glidmatta'),
      ],
    }),
  )
  expect(gatherCriteria(row, read).map((together) => together.map(({ ids }) => ids.join()))).toEqual([
    ['a', 'c'],
    ['b,d'],
  ])
})

import * as fc from 'fast-check'
import { breakLines } from '../../../server/pdf/type/break-lines.ts'

/** Words as wide as they have letters, a space of one, set in a column of some letters. */
function set(text: string, measure: number, balanced = false): string[] {
  const words = text.split(' ')
  const units = words.map((word, at) => ({ width: word.length, gap: at > 0 ? 1 : 0, hyphen: 0 }))
  let start = 0
  return breakLines(units, measure, balanced).map((end) => {
    const line = words.slice(start, end).join(' ')
    start = end
    return line
  })
}

test.each([
  ['what fits stays on one line', 'Kontrollerar lås och sele', 30, ['Kontrollerar lås och sele']],
  [
    'a last line of one word is given company',
    'Ger stöd i personens egen takt alltid',
    31,
    ['Ger stöd i personens egen', 'takt alltid'],
  ],
  [
    'two words that must stand alone do',
    'självbestämmande tystnadsplikt',
    20,
    ['självbestämmande', 'tystnadsplikt'],
  ],
  [
    'a word too wide for the column has a line of its own',
    'i förflyttningshjälpmedel i',
    10,
    ['i', 'förflyttningshjälpmedel', 'i'],
  ],
  ['nothing gives no lines', '', 20, ['']],
])('%s', (_, text, measure, lines) => {
  expect(set(text, measure)).toEqual(lines)
})

test('a heading is broken into even lines', () => {
  expect(set('Måltid, hushåll och vardagsekonomi i hemmet', 34, true)).toEqual([
    'Måltid, hushåll och',
    'vardagsekonomi i hemmet',
  ])
})

test('the hyphen of a parted word counts where the line ends', () => {
  const units = [
    { width: 6, gap: 0, hyphen: 1 },
    { width: 6, gap: 0, hyphen: 0 },
  ]
  expect(breakLines(units, 6.5)).toEqual([1, 2])
  expect(breakLines(units, 12)).toEqual([2])
})

test('every word is set once and in order, and no line is too long unless it is one word', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,14}$/u), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(words, fc.integer({ min: 8, max: 60 }), fc.boolean(), (text, measure, balanced) => {
      const lines = set(text.join(' '), measure, balanced)
      expect(lines.join(' ')).toBe(text.join(' '))
      const tooLong = lines.filter((line) => line.includes(' ') && line.length > measure)
      expect(tooLong).toEqual([])
    }),
  )
})

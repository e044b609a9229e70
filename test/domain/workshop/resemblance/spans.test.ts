import * as fc from 'fast-check'
import { likenessOf } from '../../../../server/domain/workshop/resemblance/likeness.ts'
import { spansOf } from '../../../../server/domain/workshop/resemblance/spans.ts'
import { sentence } from './sentences.ts'

const said = (...texts: string[]) => texts.map((text, at) => ({ id: `s${at + 1}`, text }))

/** The first text with _shared_ and [own] stretches marked, beside the others. */
const marked = (...texts: string[]) => {
  const statements = said(...texts)
  const [first] = statements
  const spans = spansOf(first!, likenessOf(statements))
  return spans.reduceRight((text, { start, end, kind }) => {
    const [open, close] = kind === 'own' ? ['[', ']'] : ['_', '_']
    return text.slice(0, start) + open + text.slice(start, end) + close + text.slice(end)
  }, first!.text)
}

const ROW = [
  'flytta en person från säng till rullstol med rätt teknik',
  'förflytta en person mellan säng, stol och toalett på det sätt som personen själv vill',
  'förflytta brukaren i och ur säng och stol utan att någon skadas',
]

test.each([
  [ROW[0]!, ROW[1]!, '_flytta_ en person från _säng_ till _rullstol_ [med rätt teknik]'],
  [
    ROW[1]!,
    ROW[0]!,
    '_förflytta_ en person mellan _säng_, _stol_ [och toalett på det sätt som personen själv] vill',
  ],
  [ROW[2]!, ROW[0]!, '_förflytta_ brukaren i och ur _säng_ och _stol_ [utan att någon skadas]'],
  [
    'kontrollera lås, bromsar och sele före varje lyft',
    'kolla sele och bromsar och rapportera fel',
    '_kontrollera_ [lås], _bromsar_ och _sele_ [före varje lyft]',
  ],
  [
    'kolla sele och bromsar och rapportera fel',
    'kontrollera lås, bromsar och sele före varje lyft',
    '_kolla_ _sele_ och _bromsar_ [och rapportera fel]',
  ],
  ['ta eget ansvar för nycklar', 'ansvara för nycklar', '_ta_ [eget] _ansvar_ _för_ _nycklar_'],
])('”%s” beside ”%s” is underlined as %s', (first, other, expected) => {
  expect(marked(first, other)).toBe(expected)
})

test('a statement that the likeness does not speak of has none', () => {
  expect(spansOf({ id: 'elsewhere', text: 'städa' }, likenessOf(said('städa', 'tvätta')))).toEqual([])
})

test('spans lie within the text, in order, none over another, and begin and end at words', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 4 }), (texts) => {
      const statements = said(...texts)
      const likeness = likenessOf(statements)
      for (const statement of statements) {
        let before = 0
        for (const { start, end } of spansOf(statement, likeness)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(statement.text.slice(start, end)).toMatch(/^\p{L}(.*\p{L})?$/u)
          before = end
        }
        expect(before).toBeLessThanOrEqual(statement.text.length)
      }
    }),
  )
})

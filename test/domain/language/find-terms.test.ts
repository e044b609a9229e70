import fc from 'fast-check'
import { findTerms, firstSentence, indexTerms, wordsOf } from '../../../server/domain/language/find-terms.ts'
import { id } from '../../support/build-profile.ts'

const word = (term: string, explanation = 'Det här betyder ordet.') => ({
  id: id(),
  term,
  explanation,
  translations: [],
})

/** A text with each use of a word of the list in brackets. */
function marked(terms: readonly string[], text: string): string {
  const uses = findTerms(indexTerms(terms.map((term) => word(term))), text)
  return uses.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  )
}

test.each([
  ['in another form', ['sele'], 'Kontrollerar selen före lyftet.', 'Kontrollerar [selen] före lyftet.'],
  ['each time', ['sele'], 'Sele och selar', '[Sele] och [selar]'],
  ['in capitals', ['sele'], 'SELE', '[SELE]'],
  ['not as part of another word', ['sele'], 'Väntar på Selma.', 'Väntar på Selma.'],
  ['a phrase', ['god man'], 'Ringer en god man.', 'Ringer en [god man].'],
  ['not the half of a phrase', ['god man'], 'Ser en god vän.', 'Ser en god vän.'],
  ['a short word in that form only', ['hot'], 'Hotar ingen.', 'Hotar ingen.'],
  ['an abbreviation', ['ADL'], 'Stöd i ADL & vardag', 'Stöd i [ADL] & vardag'],
  ['a word with å, ä or ö', ['åtgärd'], 'Väljer åtgärder.', 'Väljer [åtgärder].'],
  ['a word with a hyphen', ['e-recept'], 'Hämtar e-recept.', 'Hämtar [e-recept].'],
  ['a word with soft hyphens', ['rullstol'], 'Lyfter rull\u00ADstolen.', 'Lyfter [rull\u00ADstolen].'],
  ['a word that the list has with soft hyphens', ['rull\u00ADstol'], 'En rullstol.', 'En [rullstol].'],
  [
    'the longer of two that begin alike',
    ['personlig', 'personlig assistans'],
    'Om personlig assistans.',
    'Om [personlig assistans].',
  ],
  [
    'a phrase and not the word within it',
    ['assistans', 'personlig assistans'],
    'Personlig assistans är assistans.',
    '[Personlig assistans] är [assistans].',
  ],
  ['nothing, of an empty list', [], 'Kontrollerar selen.', 'Kontrollerar selen.'],
  ['nothing, of a word without letters', ['–'], 'Sele – och mer.', 'Sele – och mer.'],
])('finds %s', (_, terms, text, expected) => expect(marked(terms, text)).toBe(expected))

test('a word without an explanation is not looked for', () => {
  expect(findTerms(indexTerms([word('lyft', ' \n ')]), 'En lyft.')).toEqual([])
})

test('uses follow on each other without overlapping, and stand where they are said to', () => {
  const piece = fc.constantFrom(
    'sele',
    'selen',
    'god',
    'man',
    'God man',
    'rull\u00ADstol',
    ' ',
    '-',
    '\u00AD',
    '.',
  )
  const terms = indexTerms(['sele', 'god man', 'god', 'rullstol'].map((term) => word(term)))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('')
      let before = 0
      for (const { entry, start, end } of findTerms(terms, text)) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(wordsOf(text.slice(start, end))[0]?.slice(0, 3)).toBe(entry.term.slice(0, 3))
        before = end
      }
    }),
  )
})

test.each([
  ['Håller om kroppen. Tvättas ofta.', 'Håller om kroppen.'],
  ['Håller om kroppen', 'Håller om kroppen'],
  ['Tyg\nsom håller', 'Tyg'],
  ['\n  Tyg\r\nsom håller', 'Tyg'],
  [' ', ''],
])('of %p the first sentence is %p', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence)
})

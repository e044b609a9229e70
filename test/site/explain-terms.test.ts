import { indexWords, termExplainer } from '../../server/site/explain-terms.ts'
import { id } from '../support/build-profile.ts'

const word = (term: string, explanation = 'Det här betyder ordet.') => ({
  id: id(),
  term,
  explanation,
  translations: [],
})
const ROOMY = 100

const explainerFor = (...terms: string[]) => termExplainer(indexWords(terms.map((term) => word(term))))()

it.each([
  ['sele', 'Kontrollerar selen före lyftet.', 'Kontrollerar <a href="#ord-sele">selen</a> före lyftet.'],
  ['sele', 'SELE', '<a href="#ord-sele">SELE</a>'],
  ['sele', 'Väntar på Selma.', 'Väntar på Selma.'],
  ['god man', 'Ringer en god man.', 'Ringer en <a href="#ord-god-man">god man</a>.'],
  ['god man', 'Ser en god vän.', 'Ser en god vän.'],
  ['hot', 'Hotar ingen.', 'Hotar ingen.'],
  ['ADL', 'Stöd i ADL & vardag', 'Stöd i <a href="#ord-adl">ADL</a> &amp; vardag'],
  ['åtgärd', 'Väljer åtgärder.', 'Väljer <a href="#ord-åtgärd">åtgärder</a>.'],
])('the word %p in "%s"', (term, text, expected) => {
  expect(explainerFor(term)([text], ROOMY).texts[0]?.text).toBe(expected)
})

it('links and explains a word at its first use in a module, and not again', () => {
  const explain = explainerFor('sele')
  const first = explain(['Tar fram en sele.', 'Provar selen.'], ROOMY)
  expect(first.texts.map(({ text }) => text)).toEqual([
    'Tar fram en <a href="#ord-sele">sele</a>.',
    'Provar selen.',
  ])
  expect(first.notes.map(({ entry }) => entry.term)).toEqual(['sele'])
  expect(explain(['Tvättar selen.'], ROOMY)).toMatchObject({ texts: [{ text: 'Tvättar selen.' }], notes: [] })
})

it('explains a word that finds no room where it comes back', () => {
  const explain = explainerFor('sele')
  expect(explain(['Tar fram en sele.'], 0).notes).toEqual([])
  const later = explain(['Tvättar selen.'], ROOMY)
  expect(later.notes).toHaveLength(1)
  expect(later.texts[0]?.text).toContain('<a href="#ord-sele">selen</a>')
})

it('prefers the longer of two words that begin alike', () => {
  const explain = explainerFor('personlig', 'personlig assistans')
  expect(explain(['Om personlig assistans.'], ROOMY).texts[0]?.text).toBe(
    'Om <a href="#ord-personlig-assistans">personlig assistans</a>.',
  )
})

it('gives words that are written alike anchors of their own', () => {
  const { words } = indexWords([word('lyft'), word('Lyft'), word('lyft!')])
  expect(new Set(words.map(({ anchor }) => anchor)).size).toBe(3)
})

it('says the first sentence of an explanation only, and nothing of a word without one', () => {
  const explain = termExplainer(
    indexWords([word('sele', 'Håller om kroppen. Tvättas ofta.'), word('lyft', ' ')]),
  )()
  const { notes, texts } = explain(['En sele och en lyft.'], ROOMY)
  expect(notes.map(({ short }) => short)).toEqual(['Håller om kroppen.'])
  expect(texts[0]?.text).toBe('En <a href="#ord-sele">sele</a> och en lyft.')
})

it('puts the words in Swedish alphabetical order', () => {
  const { words } = indexWords(['ö', 'z', 'å', 'a', 'ä'].map((term) => word(term)))
  expect(words.map(({ entry }) => entry.term)).toEqual(['a', 'z', 'å', 'ä', 'ö'])
})

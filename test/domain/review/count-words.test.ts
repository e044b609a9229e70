import { countWords } from '../../../server/domain/review/count-words.ts'

test.each<[text: string, words: number]>([
  ['', 0],
  [' \n', 0],
  ['lyfta', 1],
  ['Lyfter och förflyttar åldrande människor.', 5],
  ['två–tre gånger, per dag', 5],
  ['12 av 20 %', 1],
])('%j has %d words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

import { bandOf, lixOf, measureWords } from '../../../server/domain/language/lix.ts'
import { readWords } from '../../../server/domain/language/words.ts'

const abbreviations = new Set(['osv', 'kl', 'nr', 'ca', 'dvs'])
const measure = (text: string) => measureWords(readWords(text, abbreviations))

describe('LIX', () => {
  test('is words a sentence plus the percentage of words longer than six letters', () => {
    expect(lixOf({ words: 50, sentences: 5, longWords: 20 })).toBe(50)
    expect(lixOf({ words: 40, sentences: 3, longWords: 9 })).toBe(36)
  })

  test('is not given below thirty words, where it says nothing', () => {
    expect(lixOf({ words: 29, sentences: 1, longWords: 29 })).toBeNull()
    expect(lixOf({ words: 30, sentences: 3, longWords: 0 })).toBe(10)
  })

  test.each([
    ['Städar köket.', 1],
    ['Städar köket', 1],
    ['Städar köket. Torkar bordet. Hur då?', 3],
    ['Använder t.ex. mopp, bl.a. i köket m.m. och dvs. ofta.', 1],
    ['Kommer kl. 7 till rum nr. 4 med ca 3.5 liter.', 1],
    ['- Städar köket\n- Torkar bordet', 2],
    ['Städar köket . . .', 1],
    ['', 0],
  ])('counts the sentences of ”%s” as %i', (text, sentences) => {
    expect(measure(text).sentences).toBe(sentences)
  })

  test('takes a word of seven letters as long, and does not count hyphens and soft hyphens as letters', () => {
    expect(measure('stolar stolars').longWords).toBe(1)
    expect(measure('HLR-kan sto\u00adlar').longWords).toBe(0)
  })

  test.each([
    [null, null],
    [29, 'very-easy'],
    [30, 'easy'],
    [39, 'easy'],
    [40, 'medium'],
    [49, 'medium'],
    [50, 'hard'],
    [59, 'hard'],
    [60, 'very-hard'],
  ])('%s falls in the band %s', (lix, band) => {
    expect(bandOf(lix)).toBe(band)
  })
})

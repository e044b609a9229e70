import * as fc from 'fast-check'
import { readWords } from '../../../server/domain/language/words.ts'

const abbreviations = new Set(['osv', 'kl', 'nr', 'ca', 'etc'])
const wordsOf = (text: string) => readWords(text, abbreviations).map(({ lower }) => lower)

describe('words', () => {
  test.each([
    ['Öppnar åtta lådor på ön.', ['öppnar', 'åtta', 'lådor', 'på', 'ön']],
    ['tvätt- och städuppdrag', ['tvätt', 'och', 'städuppdrag']],
    ['HLR-docka, SMS:et och Lgr22', ['hlr-docka', 'sms:et', 'och', 'lgr22']],
    ['t.ex. mopp, bl.a. svamp m.m.', ['t.ex', 'mopp', 'bl.a', 'svamp', 'm.m']],
    ['3,5 kg och 1.5 liter', ['3,5', 'kg', 'och', '1.5', 'liter']],
    ['kl. 11.30 i rum nr 4', ['kl', '11.30', 'i', 'rum', 'nr', '4']],
    ['och/eller (vid behov)', ['och', 'eller', 'vid', 'behov']],
    ['Torkar av.Och sen?', ['torkar', 'av', 'och', 'sen']],
    ['– Ställ ”rätt” stol … här', ['ställ', 'rätt', 'stol', 'här']],
    ['', []],
    [' \n ', []],
  ])('of ”%s” are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('are whole whether å, ä and ö are composed or not', () => {
    expect(wordsOf('Förstår frågan'.normalize('NFD'))).toEqual(['förstår', 'frågan'])
  })

  test('have no soft hyphens', () => {
    expect(wordsOf('över\u00adlämnar')).toEqual(['överlämnar'])
  })

  test('stand where they stand in the text as given', () => {
    const text = 'Känner\u00a0till hygienen.'.normalize('NFD')
    expect(readWords(text, abbreviations).map(({ start, end }) => text.slice(start, end))).toEqual(
      ['Känner', 'till', 'hygienen'].map((word) => word.normalize('NFD')),
    )
  })

  test('know what stands between them', () => {
    const gaps = readWords('Lyfter, bär: går. Stannar! nu', abbreviations).map(({ gap }) => gap)
    expect(gaps).toEqual(['none', 'comma', 'colon', 'sentence', 'sentence'])
  })

  test('follow each other without overlapping, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0
        for (const word of readWords(text, abbreviations)) {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(word.end).toBeGreaterThan(word.start)
          ;({ end } = word)
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

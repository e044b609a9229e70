import fc from 'fast-check'
import { readWord, wordFrom } from '../../../server/domain/workshop/personal-word.ts'
import words from '../../../server/domain/workshop/personal-words.json' with { type: 'json' }

const anyThrow = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const anyWord = fc.tuple(anyThrow, anyThrow).map(([one, other]) => {
  const numbers = [one, other]
  return wordFrom(() => numbers.shift() ?? 0)
})

test('a personal word is two words out of the list', () => {
  fc.assert(
    fc.property(anyWord, (word) => {
      const both = word.split(' ')
      expect(both).toHaveLength(2)
      expect(both.filter((each) => !words.includes(each))).toEqual([])
    }),
  )
})

test('the list has words enough, each once, short and in small letters', () => {
  expect(words.length).toBeGreaterThan(140)
  expect(new Set(words).size).toBe(words.length)
  expect(words.filter((word) => !/^[a-zåäö]{2,10}$/u.test(word))).toEqual([])
})

test('a word is read as it was given, however it was typed', () => {
  const manners = fc.constantFrom<(word: string) => string>(
    (word) => word,
    (word) => word.toUpperCase(),
    (word) => word.replace(' ', '-'),
    (word) => word.replace(' ', ', '),
    (word) => `  ${word.replace(' ', '   ')}  `,
    (word) => word.normalize('NFD'),
  )
  fc.assert(fc.property(anyWord, manners, (word, typed) => expect(readWord(typed(word))).toBe(word)))
})

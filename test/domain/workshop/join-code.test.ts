import fc from 'fast-check'
import { codeFrom, readCode, sayCode } from '../../../server/domain/workshop/join-code.ts'

/** Dice as the computer throws them: from 0 up to but not including 1. */
const throws = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 6,
  maxLength: 6,
})
const codes = throws.map((numbers) => codeFrom(dice(numbers)))

function dice(numbers: readonly number[]): () => number {
  let at = 0
  return () => numbers[at++] ?? 0
}

test('a code has six signs, and none that is taken for another on paper or aloud', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^[A-Z0-9]{6}$/u)
      expect(code).not.toMatch(/[0O1ILSZ52B8UV]/u)
    }),
  )
})

test('every throw of the dice gives a code of its own, so that there are 23 to the power of six', () => {
  const signs = Array.from({ length: 23 }, (_, at) => codeFrom(() => (at + 0.5) / 23)[0])
  expect(new Set(signs).size).toBe(23)
})

test('a code is read as it was written, however it was said', () => {
  const manners = fc.constantFrom<(code: string) => string>(
    (code) => code,
    sayCode,
    (code) => code.toLowerCase(),
    (code) => `  ${sayCode(code).toLowerCase()} `,
    (code) => Array.from(code).join(' '),
    (code) => Array.from(code).join('-'),
    (code) => `${code.slice(0, 3)}–${code.slice(3)}.`,
  )
  fc.assert(fc.property(codes, manners, (code, said) => expect(readCode(said(code))).toBe(code)))
})

test('a code stands on the wall in two threes', () => {
  expect(sayCode('K7M4PX')).toBe('K7M 4PX')
})

test.each([
  ['nothing', ''],
  ['too few signs', 'K7M4P'],
  ['too many signs', 'K7M4PXX'],
  ['a sign that no code has', 'K7M4P0'],
  ['a letter of another alphabet', 'K7M4PЖ'],
  ['an emoji', 'K7M4P😀'],
  ['a letter that becomes two in capitals', 'K7M4ß'],
])('what cannot be a code is none: %s', (_, typed) => {
  expect(readCode(typed)).toBeUndefined()
})

test('whatever somebody types, what is read is a code or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (typed) => {
      expect(readCode(typed) ?? 'ACDEFG').toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{6}$/u)
    }),
  )
})

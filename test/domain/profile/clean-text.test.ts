import fc from 'fast-check'
import { cleanText, cleanTexts, isTooDeep } from '../../../server/domain/profile/clean-text.ts'

test.each([
  ['decomposed letters are composed', 'ho\u0308ger', 'höger'],
  ['zero-width spaces and byte order marks go', '\uFEFFly\u200Bft', 'lyft'],
  ['control characters go, line breaks and tabs stay', 'a\u0000b\r\nc\td\u0007', 'ab\nc\td'],
  ['direction overrides go', 'abc\u202Etxt\u2066', 'abctxt'],
  ['a stray joiner goes from a Swedish word', 'ly\u200Dft', 'lyft'],
  ['a joiner stays where Persian needs it', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['soft hyphens stay: somebody set them', 'arbets\u00ADterapeut', 'arbets\u00ADterapeut'],
  ['half a character becomes a visible mark', 'a\uD800b', 'a\uFFFDb'],
  ['markup is text like any other', '<script>alert(1)</script>', '<script>alert(1)</script>'],
])('%s', (_, dirty, clean) => expect(cleanText(dirty)).toBe(clean))

test('a clean text stays as it is', () => {
  const difficult = fc.constantFrom(
    'o',
    '\u0308',
    '\u0323',
    '\u200B',
    '\u200D',
    '\u202E',
    'ب',
    '\uD800',
    '\r',
  )
  for (const unit of ['binary', difficult] as const)
    fc.assert(
      fc.property(fc.string({ unit }), (text) => expect(cleanText(cleanText(text))).toBe(cleanText(text))),
    )
})

test('every text in a value is cleaned, keys and the rest are left alone', () => {
  expect(cleanTexts({ a: ['x\u200B', { b: 'y\u0000', c: 1, d: null }], __proto__x: true })).toEqual({
    a: ['x', { b: 'y', c: 1, d: null }],
    __proto__x: true,
  })
})

test('a key called __proto__ stays a key and changes no prototype', () => {
  const cleaned = cleanTexts(JSON.parse('{"__proto__": {"admin": true}}') as object)
  expect(Object.keys(cleaned)).toEqual(['__proto__'])
  expect(({} as { admin?: boolean }).admin).toBeUndefined()
})

test('a value that is nested without end is recognised without walking into it', () => {
  const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown
  expect(isTooDeep(deep)).toBe(true)
  expect(isTooDeep({ a: [{ b: [1] }] })).toBe(false)
})

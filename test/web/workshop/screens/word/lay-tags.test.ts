import fc from 'fast-check'
import { layTags, type MeasuredCaret } from '../../../../../web/workshop/screens/word/lay-tags.ts'

const caret = (key: string, x: number, bottom: number, tagWidth = 50): MeasuredCaret => ({
  key,
  x,
  top: bottom - 40,
  bottom,
  tagWidth,
})

test.each<[string, MeasuredCaret[], [string, number, number][]]>([
  ['a name stands under its line, at its caret', [caret('F', 100, 40)], [['F', 100, 40]]],
  ['a name at the right edge stays within it', [caret('F', 290, 40)], [['F', 250, 40]]],
  [
    'two names of a line that would meet step aside',
    [caret('F', 100, 40), caret('J', 120, 40)],
    [
      ['F', 100, 40],
      ['J', 153, 40],
    ],
  ],
  [
    'names of different lines do not mind each other',
    [caret('F', 100, 40), caret('J', 110, 80)],
    [
      ['F', 100, 40],
      ['J', 110, 80],
    ],
  ],
  [
    'where there is no room to the right it goes to the left',
    [caret('F', 240, 40), caret('J', 250, 40)],
    [
      ['F', 240, 40],
      ['J', 187, 40],
    ],
  ],
])('%s', (_, carets, expected) => {
  expect(layTags(carets, 300).map(({ key, left, top }) => [key, left, top])).toEqual(expected)
})

test('where the lines stand close all names stand below the last', () => {
  const tags = layTags([caret('F', 10, 20), caret('J', 30, 50)], 300, 90)
  expect(tags.map(({ top }) => top)).toEqual([90, 90])
})

test('no two of three names ever overlap in a field that is wide enough, and all stay within it', () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 400 }), tagWidth: fc.integer({ min: 20, max: 60 }) })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 3 }), (places) => {
      const widths = places.map(({ tagWidth }) => tagWidth)
      const tags = layTags(
        places.map(({ x, tagWidth }, at) => caret(String(at), x, 40, tagWidth)),
        400,
      )
      const spans = tags.map(({ key, left }) => ({ left, right: left + widths[Number(key)]! }))
      spans.sort((one, other) => one.left - other.left)
      const ends = [0, ...spans.flatMap(({ left, right }) => [left, right]), 400]
      expect(ends).toEqual([...ends].sort((a, b) => a - b))
    }),
  )
})

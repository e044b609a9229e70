import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { productFonts } from '../../../server/pdf/fonts.ts'

const fonts = productFonts()
const faces = Object.values(fonts)

const folder = path.join(import.meta.dirname, '../../../profiles')
const words = [
  ...new Set(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .flatMap(
        (file) => readFileSync(path.join(folder, file), 'utf8').match(/[\p{L}\p{N}.,:;”’!?()–-]+/gu) ?? [],
      )
      .filter((word) => faces.every(({ text }) => text.covers(word))),
  ),
].slice(0, 600)

test.each(faces.map((face) => [face.name, face] as const))(
  'a word put together from its pairs is what fontkit makes of it whole (%s)',
  (_, { font, text }) => {
    const scale = 1000 / font.unitsPerEm
    for (const word of words) {
      const { glyphs, positions } = font.layout(word, ['pnum'])
      const shaped = text.shape(word)
      expect([word, shaped.glyphs.map(({ id }) => id)]).toEqual([word, glyphs.map(({ id }) => id)])
      const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance * scale, 0)
      expect([word, Math.round(shaped.width)]).toEqual([word, Math.round(width)])
    }
  },
)

test('letters join and kern as in print', () => {
  const { text } = fonts.serif
  expect(text.shape('fl').glyphs).toHaveLength(1)
  expect(text.shape('flytta').glyphs[0]?.codePoints).toEqual([102, 108])
  expect(text.shape('AV').width).toBeLessThan(text.shape('A').width + text.shape('V').width)
})

test('figures are as wide as they are in text, and of one width in columns', () => {
  for (const { text, columns } of faces) {
    expect(columns.shape('1').width).toBe(columns.shape('0').width)
    expect(text.shape('1').width).toBeLessThan(text.shape('0').width)
  }
})

test.each([
  ['an emoji of several signs', 'a👩🏽‍🦽b', 3],
  ['a word in Arabic', 'حساسية', 6],
])('%s becomes boxes, and what it stood for is remembered', (_, word, glyphs) => {
  const shaped = fonts.sans.text.shape(word)
  expect(shaped.glyphs).toHaveLength(glyphs)
  expect(shaped.actual).toBe(word)
})

test('an accent that the font sets by itself stands on its letter', () => {
  const shaped = fonts.serif.text.shape('r\u030A')
  expect(shaped.glyphs).toHaveLength(2)
  expect(shaped.offsets?.[1]?.x).toBeLessThan(0)
  expect(shaped.width).toBe(fonts.serif.text.shape('r').width)
})

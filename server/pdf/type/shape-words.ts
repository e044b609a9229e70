/** What is needed of a font that fontkit has opened. */
export type OpenFont = {
  readonly unitsPerEm: number
  readonly characterSet: readonly number[]
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): Glyph
  layout(text: string, features?: readonly string[]): { glyphs: Glyph[]; positions: Position[] }
}
export type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: number[] }
type Position = { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }

/** A word ready to print; lengths in thousandths of the type size. */
export type Word = {
  readonly glyphs: readonly Glyph[]
  /** Kerning after each glyph: positive opens, negative closes. */
  readonly kerns: readonly number[]
  /** Where accents stand that the font sets as signs of their own; absent in nearly all words. */
  readonly offsets: readonly { readonly x: number; readonly y: number }[] | undefined
  readonly width: number
  /** What was written, where the font lacks a sign and a box is printed for it. */
  readonly actual: string | undefined
}

/** Sets words in one font: a word without white space → its glyphs, with ligatures and kerning. */
export type Shaper = {
  readonly shape: (word: string) => Word
  /** Whether the font has every sign of a text. */
  readonly covers: (text: string) => boolean
}

type Run = Omit<Word, 'width' | 'actual'>

/*
 * Kept between documents: setting a word with fontkit takes about 0.1 ms, and an occupation's words come again and
 * again. Bounded, since anyone may write anything.
 */
const MOST_WORDS = 20_000
const LONGEST_KEPT = 40

/** A box where the font has no sign. U+25A1 is the right one; a font without it has the ballot box. */
const BOXES = ['\u25A1', '\u2610', '?']

/**
 * In the Source fonts only signs that stand side by side move each other, and only what follows an f joins with it.
 * So a word is put together from its pairs, which soon have all been seen, instead of being laid out whole.
 */
const UNITS = /f[fijlthkb]*|./gsu
const MARKED = /\p{M}/u

/**
 * A shaper for one font with a set of OpenType features. Signs that the font lacks become boxes, one for each sign
 * that a reader sees.
 */
export function makeShaper(font: OpenFont, features: readonly string[]): Shaper {
  const scale = 1000 / font.unitsPerEm
  const box = BOXES.find((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)) ?? '?'
  const words = new Map<string, Word>()
  const runs = new Map<string, Run>()

  const covers = (text: string) => {
    for (const sign of text) if (!font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)) return false
    return true
  }
  const layOut = (text: string): Run => {
    const { glyphs, positions } = font.layout(text, features)
    const placed = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)
    return {
      glyphs,
      kerns: positions.map(({ xAdvance }, i) => (xAdvance - (glyphs[i]?.advanceWidth ?? 0)) * scale),
      offsets: placed
        ? positions.map(({ xOffset, yOffset }) => ({ x: xOffset * scale, y: yOffset * scale }))
        : undefined,
    }
  }
  const known = (text: string): Run => {
    let run = runs.get(text)
    if (!run) {
      if (runs.size > MOST_WORDS) runs.clear()
      runs.set(text, (run = layOut(text)))
    }
    return run
  }
  const putTogether = (text: string): Run => {
    const glyphs: Glyph[] = []
    const kerns: number[] = []
    let before = ''
    for (const [unit] of text.matchAll(UNITS)) {
      const own = known(unit)
      if (before !== '') {
        const pair = known(before + unit)
        const last = known(before).glyphs.length - 1
        if (pair.glyphs.length !== last + 1 + own.glyphs.length || pair.offsets) return layOut(text)
        kerns[kerns.length - 1] = pair.kerns[last] ?? 0
      }
      glyphs.push(...own.glyphs)
      kerns.push(...own.kerns)
      before = unit
    }
    return { glyphs, kerns, offsets: undefined }
  }
  const shapeAnew = (text: string): Word => {
    const printable = covers(text) ? text : withBoxes(text, covers, box)
    const run = MARKED.test(printable) ? layOut(printable) : putTogether(printable)
    let width = 0
    run.glyphs.forEach(({ advanceWidth }, i) => (width += advanceWidth * scale + (run.kerns[i] ?? 0)))
    return { ...run, width, actual: printable === text ? undefined : text }
  }
  return {
    covers,
    shape: (text) => {
      let word = words.get(text)
      if (!word) {
        word = shapeAnew(text)
        if (words.size > MOST_WORDS) words.clear()
        if (text.length <= LONGEST_KEPT) words.set(text, word)
      }
      return word
    },
  }
}

function withBoxes(text: string, covers: (text: string) => boolean, box: string): string {
  const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' })
  return Array.from(graphemes.segment(text), ({ segment }) => (covers(segment) ? segment : box)).join('')
}

/**
 * fontkit gives a glyph the characters it first met it with, and text copied out of the PDF is made of those. Meeting
 * the ligatures and then every character in order makes that the same in every process, and keeps the single
 * character U+FB01 from taking the place of f and i. Call it once for a font, before anything is set in it.
 */
export function nameGlyphs(font: OpenFont): void {
  for (const ligature of LIGATURES) font.layout(ligature)
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(codePoint)
  font.layout('0123456789', ['pnum'])
}

const LIGATURES = ['ffi', 'ffl', 'ff', 'fi', 'fl', 'fj', 'ft', 'fft', 'ffj']

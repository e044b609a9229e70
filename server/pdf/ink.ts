import type { EmbeddedFont, OpenDocument } from './pdfkit-document.ts'
import { includeGlyph, pdfHex } from './pdfkit-document.ts'
import type { Colour, Style } from './styles.ts'
import type { Fragment, Line } from './type/set-lines.ts'
import type { Word } from './type/shape-words.ts'

/** Words as bytes of PDF text strings, kept for a document: the same words come again and again. */
export type Encoder = ReturnType<typeof makeEncoder>

export function makeEncoder(embed: OpenDocument['embed']) {
  const codes = new Map<EmbeddedFont, string[]>()
  const encoded = new Map<Word, string>()

  /** What stands between `[(` and `)] TJ`: two bytes a glyph, kerning between them. */
  const encode = (word: Word, style: Style): string => {
    let text = encoded.get(word)
    if (text === undefined) {
      text = encodeGlyphs(word, style, embed(style.face.name))
      if (!word.offsets) encoded.set(word, text)
    }
    return text
  }

  function encodeGlyphs({ glyphs, kerns, offsets }: Word, { face, size }: Style, font: EmbeddedFont): string {
    const scale = 1000 / face.font.unitsPerEm
    let known = codes.get(font)
    if (!known) codes.set(font, (known = []))
    let text = ''
    for (let i = 0; i < glyphs.length; i++) {
      const glyph = glyphs[i] as Word['glyphs'][number]
      const code = (known[glyph.id] ??= twoBytes(includeGlyph(font, glyph, scale)))
      const { x, y } = offsets?.[i] ?? { x: 0, y: 0 }
      if (y !== 0) text += `)] TJ ${figure((y * size) / 1000)} Ts [(`
      if (x !== 0) text += `)${figure(-x)}(`
      text += code
      const after = x - (kerns[i] ?? 0)
      if (y !== 0) text += `)] TJ 0 Ts [(`
      if (after !== 0) text += `)${figure(after)}(`
    }
    return text
  }
  return { encode, embed }
}

/** A glyph's code as a PDF string holds it: four bytes have a meaning there and are escaped. */
function twoBytes(code: number): string {
  return [code >> 8, code & 255].map((byte) => SPECIAL[byte] ?? String.fromCharCode(byte)).join('')
}
const SPECIAL: Record<number, string> = { 10: '\\n', 13: '\\r', 40: '\\(', 41: '\\)', 92: '\\\\' }

/** A number as PDF writes it: hundredths of a point are finer than any printer. */
export function figure(value: number): number {
  return Math.round(value * 100) / 100
}

/**
 * Draws in one layer of a page. Positions are points from the page's top left corner, y growing downwards (pdfkit
 * turns the page's coordinates so).
 */
export class Ink {
  readonly fonts = new Map<string, EmbeddedFont>()
  private out = ''
  private readonly encoder: Encoder
  private font = ''
  private colour = ''
  private tracking = 0

  constructor(encoder: Encoder) {
    this.encoder = encoder
  }

  /** A line of text, its first baseline at y. */
  line(line: Line, x: number, y: number): void {
    for (const fragment of line.fragments) this.fragment(fragment, x + fragment.x, y)
  }

  fragment({ run: { style }, words }: Fragment, x: number, y: number): void {
    this.text(style, words, `1 0 0 -1 ${figure(x)} ${figure(y)} Tm`)
  }

  /** A line turned around its beginning, anticlockwise, in radians. */
  turned({ fragments }: Line, x: number, y: number, angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((value) => value.toFixed(4))
    for (const { run, words } of fragments) {
      this.text(
        run.style,
        words,
        `${cos} ${-Number(sin)} ${-Number(sin)} ${-Number(cos)} ${figure(x)} ${figure(y)} Tm`,
      )
    }
  }

  rule(x: number, y: number, width: number, thickness: number, colour: Colour): void {
    this.box(x, y, width, thickness, colour)
  }

  box(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.fill(colour)
    this.out += `${figure(x)} ${figure(y)} ${figure(width)} ${figure(height)} re f\n`
  }

  frame(x: number, y: number, width: number, height: number, thickness: number, colour: Colour): void {
    const box = [x, y, width, height].map(figure).join(' ')
    this.out += `${colour} RG ${thickness} w ${box} re S\n`
  }

  /** A closed shape in PDF's path operators, drawn in its own units and scaled. Holes by the even-odd rule. */
  shape(path: string, x: number, y: number, scale: number, colour: Colour): void {
    this.fill(colour)
    this.out += `q ${scale.toFixed(5)} 0 0 ${scale.toFixed(5)} ${figure(x)} ${figure(y)} cm ${path} f* Q\n`
  }

  /** Lines in PDF's path operators, in points of the page. */
  lines(path: string, thickness: number, colour: Colour): void {
    this.out += `${colour} RG ${thickness} w ${path} S\n`
  }

  operator(operator: string): void {
    this.out += `${operator}\n`
  }

  written(): string {
    return this.out
  }

  private text(style: Style, words: readonly Word[], matrix: string): void {
    this.fill(style.colour)
    const font = `/${this.embedded(style).id} ${style.size} Tf`
    const tracking = (style.tracking * style.size) / 1000
    let begin = 'BT '
    if (font !== this.font) begin += `${(this.font = font)} `
    if (tracking !== this.tracking) begin += `${figure((this.tracking = tracking))} Tc `
    let actual: string | undefined
    for (const word of words) actual ??= word.actual
    this.out += `${begin}${matrix} ${actual === undefined ? '' : actualText(actual)}[(`
    for (const word of words) this.out += this.encoder.encode(word, style)
    this.out += actual === undefined ? ')] TJ ET\n' : ')] TJ EMC ET\n'
  }

  private embedded({ face }: Style): EmbeddedFont {
    let font = this.fonts.get(face.name)
    if (!font) this.fonts.set(face.name, (font = this.encoder.embed(face.name)))
    return font
  }

  private fill(colour: Colour): void {
    if (colour !== this.colour) this.out += `${(this.colour = colour)} rg\n`
  }
}

/** A box was printed where the font lacks a sign; those who listen or copy get the sign. */
function actualText(actual: string): string {
  return `/Span <</ActualText ${pdfHex(actual)}>> BDC `
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PdfKit from 'pdfkit'
import { makeShaper, nameGlyphs, type OpenFont, type Shaper } from './type/shape-words.ts'

/** A font that documents can be set in. `text` has figures as wide as they are, `columns` figures of one width. */
export type Face = {
  readonly name: keyof Fonts
  readonly font: OpenFont
  readonly text: Shaper
  readonly columns: Shaper
}

/** Serif carries wording, sans what is said about it. `display` is drawn for 20 points and more. */
export type Fonts = {
  readonly display: Face
  readonly serif: Face
  readonly sans: Face
  readonly strong: Face
}

const FILES: Record<keyof Fonts, string> = {
  display: 'source-serif/TTF/SourceSerif4Display-Regular.ttf',
  serif: 'source-serif/TTF/SourceSerif4-Regular.ttf',
  sans: 'source-sans/TTF/SourceSans3-Regular.ttf',
  strong: 'source-sans/TTF/SourceSans3-Semibold.ttf',
}

let loaded: Fonts | undefined

/** The product's fonts, read and opened once for all documents of a process. */
export function productFonts(): Fonts {
  return (loaded ??= openFonts())
}

/** The same fonts opened anew, with nothing remembered of words that have been set before. */
export function openFonts(): Fonts {
  const require = createRequire(import.meta.url)
  const open = (name: keyof Fonts): Face => {
    const font = openWithPdfkit(readFileSync(require.resolve(FILES[name])))
    nameGlyphs(font)
    return { name, font, text: makeShaper(font, ['pnum']), columns: makeShaper(font, []) }
  }
  return { display: open('display'), serif: open('serif'), sans: open('sans'), strong: open('strong') }
}

/** Opened by pdfkit itself, so that it is the same fontkit that later embeds it. */
function openWithPdfkit(bytes: Buffer): OpenFont {
  const document = new PdfKit({ autoFirstPage: false, font: bytes as unknown as string })
  return (document as unknown as { _font: { font: OpenFont } })._font.font
}

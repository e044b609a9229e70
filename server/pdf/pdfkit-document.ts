import { deflateSync } from 'node:zlib'
import PdfKit from 'pdfkit'
import type { Fonts } from './fonts.ts'
import { PAGE } from './measures.ts'
import type { Glyph, OpenFont } from './type/shape-words.ts'
import { xmpPacket, type DocumentInfo } from './xmp.ts'

/** An object of the PDF file; its data can change until it is ended. */
export type Ref = { readonly id: number; data: Record<string, unknown> | Dictionary; end(): void }

/** How one object names another. */
export const indirect = ({ id }: Ref): string => `${id} 0 R`

/** One whose data can be added to. */
export type ObjectRef = Ref & { data: Record<string, unknown> }

/**
 * A dictionary that is written out already: pdfkit takes what is no plain object as it reads. A document has some
 * thousand structure elements, and turning an object for each into text takes several times as long.
 */
export class Dictionary {
  readonly [Symbol.toStringTag] = 'Dictionary'
  private readonly written: string

  constructor(written: string) {
    this.written = written
  }

  toString(): string {
    return this.written
  }
}

/** A string of text in UTF-16, as PDF objects hold any language. */
export function pdfHex(text: string): string {
  return `<${Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex')}>`
}

/** A font as pdfkit embeds it: only the glyphs that were included, each with its width and its characters. */
export type EmbeddedFont = {
  readonly id: string
  readonly subset: { includeGlyph(id: number): number }
  readonly widths: number[]
  readonly unicode: number[][]
  ref(): Ref
}

type Annotation = {
  readonly structParent: { add(kid: { annotationRef: ObjectRef }): void }
  readonly Contents: object
}
type Outline = { readonly outlineData: Record<string, unknown>; addItem(title: string): Outline }

/**
 * What we use of pdfkit 0.20: pages, embedding of fonts, links, bookmarks, the parent tree and output. Its own text
 * setting is left aside (it spends most of a document's time on measuring), and so are its structure elements.
 */
export type PdfkitDocument = {
  readonly page: {
    readonly dictionary: Ref
    readonly fonts: Record<string, Ref>
    readonly structParentTreeKey: number
    readonly content: ObjectRef & { compress: boolean; buffer: Uint8Array[]; write(chunk: Uint8Array): void }
  }
  readonly outline: Outline
  _font: EmbeddedFont
  _addInfo(): void
  push(chunk: Uint8Array | null): boolean
  read(): Uint8Array
  addPage(): void
  font(name: string): void
  registerFont(name: string, font: OpenFont): void
  ref(data: object): Ref
  appendXML(xml: string): void
  addNamedDestination(name: string, fit: 'XYZ', left: number, top: number, zoom: null): void
  goTo(x: number, y: number, width: number, height: number, name: string, annotation: Annotation): void
  link(x: number, y: number, width: number, height: number, url: string, annotation: Annotation): void
  getStructTreeRoot(): ObjectRef
  getStructParentTree(): { get(key: number): Ref[]; add(key: number, element: Ref): void }
  createStructParentTreeNextKey(): number
  end(): void
}

export type OpenDocument = {
  readonly pdf: PdfkitDocument
  readonly embed: (name: keyof Fonts) => EmbeddedFont
  /** Ends the document and gives its bytes. */
  readonly bytes: () => Buffer
}

/** A string of text in a PDF object; pdfkit writes plain JavaScript strings as names. */
export const pdfString = (text: string): object => new String(text)

/** Opens an empty document that says it is PDF/A-2a and PDF/UA-1. */
export function openDocument(info: DocumentInfo, fonts: Fonts): OpenDocument {
  const options = {
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: null, // else Helvetica comes in, which is not embedded
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: info.language,
    displayTitle: true,
    info: {
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      Keywords: info.keywords,
      Creator: info.creator,
      Producer: info.producer,
      CreationDate: info.createdAt,
      ModDate: info.createdAt,
    },
  }
  const pdf = new PdfKit(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfkitDocument
  // pdfkit would put the texts into the XML without escaping them, and knows nothing of PDF/UA in a PDF/A
  pdf._addInfo = () => pdf.appendXML(xmpPacket(info))
  // what it writes is collected as it comes, without a stream's detours; the file's first line is written already
  const chunks = [pdf.read()]
  pdf.push = (chunk) => (chunk ? chunks.push(chunk) > 0 : false)
  return { pdf, embed: embedder(pdf, fonts), bytes: () => (pdf.end(), Buffer.concat(chunks)) }
}

function embedder(pdf: PdfkitDocument, fonts: Fonts): OpenDocument['embed'] {
  const embedded = new Map<keyof Fonts, EmbeddedFont>()
  return (name) => {
    let font = embedded.get(name)
    if (!font) {
      pdf.registerFont(name, fonts[name].font)
      pdf.font(name)
      embedded.set(name, (font = pdf._font))
      font.unicode[0] = [0xfffd] // the empty glyph is never used, and U+0000 is no text (PDF/UA 7.21.7)
    }
    return font
  }
}

/**
 * Gives the current page its content. It is compressed here, a step lighter than pdfkit does it: 4 % larger in half
 * the time. pdfkit's own beginning of the page, which turns the y axis downwards, is written anew.
 */
export function fillPage({ page: { content } }: PdfkitDocument, operators: string): void {
  const bytes = Buffer.from(`1 0 0 -1 0 ${PAGE.height} cm\n${operators}`, 'latin1')
  content.compress = false
  content.data.Filter = 'FlateDecode'
  content.buffer = []
  content.write(deflateSync(bytes, { level: 4 }))
}

/** The code of a glyph in an embedded font; the glyph comes into the subset with its width and characters. */
export function includeGlyph(font: EmbeddedFont, glyph: Glyph, scale: number): number {
  const code = font.subset.includeGlyph(glyph.id)
  font.widths[code] ??= glyph.advanceWidth * scale
  font.unicode[code] ??= glyph.codePoints
  return code
}

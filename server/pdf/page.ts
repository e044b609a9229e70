import { Ink, type Encoder } from './ink.ts'
import { PAGE } from './measures.ts'
import { fillPage, pdfString, type PdfkitDocument } from './pdfkit-document.ts'
import { annotationOf, beginArtifact, beginTagged, END, type Artifact, type Tag } from './tagged.ts'

/**
 * A page to paint on. There is no way to paint without saying what it is: `tagged` for content, `artifact` and
 * `decoration` for what is not read aloud.
 */
export class Page {
  readonly key: number
  readonly marked: Tag[] = []
  private readonly pdf: PdfkitDocument
  private readonly behind: Ink
  private readonly front: Ink
  private current: Tag | undefined

  constructor(pdf: PdfkitDocument, encoder: Encoder) {
    pdf.addPage()
    this.pdf = pdf
    this.key = pdf.page.structParentTreeKey
    this.behind = new Ink(encoder)
    this.front = new Ink(encoder)
    this.behind.operator(beginArtifact('Layout'))
  }

  /** Paints content of an element; the same element again goes on where it was. */
  tagged(of: Tag): Ink {
    if (of !== this.current) {
      this.finish()
      this.front.operator(beginTagged(of, this.pdf.page.dictionary, this.marked))
      this.current = of
    }
    return this.front
  }

  /** Paints rules, marks and grounds, behind all text. */
  decoration(): Ink {
    return this.behind
  }

  /** Paints page furniture. */
  artifact(kind: Artifact, paint: (ink: Ink) => void): void {
    this.finish()
    const ink = kind === 'Watermark' ? this.behind : this.front
    if (ink === this.behind) ink.operator(END)
    ink.operator(beginArtifact(kind))
    paint(ink)
    ink.operator(END)
    if (ink === this.behind) ink.operator(beginArtifact('Layout'))
  }

  /** Makes a box on the page lead to a place in the document or to an address; `of` is a Link element. */
  link(of: Tag, box: Box, to: { readonly place: string } | { readonly url: string }, contents: string): void {
    const annotation = {
      structParent: annotationOf(of, this.pdf, this.pdf.page.dictionary),
      Contents: pdfString(contents),
    }
    const { x, y, width, height } = box
    if ('place' in to) this.pdf.goTo(x, y, width, height, to.place, annotation)
    else this.pdf.link(x, y, width, height, to.url, annotation)
  }

  /** Names a place on the page, for links to it. */
  name(place: string, y: number): void {
    this.pdf.addNamedDestination(place, 'XYZ', 0, y, null)
  }

  /** Adds a bookmark to a place on the page; under another one, if that is given. */
  bookmark(title: string, y: number, under: Bookmark | undefined): Bookmark {
    const item = (under ?? this.pdf.outline).addItem(title)
    item.outlineData.Dest = [this.pdf.page.dictionary, 'XYZ', null, PAGE.height - y, null]
    return item
  }

  /** Writes what was painted; nothing can be painted afterwards. */
  close(): void {
    this.finish()
    this.behind.operator(END)
    const { page } = this.pdf
    for (const font of [...this.behind.fonts.values(), ...this.front.fonts.values()]) {
      page.fonts[font.id] = font.ref()
    }
    // what one layer sets of fonts and colours does not reach into the other
    fillPage(this.pdf, `q\n${this.behind.written()}Q\n${this.front.written()}`)
  }

  private finish(): void {
    if (this.current) this.front.operator(END)
    this.current = undefined
  }
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Bookmark = PdfkitDocument['outline']

import { createHash } from 'node:crypto'
import type { Fonts } from './fonts.ts'
import { makeEncoder } from './ink.ts'
import { PAGE } from './measures.ts'
import { Page } from './page.ts'
import { openDocument } from './pdfkit-document.ts'
import { writeStructure, type Tag } from './tagged.ts'
import type { DocumentInfo } from './xmp.ts'

type Print = {
  /** Adds a page and paints it. */
  readonly paintPage: (paint: (page: Page) => void) => void
  /** Ends the document and gives its bytes; no page can be added afterwards. */
  readonly bytes: () => Buffer
}

/** A PDF being printed page by page: PDF/UA-1 and PDF/A-2a, with the structure under `document`. */
export function openPrint(info: DocumentInfo, document: Tag, fonts: Fonts): Print {
  const { pdf, embed, bytes } = openDocument(info, fonts)
  const encoder = makeEncoder(embed)
  const marked = new Map<number, readonly Tag[]>()
  return {
    paintPage(paint) {
      const page = new Page(pdf, encoder)
      paint(page)
      page.close()
      marked.set(page.key, page.marked)
    },
    bytes() {
      writeStructure(pdf, document, marked, PAGE.height)
      return bytes()
    },
  }
}

/**
 * Tells one content from another, for a document's keywords: pdfkit makes the file's id out of those and the date.
 */
export function fingerprint(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}

import { inFours } from '../domain/publishing/in-fours.ts'
import type { Section } from './flow.ts'
import { AREA, mm, PAGE } from './measures.ts'
import type { Page } from './page.ts'
import { DIGITS_SHOWN, type Paper, type PrintJob } from './print-job.ts'
import { EDGE, rise, type Style } from './styles.ts'
import type { Ink } from './ink.ts'
import { setLines, widthOf } from './type/set-lines.ts'

const HEADER_LINE = mm(18.2)
const FOOTER_LINE = PAGE.height - mm(20.6)
const GAP = mm(4)

type PaintFurniture = (page: Page, sections: readonly Section[], at: number, of: number) => void

/** What stands on each page of a document. */
type Running = {
  readonly title: string
  /** Beside the title: which version or day it is. */
  readonly aside: string
  /** Where in the text a page is; undefined for a page without a header. */
  readonly headOf: (sections: readonly Section[]) => string | undefined
  /** Two lines. */
  readonly footer: readonly string[]
}

/** Header and footer of a profile's pages: profile, version and where one is; standing, digest and page number. */
export function furnitureOf(job: PrintJob): PaintFurniture {
  const { texts, input } = job
  return makeFurniture(job, {
    title: job.title,
    aside:
      input.kind === 'edition'
        ? texts.text('headerVersion', { version: input.edition.version })
        : texts.text('headerDraft'),
    headOf: (sections) => runningHead(job, sections),
    footer: footerLines(job),
  })
}

/** Header and footer of any document's pages. */
export function makeFurniture({ styles, texts }: Paper, running: Running): PaintFurniture {
  const { aside, headOf, footer } = running
  const title = shorten(running.title, styles.headerStrong, mm(90))
  const afterTitle = AREA.left + widthOf(title, styles.headerStrong) + GAP
  return (page, sections, at, of) => {
    const head = headOf(sections)
    if (head !== undefined)
      page.artifact('Header', (ink) => {
        const top = HEADER_LINE - mm(1.6) - styles.header.leading
        put(ink, title, styles.headerStrong, AREA.left, top)
        put(ink, aside, styles.header, afterTitle, top)
        putRight(ink, head, styles.header, top)
        ink.rule(AREA.left, HEADER_LINE, AREA.right - AREA.left, 0.3, EDGE)
      })
    page.artifact('Footer', (ink) => {
      const top = FOOTER_LINE + mm(2)
      const { leading } = styles.header
      ink.rule(AREA.left, FOOTER_LINE, AREA.right - AREA.left, 0.3, EDGE)
      footer.forEach((line, index) => put(ink, line, styles.header, AREA.left, top + index * leading))
      putRight(ink, texts.text('pageOf', { page: at, pages: of }), styles.pageNumber, top + leading)
    })
  }
}

/** A word across the page, behind the text, such as UTKAST; `middle` is the height of its middle. */
export function paintWatermark({ styles }: Paper, page: Page, word: string, middle = PAGE.height / 2): void {
  const angle = (32 * Math.PI) / 180
  const [line] = setLines([{ text: word, style: styles.watermark }], Number.MAX_SAFE_INTEGER)
  if (!line) return
  const height = styles.watermark.size * 0.67
  const x = PAGE.width / 2 - (line.width / 2) * Math.cos(angle) + (height / 2) * Math.sin(angle)
  const y = middle + (line.width / 2) * Math.sin(angle) + (height / 2) * Math.cos(angle)
  page.artifact('Watermark', (ink) => ink.turned(line, x, y, angle))
}

function footerLines({ input, texts, profile }: PrintJob): string[] {
  if (input.kind === 'edition') {
    const { edition, digest } = input
    return [
      profile.isExample
        ? texts.text('footerExample')
        : texts.text('footerApproved', { date: texts.day(edition.decision.decidedOn) }),
      texts.text('digest', { digest: inFours(digest, DIGITS_SHOWN) }),
    ]
  }
  const { basedOn, printedAt } = input
  return [
    basedOn === null ? texts.text('footerDraft') : texts.text('footerDraftAfter', { former: basedOn }),
    texts.text('footerPrinted', { date: texts.moment(printedAt) }),
  ]
}

/** Modul 4; Modul 4–5 where two meet; otherwise the first section on the page. */
function runningHead({ texts }: PrintJob, sections: readonly Section[]): string {
  const [first, last] = [sections[0], sections.at(-1)]
  if (first?.module !== undefined && last?.module !== undefined && last.module > first.module) {
    return texts.text('modulesOnPage', { first: first.module, last: last.module })
  }
  return first?.heading ?? ''
}

function put(ink: Ink, text: string, style: Style, x: number, top: number): void {
  const [line] = setLines([{ text, style }], Number.MAX_SAFE_INTEGER)
  if (line) ink.line(line, x, top + rise(style))
}

function putRight(ink: Ink, text: string, style: Style, top: number): void {
  put(ink, text, style, AREA.right - widthOf(text, style), top)
}

/** A title in one line of a width. */
export function shorten(title: string, style: Style, width: number): string {
  if (title.length < 120 && widthOf(title, style) <= width) return title
  let kept = title.slice(0, 120)
  while (kept.length > 8 && widthOf(`${kept}\u2026`, style) > width) {
    const space = kept.lastIndexOf(' ')
    kept = kept.slice(0, space > 0 ? space : kept.length - 8)
  }
  return `${kept}\u2026`
}

import { create } from 'qrcode'
import type { Section } from '../../flow.ts'
import { shorten } from '../../furniture.ts'
import type { Ink } from '../../ink.ts'
import { AREA, mm, PAGE } from '../../measures.ts'
import type { Page } from '../../page.ts'
import { EDGE, INK, rise, type Style } from '../../styles.ts'
import { setLines, widthOf } from '../../type/set-lines.ts'
import type { Handout } from './handout-input.ts'
import type { HandoutJob } from './handout-text.ts'

const HEADER_LINE = mm(18.2)
const FOOTER_LINE = PAGE.height - mm(20.6)
const QR = mm(13)
const QR_TOP = AREA.bottom + mm(3.4)
const QR_X = AREA.right - QR
/** The white that a camera needs around the code. */
const QUIET = mm(3)

/** Header, and a footer that asks for answers: with the address in words and as a code. All of it is furniture. */
export function paintHandoutFurniture(
  job: HandoutJob,
  input: Handout,
): (page: Page, sections: readonly Section[], at: number, of: number) => void {
  const { styles, texts } = job
  const { round, frozenAt } = input
  const title = shorten(job.title, styles.headerStrong, mm(80))
  const aside = texts.text('panel.handout.aside', { round })
  const room = QR_X - QUIET - AREA.left - mm(26)
  const address = input.address.replace(/^https?:\/\//u, '')
  const answer = (at: string) => texts.text('panel.handout.footerAddress', { address: at })
  // of an address that is too long the site stands there; the code beside it leads all the way
  const fits = widthOf(answer(address), styles.header) <= room
  const footer = [
    texts.text('panel.handout.footer', { round, time: texts.moment(frozenAt) }),
    answer(fits ? address : address.replace(/\/.*$/u, '')),
  ].map((line) => shorten(line, styles.header, room))
  return (page, sections, at, of) => {
    // the first page says in large what the header says
    if (at > 1)
      page.artifact('Header', (ink) => {
        const top = HEADER_LINE - mm(1.6) - styles.header.leading
        put(ink, title, styles.headerStrong, AREA.left, top)
        put(ink, aside, styles.header, AREA.left + widthOf(title, styles.headerStrong) + mm(4), top)
        putRight(ink, runningHead(job, sections), styles.header, AREA.right, top)
        ink.rule(AREA.left, HEADER_LINE, AREA.right - AREA.left, 0.3, EDGE)
      })
    page.artifact('Footer', (ink) => {
      const top = FOOTER_LINE + mm(2)
      // the first page has the code in large
      const right = at > 1 ? QR_X - QUIET : AREA.right
      ink.rule(AREA.left, FOOTER_LINE, right - AREA.left, 0.3, EDGE)
      footer.forEach((line, index) =>
        put(ink, line, styles.header, AREA.left, top + index * styles.header.leading),
      )
      const number = texts.text('pageOf', { page: at, pages: of })
      putRight(ink, number, styles.pageNumber, right, top + styles.header.leading)
      if (at > 1) paintCode(ink, input.address)
    })
  }
}

/** Modul 4, Modul 4–5 where two meet, or the first section on the page. */
function runningHead({ texts }: HandoutJob, sections: readonly Section[]): string {
  const [first, last] = [sections[0], sections.at(-1)]
  if (first?.module !== undefined && last?.module !== undefined && last.module > first.module) {
    return texts.text('modulesOnPage', { first: first.module, last: last.module })
  }
  return first?.heading ?? ''
}

/** The code of the first page again, without being content again: a figure on each page would only be in the way. */
function paintCode(ink: Ink, address: string): void {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const bars: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      let to = from
      while (to < modules.size && modules.get(row, to)) to++
      if (to > from) bars.push(`${from} ${row} ${to - from} 1 re`)
      from = to
    }
  }
  ink.shape(bars.join(' '), QR_X, QR_TOP, QR / modules.size, INK)
}

function put(ink: Ink, text: string, style: Style, x: number, top: number): void {
  const [line] = setLines([{ text, style }], Number.MAX_SAFE_INTEGER)
  if (line) ink.line(line, x, top + rise(style))
}

function putRight(ink: Ink, text: string, style: Style, right: number, top: number): void {
  put(ink, text, style, right - widthOf(text, style), top)
}

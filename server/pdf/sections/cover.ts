import { create } from 'qrcode'
import { inFours } from '../../domain/publishing/in-fours.ts'
import { linesOf } from '../../domain/publishing/lines.ts'
import { figure } from '../ink.ts'
import { paintMark, paintMillimetres } from '../marks.ts'
import { AREA, mm, PAGE } from '../measures.ts'
import type { Page } from '../page.ts'
import { DIGITS_SHOWN, type PrintJob } from '../print-job.ts'
import { INK, OCHRE_TEXT, rise, type Style } from '../styles.ts'
import { tag, type Tag } from '../tagged.ts'
import { setLines, widthOf, type Line } from '../type/set-lines.ts'
import { coverFacts, factRows } from './facts.ts'

const LEAD_WIDTH = mm(128)
const LEAD_LINES = 4
const LEAD_BOTTOM = mm(166)
const TITLE_HEIGHT = 165
const QR_SIZE = mm(24)
const FOOT = PAGE.height - mm(16)

/** The cover: whose it is, which occupation, whether it counts, its facts, and how to see if it is the latest. */
export function paintCover(job: PrintJob, page: Page): void {
  const sect = tag('Sect', job.document)
  paintEdge(job, page)
  paintOwner(job, page, sect)
  const y = paintTitle(job, page, sect, mm(74))
  paintStamps(job, page, sect, y + mm(9))
  paintFacts(job, page, sect)
  if (job.input.kind === 'edition') paintLatest(job, page, sect, job.input)
}

function paintEdge({ styles, texts }: PrintJob, page: Page): void {
  paintMillimetres(page, PAGE.height)
  for (let centimetres = 5; centimetres <= 25; centimetres += 5) {
    const text = centimetres === 5 ? texts.text('centimetre') : `${centimetres}`
    const [line] = setLines([{ text, style: styles.millimetres }], mm(10))
    if (line) page.decoration().line(line, mm(6.8), mm(centimetres * 10) + styles.millimetres.size * 0.33)
  }
}

function paintOwner({ profile, styles, wording }: PrintJob, page: Page, sect: Tag): void {
  const size = mm(7)
  paintMark(page, AREA.left - mm(0.9), mm(20), size)
  const lines = setLines([{ text: profile.owner, style: styles.owner }], mm(140))
  const top = mm(20) + size / 2 - (lines.length * styles.owner.leading) / 2
  paintLines(page, tag('P', sect, wording), lines, styles.owner, AREA.left + mm(8.6), top)
}

/** Kind, title and lead; returns where they end. */
function paintTitle(
  { profile, title, texts, styles, wording }: PrintJob,
  page: Page,
  sect: Tag,
  top: number,
): number {
  const kind = setLines([{ text: texts.text('kind'), style: styles.coverKind }], LEAD_WIDTH)
  let y = paintLines(page, tag('P', sect), kind, styles.coverKind, AREA.left, top)
  const [style, lines] = titleLines(title, styles.coverTitles)
  y = paintLines(page, tag('H1', sect, wording), lines, style, AREA.left - style.size * 0.03, y + mm(1))
  y += mm(4.5)
  const room = Math.floor((LEAD_BOTTOM - y) / styles.coverLead.leading)
  const lead = leadLines(profile.purpose, styles.coverLead, Math.min(LEAD_LINES, room))
  return paintLines(page, tag('P', sect, wording), lead, styles.coverLead, AREA.left, y)
}

/** The largest size in which a title takes no more than its share of the cover. */
function titleLines(title: string, sizes: readonly Style[]): [Style, Line[]] {
  for (const [at, style] of sizes.entries()) {
    const lines = setLines([{ text: title, style }], AREA.right - AREA.left, {
      balanced: true,
      softHyphens: true,
    })
    if (lines.length * style.leading <= TITLE_HEIGHT || at === sizes.length - 1) return [style, lines]
  }
  return [sizes[0] as Style, []]
}

/** The purpose's first sentences, as many as find room; the whole of it stands in a section of its own. */
function leadLines(purpose: string, style: Style, most: number): Line[] {
  if (most < 1) return []
  const [first = ''] = linesOf(purpose)
  const sentences = Array.from(
    new Intl.Segmenter('sv', { granularity: 'sentence' }).segment(first.slice(0, 2000)),
  )
  let lead: Line[] = []
  for (let count = 1; count <= sentences.length; count++) {
    const text = sentences.slice(0, count).reduce((all, { segment }) => all + segment, '')
    const lines = setLines([{ text, style }], LEAD_WIDTH)
    if (lines.length > most) return lead.length > 0 ? lead : lines.slice(0, most)
    lead = lines
  }
  return lead
}

/** A stamp says that the text is no approved profile; the sentence beside it says what it is. */
function paintStamps({ profile, input, texts, styles }: PrintJob, page: Page, sect: Tag, top: number): void {
  const stamps = [
    ...(input.kind === 'draft' ? [['draftStamp', 'draftSentence'] as const] : []),
    ...(profile.isExample ? [['exampleStamp', 'exampleSentence'] as const] : []),
  ]
  let y = top
  for (const [word, sentence] of stamps) {
    const width = widthOf(texts.text(word), styles.stamp)
    const baseline = y + rise(styles.fact)
    const paragraph = tag('P', sect)
    page.decoration().frame(AREA.left, baseline - 9.3, width + 11, 13, 1, OCHRE_TEXT)
    for (const line of setLines([{ text: texts.text(word), style: styles.stamp }], mm(60))) {
      page.tagged(paragraph).line(line, AREA.left + 5.5, baseline)
    }
    const x = AREA.left + width + 11 + mm(2.5)
    const lines = setLines([{ text: texts.text(sentence), style: styles.fact }], AREA.right - x)
    y = paintLines(page, paragraph, lines, styles.fact, x, y) + mm(2.5)
  }
}

const FACTS_TOP = mm(196)
const FACTS_BOTTOM = mm(250)

function paintFacts(job: PrintJob, page: Page, sect: Tag): void {
  const rows = factRows(job, sect, coverFacts(job))
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  // many facts begin higher up, but never on the title
  let y = Math.max(Math.min(FACTS_TOP, FACTS_BOTTOM - height), LEAD_BOTTOM + mm(14))
  for (const row of rows) {
    row.paint(page, y)
    y += row.height
  }
}

function paintLatest(
  { texts, styles }: PrintJob,
  page: Page,
  sect: Tag,
  { address, digest }: { readonly address: string; readonly digest: string },
): void {
  const top = FOOT - QR_SIZE
  const shown = address.replace(/^https?:\/\//u, '')
  const box = [AREA.left, top, AREA.left + QR_SIZE, FOOT] as const
  const figureTag = tag('Figure', sect, { alt: texts.text('qr', { address: shown }), box })
  paintQr(page, figureTag, address, AREA.left, top)
  const x = AREA.left + QR_SIZE + mm(5)
  const width = AREA.right - x
  const put = (of: Tag, text: string, style: Style, y: number) =>
    paintLines(page, of, setLines([{ text, style }], width), style, x, y)
  const lines = setLines([{ text: shown, style: styles.smallLink }], width)
  const { leading } = styles.small
  let y = FOOT - (3 + lines.length) * leading + 2
  y = put(tag('P', sect), texts.text('latestQuestion'), styles.smallStrong, y)
  const how = tag('P', sect)
  y = put(tag('Span', how), texts.text('latestHow'), styles.small, y)
  const link = tag('Link', how)
  const linked = { x, y, width: Math.max(...lines.map((line) => line.width)), height: lines.length * leading }
  for (const line of lines) {
    page.tagged(link).line(line, x, y + rise(styles.small))
    y += leading
  }
  page.link(link, linked, { url: address }, texts.text('latestLink', { address: shown }))
  put(tag('P', sect), texts.text('digest', { digest: inFours(digest, DIGITS_SHOWN) }), styles.smallQuiet, y)
}

/** Level M: it can be read with a seventh of it lost. Bone black on white, whatever the page. */
function paintQr(page: Page, of: Tag, address: string, x: number, y: number): void {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const unit = QR_SIZE / modules.size
  const bars: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      let to = from
      while (to < modules.size && modules.get(row, to)) to++
      if (to > from) bars.push(`${from} ${row} ${to - from} 1 re`)
      from = to
    }
  }
  page.tagged(of).shape(bars.join(' '), figure(x), figure(y), unit, INK)
}

function paintLines(
  page: Page,
  of: Tag,
  lines: readonly Line[],
  style: Style,
  x: number,
  top: number,
): number {
  lines.forEach((line, at) => page.tagged(of).line(line, x, top + at * style.leading + rise(style)))
  return top + lines.length * style.leading
}

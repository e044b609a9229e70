import { inFours } from '../../domain/publishing/in-fours.ts'
import { linesOf } from '../../domain/publishing/lines.ts'
import { paintMark, paintMillimetres } from '../marks.ts'
import { AREA, mm, PAGE } from '../measures.ts'
import type { Page } from '../page.ts'
import { largestLines, paintLines, paintStamp } from '../paint-lines.ts'
import { DIGITS_SHOWN, type PrintJob } from '../print-job.ts'
import { paintQr } from '../qr.ts'
import { rise, type Style } from '../styles.ts'
import { tag, type Tag } from '../tagged.ts'
import { setLines, type Line } from '../type/set-lines.ts'
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
  const [style, lines] = largestLines(title, styles.coverTitles, AREA.right - AREA.left, TITLE_HEIGHT)
  y = paintLines(page, tag('H1', sect, wording), lines, style, AREA.left - style.size * 0.03, y + mm(1))
  y += mm(4.5)
  const room = Math.floor((LEAD_BOTTOM - y) / styles.coverLead.leading)
  const lead = leadLines(profile.purpose, styles.coverLead, Math.min(LEAD_LINES, room))
  return paintLines(page, tag('P', sect, wording), lead, styles.coverLead, AREA.left, y)
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
function paintStamps(job: PrintJob, page: Page, sect: Tag, top: number): void {
  const { profile, input, texts } = job
  const stamps = [
    ...(input.kind === 'draft' ? [['draftStamp', 'draftSentence'] as const] : []),
    ...(profile.isExample ? [['exampleStamp', 'exampleSentence'] as const] : []),
  ]
  let y = top
  for (const [word, sentence] of stamps) {
    y = paintStamp(job, page, sect, texts.text(word), texts.text(sentence), y) + mm(2.5)
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
  paintQr(page, figureTag, address, AREA.left, top, QR_SIZE)
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

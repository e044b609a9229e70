import { paginate, type PlannedPage, type Section } from './flow.ts'
import { productFonts, type Fonts } from './fonts.ts'
import { makeFurniture, paintWatermark } from './furniture.ts'
import { mm } from './measures.ts'
import { startPaper, type Paper } from './print-job.ts'
import { fingerprint, openPrint } from './print-pages.ts'
import { contentsSection, firstPagesOf } from './sections/contents.ts'
import { panelAmendments, panelRulings } from './sections/review/panel-amendments.ts'
import { panelAttendance } from './sections/review/panel-attendance.ts'
import { panelDissents, panelRule, panelSignatures } from './sections/review/panel-closing.ts'
import { panelComposition } from './sections/review/panel-composition.ts'
import { panelDecision } from './sections/review/panel-decision.ts'
import type { PanelMinutes } from './sections/review/panel-minutes-input.ts'
import { panelOpening } from './sections/review/panel-opening.ts'
import { panelPositions } from './sections/review/panel-positions.ts'
import { panelRemarks } from './sections/review/panel-remarks.ts'
import { LANGUAGES } from './texts.ts'

/** Shorter minutes are found one's way in without contents. */
const LONG = 8

/**
 * The minutes of a panel: what it decided, who it was, how each perspective stood, what was changed, and what became of
 * every remark. Built to PDF/UA-1 and PDF/A-2a. The same input and fonts give the same bytes.
 */
export async function renderPanelMinutes(
  input: PanelMinutes,
  fonts: Fonts = productFonts(),
): Promise<Buffer> {
  const { round, isSealed, printedAt } = input
  const paper = startPaper(input.locale, fonts)
  const { texts } = paper
  const title = input.profileTitle.trim() || texts.text('untitled')
  const print = openPrint(documentInfo(input, paper, title), paper.document, fonts)
  const plan = planPages(input, paper, title)
  const paintFurniture = makeFurniture(paper, {
    title,
    aside: texts.text('panel.minutes.aside', { round }),
    // the first page says in large what the header says
    headOf: (sections) => (sections[0]?.start === 'page' ? undefined : (sections[0]?.heading ?? '')),
    footer: [
      texts.text(isSealed ? 'panel.minutes.footer' : 'panel.minutes.footerDraft', { round }),
      texts.text('footerPrinted', { date: texts.moment(printedAt) }),
    ],
  })
  plan.forEach((planned, at) =>
    print.paintPage((page) => {
      if (!isSealed) paintWatermark(paper, page, texts.text('watermark'))
      for (const { strip, y } of planned.strips) strip.paint(page, y)
      paintFurniture(page, planned.sections, at + 1, plan.length)
    }),
  )
  return print.bytes()
}

/** The pages; long minutes have contents after what was decided. */
function planPages(input: PanelMinutes, paper: Paper, title: string): PlannedPage[] {
  const front = [panelOpening(paper, input, title), panelDecision(paper, input)]
  const body = [
    panelComposition(paper, input),
    panelAttendance(paper, input),
    panelRule(paper, input),
    panelPositions(paper, input),
    panelAmendments(paper, input),
    panelRemarks(paper, input),
    panelRulings(paper, input),
    panelDissents(paper, input),
    // a draft is signed by nobody
    input.isSealed ? panelSignatures(paper) : undefined,
  ].filter((section) => section !== undefined)
  const short = paginate([...front, ...body])
  if (short.length <= LONG) return short
  let pages: ReadonlyMap<string, number> = new Map()
  const entries = body.map(({ entry }) => entry)
  // pages are asked for while painting, when they are known
  const list = contentsSection(paper, entries, (place) => 1 + (pages.get(place) ?? 0))
  const contents: Section = {
    ...list,
    start: 'flow',
    before: mm(13),
    rows: list.rows.map((row, at) => ({ ...row, keep: at < list.rows.length - 1 })),
  }
  const plan = paginate([...front, contents, ...body])
  pages = firstPagesOf(body, plan)
  return plan
}

function documentInfo(input: PanelMinutes, { texts }: Paper, title: string) {
  const { round, locale, printedAt } = input
  return {
    language: LANGUAGES[locale],
    title: texts.text('panel.minutes.title', { title, round }),
    author: 'Profilverkstad',
    subject: texts.text('panel.minutes.subject'),
    keywords: `panel ${fingerprint(input)}`,
    creator: 'Profilverkstad',
    producer: 'PDFKit',
    createdAt: new Date(printedAt),
  }
}

import { paginate, type PlannedPage, type Section } from './flow.ts'
import { productFonts, type Fonts } from './fonts.ts'
import { paintWatermark } from './furniture.ts'
import { startJob } from './print-job.ts'
import { fingerprint, openPrint } from './print-pages.ts'
import { contentsSection, firstPagesOf } from './sections/contents.ts'
import { findChanges } from './sections/review/find-changes.ts'
import { commonPart } from './sections/review/handout-common.ts'
import { paintHandoutFurniture } from './sections/review/handout-furniture.ts'
import type { Handout } from './sections/review/handout-input.ts'
import { handoutModule } from './sections/review/handout-module.ts'
import { handoutOpening } from './sections/review/handout-opening.ts'
import type { HandoutJob } from './sections/review/handout-text.ts'
import { startLines } from './sections/review/numbered-lines.ts'
import { LANGUAGES } from './texts.ts'

/**
 * What the panel reads before it meets: the text with numbered lines and a column to write in, and how one answers.
 * Built to PDF/UA-1 and PDF/A-2a. The same input and fonts give the same bytes.
 */
export async function renderHandout(input: Handout, fonts: Fonts = productFonts()): Promise<Buffer> {
  const { profile, printedAt, locale, thirdCategory } = input
  const draft = { kind: 'draft', profile, basedOn: null, printedAt, locale, thirdCategory } as const
  const job = startJob(draft, fonts)
  const handout: HandoutJob = {
    ...job,
    sheet: startLines(job),
    changes: findChanges(input.changes, profile),
  }
  const print = openPrint(documentInfo(handout, input), job.document, fonts)
  const plan = planPages(handout, input)
  const paintFurniture = paintHandoutFurniture(handout, input)
  plan.forEach((planned, at) =>
    print.paintPage((page) => {
      // the first page has the stamp, and codes stand on white
      if (at > 0) paintWatermark(job, page, job.texts.text('watermark'))
      for (const { strip, y } of planned.strips) strip.paint(page, y)
      paintFurniture(page, planned.sections, at + 1, plan.length)
    }),
  )
  return print.bytes()
}

function planPages(job: HandoutJob, input: Handout): PlannedPage[] {
  const opening = handoutOpening(job, input)
  const body = [commonPart(job), ...job.profile.modules.map((link, index) => handoutModule(job, link, index))]
  let pages: ReadonlyMap<string, number> = new Map()
  const entries = body.map(({ entry }) => entry)
  // pages are asked for while painting, when they are known
  const contents: Section = {
    ...contentsSection(job, entries, (place) => 1 + (pages.get(place) ?? 0)),
    before: 0,
  }
  const plan = paginate([opening, ...(body.length > 1 ? [contents] : []), ...body])
  pages = firstPagesOf(body, plan)
  return plan
}

function documentInfo({ texts, title, profile }: HandoutJob, input: Handout) {
  const { round, locale, printedAt } = input
  return {
    language: LANGUAGES[locale],
    title: texts.text('panel.handout.title', { title, round }),
    author: profile.owner.trim() || 'Profilverkstad',
    subject: texts.text('panel.handout.subject'),
    keywords: `${profile.slug} ${fingerprint(input)}`,
    creator: 'Profilverkstad',
    producer: 'PDFKit',
    createdAt: new Date(printedAt),
  }
}

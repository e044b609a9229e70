import { paginate } from './flow.ts'
import { productFonts, type Fonts } from './fonts.ts'
import { furnitureOf, paintWatermark } from './furniture.ts'
import type { Page } from './page.ts'
import { openPrint } from './print-pages.ts'
import { startJob, type PrintInput, type PrintJob } from './print-job.ts'
import { changesSection } from './sections/changes.ts'
import { contentsSection, firstPagesOf } from './sections/contents.ts'
import { paintCover } from './sections/cover.ts'
import { decisionSection } from './sections/decision.ts'
import { termExplainer } from './sections/explain-terms.ts'
import { moduleSection } from './sections/module.ts'
import { roleSections } from './sections/role.ts'
import type { ListedSection } from './sections/section-head.ts'
import { suitabilitySection } from './sections/suitability.ts'
import { wordListSection } from './sections/word-list.ts'
import { LANGUAGES } from './texts.ts'

/**
 * A whole occupational profile as a PDF that is built to PDF/UA-1 and PDF/A-2a: an edition, or a draft with a
 * watermark. The same input and fonts give the same bytes: no clock, no chance, no network.
 */
export async function renderProfile(input: PrintInput, fonts: Fonts = productFonts()): Promise<Buffer> {
  const job = startJob(input, fonts)
  const print = openPrint(documentInfo(job), job.document, fonts)
  const paintPage = (paint: (page: Page) => void) =>
    print.paintPage((page) => {
      if (input.kind === 'draft') paintWatermark(job, page, job.texts.text('watermark'))
      paint(page)
    })

  const sections = sectionsOf(job)
  const body = paginate(sections)
  const firstPages = firstPagesOf(sections, body)
  const entries = sections.map(({ entry }) => entry)
  // the contents come before the body, and their length does not depend on the numbers in them
  const contents = contentsSection(
    job,
    entries,
    (place) => 2 + contentsPages.length + (firstPages.get(place) ?? 0),
  )
  const contentsPages = paginate(entries.length > 0 ? [contents] : [])
  const plan = [...contentsPages, ...body]
  const paintFurniture = furnitureOf(job)

  paintPage((page) => paintCover(job, page))
  plan.forEach((planned, at) =>
    paintPage((page) => {
      for (const { strip, y } of planned.strips) strip.paint(page, y)
      paintFurniture(page, planned.sections, at + 2, plan.length + 1)
    }),
  )
  return print.bytes()
}

function sectionsOf(job: PrintJob): ListedSection[] {
  const explainer = termExplainer(job)
  return [
    ...roleSections(job),
    suitabilitySection(job),
    ...job.profile.modules.map((link, index) => moduleSection(job, link, index, explainer())),
    wordListSection(job),
    decisionSection(job),
    changesSection(job),
  ].filter((section) => section !== undefined)
}

function documentInfo({ input, profile, title, texts }: PrintJob) {
  const edition = input.kind === 'edition' ? input.edition : undefined
  return {
    language: LANGUAGES[input.locale],
    title: edition
      ? texts.text('documentTitle', { title, version: edition.version })
      : texts.text('documentTitleDraft', { title }),
    author: profile.owner.trim() || 'Profilverkstad',
    subject: texts.text('subject'),
    // pdfkit makes the file's id out of these words and the date
    keywords: input.kind === 'edition' ? `${profile.slug} ${input.digest}` : profile.slug,
    creator: 'Profilverkstad',
    producer: 'PDFKit',
    createdAt: new Date(input.kind === 'edition' ? input.edition.publishedAt : input.printedAt),
  }
}

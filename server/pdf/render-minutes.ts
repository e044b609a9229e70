import { paginate, type PlannedPage, type Section } from './flow.ts'
import { productFonts, type Fonts } from './fonts.ts'
import { makeFurniture, paintWatermark } from './furniture.ts'
import { mm } from './measures.ts'
import { startPaper, type Paper } from './print-job.ts'
import { fingerprint, openPrint } from './print-pages.ts'
import { contentsSection, firstPagesOf } from './sections/contents.ts'
import type { ListedSection } from './sections/section-head.ts'
import { minutesFigures } from './sections/workshop/minutes-figures.ts'
import { minutesGroup } from './sections/workshop/minutes-group.ts'
import type { WorkshopMinutes } from './sections/workshop/minutes-input.ts'
import { minutesOpening } from './sections/workshop/minutes-opening.ts'
import { minutesPhases } from './sections/workshop/minutes-phases.ts'
import { minutesResults } from './sections/workshop/minutes-results.ts'
import { LANGUAGES } from './texts.ts'

/** Shorter minutes are found one's way in without contents. */
const LONG = 8

/**
 * The minutes of a workshop: what was asked, who took part, what each group arrived at, and what the compilation made
 * of it. Built to PDF/UA-1 and PDF/A-2a. The same input and fonts give the same bytes.
 */
export async function renderMinutes(given: WorkshopMinutes, fonts: Fonts = productFonts()): Promise<Buffer> {
  const input = withoutHiddenNames(given)
  const { workshop } = input
  const paper = startPaper(input.locale, fonts)
  const { texts } = paper
  const print = openPrint(documentInfo(input, paper), paper.document, fonts)
  const plan = planPages(input, paper)
  const paintFurniture = makeFurniture(paper, {
    title: workshop.name,
    aside: texts.day(workshop.date),
    // the first page says in large what the header says
    headOf: (sections) => (sections[0]?.start === 'page' ? undefined : (sections[0]?.heading ?? '')),
    footer: [
      texts.text(workshop.isRehearsal ? 'workshop.minutes.footerRehearsal' : 'workshop.minutes.kind'),
      input.endedAt === null
        ? texts.text('workshop.minutes.ongoing')
        : texts.text('workshop.minutes.endedAt', { time: texts.moment(input.endedAt) }),
    ],
  })
  plan.forEach((planned, at) =>
    print.paintPage((page) => {
      if (workshop.isRehearsal) paintWatermark(paper, page, texts.text('workshop.watermark'))
      for (const { strip, y } of planned.strips) strip.paint(page, y)
      paintFurniture(page, planned.sections, at + 1, plan.length)
    }),
  )
  return print.bytes()
}

/** What is not to be printed goes no further: not into the file's fingerprint either. */
function withoutHiddenNames(input: WorkshopMinutes): WorkshopMinutes {
  if (input.workshop.anonymity.namesInMinutes) return input
  return { ...input, groups: input.groups.map((group) => ({ ...group, names: [] })) }
}

/** The pages; long minutes have contents after what concerns all groups. */
function planPages(input: WorkshopMinutes, paper: Paper): PlannedPage[] {
  const front = [minutesOpening(paper, input), minutesPhases(paper, input), ...minutesFigures(paper, input)]
  const body: ListedSection[] = [
    ...input.groups.map((group) => minutesGroup(paper, input, group)),
    minutesResults(paper, input),
  ]
  const short = paginate([...front, ...body])
  if (short.length <= LONG) return short
  let pages: ReadonlyMap<string, number> = new Map()
  const entries = body.map(({ entry }) => entry)
  // pages are asked for while painting, when they are known
  const contents: Section = {
    ...contentsSection(paper, entries, (place) => 1 + (pages.get(place) ?? 0)),
    start: 'flow',
    before: mm(14),
  }
  const plan = paginate([...front, contents, ...body])
  pages = firstPagesOf(body, plan)
  return plan
}

function documentInfo(input: WorkshopMinutes, { texts }: Paper) {
  const { workshop, locale, endedAt } = input
  return {
    language: LANGUAGES[locale],
    title: texts.text('workshop.minutes.title', { name: workshop.name, date: texts.day(workshop.date) }),
    author: 'Profilverkstad',
    subject: texts.text('workshop.minutes.subject'),
    keywords: `${workshop.profileSlug} ${fingerprint(input)}`,
    creator: 'Profilverkstad',
    producer: 'PDFKit',
    createdAt: new Date(endedAt ?? workshop.createdAt),
  }
}

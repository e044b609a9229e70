import { productFonts, type Fonts } from './fonts.ts'
import { paintWatermark } from './furniture.ts'
import { mm } from './measures.ts'
import { startPaper, type Paper } from './print-job.ts'
import { fingerprint, openPrint } from './print-pages.ts'
import { paintEmptySheet, paintGroupSheet } from './sections/workshop/group-sheet.ts'
import type { GroupSheets } from './sections/workshop/group-sheets-input.ts'
import { LANGUAGES } from './texts.ts'

/** Above the QR code, which stands on white. */
const WATERMARK = mm(78)

/**
 * A page for each group, to lie on its table: the question, the group, and the way in by camera or by code. Built to
 * PDF/UA-1 and PDF/A-2a. The same input and fonts give the same bytes.
 */
export async function renderGroupSheets(input: GroupSheets, fonts: Fonts = productFonts()): Promise<Buffer> {
  const { workshop, locale } = input
  const paper = startPaper(locale, fonts)
  const print = openPrint(documentInfo(input, paper), paper.document, fonts)
  const sheets =
    workshop.groups.length > 0
      ? workshop.groups.map((group) => paintGroupSheet(paper, input, group))
      : [paintEmptySheet(paper, input)]
  for (const paint of sheets) {
    print.paintPage((page) => {
      if (workshop.isRehearsal) paintWatermark(paper, page, paper.texts.text('workshop.watermark'), WATERMARK)
      paint(page)
    })
  }
  return print.bytes()
}

function documentInfo(input: GroupSheets, { texts }: Paper) {
  const { workshop, locale } = input
  return {
    language: LANGUAGES[locale],
    title: texts.text('workshop.sheets.title', { name: workshop.name, date: texts.day(workshop.date) }),
    author: 'Profilverkstad',
    subject: texts.text('workshop.sheets.subject'),
    keywords: `${workshop.profileSlug} ${fingerprint(input)}`,
    creator: 'Profilverkstad',
    producer: 'PDFKit',
    createdAt: new Date(workshop.createdAt),
  }
}

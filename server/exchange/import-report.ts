import type { ImportRemark, ImportReport } from '../../schemas/types.ts'
import { text, type Locale } from '../i18n/text.ts'
import type { Reading, Remark } from './reading.ts'

type Imported = Pick<ImportReport, 'slug' | 'outcome' | 'version' | 'taken'> & {
  readonly loosenedLinks: readonly number[]
}

/** What was taken, mended and left out, in words. */
export function importReport(
  { repaired, leftOut }: Extract<Reading, { ok: true }>,
  { loosenedLinks, ...imported }: Imported,
  locale: Locale,
): ImportReport {
  const loosened = loosenedLinks.map((index): Remark => ({
    code: 'link-loosened',
    pointer: `/profile/modules/${index}`,
  }))
  return {
    ...imported,
    repaired: remarksInWords([...repaired, ...loosened], locale),
    leftOut: remarksInWords(leftOut, locale),
  }
}

export function remarksInWords(remarks: readonly Remark[], locale: Locale): ImportRemark[] {
  return remarks.map(({ code, pointer, values }) => ({
    code,
    pointer,
    text: text(locale, `import.remarks.${code}`, values),
  }))
}

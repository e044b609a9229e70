import type { ImportRemark, ImportReport } from '../../schemas/types.ts'
import { text, type Locale } from '../i18n/text.ts'
import type { Reading, Remark } from './reading.ts'

type Imported = Pick<ImportReport, 'slug' | 'outcome' | 'version' | 'taken'> & {
  readonly loosenedLinks: readonly number[]
  readonly intoAnother: boolean
}

/** What was taken, mended and left out, in words. */
export function importReport(
  { repaired, leftOut }: Extract<Reading, { ok: true }>,
  { loosenedLinks, intoAnother, ...imported }: Imported,
  locale: Locale,
): ImportReport {
  const loosened = loosenedLinks.map((index): Remark => ({
    code: 'link-loosened',
    pointer: `/profile/modules/${index}`,
  }))
  const known: Remark[] = intoAnother
    ? [{ code: 'profile-known', pointer: '/profile/slug', values: { slug: imported.slug } }]
    : []
  return {
    ...imported,
    repaired: remarksInWords([...repaired, ...known, ...loosened], locale),
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

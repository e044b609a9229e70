import type { ImportRemark, ImportReport } from '../../schemas/types.ts'
import { text, type Locale } from '../i18n/text.ts'
import { say } from './say.ts'

/** Of many places with the same remark, so many are named; `--json` has them all. */
const MOST_PLACES = 3

/** What was mended and what was left out, each remark once with its places. */
export function sayRemarks(remarks: Pick<ImportReport, 'repaired' | 'leftOut'>, locale: Locale): void {
  for (const heading of ['repaired', 'leftOut'] as const) {
    if (remarks[heading].length > 0) say(text(locale, `cli.import.${heading}`))
    for (const [remark, places] of placesByText(remarks[heading])) {
      say(`  ${remark}`)
      for (const place of places.slice(0, MOST_PLACES)) say(`    ${place || '/'}`)
      const count = places.length - MOST_PLACES
      if (count > 0) say(`    ${text(locale, 'cli.import.elsewhere', { count })}`)
    }
  }
}

function placesByText(remarks: readonly ImportRemark[]): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const { text: remark, pointer } of remarks) {
    places.set(remark, places.get(remark) ?? [])
    places.get(remark)?.push(pointer)
  }
  return places
}

import { formatDay } from '../i18n/locale.ts'

/** A day of the calendar as it is said beside a text: the year only when it is another than this one. */
export function dayInWords(date: string, now = new Date()): string {
  // Noon, so that it is the same day wherever it is read.
  const day = new Date(`${date}T12:00:00`)
  const said = formatDay(day)
  return day.getFullYear() === now.getFullYear() ? said.replace(/ \d{4}$/u, '') : said
}

import { locale } from './locale.ts'

/** A day and a time by Swedish clocks, as date and time fields write them. */
export type DayAndTime = { readonly day: string; readonly time: string }

const zone = { timeZone: 'Europe/Stockholm' } as const
const parts = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'short' })

/** A moment as clocks in Sweden show it, wherever the reader sits: that is what summonses and calendars say too. */
export function inSweden(at: string): DayAndTime {
  const [day = '', time = ''] = parts.format(new Date(at)).split(' ')
  return { day, time }
}

/** The moment when clocks in Sweden show that; null for what is no day or time. In the hour that comes twice it is the first. */
export function momentInSweden({ day, time }: DayAndTime): string | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asUtc)) return null
  for (const hours of [2, 1]) {
    const moment = new Date(asUtc - hours * 3_600_000).toISOString()
    const shown = inSweden(moment)
    if (shown.day === day && shown.time === time) return moment
  }
  return null
}

const LANGUAGES = { sv: 'sv-SE', en: 'en-GB' } as const

/** A day such as 21 oktober; with its year where that is another one than now. Both as 2026-10-21, or longer. */
export function dayInWords(day: string, now: string): string {
  const year = day.slice(0, 4) === now.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return formatted(day, { day: 'numeric', month: 'long', ...year })
}

/** With the day of the week: onsdag 21 oktober. */
export function weekdayInWords(day: string, now: string): string {
  return `${formatted(day, { weekday: 'long' })} ${dayInWords(day, now)}`
}

/** A day is the same day everywhere. */
function formatted(day: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(LANGUAGES[locale()], { ...options, timeZone: 'UTC' })
  return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
}

/** A clock time such as 9.00; in English 09:00. */
export function clockInWords(time: string): string {
  return locale() === 'sv' ? time.replace(/^0/u, '').replace(':', '.') : time
}

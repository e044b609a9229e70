import type { PanelMeeting } from '../../schemas/types.ts'
import { locale } from '../i18n/locale.ts'
import { plural, t } from '../i18n/review.ts'
import { inSweden } from './swedish-time.ts'

const LANGUAGES = { sv: 'sv-SE', en: 'en-GB' } as const

/** A day such as 21 oktober; with its year where that is another one than now. */
export function dayInWords(day: string, now: string): string {
  const year = day.slice(0, 4) === now.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  const format = { day: 'numeric', month: 'long', timeZone: 'UTC', ...year } as const
  return new Intl.DateTimeFormat(LANGUAGES[locale()], format).format(new Date(`${day}T00:00:00Z`))
}

/** With the day of the week: onsdag 21 oktober. */
function weekdayInWords(day: string, now: string): string {
  const weekday = new Intl.DateTimeFormat(LANGUAGES[locale()], { weekday: 'long', timeZone: 'UTC' })
  return `${weekday.format(new Date(`${day}T00:00:00Z`))} ${dayInWords(day, now)}`
}

/** A clock time such as 9.00; in English 09:00. */
export function clockInWords(time: string): string {
  return locale() === 'sv' ? time.replace(/^0/u, '').replace(':', '.') : time
}

/** A moment's day by Swedish clocks. */
export function dayOf(at: string, now: string): string {
  return dayInWords(inSweden(at).day, now)
}

/** onsdag 21 oktober, kl. 9.00-12.00 */
export function meetingInWords(
  { startsAt, endsAt }: Pick<PanelMeeting, 'startsAt' | 'endsAt'>,
  now: string,
): string {
  const [from, to] = [inSweden(startsAt), inSweden(endsAt)]
  const until = from.day === to.day ? '' : `${dayInWords(to.day, now)} `
  return t('meetings.when', {
    day: weekdayInWords(from.day, now),
    from: clockInWords(from.time),
    to: until + clockInWords(to.time),
  })
}

const HOUR = 60
const DAY = 24 * HOUR

/** How long a clock has gone: minutes up to an hour, hours up to two days, then days. */
export function lengthInWords(minutes: number): string {
  if (minutes < HOUR) return plural('time.minutes', minutes)
  if (minutes < 2 * DAY) return plural('time.hours', Math.floor(minutes / HOUR))
  return plural('time.days', Math.floor(minutes / DAY))
}

import type { Locale } from '../i18n/catalogue.ts'
import { mailText } from './texts.ts'

const TAGS: Record<Locale, string> = { sv: 'sv-SE', en: 'en-GB' }
const timeZone = 'Europe/Stockholm'

/** When a meeting is, by Swedish clocks, from two moments in ISO 8601. */
export function meetingInWords(locale: Locale, startsAt: string, endsAt: string): string {
  const [day, lastDay] = [dayInWords(locale, startsAt), dayInWords(locale, endsAt)]
  const [from, to] = [clock(locale, startsAt), clock(locale, endsAt)]
  return day === lastDay
    ? mailText(locale, 'when.day', { day, from, to })
    : mailText(locale, 'when.days', { day, from, lastDay, to })
}

/** The day of a moment in Sweden; a date without a time is that day. */
export function dayInWords(locale: Locale, moment: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(TAGS[locale], { ...parts, timeZone })
    .format(new Date(moment))
    .replaceAll(',', '')
}

function clock(locale: Locale, moment: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const time = new Intl.DateTimeFormat(TAGS[locale], { ...parts, timeZone }).format(new Date(moment))
  return time.replace(/^0/u, '').replace(':', mailText(locale, 'when.sign'))
}

import type { PanelMeeting } from '../../schemas/types.ts'
import { plural, t } from '../i18n/review.ts'
import { clockInWords, dayInWords, inSweden, weekdayInWords } from '../i18n/swedish-time.ts'

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

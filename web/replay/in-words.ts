import { formatTime } from '../i18n/locale.ts'
import { plural, t } from '../i18n/workshop.ts'
import { dayInWords } from '../provenance/day-in-words.ts'
import type { Happened } from './what-changed.ts'

/** What happened at a step, in one line. */
export function happenedInWords(happened: readonly Happened[]): string {
  return happened.map(({ what, count }) => plural(`replay.${what}`, count)).join(', ')
}

/** When a step was: the time, and the day where the steps are of several. */
export function whenInWords(at: string, all: readonly { readonly at: string }[]): string {
  const day = (of: string) => new Date(of).toDateString()
  const time = formatTime(new Date(at))
  if (all.every((each) => day(each.at) === day(at))) return time
  return t('replay.dayAndTime', { day: dayInWords(isoDay(new Date(at))), time })
}

/** The day on this device's calendar, such as 2026-10-14. */
function isoDay(at: Date): string {
  return new Intl.DateTimeFormat('sv').format(at)
}

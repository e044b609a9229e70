import { locale } from '../i18n/locale.ts'
import { plural, t } from '../i18n/workshop.ts'

/** A time that is counted down, such as 6.12; in English 6:12. A second that has begun is still there. */
export function digitsOf(ms: number): string {
  const seconds = wholeSeconds(ms)
  const rest = String(seconds % 60).padStart(2, '0')
  return `${Math.floor(seconds / 60)}${locale() === 'sv' ? '.' : ':'}${rest}`
}

/** The same for those who hear it: 6 minuter 12 sekunder. */
export function spokenTime(ms: number): string {
  const seconds = wholeSeconds(ms)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return plural('time.seconds', rest)
  if (rest === 0) return plural('time.minutes', minutes)
  return t('time.both', { minutes: plural('time.minutes', minutes), seconds: plural('time.seconds', rest) })
}

/** How long ago, as it changes while one looks at it: a minute is a minute when it has passed. */
function wholeSeconds(ms: number): number {
  return ms >= 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000)
}

import { formatDay, formatNumber, formatTime } from '../i18n/locale.ts'
import { t } from '../i18n/people.ts'

/** A day and a time: 22 november 2026 kl. 14.32. */
export function dayAndTime(at: string): string {
  const time = new Date(at)
  return t('moment', { day: formatDay(time), time: formatTime(time) })
}

/** A day, and nothing for what has not been. */
export function dayOr(at: string | null, otherwise: string): string {
  return at === null ? otherwise : formatDay(new Date(at))
}

const UNITS = ['kilobytes', 'megabytes', 'gigabytes', 'terabytes'] as const

/** An amount of data in the unit that makes it readable: 3,4 MB. */
export function amountOf(bytes: number): string {
  let amount = bytes / 1000
  let unit = 0
  while (amount >= 1000 && unit < UNITS.length - 1) {
    amount /= 1000
    unit += 1
  }
  const rounded = amount < 10 ? Math.ceil(amount * 10) / 10 : Math.round(amount)
  return t(`units.${UNITS[unit] ?? 'kilobytes'}`, { amount: formatNumber(rounded) })
}

import { formatTime, locale } from '../i18n/locale.ts'

const FORMATS = { sv: 'sv-SE', en: 'en-GB' } as const

/** A day such as 3 september; with its year where that is another than now. */
export function dayInWords(iso: string, now = new Date()): string {
  const at = new Date(iso)
  const isThisYear = at.getFullYear() === now.getFullYear()
  return new Intl.DateTimeFormat(FORMATS[locale()], {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
  }).format(at)
}

/** torsdag 12 september 10.00–12.00; over midnight each with its day. */
export function spanInWords({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [from, to] = [new Date(startsAt), new Date(endsAt)]
  const weekday = new Intl.DateTimeFormat(FORMATS[locale()], { weekday: 'long' }).format(from)
  const first = `${weekday} ${dayInWords(startsAt)} ${formatTime(from)}`
  const isSameDay = from.toDateString() === to.toDateString()
  return `${first}–${isSameDay ? '' : `${dayInWords(endsAt)} `}${formatTime(to)}`
}

/** With a capital letter, as a sentence begins. */
export function asSentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase(FORMATS[locale()]) + words.slice(1)
}

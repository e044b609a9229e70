import { clockInWords, dayInWords as inWords, inSweden, weekdayInWords } from '../i18n/swedish-time.ts'

/** A day, or the day of a moment by Swedish clocks, such as 3 september; with its year where that is another than now. */
export function dayInWords(iso: string, now = new Date()): string {
  return inWords(dayOf(iso), dayOf(now.toISOString()))
}

/** A moment by Swedish clocks: 3 september 14.32. */
export function momentInWords(iso: string): string {
  return `${dayInWords(iso)} ${clockInWords(inSweden(iso).time)}`
}

/** torsdag 12 september 10.00–12.00, by Swedish clocks as in the summons; over midnight each with its day. */
export function spanInWords(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  now = new Date(),
): string {
  const [from, to] = [inSweden(startsAt), inSweden(endsAt)]
  const today = dayOf(now.toISOString())
  const until = from.day === to.day ? '' : `${inWords(to.day, today)} `
  return `${weekdayInWords(from.day, today)} ${clockInWords(from.time)}–${until}${clockInWords(to.time)}`
}

const DAY = '2026-09-03'.length

function dayOf(iso: string): string {
  return iso.length === DAY ? iso : inSweden(iso).day
}

/** With a capital letter, as a sentence begins. */
export function asSentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase('sv') + words.slice(1)
}

/** Ten digits, or twelve with the century; + stands in place of - from the year in which the person turns 100. */
const PATTERN = /^(?<century>1[89]|20)?(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)[-+]?\d{4}$/u
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** What is added to the day in a co-ordination number (folkbokföringslagen 1991:481, 18 a §). */
const COORDINATION = 60

/**
 * Whether a text is a Swedish personal number (personnummer) or co-ordination number (samordningsnummer): a date that
 * there is, and a check digit that is right. Nobody need have been given it.
 */
export function isPersonalNumber(text: string): boolean {
  const written = text.trim()
  const parts = PATTERN.exec(written)?.groups
  if (parts === undefined) return false
  const day = Number(parts.day)
  return (
    isDate(
      parts.century,
      Number(parts.year),
      Number(parts.month),
      day > COORDINATION ? day - COORDINATION : day,
    ) && isChecked(written.replace(/[-+]/u, '').slice(-10))
  )
}

/** Without its century, 29 February 00 can be that of 2000; with it, there was none in 1900. */
function isDate(century: string | undefined, year: number, month: number, day: number): boolean {
  const days = DAYS[month - 1]
  if (days === undefined || day < 1 || day > days) return false
  if (month !== 2 || day < 29) return true
  return year === 0 && century !== undefined ? Number(century) % 4 === 0 : year % 4 === 0
}

/** The Luhn sum: every other digit from the first counts double, the digits of what that gives are added up. */
function isChecked(digits: string): boolean {
  const sum = Array.from(digits)
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return sum % 10 === 0
}

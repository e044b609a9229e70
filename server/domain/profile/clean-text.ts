/*
 * What nobody can see and nobody means: control characters, direction overrides, zero-width spaces, byte order marks.
 * Soft hyphens (U+00AD) stay: people set them. The zero-width joiners U+200C and U+200D stay beside letters of
 * scripts that need them, as in Persian translations.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu
const STRAY_JOINER = /(?<!\p{L})[\u200C\u200D]|(?<=\p{Script=Latin})[\u200C\u200D]|[\u200C\u200D](?!\p{L})/gu

/** A text as it is kept: composed (NFC), with plain line ends and nothing invisible in it. Lone surrogates become U+FFFD. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .normalize('NFC') // what stood on either side of something invisible may compose now
}

/** The same JSON value with every string in it cleaned. */
export function cleanTexts<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T
  if (Array.isArray(value)) return value.map(cleanTexts) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanTexts(part)])) as T
}

/** Whether a JSON value is nested deeper than anything of ours; asked before it is walked through recursively. */
export function isTooDeep(value: unknown, limit = 32): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []))
  }
  return false
}

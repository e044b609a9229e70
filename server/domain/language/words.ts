/** A word of a text: what the rules compare, and where it stands. Positions are UTF-16 units of the text as given. */
export type Word = {
  /** Lower case, composed (NFC), without soft hyphens and without the dot of an abbreviation. */
  readonly lower: string
  readonly start: number
  /** Exclusive; the dot of an abbreviation belongs to the word. */
  readonly end: number
  /** Letters and digits in it, which is what LIX counts as its length. */
  readonly letters: number
  /** What stands between the word before and this one. */
  readonly gap: Gap
  /** Ends in a hyphen, as the first word of "tvätt- och städuppdrag". */
  readonly suspended: boolean
}

export type Gap = 'none' | 'comma' | 'colon' | 'sentence'

const LETTER = 1
const DIGIT = 2
const SOFT_HYPHEN = 0xad
const HYPHENS = new Set([0x2d, 0x2010, 0x2011])
const JOINERS = new Set([...HYPHENS, 0x27, 0x2019, 0x3a])
const COMMA = 0x2c
const DOT = 0x2e
/** "bl.a." is one word, "händerna.Torka" are two. */
const LONGEST_ABBREVIATED = 3

const letter = /[\p{L}\p{M}]/u
const digit = /\p{N}/u
const lowerCase = /\p{Ll}/u
const upperCase = /\p{Lu}/u

/** The kinds of the first 0x250 characters, so that ordinary text needs no regular expression. */
const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => kindOf(String.fromCharCode(code)))

function kindOf(char: string): number {
  if (letter.test(char)) return LETTER
  return digit.test(char) ? DIGIT : 0
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  // A surrogate may be half of a letter; no rule speaks of such words, but they must not be torn apart.
  if (code >= 0xd800 && code < 0xe000) return LETTER
  return code < 0x250 ? (KINDS[code] ?? 0) : kindOf(text.charAt(at))
}

/**
 * The words of a text in order. A hyphen, an apostrophe or a colon inside a word belongs to it ("HLR-docka",
 * "SMS:et"), so do the dots of "t.ex." and the decimal comma of "3,5". Hand-rolled, since `\b` and `\w` break on å ä ö
 * and Intl.Segmenter was ten times slower.
 *
 * @param abbreviations written with a dot that ends no sentence ("kl", "osv"), lower case, without the dot.
 */
export function readWords(text: string, abbreviations: ReadonlySet<string>): Word[] {
  const words: Word[] = []
  let gap: Gap = 'none'
  let at = 0
  while (at < text.length) {
    if (kindAt(text, at) === 0) {
      gap = wider(gap, gapAt(text, at))
      at += 1
      continue
    }
    const word = readWord(text, at, gap, abbreviations)
    words.push(word)
    gap = 'none'
    at = word.end
  }
  return words
}

function readWord(text: string, start: number, gap: Gap, abbreviations: ReadonlySet<string>): Word {
  let end = start
  let letters = 0
  let lettersSinceDot = 0
  let plain = true
  let dotted = false
  while (end < text.length) {
    const kind = kindAt(text, end)
    if (kind !== 0) {
      letters += 1
      lettersSinceDot += 1
      if (text.charCodeAt(end) >= 0x250) plain = false
    } else {
      const code = text.charCodeAt(end)
      if (code === SOFT_HYPHEN) plain = false
      else if (!joins(text, end, code)) break
      else if (code === DOT) {
        if (lettersSinceDot > LONGEST_ABBREVIATED) break
        dotted = true
        lettersSinceDot = 0
      }
    }
    end += 1
  }
  const suspended = HYPHENS.has(text.charCodeAt(end)) && kindAt(text, end + 1) === 0
  const raw = text.slice(start, end).toLowerCase()
  const lower = plain ? raw : raw.replaceAll('\u00ad', '').normalize('NFC')
  if (suspended) end += 1
  else if (text.charCodeAt(end) === DOT && (dotted || abbreviations.has(lower))) end += 1
  return { lower, start, end, letters, gap, suspended }
}

/** Whether the sign at a place inside a word belongs to the word. */
function joins(text: string, at: number, code: number): boolean {
  const before = kindAt(text, at - 1)
  const after = at + 1 < text.length ? kindAt(text, at + 1) : 0
  if (before === 0 || after === 0) return false
  if (JOINERS.has(code)) return true
  if (code === COMMA) return before === DIGIT && after === DIGIT
  return code === DOT && before === after && !upperCase.test(text.charAt(at + 1))
}

function gapAt(text: string, at: number): Gap {
  const char = text.charAt(at)
  if (char === ',') return 'comma'
  if (char === '\n' || char === '!' || char === '?') return 'sentence'
  if (char === '.') return endsSentence(text, at) ? 'sentence' : 'none'
  return char === ':' || char === ';' || char === '–' || char === '(' || char === ')' ? 'colon' : 'none'
}

/** A dot before a small letter is taken for that of an abbreviation nobody has listed. */
function endsSentence(text: string, at: number): boolean {
  let next = at + 1
  while (next < text.length && kindAt(text, next) === 0) next += 1
  const char = text.charAt(next)
  return next > at + 1 ? !lowerCase.test(char) : upperCase.test(char)
}

const WIDTH: Record<Gap, number> = { none: 0, comma: 1, colon: 2, sentence: 3 }

function wider(one: Gap, other: Gap): Gap {
  return WIDTH[other] > WIDTH[one] ? other : one
}

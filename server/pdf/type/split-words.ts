/** A part of a word, and whether a hyphen is printed when the line ends after it. */
export type Part = { readonly text: string; readonly hyphen: boolean }

const SOFT_HYPHEN = '\u00AD'
const AFTER_SIGN = /(?<=\p{L}{2}[-–/])(?=\p{L}{2})/u
const AFTER_ANY_SIGN = /(?<=[-–/_=&?@])(?=[\p{L}\p{N}])|(?<=[.,:;])(?=\p{L})/u
/**
 * Swedish lets one consonant go to the next line, and signs that are one sound together: right or nearly right in any
 * word that must be parted.
 */
const BEFORE_CONSONANT =
  /(?<=\p{L}{3})(?=(?:[dghlst]j|ch|(?<![dghlst])j|(?<!c)h|[bcdfgklmnpqrstvxz])[aeiouy\u00E5\u00E4\u00F6]\p{L}{2})/iu
/** Longer than any word in use; nothing is read aloud from what comes after, it must only not hang the machine. */
const LONGEST_SPLIT = 80

/** Whether a text holds any sign that its words might be parted at. */
export const mayBeSplit = (text: string): boolean => /[-–/\u00AD]/u.test(text)

/**
 * The parts of a word. It may be parted after a hyphen, dash or stroke between words, and at soft hyphens where they
 * count; elsewhere those are left out. `fits` says whether a text fits its column: one that does not is parted as
 * Swedish allows, and what still does not fit is cut into strips of signs.
 */
export function splitWord(word: string, softHyphens: boolean, fits: (text: string) => boolean): Part[] {
  const bare = word.replaceAll(SOFT_HYPHEN, '')
  if (bare === '') return []
  if (bare !== word && (softHyphens || !fits(bare))) {
    return hyphened(word.split(SOFT_HYPHEN).filter((part) => part !== '')).flatMap((part) =>
      fits(part.text) ? [part] : strips(part.text),
    )
  }
  return bare.split(AFTER_SIGN).flatMap((part) => (fits(part) ? [whole(part)] : splitLongWord(part, fits)))
}

function splitLongWord(word: string, fits: (text: string) => boolean): Part[] {
  const parts = word.length <= LONGEST_SPLIT ? wordParts(word) : [whole(word)]
  return parts.flatMap((part) => (fits(`${part.text}-`) ? [part] : strips(part.text)))
}

function wordParts(word: string): Part[] {
  const atSigns = word.split(AFTER_ANY_SIGN)
  return atSigns.length > 1 ? atSigns.map(whole) : hyphened(word.split(BEFORE_CONSONANT))
}

const STRIP = 6

function strips(text: string): Part[] {
  const graphemes = Array.from(new Intl.Segmenter('sv').segment(text), ({ segment }) => segment)
  const parts: Part[] = []
  for (let at = 0; at < graphemes.length; at += STRIP)
    parts.push(whole(graphemes.slice(at, at + STRIP).join('')))
  return parts
}

function hyphened(texts: readonly string[]): Part[] {
  return texts.map((text, index) => ({ text, hyphen: index < texts.length - 1 }))
}

function whole(text: string): Part {
  return { text, hyphen: false }
}

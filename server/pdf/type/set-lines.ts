import { cleanText } from '../../domain/profile/clean-text.ts'
import type { Style } from '../styles.ts'
import { breakLines } from './break-lines.ts'
import type { Word } from './shape-words.ts'
import { mayBeSplit, splitWord } from './split-words.ts'

/** Text in one style. Where one run ends without white space and the next begins without, no line ends between. */
export type Run = { readonly text: string; readonly style: Style }

/** Words of one run that stand on one line; `x` and `width` in points from the line's beginning. */
export type Fragment<R extends Run = Run> = {
  readonly run: R
  readonly words: Word[]
  readonly x: number
  width: number
}
export type Line<R extends Run = Run> = { readonly fragments: readonly Fragment<R>[]; readonly width: number }

/** A word, or a part of one that a line may end after; for `breakLines` a unit, unless it hangs on to its neighbour. */
type Token<R extends Run> = {
  readonly run: R
  readonly word: Word
  readonly width: number
  /** Space before the token; one without it hangs on to the token before, unless it may be parted from it. */
  readonly gap: number
  readonly parted: boolean
  /** Width of the hyphen that is printed when the line ends after it, or 0. */
  readonly hyphen: number
}

export type Setting = {
  /** Lines of even length, for headings. */
  readonly balanced?: boolean
  /** Soft hyphens count: in headings and terms only, never in wording. */
  readonly softHyphens?: boolean
}

/*
 * The inner loop of every document: one call for each text, some ten words each. It makes no closures and no arrays
 * that it can do without.
 */

/** Sets runs of text in lines no wider than the measure (points). White space folds; text without words gives no line. */
export function setLines<R extends Run>(
  runs: readonly R[],
  measure: number,
  setting: Setting = {},
): Line<R>[] {
  const tokens: Token<R>[] = []
  let gap = 0
  for (const run of runs) gap = addTokens(tokens, run, gap, measure, setting.softHyphens ?? false)
  const units = joinHanging(tokens)
  const lines: Line<R>[] = []
  let start = 0
  for (const last of breakLines(units ?? tokens, measure, setting.balanced)) {
    const end = units ? (units[last - 1]?.end ?? tokens.length) : last
    lines.push(lineOf(tokens, start, end))
    start = end
  }
  return lines
}

/** The width of a text on one line, in points. */
export function widthOf(text: string, style: Style): number {
  return setLines([{ text, style }], Number.MAX_SAFE_INTEGER)[0]?.width ?? 0
}

const PLAIN = /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u024F\u2013\u2014\u2018-\u201D\u2026]*$/u
const WHITE = /[ \t\n\r\f\v]+/u

/** Adds a run's words. Takes and gives the space that stands before the next word. */
function addTokens<R extends Run>(
  tokens: Token<R>[],
  run: R,
  before: number,
  measure: number,
  softHyphens: boolean,
): number {
  const { style } = run
  const plain = PLAIN.test(run.text)
  const text = plain ? run.text : cleanText(run.text)
  const words = plain ? text.split(' ') : text.split(WHITE)
  const splits = mayBeSplit(text)
  const space = inPoints(style.shaper.shape(' '), style)
  let gap = before
  for (let index = 0; index < words.length; index++) {
    const written = words[index] ?? ''
    if (index > 0) gap = space
    if (written === '') continue
    const word = style.shaper.shape(written)
    const width = inPoints(word, style)
    if (splits || width > measure) {
      addParts(tokens, run, written, gap, measure, softHyphens)
    } else {
      tokens.push({ run, word, width, gap, parted: false, hyphen: 0 })
    }
    gap = 0
  }
  return gap
}

function addParts<R extends Run>(
  tokens: Token<R>[],
  run: R,
  written: string,
  gap: number,
  measure: number,
  softHyphens: boolean,
): void {
  const { style } = run
  const parts = splitWord(
    written,
    softHyphens,
    (text) => inPoints(style.shaper.shape(text), style) <= measure,
  )
  parts.forEach(({ text, hyphen }, part) => {
    const word = style.shaper.shape(text)
    const width = inPoints(word, style)
    const atEnd = hyphen ? hyphenWidth(style) : 0
    tokens.push({ run, word, width, gap: part === 0 ? gap : 0, parted: part > 0, hyphen: atEnd })
  })
}

type Unit = { width: number; readonly gap: number; hyphen: number; end: number }

/** Tokens that hang together, as units with the index after their last; nothing if each stands by itself. */
function joinHanging(tokens: readonly Token<Run>[]): Unit[] | undefined {
  if (!tokens.some(hangsOn)) return undefined
  const units: Unit[] = []
  tokens.forEach((token, index) => {
    const { width, gap, hyphen } = token
    const last = units.at(-1)
    if (last && hangsOn(token, index)) {
      last.width += width
      last.end = index + 1
      last.hyphen = hyphen
    } else {
      units.push({ width, gap, hyphen, end: index + 1 })
    }
  })
  return units
}

function hangsOn({ gap, parted }: Token<Run>, index: number): boolean {
  return index > 0 && gap === 0 && !parted
}

function lineOf<R extends Run>(tokens: readonly Token<R>[], start: number, end: number): Line<R> {
  const fragments: Fragment<R>[] = []
  let fragment: Fragment<R> | undefined
  let x = 0
  for (let index = start; index < end; index++) {
    const { run, word, width, gap } = tokens[index] as Token<R>
    if (fragment && gap > 0) {
      fragment.words.push(fragment.run.style.shaper.shape(' '))
      x += gap
    }
    // what is printed as a box is a fragment of its own, so that it can say what it stands for
    if (fragment?.run !== run || word.actual !== undefined || fragment.words[0]?.actual !== undefined) {
      fragment = { run, words: [], x, width: 0 }
      fragments.push(fragment)
    }
    fragment.words.push(word)
    x += width
    fragment.width = x - fragment.x
  }
  const last = tokens[end - 1]
  if (fragment && last) {
    // a space after every line keeps its last word apart from what follows, for those who listen or copy
    const goesOn = tokens[end]?.parted ?? false
    if (!goesOn) fragment.words.push(last.run.style.shaper.shape(' '))
    else if (last.hyphen > 0) {
      fragment.words.push(last.run.style.shaper.shape('-'))
      fragment.width += last.hyphen
      x += last.hyphen
    }
  }
  return { fragments, width: x }
}

function hyphenWidth(style: Style): number {
  return inPoints(style.shaper.shape('-'), style)
}

function inPoints({ width, glyphs }: Word, { size, tracking }: Style): number {
  return ((width + tracking * glyphs.length) * size) / 1000
}

import { bindPhrases, phraseAt, phraseSet, type Match, type PhraseBook, type PhraseSet } from '../phrases.ts'
import { placeOf, wordsBetween, type Remark, type TextReading } from '../text-reading.ts'
import { wordSet } from '../word-lists.ts'
import type { Word } from '../words.ts'

export type TermData = {
  /** Abbreviations that everyone knows. */
  readonly everyday: string
  /** Abbreviations of trades that are known as such also in small letters. */
  readonly anyCase: string
  /** Abbreviations that are words in small letters, or that mix large and small. */
  readonly asWritten: string
  /** No word is without one, so that small letters without any are an abbreviation: "tkl". */
  readonly vowels: string
  /** What bears words that are only quoted: "skylten STOPP". */
  readonly writtenOn: string
  readonly words: readonly string[]
}

/** A trade word, with a key that all its forms and compounds share: "delegeringen" has that of "delegering". */
export type Term = { readonly key: string; readonly remark: Remark }

export type TermFinder = (reading: TextReading) => readonly Term[]

type Book = {
  readonly everyday: ReadonlySet<string>
  readonly anyCase: ReadonlySet<string>
  readonly asWritten: ReadonlySet<string>
  readonly vowels: ReadonlySet<number>
  readonly writtenOn: PhraseSet
  readonly words: PhraseBook<string>
}

/**
 * Words of the trade and abbreviations that somebody from outside would not know. An abbreviation in capitals counts
 * even when no list holds it, except in titles, where it may be a code. One that is spelled out beside itself in
 * brackets is explained already.
 */
export function findTerms(data: TermData): TermFinder {
  const book: Book = {
    everyday: wordSet(data.everyday),
    anyCase: wordSet(data.anyCase),
    asWritten: wordSet(data.asWritten),
    vowels: new Set(data.vowels.split(' ').map((vowel) => vowel.charCodeAt(0))),
    writtenOn: phraseSet(data.writtenOn.split(' ')),
    words: bindPhrases(data.words.map((phrase) => [phrase, phrase] as const)),
  }
  return (reading) => {
    const { words } = reading
    const terms: Term[] = []
    for (let at = 0; at < words.length; at += 1) {
      const match = termAt(reading, at, book)
      if (!match) continue
      const { to, about: key } = match
      if (!isSpelledOut(reading, at, to)) terms.push({ key, remark: remark(reading, at, to) })
      at = to - 1
    }
    return terms
  }
}

function termAt(reading: TextReading, at: number, book: Book): Match<string> | undefined {
  const word = reading.words[at]
  const phrase = phraseAt(reading.words, at, book.words)
  if (phrase || !word) return phrase
  // A common word in capitals is only said loudly ("lämnar ALDRIG").
  const key = reading.sentence.known[at] ? undefined : abbreviationIn(reading, at, word, book)
  return key === undefined ? undefined : { from: at, to: at + 1, about: key }
}

const capitals = /^\p{Lu}[\p{Lu}\p{N}&]{1,5}$/u
const SHORTEST_UNSPEAKABLE = 3
const LONGEST_UNSPEAKABLE = 5
const smallLetters = /^\p{Ll}+$/u
const allCapitals = /^[^\p{Ll}]*$/u

/** The abbreviation that a word is or begins with, in small letters: "clp" for "CLP-märkning". */
function abbreviationIn(reading: TextReading, at: number, word: Word, book: Book): string | undefined {
  const lower = firstPart(word)
  if (book.anyCase.has(lower)) return lower
  if (book.everyday.has(lower)) return undefined
  const core = reading.text.slice(word.start, word.start + lower.length)
  // Most words have small letters after the first, and few abbreviations do.
  if (core.endsWith(lower.slice(1))) return isUnspeakable(word, core, book) ? lower : undefined
  if (phraseAt(reading.words, at - 1, book.writtenOn)) return undefined
  const known = book.asWritten.has(core)
  return known || (!isTitle(reading) && capitals.test(core) && !allCapitals.test(reading.text))
    ? lower
    : undefined
}

/** One with a dot is written as an abbreviation, and more often than not of everyday words ("resp."). */
function isUnspeakable({ lower, end, start }: Word, core: string, { vowels }: Book): boolean {
  if (core.length < SHORTEST_UNSPEAKABLE || core.length > LONGEST_UNSPEAKABLE) return false
  // A loop, since nearly every word of a text comes here.
  for (let at = 0; at < core.length; at += 1) if (vowels.has(core.charCodeAt(at))) return false
  return end - start === lower.length && smallLetters.test(core)
}

function isTitle({ kind }: TextReading): boolean {
  return kind === 'moduleTitle' || kind === 'profileTitle'
}

/** "clp" of "clp-märkning", "adl" of "adl:n" */
function firstPart({ lower, letters }: Word): string {
  return letters === lower.length ? lower : (lower.split(/[-:]/u)[0] ?? lower)
}

/** "hjärt- och lungräddning (HLR)" or "HLR (hjärt- och lungräddning)" */
function isSpelledOut({ text, words }: TextReading, from: number, to: number): boolean {
  const before = text.slice(0, words[from]?.start).trimEnd()
  const after = text.slice(words[to - 1]?.end).trimStart()
  return (before.endsWith('(') && after.startsWith(')')) || after.startsWith('(')
}

function remark(reading: TextReading, from: number, to: number): Remark {
  return {
    rule: 'vocabulary/unexplained-term',
    severity: 'hint',
    note: 'term',
    field: isTitle(reading) ? 'title' : 'text',
    ...placeOf(reading, from, to),
    values: { words: wordsBetween(reading, from, to) },
  }
}

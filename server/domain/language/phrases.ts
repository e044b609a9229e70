import type { Word } from './words.ts'

/** Words from one index up to, and not including, another. */
export type Span = { readonly from: number; readonly to: number }

/**
 * A phrase as the data files write it, word by word: "a|b" is either of two words, "grund*" and "*kurs" begin or end
 * so, "#" is a number, "$" the end of the sentence, and "…" lets up to four words stand between, as in "känna … till"
 * for "känner ganska väl till".
 */
export type Phrase = readonly Part[]

type Part = { readonly kind: 'word' | 'gap' | 'end'; readonly fits: (word: string) => boolean }

const LONGEST_GAP = 4
const KINDS: Readonly<Record<string, Part['kind']>> = { '…': 'gap', $: 'end' }
const NUMBER = '#'
const number = /^\p{N}+([.,]\p{N}+)?$/u

export function readPhrase(text: string): Phrase {
  return text.split(' ').map((part) => ({ kind: KINDS[part] ?? 'word', fits: readPart(part) }))
}

function readPart(part: string): (word: string) => boolean {
  const options = part.split('|')
  if (options.every((option) => option !== NUMBER && !option.includes('*'))) {
    const words = new Set(options)
    return options.length === 1 ? (word) => word === part : (word) => words.has(word)
  }
  const tests = options.map(readOption)
  return (word) => tests.some((fits) => fits(word))
}

function readOption(option: string): (word: string) => boolean {
  if (option === NUMBER) return (word) => number.test(word)
  const core = option.replaceAll('*', '')
  if (core === option) return (word) => word === option
  if (option.startsWith('*') && option.endsWith('*')) return (word) => word.includes(core)
  return option.endsWith('*') ? (word) => word.startsWith(core) : (word) => word.endsWith(core)
}

/** Index after the last word of a phrase that begins at a word, or -1. No phrase runs over the end of a sentence. */
export function matchPhrase(words: readonly Word[], at: number, phrase: Phrase, part = 0): number {
  const expected = phrase[part]
  if (!expected) return at
  if (expected.kind === 'gap') return matchAfterGap(words, at, phrase, part + 1)
  const word = words[at]
  if (expected.kind === 'end') return !word || word.gap === 'sentence' ? at : -1
  if (!word || !expected.fits(word.lower)) return -1
  if (part > 0 && word.gap === 'sentence') return -1
  return matchPhrase(words, at + 1, phrase, part + 1)
}

function matchAfterGap(words: readonly Word[], at: number, phrase: Phrase, part: number): number {
  for (let next = at; next <= at + LONGEST_GAP; next += 1) {
    const end = matchPhrase(words, next, phrase, part)
    if (end >= 0) return end
    if (words[next]?.gap === 'sentence' || words[next]?.gap === 'colon') return -1
  }
  return -1
}

/** Phrases with something said about each, found by their first word: by the whole of it, its beginning or its end. */
export type PhraseBook<T> = {
  readonly byWord: ReadonlyMap<string, readonly Entry<T>[]>
  readonly byStart: ReadonlyMap<number, readonly Entry<T>[]>
  readonly byEnd: ReadonlyMap<number, readonly Entry<T>[]>
  readonly others: readonly Entry<T>[]
}
type Entry<T> = { readonly phrase: Phrase; readonly about: T }

export function bindPhrases<T>(rows: readonly (readonly [phrase: string, about: T])[]): PhraseBook<T> {
  const byWord = new Map<string, Entry<T>[]>()
  const byStart = new Map<number, Entry<T>[]>()
  const byEnd = new Map<number, Entry<T>[]>()
  const others: Entry<T>[] = []
  for (const [text, about] of rows) {
    const entry = { phrase: readPhrase(text), about }
    for (const option of new Set((text.split(' ')[0] ?? '').split('|'))) {
      const core = option.replaceAll('*', '')
      if (core === option && option !== NUMBER) add(byWord, option, entry)
      else if (core.length < KEY || option === NUMBER || option.replace('*', '') !== core) others.push(entry)
      else if (option.endsWith('*')) add(byStart, startKey(core), entry)
      else add(byEnd, endKey(core), entry)
    }
  }
  return { byWord, byStart, byEnd, others: [...new Set(others)] }
}

/** Phrases of which only whether they stand somewhere is asked. */
export type PhraseSet = PhraseBook<true>

export function phraseSet(phrases: readonly string[]): PhraseSet {
  return bindPhrases(phrases.map((phrase) => [phrase, true] as const))
}

export function hasPhrase(words: readonly Word[], phrases: PhraseSet): boolean {
  return words.some((_, at) => phraseAt(words, at, phrases) !== undefined)
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** Three letters as one number: quicker to look up than a piece of a string. */
const KEY = 3

function startKey(word: string): number {
  return (word.charCodeAt(0) * 1024 + word.charCodeAt(1)) * 1024 + word.charCodeAt(2)
}

function endKey(word: string): number {
  const last = word.length - 1
  return (word.charCodeAt(last) * 1024 + word.charCodeAt(last - 1)) * 1024 + word.charCodeAt(last - 2)
}

export type Match<T> = Span & { readonly about: T }

/** The longest phrase that begins at a word. */
export function phraseAt<T>(words: readonly Word[], at: number, book: PhraseBook<T>): Match<T> | undefined {
  const word = words[at]
  if (!word) return undefined
  const { lower } = word
  let best = longest(words, at, book.byWord.get(lower), undefined)
  if (lower.length >= KEY) {
    if (book.byStart.size > 0) best = longest(words, at, book.byStart.get(startKey(lower)), best)
    if (book.byEnd.size > 0) best = longest(words, at, book.byEnd.get(endKey(lower)), best)
  }
  return book.others.length > 0 ? longest(words, at, book.others, best) : best
}

function longest<T>(
  words: readonly Word[],
  at: number,
  entries: readonly Entry<T>[] | undefined,
  before: Match<T> | undefined,
): Match<T> | undefined {
  if (!entries) return before
  let best = before
  for (const { phrase, about } of entries) {
    const to = matchPhrase(words, at, phrase)
    if (to > (best?.to ?? -1)) best = { from: at, to, about }
  }
  return best
}

/** All phrases of a book in a text, from left to right, the longest first where several begin. */
export function findPhrases<T>(words: readonly Word[], book: PhraseBook<T>): Match<T>[] {
  const found: Match<T>[] = []
  for (let at = 0; at < words.length; at += 1) {
    const match = phraseAt(words, at, book)
    if (!match) continue
    found.push(match)
    at = Math.max(at, match.to - 1)
  }
  return found
}

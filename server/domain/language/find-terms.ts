import type { WordListEntry } from '../../../schemas/types.ts'
import { wordForms } from './word-forms.ts'

/** The words of a list that have an explanation, by each form that they may have in a text. */
export type TermIndex = ReadonlyMap<string, readonly Term[]>

/** Where in a text a word of the list is used: from `start` up to `end`. */
export type TermUse = { readonly entry: WordListEntry; readonly start: number; readonly end: number }

/** A word of the list as its first word leads to it; the words of a phrase that follow are met in one form only. */
type Term = { readonly entry: WordListEntry; readonly following: readonly string[] }

export function indexTerms(wordList: readonly WordListEntry[]): TermIndex {
  const terms = new Map<string, Term[]>()
  for (const entry of wordList) {
    const [first, ...following] = wordsOf(entry.term)
    if (first === undefined || entry.explanation.trim() === '') continue
    for (const form of wordForms(first)) {
      const known = terms.get(form) ?? []
      terms.set(form, known)
      known.push({ entry, following })
    }
  }
  return terms
}

/** Every use of a word of the list, in order. Of phrases that begin alike the longest is meant, and no word within it. */
export function findTerms(terms: TermIndex, text: string): TermUse[] {
  // Most texts use no word of the list, and the words alone are found sooner than their places.
  if (!wordsOf(text).some((word) => terms.has(word))) return []
  const uses: TermUse[] = []
  const tokens = tokensOf(text)
  for (let at = 0; at < tokens.length; at++) {
    const term = longest(terms.get(tokens[at]?.word ?? ''), tokens, at)
    if (!term) continue
    const [first, last] = [tokens[at], tokens[at + term.following.length]]
    if (first && last) uses.push({ entry: term.entry, start: first.start, end: last.end })
    at += term.following.length
  }
  return uses
}

function longest(terms: readonly Term[] = [], tokens: readonly Token[], at: number): Term | undefined {
  return terms
    .filter(({ following }) => following.every((next, index) => tokens[at + 1 + index]?.word === next))
    .reduce<Term | undefined>(
      (best, term) => (best && best.following.length >= term.following.length ? best : term),
      undefined,
    )
}

// A soft hyphen says where a word may be divided, and is no part of it.
const SOFT_HYPHEN = '\u00AD'
const WORD = /[\p{L}\p{N}\u00AD]+(?:-[\p{L}\p{N}\u00AD]+)*/gu

type Token = { readonly word: string; readonly start: number; readonly end: number }

function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => ({
    word: folded(written),
    start: index,
    end: index + written.length,
  }))
}

/** A text's words, in lower case. */
export function wordsOf(text: string): string[] {
  return folded(text).match(WORD) ?? []
}

function folded(text: string): string {
  return text.replaceAll(SOFT_HYPHEN, '').toLowerCase()
}

const SENTENCES = new Intl.Segmenter('sv', { granularity: 'sentence' })

/** An explanation's first sentence, which says it in short; an end of line ends a sentence too. */
export function firstSentence(text: string): string {
  const [first] = SENTENCES.segment(text.trim())
  return first?.segment.trim() ?? ''
}

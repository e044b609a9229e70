import type { WordListEntry } from '../../schemas/types.ts'
import { wordForms } from '../domain/language/word-forms.ts'
import { html, type Html } from './html.ts'
import { linesOf } from './markdown.ts'

/** A word of the list, with the anchor that it has on the page. */
export type AnchoredWord = { readonly entry: WordListEntry; readonly anchor: string; readonly short: string }

/** A list's words in Swedish alphabetical order, and by each form that they may have in a text. */
export type WordIndex = {
  readonly words: readonly AnchoredWord[]
  readonly terms: ReadonlyMap<string, readonly Term[]>
}

const indexed = new WeakMap<readonly WordListEntry[], WordIndex>()

/** Worked out once for each list: an edition's never changes, and it takes longer than the rest of a page. */
export function indexWords(wordList: readonly WordListEntry[]): WordIndex {
  const known = indexed.get(wordList)
  if (known) return known
  const words = anchorWords(wordList)
  const index = { words, terms: termIndex(words) }
  indexed.set(wordList, index)
  return index
}

function anchorWords(wordList: readonly WordListEntry[]): AnchoredWord[] {
  const collator = new Intl.Collator('sv')
  const taken = new Set<string>()
  return [...wordList]
    .sort((a, b) => collator.compare(a.term, b.term))
    .map((entry) => {
      const name = `ord-${tokensOf(entry.term)
        .map(({ word }) => word)
        .join('-')}`
      const anchor = taken.has(name) ? `${name}-${taken.size}` : name
      taken.add(anchor)
      return { entry, anchor, short: firstSentence(entry.explanation) }
    })
}

/** Texts with their words linked to the list, and the words that are to be explained beside them. */
export type Explained = { readonly texts: readonly Html[]; readonly notes: readonly AnchoredWord[] }

/**
 * Explains the words of the list at their first use: call it once for each module, and the function it gives once
 * for each outcome, in order. `lines` is how many lines of notes find room beside the outcome; a word that finds none
 * is linked here, and explained where it comes back.
 */
export function termExplainer({ terms }: WordIndex) {
  return () => {
    const linked = new Set<AnchoredWord>()
    const explained = new Set<AnchoredWord>()
    return (texts: readonly string[], lines: number): Explained => {
      const found = terms.size === 0 ? [] : texts.map((text) => findTerms(terms, text))
      const fresh = [...new Set(found.flat().map(({ word }) => word))].filter((word) => !explained.has(word))
      let room = lines
      const notes = fresh.filter((word) => {
        const needed = linesOfNote(word)
        if (needed > room) return false
        room -= needed
        return true
      })
      const toLink = new Set([...notes, ...fresh.filter((word) => !linked.has(word))])
      for (const word of notes) explained.add(word)
      for (const word of toLink) linked.add(word)
      return { texts: texts.map((text, at) => withLinks(text, found[at] ?? [], toLink)), notes }
    }
  }
}

const CHARACTERS_A_LINE = 40

/** How many lines a note takes: the word, what it means, and the space above. */
function linesOfNote({ short }: AnchoredWord): number {
  return 1.8 + Math.ceil(short.length / CHARACTERS_A_LINE)
}

/** Links each of the words once: `left` is emptied as they are found. */
function withLinks(text: string, found: readonly Occurrence[], left: Set<AnchoredWord>): Html {
  const parts: (string | Html)[] = []
  let at = 0
  for (const { word, start, end } of found) {
    if (start < at || !left.delete(word)) continue
    parts.push(text.slice(at, start), html`<a href="#${word.anchor}">${text.slice(start, end)}</a>`)
    at = end
  }
  parts.push(text.slice(at))
  return html`${parts}`
}

type Occurrence = { readonly word: AnchoredWord; readonly start: number; readonly end: number }
type Term = { readonly word: AnchoredWord; readonly following: readonly string[] }

/** The words of the list by each form that they may have in a text; of a phrase, by those of its first word. */
function termIndex(words: readonly AnchoredWord[]): ReadonlyMap<string, readonly Term[]> {
  const terms = new Map<string, Term[]>()
  for (const word of words) {
    const [first, ...rest] = tokensOf(word.entry.term).map((token) => token.word)
    if (first === undefined || word.short === '') continue
    for (const form of wordForms(first)) {
      const known = terms.get(form) ?? []
      terms.set(form, known)
      known.push({ word, following: rest })
    }
  }
  return terms
}

/** Every use of a word of the list, in order; where two begin at the same place, the longer. */
function findTerms(terms: ReadonlyMap<string, readonly Term[]>, text: string): Occurrence[] {
  const tokens = tokensOf(text)
  return tokens.flatMap(({ word: form, start }, at) => {
    const fitting = (terms.get(form) ?? [])
      .filter(({ following }) => following.every((next, index) => tokens[at + 1 + index]?.word === next))
      .sort((a, b) => b.following.length - a.following.length)
    const [term] = fitting
    const last = term && tokens[at + term.following.length]
    return term && last ? [{ word: term.word, start, end: last.end }] : []
  })
}

type Token = { readonly word: string; readonly start: number; readonly end: number }

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))
}

const SENTENCES = new Intl.Segmenter('sv', { granularity: 'sentence' })

function firstSentence(text: string): string {
  const [first] = SENTENCES.segment(linesOf(text)[0] ?? '')
  return first?.segment.trim() ?? ''
}

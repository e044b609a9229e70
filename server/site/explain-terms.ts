import type { WordListEntry } from '../../schemas/types.ts'
import {
  findTerms,
  firstSentence,
  indexTerms,
  wordsOf,
  type TermIndex,
  type TermUse,
} from '../domain/language/find-terms.ts'
import { html, type Html } from './html.ts'

/** A word of the list, with the anchor that it has on the page. */
export type AnchoredWord = { readonly entry: WordListEntry; readonly anchor: string; readonly short: string }

/** A list's words in Swedish alphabetical order, and what it takes to find them in a text. */
export type WordIndex = { readonly words: readonly AnchoredWord[]; readonly terms: TermIndex }

const indexed = new WeakMap<readonly WordListEntry[], WordIndex>()

/** Worked out once for each list: an edition's never changes, and it takes longer than the rest of a page. */
export function indexWords(wordList: readonly WordListEntry[]): WordIndex {
  const known = indexed.get(wordList)
  if (known) return known
  const index = { words: anchorWords(wordList), terms: indexTerms(wordList) }
  indexed.set(wordList, index)
  return index
}

function anchorWords(wordList: readonly WordListEntry[]): AnchoredWord[] {
  const collator = new Intl.Collator('sv')
  const taken = new Set<string>()
  return [...wordList]
    .sort((a, b) => collator.compare(a.term, b.term))
    .map((entry) => {
      const name = `ord-${wordsOf(entry.term).join('-')}`
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
export function termExplainer({ words, terms }: WordIndex) {
  const anchored = new Map(words.map((word) => [word.entry, word]))
  return () => {
    const linked = new Set<AnchoredWord>()
    const explained = new Set<AnchoredWord>()
    return (texts: readonly string[], lines: number): Explained => {
      const found = texts.map((text) => findTerms(terms, text).flatMap(withAnchor))
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

  function withAnchor(use: TermUse): AnchoredUse[] {
    const word = anchored.get(use.entry)
    return word ? [{ ...use, word }] : []
  }
}

type AnchoredUse = TermUse & { readonly word: AnchoredWord }

const CHARACTERS_A_LINE = 40

/** How many lines a note takes: the word, what it means, and the space above. */
function linesOfNote({ short }: AnchoredWord): number {
  return 1.8 + Math.ceil(short.length / CHARACTERS_A_LINE)
}

/** Links each of the words once: `left` is emptied as they are found. */
function withLinks(text: string, found: readonly AnchoredUse[], left: Set<AnchoredWord>): Html {
  const parts: (string | Html)[] = []
  let at = 0
  for (const { word, start, end } of found) {
    if (!left.delete(word)) continue
    parts.push(text.slice(at, start), html`<a href="#${word.anchor}">${text.slice(start, end)}</a>`)
    at = end
  }
  parts.push(text.slice(at))
  return html`${parts}`
}

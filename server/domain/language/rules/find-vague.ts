import { hasPhrase, matchPhrase, phraseAt, type Phrase } from '../phrases.ts'
import { hasRole, isAdverb } from '../sentence.ts'
import type { TextReading } from '../text-reading.ts'
import type { VerbForm } from '../verbs.ts'
import type { Swaps, Vague, VagueBook } from './vague-book.ts'

/** What was found: the words from the verb up to `to` say nothing that can be seen. */
export type VagueMatch = {
  readonly from: number
  readonly to: number
  readonly kind: string
  /** No more than a hint: a borderline verb, or one that is not on the agreed list. */
  readonly soft: boolean
  readonly form: VerbForm
  readonly instead: readonly string[]
  readonly swap: Swaps
}

/** The vague verb, trait or noun that a text begins with. */
export function findVague(reading: TextReading, book: VagueBook): VagueMatch | undefined {
  const { head, modal, fronted } = reading.main
  const noun = !head || fronted ? findVagueNoun(reading, book) : undefined
  if (!head || noun) return noun
  let best: (Vague & { readonly to: number }) | undefined
  for (const vague of book.byVerb.get(head.verb?.infinitive ?? '') ?? []) {
    const to = matchPhrase(reading.words, head.at + 1, vague.rest)
    if (to > (best?.to ?? -1) && applies(reading, vague, head.at + 1, modal)) best = { ...vague, to }
  }
  if (best?.kind === 'borderline' && hasPhrase(reading.words.slice(best.to), book.bound)) return undefined
  if (best) return { ...best, from: head.at, form: head.form }
  return findTrait(reading, book)
}

function applies({ words }: TextReading, vague: Vague, after: number, modal: boolean): boolean {
  const follows = (phrase: Phrase) => matchPhrase(words, after, phrase) >= 0
  if (vague.onlyAfterModal && !modal) return false
  return !vague.unless.some(follows) && (!vague.only || vague.only.some(follows))
}

const MOST_BEFORE_TRAIT = 3

/** "Är trygg i mötet med barn" */
function findTrait({ words, sentence, main }: TextReading, book: VagueBook): VagueMatch | undefined {
  const { head } = main
  if (!head || !hasRole(sentence, head.at, 'being') || phraseAt(words, head.at + 1, book.states))
    return undefined
  for (let at = head.at + 1; at <= head.at + MOST_BEFORE_TRAIT; at += 1) {
    const word = words[at]
    if (!word || word.gap !== 'none') return undefined
    if (book.traits.has(word.lower)) {
      return { from: head.at, to: at + 1, kind: 'trait', soft: true, form: head.form, instead: [], swap: {} }
    }
    if (!isAdverb(sentence, at) && !hasRole(sentence, at, 'determiner')) return undefined
  }
  return undefined
}

const FURTHEST_NOUN = 4

/** "Goda kunskaper om …" */
function findVagueNoun(reading: TextReading, book: VagueBook): VagueMatch | undefined {
  const start = reading.repeatedStem?.to ?? 0
  for (let at = start; at < start + FURTHEST_NOUN; at += 1) {
    const match = phraseAt(reading.words, at, book.nouns)
    if (match) {
      const swap = reading.words[match.to - 1]?.lower === book.about ? book.nounsSwap : {}
      const { nounsInstead: instead } = book
      return { from: start, to: match.to, kind: 'noun', soft: false, form: 'present', instead, swap }
    }
  }
  return undefined
}

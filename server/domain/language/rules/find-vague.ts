import { hasPhrase, matchPhrase, phraseAt, type Phrase } from '../phrases.ts'
import { hasRole, isAdverb } from '../sentence.ts'
import type { TextReading } from '../text-reading.ts'
import type { VerbForm } from '../verb.ts'
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
  const { head, fronted } = reading.main
  const noun = !head || fronted ? findVagueNoun(reading, book) : undefined
  if (!head || noun) return noun
  const best =
    vaguePhrase(reading, head.at, head.verb?.infinitive, book) ?? perfectPhrase(reading, head.at, book)
  if (best?.kind === 'borderline' && hasPhrase(reading.words.slice(best.to), book.bound)) return undefined
  if (best) return { ...best, from: head.at, form: head.form }
  return findTrait(reading, book)
}

type Found = Vague & { readonly to: number }

function vaguePhrase(
  reading: TextReading,
  at: number,
  verb: string | undefined,
  book: VagueBook,
): Found | undefined {
  let best: Found | undefined
  for (const vague of book.byVerb.get(verb ?? '') ?? []) {
    const to = matchPhrase(reading.words, at + 1, vague.rest)
    if (to > (best?.to ?? -1) && applies(reading, vague, at + 1, reading.main.modal)) best = { ...vague, to }
  }
  return best
}

const MOST_BEFORE_SUPINE = 5

/** "Har bekantat sig med", "har hen under veckan lärt sig": what has been done is said by the supine. */
function perfectPhrase(reading: TextReading, head: number, book: VagueBook): Found | undefined {
  const { sentence, words } = reading
  if (!hasRole(sentence, head, 'having')) return undefined
  for (let at = head + 1; at <= head + MOST_BEFORE_SUPINE; at += 1) {
    const word = words[at]
    if (!word || word.gap !== 'none' || hasRole(sentence, at, 'subordinator')) return undefined
    for (const verb of infinitivesOf(word.lower)) {
      const found = vaguePhrase(reading, at, verb, book)
      // What stands between would be lost in a replacement: "har under veckan lärt sig".
      if (found) return at === head + 1 ? found : { ...found, swap: {} }
    }
  }
  return undefined
}

/** What a word would come from as a supine: "bekantat", "tänkt", "fått", "begripit". */
function infinitivesOf(supine: string): readonly string[] {
  if (!supine.endsWith('t')) return []
  const [shorter, shortest] = [supine.slice(0, -1), supine.slice(0, -2)]
  return [shorter, `${shorter}a`, shortest, `${shortest}a`]
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
  const start = reading.begin
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

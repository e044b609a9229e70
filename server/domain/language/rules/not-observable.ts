import {
  findPhrases,
  hasPhrase,
  matchPhrase,
  phraseAt,
  phraseSet,
  readPhrase,
  type Phrase,
  type PhraseSet,
} from '../phrases.ts'
import { hasRole } from '../sentence.ts'
import { placeOf, wordsBetween, type Remark, type Rule, type TextReading } from '../text-reading.ts'
import { isVerbHere, skipAdverbs } from '../verb-places.ts'
import type { MainVerb } from '../verb.ts'
import { listed, wordSet } from '../word-lists.ts'
import type { Word } from '../words.ts'

export type SuitabilityData = {
  /** Adjectives and nouns that say how somebody is. */
  readonly traits: readonly string[]
  /** What one can be so that it shows: "på plats", "ombytt". */
  readonly states: readonly string[]
  /** What one can have so that it shows: a driving licence, short nails. */
  readonly possessions: string
  readonly possessionPhrases: readonly string[]
  /** Verbs for what goes on inside somebody. */
  readonly unobservable: string
  readonly unless: readonly string[]
  readonly enduring: { readonly verb: string; readonly acts: string }
  /** Reasons that have nothing to do with the work. */
  readonly emptyReasons: readonly string[]
  readonly emptyWholly: string
  readonly emptyUnlessFollowedBy: string
  /** Somebody likes it so: no reason either, whatever it is that is liked. */
  readonly liking: readonly string[]
  /** What may give the reason after all: "chefen gillar det, eftersom …". */
  readonly because: string
}

type Book = {
  readonly states: PhraseSet
  readonly possessions: PhraseSet
  readonly unobservable: ReadonlySet<string>
  readonly unless: readonly Phrase[]
  readonly enduring: { readonly verb: string; readonly acts: ReadonlySet<string> }
  readonly emptyReasons: PhraseSet
  readonly emptyWholly: ReadonlySet<string>
  readonly emptyUnlessFollowedBy: ReadonlySet<string>
  readonly liking: PhraseSet
  readonly because: ReadonlySet<string>
}

/** How somebody is, and how one can be so that it shows. */
export function readTraits({ traits, states }: SuitabilityData): {
  readonly traits: ReadonlySet<string>
  readonly states: PhraseSet
} {
  return { traits: new Set(listed(traits)), states: phraseSet(states) }
}

/** Suitability must show in what somebody does, and the work must call for it. */
export function notObservable(data: SuitabilityData, readReason: (text: string) => readonly Word[]): Rule {
  const book: Book = {
    states: phraseSet(data.states),
    possessions: phraseSet([...data.possessions.split(' '), ...data.possessionPhrases]),
    unobservable: wordSet(data.unobservable),
    unless: data.unless.map(readPhrase),
    enduring: { verb: data.enduring.verb, acts: wordSet(data.enduring.acts) },
    emptyReasons: phraseSet(data.emptyReasons),
    emptyWholly: wordSet(data.emptyWholly),
    emptyUnlessFollowedBy: wordSet(data.emptyUnlessFollowedBy),
    liking: phraseSet(data.liking),
    because: wordSet(data.because),
  }
  return (reading) => {
    const seen = isObservable(reading, book)
    const reason = reading.reason ?? ''
    const words = readReason(reason)
    const reasonNote =
      words.length === 0 ? 'reasonMissing' : isEmptyReason(words, book) ? 'reasonEmpty' : undefined
    return [
      ...(seen || reading.words.length === 0 ? [] : [remark(reading, 'trait')]),
      ...(reasonNote ? [reasonRemark(reasonNote, reason)] : []),
    ]
  }
}

function remark(reading: TextReading, note: string): Remark {
  const { length } = reading.words
  return {
    rule: 'suitability/not-observable',
    severity: 'warning',
    note,
    field: 'text',
    ...placeOf(reading, 0, length),
    values: { words: wordsBetween(reading, 0, length) },
  }
}

function reasonRemark(note: string, reason: string): Remark {
  return {
    rule: 'suitability/not-observable',
    severity: 'warning',
    note,
    field: 'reason',
    start: 0,
    end: reason.length,
    values: { words: reason.trim() },
  }
}

/** What the first verb says can be seen, or a trait is followed by what it shows in: "är noggrann: läser av två gånger". */
function isObservable(reading: TextReading, book: Book): boolean {
  const { head, joined } = reading.main
  if (!head) return false
  return (
    isSeen(reading, head, book) ||
    joined.some((verb) => isShownBy(reading, verb, book)) ||
    reading.words.some(
      ({ gap }, at) => gap === 'colon' && at > head.at && isShownBy(reading, presentAt(reading, at), book),
    )
  )
}

function presentAt({ sentence }: TextReading, from: number): MainVerb | undefined {
  const at = skipAdverbs(sentence, from)
  const verb = sentence.known[at]?.present
  return verb && isVerbHere(sentence, at) ? { at, form: 'present', finite: true, verb } : undefined
}

const LEAST_AFTER = 2

/** "och läser av mätaren", not "och samarbetar", which may be as much of a trait. */
function isShownBy(reading: TextReading, verb: MainVerb | undefined, book: Book): boolean {
  return verb !== undefined && reading.words.length > verb.at + LEAST_AFTER && isSeen(reading, verb, book)
}

function isSeen({ words, sentence }: TextReading, { at, verb }: MainVerb, book: Book): boolean {
  const after = at + 1
  if (hasRole(sentence, at, 'being')) return phraseAt(words, after, book.states) !== undefined
  if (hasRole(sentence, at, 'having')) {
    return words.some((_, index) => index >= after && phraseAt(words, index, book.possessions) !== undefined)
  }
  const infinitive = verb?.infinitive ?? ''
  if (infinitive === book.enduring.verb)
    return words.slice(after).some(({ lower }) => book.enduring.acts.has(lower))
  return (
    !book.unobservable.has(infinitive) ||
    book.unless.some((phrase) => fitsHead(words, infinitive, after, phrase))
  )
}

/** Whether a phrase in the infinitive fits a verb in any form and what follows it. */
function fitsHead(words: readonly Word[], verb: string, after: number, phrase: Phrase): boolean {
  const [first, ...rest] = phrase
  return first !== undefined && first.fits(verb) && matchPhrase(words, after, rest) >= 0
}

const MOST_BESIDE = 4

/** "Så har vi alltid gjort här", "Chefen vill det": nothing in the work. */
function isEmptyReason(words: readonly Word[], book: Book): boolean {
  if (words.every(({ lower }) => book.emptyWholly.has(lower))) return true
  if (hasPhrase(words, book.liking) && !words.some(({ lower }) => book.because.has(lower))) return true
  return findPhrases(words, book.emptyReasons).some(({ from, to }) => {
    const beside = words.length - (to - from)
    // "Det är trevligare så" ends there, "det är viktigt så att ingen skadas" goes on.
    const goesOn = to < words.length - 1 && book.emptyUnlessFollowedBy.has(words[to]?.lower ?? '')
    return beside <= MOST_BESIDE && !goesOn
  })
}

import { findPhrases, hasPhrase, phraseSet, type Match, type PhraseSet } from '../phrases.ts'
import { hasRole } from '../sentence.ts'
import { placeOf, wordsBetween, type Rule, type TextReading } from '../text-reading.ts'
import { skipAdverbs } from '../verb-places.ts'
import { wordSet } from '../word-lists.ts'

export type GuidanceData = {
  /** "under handledning", with what may stand between. */
  readonly guided: readonly string[]
  /** What between the two words makes them a heading ("under rubriken Handledning") or an occasion. */
  readonly notBetween: string
  readonly notGuided: string
  /** Somebody else who may be the one who is guided. */
  readonly otherLearner: string
  /** Verbs that make somebody else do something: "låter eleven prova under handledning". */
  readonly letting: string
}

type Book = {
  readonly guided: PhraseSet
  readonly notBetween: PhraseSet
  readonly notGuided: ReadonlySet<string>
  readonly others: ReadonlySet<string>
  readonly letting: ReadonlySet<string>
}

const HIGH_LEVEL = 4
const BEFORE = 4

/** Level 4 and above is about working on one's own; "under handledning" speaks of a lower one. */
export function autonomyMismatch(data: GuidanceData): Rule {
  const book: Book = {
    guided: phraseSet(data.guided),
    notBetween: phraseSet(data.notBetween.split(' ')),
    notGuided: wordSet(data.notGuided),
    others: wordSet(data.otherLearner),
    letting: wordSet(data.letting),
  }
  return (reading) => {
    if (reading.level === null || reading.level < HIGH_LEVEL) return []
    const match = findPhrases(reading.words, book.guided).find(
      ({ from, to }) =>
        !hasPhrase(reading.words.slice(from + 1, to - 1), book.notBetween) &&
        !isDenied(reading, from, book) &&
        !isOfOther(reading, from, book),
    )
    return match ? [remark(reading, reading.level, match)] : []
  }
}

function remark(reading: TextReading, level: number, { from, to }: Match<true>): ReturnType<Rule>[number] {
  return {
    rule: 'level/autonomy-mismatch',
    severity: 'hint',
    note: 'guided',
    field: 'text',
    ...placeOf(reading, from, to),
    values: { words: wordsBetween(reading, from, to), level },
  }
}

/** "utan att stå under handledning" */
function isDenied({ words }: TextReading, from: number, { notGuided }: Book): boolean {
  return words.slice(Math.max(0, from - BEFORE), from).some(({ lower }) => notGuided.has(lower))
}

/** "vad en elev får göra under handledning", "låter eleven göra": said of somebody else. */
function isOfOther(reading: TextReading, from: number, book: Book): boolean {
  const { words, sentence, main } = reading
  const lets = book.letting.has(main.head?.verb?.infinitive ?? '')
  const opener = words.findLastIndex(
    (_, at) => at < from && hasRole(sentence, at, 'subordinator') && !hasRole(sentence, at, 'infinitiveMark'),
  )
  const isLearner = (word: string) => book.others.has(word) || book.others.has(word.replace(/s$/u, ''))
  const clause = words.findLastIndex((_, at) => at < from && opensFiniteClause(reading, at))
  for (let at = from - 1; at > 0; at -= 1) {
    const { lower = '' } = words[at] ?? {}
    if (hasRole(sentence, at, 'participant')) return false
    // "så att elevens arbete sker under handledning", "delar elevens dag så att svetsningen sker under handledning"
    if (clause >= 0 && isLearner(lower)) return true
    if (!book.others.has(lower) && !sentence.isPerson(lower)) continue
    if (opener >= 0 && (at > opener || hasRole(sentence, opener, 'relative'))) return true
    if (lets && isAskedTo(reading, at + 1, from)) return true
  }
  return isDoneToThing(reading, opener, from)
}

/** "så att svetsningen sker", not "att svetsa" */
function opensFiniteClause({ sentence }: TextReading, at: number): boolean {
  return (
    hasRole(sentence, at, 'infinitiveMark') &&
    sentence.known[skipAdverbs(sentence, at + 1)]?.infinitive === undefined
  )
}

/** "… att rengöra", "… prova själv": what somebody is let do. */
function isAskedTo({ sentence }: TextReading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (sentence.known[at]?.infinitive) return true
  return false
}

/** "vilka moment som görs under handledning" */
function isDoneToThing({ sentence }: TextReading, opener: number, from: number): boolean {
  return (
    opener >= 0 && hasRole(sentence, opener, 'relative') && sentence.known[from - 1]?.passive !== undefined
  )
}

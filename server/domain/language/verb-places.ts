import { hasRole, isAdverb, mayBeObject, type Sentence } from './sentence.ts'
import type { MainVerb, Verb } from './verb.ts'

const MOST_ADVERBS = 4
const FURTHEST_PASSIVE = 5

export function skipAdverbs(sentence: Sentence, from: number): number {
  let at = from
  while (at < from + MOST_ADVERBS && (isAdverb(sentence, at) || isAdverbBeforeVerb(sentence, at))) at += 1
  return at
}

/** "målinriktat planera": any unknown word in -t right before a verb. */
function isAdverbBeforeVerb({ words, known, patterns }: Sentence, at: number): boolean {
  const next = known[at + 1]
  if (known[at] || !patterns.adverbBeforeVerb.test(words[at]?.lower ?? '')) return false
  return next?.infinitive !== undefined || next?.present !== undefined
}

/** "För anteckningar" has a verb, "för gästen" has none. */
export function isVerbHere(sentence: Sentence, at: number): boolean {
  return !hasRole(sentence, at, 'preposition') || hasRole(sentence, at + 1, 'noteTaking')
}

export function isPlainVerb(verb: Verb | undefined): boolean {
  return verb !== undefined && !verb.presentMayBeNoun
}

/** The verb of a passive in the present: "sköljs", "läses"; not "sköljas", which needs a modal verb before it. */
export function presentPassive({ words, known }: Sentence, at: number): Verb | undefined {
  const verb = known[at]?.passive
  return verb && verb.passives.at(-1) === words[at]?.lower ? verb : undefined
}

/** "Skruvar och muttrar sorteras": what looks like a present is what something is done to. */
export function isSubjectOfPassive(sentence: Sentence, at: number): boolean {
  for (let next = at + 1; next <= at + FURTHEST_PASSIVE; next += 1) {
    if (sentence.words[next]?.gap !== 'none' || hasRole(sentence, next, 'subordinator')) return false
    if (presentPassive(sentence, next)) return true
  }
  return false
}

/** A verb that is not listed, by its ending; nouns in the plural look the same, so more must speak for it. */
export function unlistedPresent(sentence: Sentence, at: number): MainVerb | undefined {
  const word = sentence.words[at]
  if (!word || word.letters < 4 || word.suspended || !sentence.patterns.present.test(word.lower))
    return undefined
  return mayBeObject(sentence, at + 1) ? { at, form: 'present', finite: true, verb: undefined } : undefined
}

import { ROLES, type Lexicon, type Role } from './lexicon.ts'
import type { Known } from './verb.ts'
import type { Word } from './words.ts'

/** The words of a text with what the lexicon knows about each; the questions below are asked of it again and again. */
export type Sentence = {
  readonly words: readonly Word[]
  readonly known: readonly (Known | undefined)[]
  readonly patterns: Patterns
  /** Whether a word names somebody: only asked where a clause can be read in two ways. */
  readonly isPerson: (word: string) => boolean
}

/** What words that no list holds may be by their endings. */
export type Patterns = {
  /** "målinriktat", "skriftligt" */
  readonly adverb: RegExp
  /** Any unknown word with it is an adverb when a verb comes next. */
  readonly adverbBeforeVerb: RegExp
  readonly infinitive: RegExp
  /** A present, though nouns in the plural look the same. */
  readonly present: RegExp
  /** "golvet", "tallrikarna" */
  readonly definite: RegExp
  readonly definitePlural: RegExp
  /** "kväll", "gången": with a determiner before it, it says when. */
  readonly time: RegExp
  /** What makes a verb act on what follows it, though it is a preposition elsewhere: "torkar av bordet". */
  readonly off: RegExp
  /** The indefinite article. */
  readonly article: RegExp
  /** An infinitive that is an adjective as well. */
  readonly adjective: RegExp
  /** A verb in any form. */
  readonly verbLike: RegExp
}

export function readSentence(
  words: readonly Word[],
  lexicon: Lexicon,
  patterns: Patterns,
  isPerson: (word: string) => boolean,
): Sentence {
  return { words, known: words.map(({ lower }) => lexicon.get(lower)), patterns, isPerson }
}

export function hasRole({ known }: Sentence, at: number, role: Role): boolean {
  const word = known[at]
  return word !== undefined && (word.roles & ROLES[role]) !== 0
}

/** An adverb by list or by its ending ("målinriktat", "skriftligt"). */
export function isAdverb(sentence: Sentence, at: number): boolean {
  const known = sentence.known[at]
  if (known) return (known.roles & ROLES.adverb) !== 0
  return sentence.patterns.adverb.test(sentence.words[at]?.lower ?? '')
}

/** A noun in the definite ("golvet", "tallrikarna") or a determiner or pronoun: what an object often begins with. */
export function beginsObject(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at]
  if (!word || word.gap !== 'none') return false
  if (hasRole(sentence, at, 'determiner')) return !saysWhen(sentence, at + 1)
  if (hasRole(sentence, at, 'particle') && !hasRole(sentence, at, 'preposition')) return true
  return sentence.known[at] === undefined && sentence.patterns.definite.test(word.lower)
}

/** "varje kväll", "hela dagen" */
function saysWhen({ words, patterns }: Sentence, at: number): boolean {
  const word = words[at]
  return word?.gap === 'none' && patterns.time.test(word.lower)
}

/** "av" after a verb: "torkar av", "bockar av". */
export function isOff({ words, patterns }: Sentence, at: number): boolean {
  return patterns.off.test(words[at]?.lower ?? '')
}

/** Whether a word could be the beginning of what a verb does something to. */
export function mayBeObject(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at]
  if (!word || word.gap !== 'none') return false
  if (beginsObject(sentence, at)) return true
  const known = sentence.known[at]
  if (known && (known.roles & ROLES.determiner) !== 0) return false
  if (!known) return !sentence.patterns.adverb.test(word.lower)
  const others =
    ROLES.preposition | ROLES.coordinator | ROLES.subordinator | ROLES.adverb | ROLES.modal | ROLES.negation
  if ((known.roles & others) !== 0 || known.passive) return false
  if (known.infinitive && !known.infinitive.infinitiveMayBeOther) return false
  return !known.present || known.present.presentMayBeNoun
}

/** An infinitive by list, or a word that looks like one and is nothing else that is known. */
export function mayBeInfinitive(sentence: Sentence, at: number): boolean {
  const known = sentence.known[at]
  if (known) return known.infinitive !== undefined
  const word = sentence.words[at]
  const { infinitive, definitePlural } = sentence.patterns
  return (
    word !== undefined && word.letters > 3 && infinitive.test(word.lower) && !definitePlural.test(word.lower)
  )
}

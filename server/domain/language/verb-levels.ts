import { matchPhrase, readPhrase, type Phrase } from './phrases.ts'
import { hasRole, type Sentence } from './sentence.ts'
import type { MainVerb } from './verb.ts'

/** Verbs by typical lowest SeQF level, and what must or must not follow some of them for that to hold. */
export type VerbLevelData = {
  /** Verb phrases in the infinitive, separated by commas. */
  readonly levels: Readonly<Record<string, readonly string[]>>
  readonly onlyWith: Readonly<Record<string, readonly string[]>>
  readonly notWith: Readonly<Record<string, readonly string[]>>
}

export type VerbLevels = {
  /** The phrases that begin with a verb, the longest first. */
  readonly byVerb: ReadonlyMap<string, readonly Levelled[]>
  readonly byPhrase: ReadonlyMap<string, number>
}

type Levelled = {
  readonly rest: Phrase
  readonly level: number
  readonly onlyWith: readonly Phrase[] | undefined
  readonly notWith: readonly Phrase[]
}

export function readVerbLevels({ levels, onlyWith, notWith }: VerbLevelData): VerbLevels {
  const byVerb = new Map<string, Levelled[]>()
  const byPhrase = new Map<string, number>()
  for (const [level, lines] of Object.entries(levels)) {
    for (const phrase of lines.flatMap((line) => line.split(', '))) {
      const [verb = '', ...rest] = phrase.split(' ')
      const listed = byVerb.get(verb) ?? []
      listed.push({
        // "ta eget ansvar för" and "följer noga upp" mean the same as without the word between.
        rest: rest.length > 0 ? readPhrase(`… ${rest.join(' ')}`) : [],
        level: Number(level),
        onlyWith: onlyWith[phrase]?.map(readPhrase),
        notWith: (notWith[phrase] ?? []).map(readPhrase),
      })
      byVerb.set(verb, listed)
      byPhrase.set(phrase, Number(level))
    }
  }
  for (const listed of byVerb.values()) listed.sort((a, b) => b.rest.length - a.rest.length)
  return { byVerb, byPhrase }
}

export type LevelledVerb = { readonly level: number; readonly to: number }

/** The level that a verb and what follows it speak of, or undefined for a verb without one. */
export function levelAt(
  sentence: Sentence,
  { verb, at, passive }: MainVerb,
  { byVerb }: VerbLevels,
): LevelledVerb | undefined {
  const { words } = sentence
  for (const { rest, level, onlyWith, notWith } of byVerb.get(verb?.infinitive ?? '') ?? []) {
    const to = matchPhrase(words, at + 1, rest)
    if (to < 0) continue
    // What stands in a clause is not what the verb acts on: "motiverar varför kunden …".
    const follows = (phrase: Phrase) => {
      const end = matchPhrase(words, at + 1, phrase)
      return (
        end >= 0 &&
        !words.slice(at + 1, end).some((_, index) => hasRole(sentence, at + 1 + index, 'question'))
      )
    }
    // "Mötet leds": what is led stands before the verb.
    const isWith = (phrase: Phrase) => (passive ? matchPhrase(words, 0, phrase) >= 0 : follows(phrase))
    if (notWith.some(follows) || (onlyWith && !onlyWith.some(isWith))) return undefined
    return { level, to }
  }
  return undefined
}

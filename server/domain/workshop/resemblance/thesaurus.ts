import { stemOf } from './stem-word.ts'
import synonyms from './sv/synonyms.json' with { type: 'json' }
import words from './sv/words.json' with { type: 'json' }

/** What a word or a phrase stands for: those that are counted as the same share a key. */
export type Idea = {
  readonly key: string
  /** Names whoever the work is done for: a person, a kund. */
  readonly isWho: boolean
  /** 1 for what tells texts apart, less for what many of them say, 0 for function words. */
  readonly weight: number
  /** Where it stands in pairs of opposites. */
  readonly sides: readonly Side[]
}

export type Side = { readonly pair: number; readonly side: 0 | 1 }

/** A phrase that begins with some word: the keys of the words after that. */
export type Phrase = { readonly rest: readonly string[]; readonly key: string }

export const FULL = 1
/** What this weighs or more is told of when likeness is explained. */
export const TELLING = 0.5
const LIGHT = 0.3

/*
 * Words are keyed by their stem, save irregular ones (hand, händer), which share the stem of the first form, and those
 * whose stem is that of another word (mata, mat), which are keyed by their forms alone.
 */
const stems = new Map<string, string>()
const forms = new Map<string, string>()

for (const family of words.families) {
  const [first = '', ...others] = family.split(' ')
  for (const form of [first, ...others]) {
    forms.set(form, stemOf(first))
    stems.set(stemOf(form), stemOf(first))
  }
}
for (const [first = '', ...others] of words.apart.map((line) => line.split(' '))) {
  for (const form of [first, ...others]) forms.set(form, `${first}.`)
}

/** The key of a word in small letters, before synonyms are looked up. */
export function keyOfWord(lower: string): string {
  const form = forms.get(lower)
  if (form !== undefined) return form
  const stem = stemOf(lower)
  return stems.get(stem) ?? stem
}

/** The key of the stem that a part of a compound may be. */
export function keyOfPart(part: string): string {
  const key = stems.get(part) ?? part
  return groups.get(key) ?? key
}

const phraseKey = (phrase: string) => phrase.trim().split(' ').map(keyOfWord).join(' ')
const listOf = (text: string, mark: string) => text.split(mark).map((part) => part.trim())

const groups = new Map<string, string>()
const phrases = new Map<string, Phrase[]>()

function addPhrase(key: string): void {
  const [first = '', ...rest] = key.split(' ')
  const known = phrases.get(first) ?? []
  if (rest.length === 0 || known.some((each) => each.key === key)) return
  // The longest is to be tried first: "ha kunskap om" before "ha kunskap".
  phrases.set(
    first,
    [...known, { rest, key }].sort((one, other) => other.rest.length - one.rest.length),
  )
}

for (const line of Object.values(synonyms).flat()) {
  const [first = '', ...others] = listOf(line, '|').map(phraseKey)
  for (const key of [first, ...others]) {
    groups.set(key, groups.get(key) ?? `=${first}`)
    addPhrase(key)
  }
}

const negations = listOf(words.not, '|').map(phraseKey)
negations.forEach(addPhrase)
/** Whether a word or a phrase turns what is said into its opposite. */
export const NEGATIONS: ReadonlySet<string> = new Set(negations)

const sides = new Map<string, Side[]>()
words.opposites.forEach((line, pair) => {
  listOf(line, '|').forEach((half, at) => {
    for (const key of listOf(half, ',').map(phraseKey)) {
      addPhrase(key)
      const idea = groups.get(key) ?? key
      sides.set(idea, [...(sides.get(idea) ?? []), { pair, side: at === 0 ? 0 : 1 }])
    }
  })
})

const silent = new Set(words.silent.flatMap((line) => line.split(' ')))
const weights = new Map<string, number>()
const weigh = (lines: readonly string[], weight: number) => {
  for (const key of lines.flatMap((line) => line.split(' ')).map(keyOfWord)) {
    weights.set(groups.get(key) ?? key, weight)
  }
}
weigh(words.common, TELLING)
weigh(words.light, LIGHT)
weigh([words.who], LIGHT)

const who = new Set(words.who.split(' ').map((word) => groups.get(keyOfWord(word)) ?? keyOfWord(word)))

/** What a word stands for, alone or as a phrase. */
export function ideaOf(key: string, lower: string): Idea {
  const idea = groups.get(key) ?? key
  const weight = silent.has(lower) ? 0 : (weights.get(idea) ?? FULL)
  return { key: idea, isWho: who.has(idea), weight, sides: sides.get(idea) ?? [] }
}

export function phrasesFrom(key: string): readonly Phrase[] {
  return phrases.get(key) ?? []
}

export const TAILS: readonly (readonly string[])[] = words.tail.map((line) => line.split(' '))
export const WITHOUT = words.without
export const SHORT_FIRST_PARTS: ReadonlySet<string> = new Set(words.shortFirstParts.split(' '))

import { readSwedishWords } from '../../language/sv/words.ts'
import type { Word } from '../../language/words.ts'
import { compoundParts, NO_PARTS, type Parts } from './compound-parts.ts'
import { FULL, ideaOf, keyOfWord, NEGATIONS, phrasesFrom, TAILS, WITHOUT, type Idea } from './thesaurus.ts'

/** A word or a phrase of a text, with what it stands for. */
export type Token = {
  readonly key: string
  /** The word itself without its ending: tells flytta and förflytta apart, though they have one key. */
  readonly base: string
  /** As the text writes it; a capital at the beginning of a text is made small. */
  readonly written: string
  readonly weight: number
  /** Which of the text's words it is made of. */
  readonly at: readonly number[]
}

/** What a text weighs of one idea. */
export type Weighed = { readonly key: string; readonly weight: number; readonly parts: Parts }

/** A text reduced to what it is compared by. */
export type Meaning = {
  readonly words: readonly Word[]
  /** Words that weigh something. */
  readonly tokens: readonly Token[]
  readonly ideas: ReadonlyMap<string, Weighed>
  readonly total: number
  /** For each pair of opposites that it speaks of: 1, 2, or 3 for both. */
  readonly sides: ReadonlyMap<number, number>
  readonly negated: boolean
  /** Texts with the same one mean the same. */
  readonly signature: string
}

export type MeaningReader = (text: string) => Meaning

/** What is said about how, when and why weighs half of what is done with what. */
const IN_TAIL = 0.5
/** So much has to be said before something can be a tail: "på ett säkert sätt förflytta" begins with none. */
const BEFORE_TAIL = 1.5

/**
 * "Förflytta en brukare från säng till stol" says little by the brukare, and another group may leave them out; in
 * "ta emot kunder" they are all there is.
 */
const WHO_ALONE = 0.8
const MOST_BETWEEN = 2

type Known = { readonly key: string; readonly idea: Idea; readonly parts: Parts }

/** Reads texts; what is known of a word is remembered for as long as the reader is. */
export function meaningReader(): MeaningReader {
  const remembered = new Map<string, Known>()
  const know = (lower: string): Known => {
    const before = remembered.get(lower)
    if (before) return before
    const key = keyOfWord(lower)
    const idea = ideaOf(key, lower)
    const known = { key, idea, parts: idea.weight > 0 ? compoundParts(key) : NO_PARTS }
    remembered.set(lower, known)
    return known
  }
  return (text) => readMeaning(text, know)
}

function readMeaning(text: string, know: (lower: string) => Known): Meaning {
  const words = readSwedishWords(text)
  const known = words.map(({ lower }) => know(lower))
  const said = readSaid(words, known)
  const ideas = weighIdeas(said)
  const sides = new Map<number, number>()
  for (const { pair, side } of said.flatMap(({ idea }) => idea.sides)) {
    sides.set(pair, (sides.get(pair) ?? 0) | (1 << side))
  }
  const negated = said.some(({ key, inHead }) => inHead && NEGATIONS.has(key))
  const tokens = said.flatMap(({ idea, key, mark, at }): Token[] => {
    if (idea.weight === 0) return []
    const written = at.map((place) => writtenAt(text, words, place)).join(' ')
    return [{ key: mark + idea.key, base: mark + key, written, weight: idea.weight, at }]
  })
  const total = [...ideas.values()].reduce((sum, { weight }) => sum + weight, 0)
  return { words, tokens, ideas, total, sides, negated, signature: signatureOf(words, ideas, sides, negated) }
}

/** A word or a phrase as it is met in a text. */
type Said = {
  readonly idea: Idea
  readonly key: string
  readonly parts: Parts
  readonly at: readonly number[]
  readonly weight: number
  /** Stands before anything can be a tail: only there does a negation turn the whole. */
  readonly inHead: boolean
  /** Set for what is done without: "utan hjälpmedel" is not "hjälpmedel". */
  readonly mark: string
}

function readSaid(words: readonly Word[], known: readonly Known[]): Said[] {
  const said: Said[] = []
  const taken = new Set<number>()
  let before = 0
  let inTail = false
  let without = false
  known.forEach((word, from) => {
    if (taken.has(from)) return
    inTail ||= before >= BEFORE_TAIL && opensTail(words, from)
    const phrase = phraseAt(words, known, from)
    for (const at of phrase?.at ?? []) taken.add(at)
    const idea = phrase ? ideaOf(phrase.key, phrase.key) : word.idea
    const weight = idea.weight * (inTail ? IN_TAIL : 1)
    const mark = without && weight > 0 ? WITHOUT_MARK : ''
    said.push({
      idea,
      key: phrase?.key ?? word.key,
      parts: phrase || mark ? NO_PARTS : word.parts,
      at: phrase?.at ?? [from],
      weight,
      inHead: before < BEFORE_TAIL,
      mark,
    })
    without =
      words[from]?.lower === WITHOUT ? words[from + 1]?.lower !== INFINITIVE_MARK : without && weight === 0
    before += weight
  })
  return said
}

const WITHOUT_MARK = '¬'
const INFINITIVE_MARK = 'att'

/** Each idea once, with the most that it weighs anywhere. */
function weighIdeas(said: readonly Said[]): Map<string, Weighed> {
  const ideas = new Map<string, Weighed>()
  for (const { idea, mark, weight, parts } of said) {
    const key = mark + idea.key
    if (weight > (ideas.get(key)?.weight ?? 0)) ideas.set(key, { key, weight, parts })
  }
  const who = said.findLast(({ idea, mark }) => idea.isWho && mark === '')
  if (who && isOnlyObject(ideas))
    ideas.set(who.idea.key, { key: who.idea.key, weight: WHO_ALONE, parts: NO_PARTS })
  return ideas
}

/** The longest phrase that begins here. A few words may stand between: "ta eget ansvar för",
 * "hjälpa en person att äta". */
function phraseAt(
  words: readonly Word[],
  known: readonly Known[],
  from: number,
): { key: string; at: readonly number[] } | undefined {
  for (const { rest, key } of phrasesFrom(known[from]?.key ?? '')) {
    const at = [from]
    let next = from + 1
    let between = MOST_BETWEEN
    for (const part of rest) {
      while (known[next]?.key !== part && between > 0 && words[next]?.gap === 'none') {
        between -= 1
        next += 1
      }
      if (known[next]?.key !== part || words[next]?.gap !== 'none') break
      at.push(next)
      next += 1
    }
    if (at.length === rest.length + 1) return { key, at }
  }
  return undefined
}

function isOnlyObject(ideas: ReadonlyMap<string, Weighed>): boolean {
  let full = 0
  for (const { weight } of ideas.values()) full += Number(weight === FULL)
  return full < 2
}

function opensTail(words: readonly Word[], from: number): boolean {
  return TAILS.some((tail) => tail.every((part, at) => words[from + at]?.lower === part))
}

const onlyFirstIsCapital = /^\p{Lu}[\p{Ll}\p{N}-]+$/u

function writtenAt(text: string, words: readonly Word[], at: number): string {
  const word = words[at]
  if (!word) return ''
  const written = text.slice(word.start, word.end)
  return (at === 0 || word.gap === 'sentence') && onlyFirstIsCapital.test(written) ? word.lower : written
}

function signatureOf(
  words: readonly Word[],
  ideas: ReadonlyMap<string, Weighed>,
  sides: ReadonlyMap<number, number>,
  negated: boolean,
): string {
  // A text of function words alone means nothing but itself.
  if (ideas.size === 0) return `"${words.map(({ lower }) => lower).join(' ')}`
  const weighed = [...ideas.values()].map(({ key, weight }) => `${key}*${weight / FULL}`)
  const facing = [...sides].map(([pair, side]) => `${pair}/${side}`)
  return [...weighed.sort(), ...facing.sort(), negated ? '!' : ''].join(';')
}

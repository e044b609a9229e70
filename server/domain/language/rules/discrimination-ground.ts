import {
  bindPhrases,
  findPhrases,
  hasPhrase,
  phraseAt,
  phraseSet,
  type Match,
  type PhraseBook,
  type PhraseSet,
} from '../phrases.ts'
import { hasRole } from '../sentence.ts'
import { placeOf, wordsBetween, type Remark, type Rule, type TextReading } from '../text-reading.ts'
import { wordSet } from '../word-lists.ts'

export type DiscriminationData = {
  readonly grounds: readonly {
    readonly ground: string
    /** Speaks of the ground wherever it stands. */
    readonly anywhere: readonly string[]
    /** Speaks of it only where it is said of the person: "är ung", not "hjälper unga". */
    readonly self: string
  }[]
  /** Verbs that say how somebody seems, and those that do so only with another word: "ser svensk ut". */
  readonly seeming: string
  readonly seemingWith: readonly string[]
  readonly lawfulAge: readonly string[]
  /** Says that the ground is named in order to protect. */
  readonly protecting: readonly string[]
  /** Prepositions after which the words are about somebody else. */
  readonly beyondSelf: string
  /** Prepositions after which they are, whatever they say: "skriver stort vid nedsatt syn". */
  readonly aboutOthers: string
}

type Book = {
  readonly anywhere: PhraseBook<string>
  readonly self: PhraseBook<string>
  readonly seeming: ReadonlySet<string>
  readonly seemingWith: PhraseSet
  readonly lawfulAge: PhraseSet
  readonly protecting: PhraseSet
  readonly beyondSelf: ReadonlySet<string>
  readonly aboutOthers: ReadonlySet<string>
}

/** Wording near one of the seven grounds of the Discrimination Act (2008:567), or a proxy for one. */
export function discriminationGround(data: DiscriminationData): Rule {
  const book: Book = {
    anywhere: bindPhrases(
      data.grounds.flatMap(({ ground, anywhere }) => anywhere.map((row) => [row, ground] as const)),
    ),
    self: bindPhrases(
      data.grounds.flatMap(({ ground, self }) => self.split(' ').map((word) => [word, ground] as const)),
    ),
    seeming: wordSet(data.seeming),
    seemingWith: phraseSet(data.seemingWith),
    lawfulAge: phraseSet(data.lawfulAge),
    protecting: phraseSet(data.protecting),
    beyondSelf: wordSet(data.beyondSelf),
    aboutOthers: wordSet(data.aboutOthers),
  }
  return (reading) => {
    const { words } = reading
    if (hasPhrase(words, book.protecting)) return []
    const found =
      findPhrases(words, book.anywhere).find(
        (match) => !isOfOther(reading, match, book) && !isLawfulAge(reading, match, book),
      ) ?? findPhrases(words, book.self).find((match) => isOfSelf(reading, match, book))
    return found ? [remark(reading, found)] : []
  }
}

function remark(reading: TextReading, { from, to, about }: Match<string>): Remark {
  return {
    rule: 'suitability/discrimination-ground',
    severity: 'warning',
    note: about,
    field: 'text',
    ...placeOf(reading, from, to),
    values: { words: wordsBetween(reading, from, to) },
  }
}

function isLawfulAge({ words }: TextReading, { from, to }: Match<string>, { lawfulAge }: Book): boolean {
  return hasPhrase(words.slice(from, to + 1), lawfulAge)
}

/** Somebody named between the verb and the words, or right after them, is the one they are said of. */
function isOfOther(reading: TextReading, { from, to }: Match<string>, book: Book): boolean {
  const { words, sentence, main } = reading
  if (!main.head) return false
  let beyond = !isDescribed(reading, book)
  // "skriver stort vid nedsatt syn", "bär ut varor åt gravida kunder"
  if (beyond && book.aboutOthers.has(words[from - 1]?.lower ?? '')) return true
  // … but not "det kön hen fick i passet", where the person comes back.
  if (beyond && sentence.isPerson(words[to]?.lower ?? '') && !hasRole(sentence, to, 'participant'))
    return true
  for (let at = main.head.at + 1; at < from; at += 1) {
    const { lower = '' } = words[at] ?? {}
    if (book.beyondSelf.has(lower) || hasRole(sentence, at, 'subordinator')) beyond = true
    if (beyond && (sentence.isPerson(lower) || isSomebodyWho(reading, at))) return true
  }
  return false
}

/** "den som", "dem som", "alla som" */
function isSomebodyWho({ sentence }: TextReading, at: number): boolean {
  if (!hasRole(sentence, at + 1, 'relative')) return false
  return hasRole(sentence, at, 'pointsBack') || hasRole(sentence, at, 'quantifier')
}

/** Whether the verb says how the person is or seems, or what the person has. */
function isDescribed({ words, sentence, main }: TextReading, { seeming, seemingWith }: Book): boolean {
  const { head } = main
  if (!head) return false
  if (hasRole(sentence, head.at, 'being') || hasRole(sentence, head.at, 'having')) return true
  return seeming.has(head.verb?.infinitive ?? '') || phraseAt(words, head.at, seemingWith) !== undefined
}

function isFinite({ sentence }: TextReading, at: number): boolean {
  return (
    sentence.known[at]?.present !== undefined ||
    hasRole(sentence, at, 'modal') ||
    hasRole(sentence, at, 'past')
  )
}

/** Said of the person: right after "är" or "har", or in a text without a verb, or before one in the passive. */
function isOfSelf(reading: TextReading, { from, to }: Match<string>, book: Book): boolean {
  const { words, sentence, main } = reading
  // "är någon man kan fråga": whoever does something, and no man.
  if (hasRole(sentence, from, 'participant') && isFinite(reading, to)) return false
  const head = main.head?.passive ? undefined : main.head
  if (head && !isDescribed(reading, book)) return false
  const start = head ? head.at + 1 : 0
  if (from < start) return false
  for (let at = start; at < from; at += 1) {
    if (book.beyondSelf.has(words[at]?.lower ?? '') || hasRole(sentence, at, 'subordinator')) return false
  }
  return true
}

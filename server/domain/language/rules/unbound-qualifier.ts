import {
  bindPhrases,
  findPhrases,
  phraseAt,
  phraseSet,
  type Match,
  type PhraseBook,
  type PhraseSet,
} from '../phrases.ts'
import { hasRole, isAdverb } from '../sentence.ts'
import { placeOf, wordsBetween, type Remark, type Rule, type TextReading } from '../text-reading.ts'
import { listed, wordSet } from '../word-lists.ts'

export type QualifierData = {
  readonly quality: readonly string[]
  readonly amount: string
  readonly various: string
  readonly fitFor: string
  readonly need: readonly string[]
  readonly manner: readonly string[]
  readonly openEnd: readonly string[]
  readonly fixedPhrases: readonly string[]
  readonly boundBy: readonly string[]
  readonly enumeratedBy: readonly string[]
  /** After a comma or a colon, gives what the qualifier is measured by: "lagom varmt, det vill säga 37 grader". */
  readonly specifiedBy: readonly string[]
  /** Verbs after which the qualifier is somebody else's opinion: "frågar om maten är god". */
  readonly asking: string
  readonly comparedBy: string
  readonly explainedBy: readonly string[]
  readonly purpose: readonly string[]
  readonly forWhat: string
  readonly counts: string
  readonly helpBefore: string
}

type Kind = 'quality' | 'amount' | 'various' | 'need' | 'manner' | 'openEnd' | 'fixed'

/** Phrases, each of the same kind. */
const rows = (phrases: readonly string[], kind: Kind) => phrases.map((phrase) => [phrase, kind] as const)

type Book = {
  readonly qualifiers: PhraseBook<Kind>
  readonly binding: PhraseSet
  readonly enumerating: PhraseSet
  readonly specifying: PhraseSet
  readonly asking: ReadonlySet<string>
  readonly comparing: PhraseSet
  readonly explaining: PhraseSet
  readonly purpose: PhraseSet
  readonly fitFor: ReadonlySet<string>
  readonly forWhat: string
  readonly counts: ReadonlySet<string>
  readonly helpBefore: ReadonlySet<string>
}

/** "God", "lämplig", "vid behov", "m.m.": words that two assessors fill in differently unless something measures them. */
export function unboundQualifier(data: QualifierData): Rule {
  const book: Book = {
    qualifiers: bindPhrases([
      ...rows(listed(data.quality), 'quality'),
      ...rows(data.amount.split(' '), 'amount'),
      ...rows(data.various.split(' '), 'various'),
      ...rows(data.need, 'need'),
      ...rows(data.manner, 'manner'),
      ...rows(data.openEnd, 'openEnd'),
      ...rows(data.fixedPhrases, 'fixed'),
    ]),
    binding: phraseSet(data.boundBy),
    enumerating: phraseSet(data.enumeratedBy),
    specifying: phraseSet(data.specifiedBy),
    asking: wordSet(data.asking),
    comparing: phraseSet(data.comparedBy.split(' ')),
    explaining: phraseSet(data.explainedBy),
    purpose: phraseSet(data.purpose),
    fitFor: wordSet(data.fitFor),
    forWhat: data.forWhat,
    counts: wordSet(data.counts),
    helpBefore: wordSet(data.helpBefore),
  }
  return (reading) =>
    findPhrases(reading.words, book.qualifiers)
      .filter((match) => !isBound(reading, match, book))
      .map((match) => remark(reading, match))
}

function remark(reading: TextReading, { from, to, about }: Match<Kind>): Remark {
  return {
    rule: 'wording/unbound-qualifier',
    severity: 'hint',
    note: about === 'openEnd' || about === 'various' || about === 'need' ? about : 'quality',
    field: 'text',
    ...placeOf(reading, from, to),
    values: { words: wordsBetween(reading, from, to) },
  }
}

function isBound(reading: TextReading, { from, to, about }: Match<Kind>, book: Book): boolean {
  const { words } = reading
  const before = words[from - 1]?.lower ?? ''
  const measured = () => occurs(reading, 0, words.length, book.binding) || isSpecified(reading, to, book)
  switch (about) {
    case 'fixed':
      return true
    case 'openEnd':
      // "25 mm" is a measure, "skruv m.m." and "skruv mm" are not.
      return to - from === 1 && number.test(before) && !words[from]?.lower.includes('.')
    case 'various':
      return (
        number.test(before) ||
        book.counts.has(before) ||
        isPredicate(reading, from) ||
        occurs(reading, to, words.length, book.enumerating) ||
        isSpelledOut(reading, to) ||
        occurs(reading, from - NEAR, from, book.comparing) ||
        measured()
      )
    case 'manner':
      return measured()
    case 'need':
      return helpBefore(reading, from, book) || occurs(reading, to, to + 1, book.explaining) || measured()
    case 'amount':
      return occurs(reading, to, words.length, book.purpose) || isContent(reading, from, book) || measured()
    case 'quality':
      return isContent(reading, from, book) || isFitFor(reading, from, book) || measured()
  }
}

const NEAR = 4
const number = /^\p{N}/u

/** Whether a phrase begins between two words. */
function occurs({ words }: TextReading, from: number, to: number, book: PhraseSet): boolean {
  for (let at = Math.max(0, from); at < Math.min(to, words.length); at += 1) {
    if (phraseAt(words, at, book)) return true
  }
  return false
}

/** "är bra", "vara tillräckligt varm". */
function isPredicate({ sentence }: TextReading, at: number): boolean {
  let before = at - 1
  while (before >= 0 && isAdverb(sentence, before)) before -= 1
  return hasRole(sentence, before, 'copula')
}

/** What somebody asks or explains is not how they do it: "förklarar varför frukt är bra för tänderna". */
function isContent(reading: TextReading, at: number, { asking }: Book): boolean {
  const { sentence, words, main } = reading
  const asks = asking.has(main.head?.verb?.infinitive ?? '')
  if (!asks && !isPredicate(reading, at)) return false
  return words
    .slice(0, at)
    .some(
      (_, index) => hasRole(sentence, index, 'subordinator') && !hasRole(sentence, index, 'infinitiveMark'),
    )
}

const FURTHEST_SPECIFIED = 6
const FURTHEST_MEASURE = 12

/** "lagom varmt, det vill säga 37 grader", "på lämpligt avstånd från lågan (minst två meter)" */
function isSpecified({ words }: TextReading, from: number, { specifying }: Book): boolean {
  for (let at = from; at < from + FURTHEST_MEASURE; at += 1) {
    const { gap } = words[at] ?? { gap: 'sentence' }
    if (gap === 'sentence') return false
    if (gap !== 'none' && phraseAt(words, at, specifying)) return true
  }
  return false
}

/** "olika material: trä, metall och plast" */
function isSpelledOut({ words, sentence }: TextReading, from: number): boolean {
  const opener = words.findIndex(
    ({ gap }, at) => at >= from && at < from + FURTHEST_SPECIFIED && gap === 'colon',
  )
  if (opener < 0) return false
  return words
    .slice(opener + 1, opener + FURTHEST_SPECIFIED)
    .some(({ gap }, index) => gap === 'comma' || hasRole(sentence, opener + 1 + index, 'coordinator'))
}

/** "lämplig kniv för uppgiften" */
function isFitFor({ words }: TextReading, at: number, book: Book): boolean {
  if (!book.fitFor.has(words[at]?.lower ?? '')) return false
  return words.slice(at + 1, at + NEAR).some(({ lower, gap }) => lower === book.forWhat && gap === 'none')
}

/** "med stöd vid behov" is a level, not a loose end. */
function helpBefore({ words }: TextReading, at: number, book: Book): boolean {
  return words.slice(Math.max(0, at - NEAR), at).some(({ lower }) => book.helpBefore.has(lower))
}

import { hasRole, mayBeInfinitive, type Sentence } from './sentence.ts'
import {
  isPlainVerb,
  isSubjectOfPassive,
  isVerbHere,
  presentPassive,
  skipAdverbs,
  unlistedPresent,
} from './verb-places.ts'
import type { MainVerb } from './verb.ts'

/** Where the main clause begins. */
export type FirstVerb = {
  readonly head: MainVerb
  /** Something other than subject and adverbs stands before the head ("Vid brand larmar hen"). */
  readonly fronted: boolean
  /** After "kan" a present can be joined to the infinitive: "kan duka och serverar". */
  readonly finiteToo: boolean
}

const MOST_BETWEEN = 4
const FURTHEST_HEAD = 16

/**
 * The first verb of the main clause. "Kan" with an infinitive and a bare present are both normal.
 *
 * @param from index of the first word after the stem, if the text repeats it
 * @param afterStem whether a stem that ends in a modal verb ("Deltagaren kan") stands before `from`
 */
export function findFirstVerb(sentence: Sentence, from: number, afterStem: boolean): FirstVerb | undefined {
  let at = from
  let modal = afterStem
  while (hasRole(sentence, at, 'modal') || hasRole(sentence, at, 'modalInfinitive')) {
    const next = skipAdverbs(sentence, at + 1)
    if (!mayBeInfinitive(sentence, next)) break
    modal = true
    at += 1
  }
  const first = skipAdverbs(sentence, at)
  const direct = verbAt(sentence, first, modal)
  if (direct && !direct.finite) return { head: direct, fronted: false, finiteToo: modal }
  const main = direct || hasRole(sentence, first, 'modal') ? afterCondition(sentence, first) : undefined
  if (main) return { ...main, fronted: true }
  if (direct) return { head: direct, fronted: false, finiteToo: modal }
  return findLaterVerb(sentence, first)
}

function verbAt(sentence: Sentence, at: number, afterModal: boolean): MainVerb | undefined {
  const known = sentence.known[at]
  if (afterModal && mayBeInfinitive(sentence, at))
    return { at, form: 'infinitive', finite: false, verb: known?.infinitive }
  if (known?.present && isVerbHere(sentence, at)) {
    return known.present.presentMayBeNoun && isSubjectOfPassive(sentence, at)
      ? undefined
      : { at, form: 'present', finite: true, verb: known.present }
  }
  if (known?.infinitive) return { at, form: 'infinitive', finite: false, verb: known.infinitive }
  return known ? undefined : unlistedPresent(sentence, at)
}

/** "Går larmet, utrymmer hen lokalen": a condition without "om" shows in the verb before its subject after the comma. */
function afterCondition(sentence: Sentence, first: number): Omit<FirstVerb, 'fronted'> | undefined {
  let inClause = false
  for (let at = first + 1; at < sentence.words.length; at += 1) {
    const { gap } = sentence.words[at] ?? { gap: 'sentence' }
    if (gap === 'sentence') return undefined
    if (hasRole(sentence, at, 'subordinator')) inClause = true
    if (gap !== 'comma' || at < first + 2) continue
    const verb = skipAdverbs(sentence, at)
    const inverted =
      hasRole(sentence, verb + 1, 'participant') || (!inClause && presentPassive(sentence, verb))
    const main = inverted ? laterVerb(sentence, verb) : undefined
    if (main) return main
  }
  return undefined
}

/** The head stands further in after a fronted adverbial or a subject: "Vid brand larmar hen", "Kunden kan lita på". */
function findLaterVerb(sentence: Sentence, first: number): FirstVerb | undefined {
  const inClause = hasRole(sentence, first, 'subordinator')
  const last = Math.min(sentence.words.length, first + FURTHEST_HEAD)
  for (let at = first + 1; at < last; at += 1) {
    const { gap } = sentence.words[at] ?? { gap: 'sentence' }
    if (gap === 'sentence') return undefined
    if (!inClause && hasRole(sentence, at, 'relative')) return afterRelative(sentence, at)
    if (!inClause && opensCertainly(sentence, at)) return undefined
    // After a clause the verb stands first: "När larmet går utrymmer deltagaren lokalen".
    if (inClause && gap !== 'comma' && !hasRole(sentence, at + 1, 'subject')) continue
    const start = laterVerb(sentence, at)
    if (start) return { ...start, fronted: true }
  }
  return undefined
}

/** "Filter som satt i ett år byts": the verb after that of the clause, where nothing joins the two. */
function afterRelative(sentence: Sentence, opener: number): FirstVerb | undefined {
  let inClause = true
  for (let at = opener + 1; at < opener + FURTHEST_HEAD; at += 1) {
    const word = sentence.words[at]
    if (!word || word.gap !== 'none' || hasRole(sentence, at, 'coordinator')) return undefined
    if (opensCertainly(sentence, at)) return undefined
    const head = inClause ? undefined : laterVerb(sentence, at)?.head
    if (head) return head.finite ? { head, fronted: true, finiteToo: false } : undefined
    const { present, passive } = sentence.known[at] ?? {}
    const isFinite = present !== undefined || passive !== undefined || hasRole(sentence, at, 'past')
    if (inClause && (isFinite || hasRole(sentence, at, 'modal') || hasRole(sentence, at, 'auxiliary'))) {
      inClause = false
      // "som ska slipas": the modal verb and its infinitive are one.
      if (hasRole(sentence, at, 'modal')) at = skipAdverbs(sentence, at + 1)
    }
  }
  return undefined
}

function opensCertainly(sentence: Sentence, at: number): boolean {
  return hasRole(sentence, at, 'subordinator') && !hasRole(sentence, at, 'doubtfulSubordinator')
}

function laterVerb(sentence: Sentence, at: number): Omit<FirstVerb, 'fronted'> | undefined {
  if (hasRole(sentence, at, 'modal')) {
    const head = infinitiveAfter(sentence, at + 1)
    if (head) return { head, finiteToo: true }
  }
  // What follows a preposition is a noun, however much it looks like a verb ("kunskap om hissar").
  if (hasRole(sentence, at - 1, 'preposition') || !isVerbHere(sentence, at)) return undefined
  const { present, infinitive } = sentence.known[at] ?? {}
  const besideSubject = hasRole(sentence, at - 1, 'subject') || hasRole(sentence, at + 1, 'participant')
  if (present && (isPlainVerb(present) || besideSubject)) {
    return { head: { at, form: 'present', finite: true, verb: present }, finiteToo: false }
  }
  if (infinitive && !infinitive.infinitiveMayBeOther) {
    return { head: { at, form: 'infinitive', finite: false, verb: infinitive }, finiteToo: false }
  }
  const passive = presentPassive(sentence, at)
  return passive
    ? { head: { at, form: 'present', finite: true, verb: passive, passive: true }, finiteToo: false }
    : undefined
}

/** The infinitive after a modal verb, over its subject: "ska deltagaren larma", "ska golvet moppas". */
function infinitiveAfter(sentence: Sentence, from: number): MainVerb | undefined {
  for (let at = from; at < from + MOST_BETWEEN; at += 1) {
    const { infinitive, passive } = sentence.known[at] ?? {}
    if (infinitive) return { at, form: 'infinitive', finite: false, verb: infinitive }
    if (passive) return { at, form: 'infinitive', finite: false, verb: passive, passive: true }
  }
  return undefined
}

import { closesClause, noteVerb, openClause, type SubClause } from './sub-clause.ts'
import { beginsObject, hasRole, isAdverb, mayBeInfinitive, mayBeObject, type Sentence } from './sentence.ts'
import type { MainVerb, Verb, VerbForm } from './verbs.ts'

/** A further verb of the main clause, with what joins it to the former. */
export type JoinedVerb = MainVerb & {
  /** Index of the conjunction; of the verb's own first word after a comma. */
  readonly joint: number
  readonly by: 'conjunction' | 'comma'
  /** A subordinate clause stands between it and the former verb. */
  readonly afterClause: boolean
}

export type MainVerbs = {
  /** The first verb; undefined where the text has none, as "Social kompetens". */
  readonly head: MainVerb | undefined
  /** Something other than subject and adverbs stands before the head ("Vid brand larmar hen"). */
  readonly fronted: boolean
  readonly joined: readonly JoinedVerb[]
  /** "Kan" or a stem with it stands before the head in the text. */
  readonly modal: boolean
}

const MOST_ADVERBS = 4
const FURTHEST_HEAD = 16

/**
 * Reads the main clause of a criterion, an outcome or a suitability item. "Kan" with an infinitive and a bare present
 * are both normal. Verbs after hur, att, om, som and the like do not count, however many they are: "visar hur hen
 * lyfter och förflyttar" asks for one thing.
 *
 * @param from index of the first word after the stem, if the text repeats it
 * @param afterStem whether a stem that ends in a modal verb ("Deltagaren kan") stands before `from`
 */
export function readMainVerbs(sentence: Sentence, from: number, afterStem: boolean): MainVerbs {
  const start = findHead(sentence, from, afterStem)
  if (!start) return { head: undefined, fronted: false, joined: [], modal: false }
  return {
    head: start.head,
    fronted: start.fronted,
    joined: findJoined(sentence, start.head, start.finiteToo),
    modal: start.finiteToo,
  }
}

type Start = { readonly head: MainVerb; readonly fronted: boolean; readonly finiteToo: boolean }

function findHead(sentence: Sentence, from: number, afterStem: boolean): Start | undefined {
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
  if (direct) return { head: direct, fronted: false, finiteToo: modal }
  return findLaterHead(sentence, first)
}

function verbAt(sentence: Sentence, at: number, afterModal: boolean): MainVerb | undefined {
  const known = sentence.known[at]
  if (afterModal && mayBeInfinitive(sentence, at))
    return { at, form: 'infinitive', finite: false, verb: known?.infinitive }
  if (known?.present && isVerbHere(sentence, at))
    return { at, form: 'present', finite: true, verb: known.present }
  if (known?.infinitive) return { at, form: 'infinitive', finite: false, verb: known.infinitive }
  return known ? undefined : unlistedPresent(sentence, at)
}

/** "För anteckningar" has a verb, "för gästen" has none. */
function isVerbHere(sentence: Sentence, at: number): boolean {
  return !hasRole(sentence, at, 'preposition') || hasRole(sentence, at + 1, 'noteTaking')
}

/** The head stands further in after a fronted adverbial or a subject: "Vid brand larmar hen", "Kunden kan lita på". */
function findLaterHead(sentence: Sentence, first: number): Start | undefined {
  const inClause = hasRole(sentence, first, 'subordinator')
  const last = Math.min(sentence.words.length, first + FURTHEST_HEAD)
  for (let at = first + 1; at < last; at += 1) {
    const { gap } = sentence.words[at] ?? { gap: 'sentence' }
    if (gap === 'sentence' || (!inClause && opensCertainly(sentence, at))) return undefined
    // After a clause the verb stands first: "När larmet går utrymmer deltagaren lokalen".
    if (inClause && gap !== 'comma' && !hasRole(sentence, at + 1, 'subject')) continue
    const start = laterVerb(sentence, at)
    if (start) return { ...start, fronted: true }
  }
  return undefined
}

function opensCertainly(sentence: Sentence, at: number): boolean {
  return hasRole(sentence, at, 'subordinator') && !hasRole(sentence, at, 'doubtfulSubordinator')
}

function laterVerb(sentence: Sentence, at: number): Omit<Start, 'fronted'> | undefined {
  if (hasRole(sentence, at, 'modal')) {
    const head = infinitiveAfter(sentence, at + 1)
    if (head) return { head, finiteToo: true }
  }
  // What follows a preposition is a noun, however much it looks like a verb ("kunskap om hissar").
  if (hasRole(sentence, at - 1, 'preposition') || !isVerbHere(sentence, at)) return undefined
  const { present, infinitive } = sentence.known[at] ?? {}
  if (present && (isPlainVerb(present) || hasRole(sentence, at - 1, 'subject'))) {
    return { head: { at, form: 'present', finite: true, verb: present }, finiteToo: false }
  }
  if (infinitive && !infinitive.infinitiveMayBeOther) {
    return { head: { at, form: 'infinitive', finite: false, verb: infinitive }, finiteToo: false }
  }
  return undefined
}

/** The infinitive after a modal verb, over its subject: "ska deltagaren larma". */
function infinitiveAfter(sentence: Sentence, from: number): MainVerb | undefined {
  for (let at = from; at < from + MOST_ADVERBS; at += 1) {
    const verb = sentence.known[at]?.infinitive
    if (verb) return { at, form: 'infinitive', finite: false, verb }
  }
  return undefined
}

function findJoined(sentence: Sentence, head: MainVerb, finiteToo: boolean): JoinedVerb[] {
  const joined: JoinedVerb[] = []
  let latest = head
  let clause: SubClause | undefined
  for (let at = head.at + 1; at < sentence.words.length; at += 1) {
    const word = sentence.words[at]
    if (!word || word.gap === 'sentence') break
    const by = hasRole(sentence, at, 'coordinator')
      ? 'conjunction'
      : word.gap === 'comma'
        ? 'comma'
        : undefined
    if (by) {
      const verb = joinedVerb(sentence, by === 'comma' ? at : at + 1, head.form, finiteToo, at)
      if (verb && (!clause || closesClause(sentence, clause, verb, latest))) {
        joined.push({ ...verb, joint: at, by, afterClause: clause !== undefined })
        latest = verb
        clause = undefined
        at = verb.at
        continue
      }
      if (by === 'conjunction') continue
    }
    clause = openClause(sentence, at, clause) ?? noteVerb(sentence, clause, at, head.form)
  }
  return joined
}

/** The verb that a conjunction or a comma joins to the main verb, in the same form as that. */
function joinedVerb(
  sentence: Sentence,
  from: number,
  form: VerbForm,
  finiteToo: boolean,
  joint: number,
): MainVerb | undefined {
  const at = skipAdverbs(sentence, from)
  const known = sentence.known[at]
  if (hasRole(sentence, at, 'modal')) {
    const next = skipAdverbs(sentence, at + 1)
    const verb = sentence.known[next]?.infinitive
    return verb && (form === 'present' || finiteToo)
      ? { at: next, form: 'infinitive', finite: true, verb }
      : undefined
  }
  if (form === 'present' || finiteToo) {
    const verb = known?.present
    if (verb && isJoinedPresent(sentence, at, verb, joint)) return { at, form: 'present', finite: true, verb }
    if (!known && form === 'present' && beginsObject(sentence, at + 1)) return unlistedPresent(sentence, at)
  }
  if (form === 'infinitive') {
    const verb = known?.infinitive
    if (verb && isJoinedInfinitive(sentence, at, verb, joint)) return { at, form, finite: false, verb }
  }
  return undefined
}

/** "och dukar bordet" and "plockar och lagar" have a verb, "handdukar och dukar i skåpet" has none. */
function isJoinedPresent(sentence: Sentence, at: number, verb: Verb, joint: number): boolean {
  if (!isVerbHere(sentence, at)) return false
  if (!verb.presentMayBeNoun || mayBeObject(sentence, at + 1)) return true
  const before = sentence.known[joint - 1]?.present
  const after = sentence.known[at + 2]?.present
  return isPlainVerb(before) || (hasRole(sentence, at + 1, 'coordinator') && isPlainVerb(after))
}

function isPlainVerb(verb: Verb | undefined): boolean {
  return verb !== undefined && !verb.presentMayBeNoun
}

/** "planera måltiden och använda recept" has two verbs, "städade ytor och använda medel" has none. */
function isJoinedInfinitive(sentence: Sentence, at: number, verb: Verb, joint: number): boolean {
  if (!verb.infinitiveMayBeOther) return true
  if (beginsObject(sentence, at + 1)) return true
  const before = sentence.words[joint - 1]
  return (
    mayBeObject(sentence, at + 1) && before !== undefined && sentence.patterns.definite.test(before.lower)
  )
}

/** A verb that is not listed, by its ending; nouns in the plural look the same, so more must speak for it. */
function unlistedPresent(sentence: Sentence, at: number): MainVerb | undefined {
  const word = sentence.words[at]
  if (!word || word.letters < 4 || word.suspended || !sentence.patterns.present.test(word.lower))
    return undefined
  return mayBeObject(sentence, at + 1) ? { at, form: 'present', finite: true, verb: undefined } : undefined
}

function skipAdverbs(sentence: Sentence, from: number): number {
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

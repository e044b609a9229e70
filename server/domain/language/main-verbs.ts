import { closesClause, noteVerb, openClause, type SubClause } from './sub-clause.ts'
import { findFirstVerb } from './first-verb.ts'
import { beginsObject, hasRole, isOff, mayBeObject, type Sentence } from './sentence.ts'
import { isPlainVerb, isVerbHere, skipAdverbs, unlistedPresent } from './verb-places.ts'
import type { MainVerb, Verb } from './verb.ts'

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

/**
 * Reads the main clause of a criterion, an outcome or a suitability item. "Kan" with an infinitive and a bare present
 * are both normal. Verbs after hur, att, om, som and the like do not count, however many they are: "visar hur hen
 * lyfter och förflyttar" asks for one thing.
 *
 * @param from index of the first word after the stem, if the text repeats it
 * @param afterStem whether a stem that ends in a modal verb ("Deltagaren kan") stands before `from`
 */
export function readMainVerbs(sentence: Sentence, from: number, afterStem: boolean): MainVerbs {
  const start = findFirstVerb(sentence, from, afterStem)
  if (!start) return { head: undefined, fronted: false, joined: [], modal: false }
  return {
    head: start.head,
    fronted: start.fronted,
    joined: findJoined(sentence, start.head, start.finiteToo),
    modal: start.finiteToo,
  }
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
      const verb = joinedVerb(sentence, by === 'comma' ? at : at + 1, head, finiteToo, at)
      if (verb && (!clause || closesClause(sentence, clause, verb, latest, at))) {
        joined.push({ ...verb, joint: at, by, afterClause: clause !== undefined })
        latest = verb
        clause = undefined
        at = verb.at
        continue
      }
      const further = by === 'conjunction' ? afterFrontedClause(sentence, at + 1) : undefined
      if (further) {
        joined.push({ ...further, joint: at, by: 'conjunction', afterClause: true })
        latest = further
        clause = undefined
        at = further.at
        continue
      }
      if (by === 'conjunction') continue
    }
    clause = openClause(sentence, at, clause) ?? noteVerb(sentence, clause, at, head.form)
  }
  return joined
}

/** The verb that a conjunction or a comma joins to the main verb, in the same form and voice as that. */
function joinedVerb(
  sentence: Sentence,
  from: number,
  { form, finite, passive }: MainVerb,
  finiteToo: boolean,
  joint: number,
): MainVerb | undefined {
  const at = skipAdverbs(sentence, from)
  const known = sentence.known[at]
  if (passive) return joinedPassive(sentence, at, { form, finite })
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

const FURTHEST_INVERTED = 10

/**
 * "och när pappret tar slut hämtar hen nytt": a clause after the conjunction, and then a verb before its subject, which
 * no subordinate clause has.
 */
function afterFrontedClause(sentence: Sentence, opener: number): MainVerb | undefined {
  if (!hasRole(sentence, opener, 'subordinator') || hasRole(sentence, opener, 'question')) return undefined
  if (hasRole(sentence, opener, 'relative') || hasRole(sentence, opener, 'infinitiveMark')) return undefined
  let verbs = 0
  for (let at = opener + 1; at <= opener + FURTHEST_INVERTED; at += 1) {
    const word = sentence.words[at]
    if (!word || word.gap === 'sentence' || hasRole(sentence, at, 'coordinator')) return undefined
    const { present, passive } = sentence.known[at] ?? {}
    if (verbs > 0 && present && isVerbHere(sentence, at) && hasRole(sentence, at + 1, 'participant')) {
      return { at, form: 'present', finite: true, verb: present }
    }
    if (present ?? passive ?? (hasRole(sentence, at, 'modal') || hasRole(sentence, at, 'past'))) verbs += 1
  }
  return undefined
}

const FURTHEST_PASSIVE = 3

/** "och torkas", "och golvet torkas": a second subject does not make it one action. */
function joinedPassive(
  { words, known }: Sentence,
  from: number,
  like: Pick<MainVerb, 'form' | 'finite'>,
): MainVerb | undefined {
  for (let at = from; at < from + FURTHEST_PASSIVE; at += 1) {
    const verb = known[at]?.passive
    if (verb) return { ...like, at, verb, passive: true }
    if (known[at] || words[at + 1]?.gap !== 'none') return undefined
  }
  return undefined
}

/** "och dukar bordet" and "plockar och lagar" have a verb, "handdukar och dukar i skåpet" has none. */
function isJoinedPresent(sentence: Sentence, at: number, verb: Verb, joint: number): boolean {
  if (!isVerbHere(sentence, at)) return false
  if (!verb.presentMayBeNoun || mayBeObject(sentence, at + 1)) return true
  // "prickar av innehållet", not "prickar av färg"
  if (isOff(sentence, at + 1) && beginsObject(sentence, at + 2)) return true
  const before = sentence.known[joint - 1]?.present
  const after = sentence.known[at + 2]?.present
  return isPlainVerb(before) || (hasRole(sentence, at + 1, 'coordinator') && isPlainVerb(after))
}

/** "planera måltiden och använda recept" has two verbs, "städade ytor och använda medel" has none. */
function isJoinedInfinitive(sentence: Sentence, at: number, verb: Verb, joint: number): boolean {
  if (!verb.infinitiveMayBeOther) return true
  // "fråga vad", "visa hur"
  if (beginsObject(sentence, at + 1) || hasRole(sentence, at + 1, 'question')) return true
  const { words, patterns } = sentence
  const before = words[joint - 1]
  if (!before || !mayBeObject(sentence, at + 1)) return false
  if (patterns.definite.test(before.lower)) return true
  // After "en gurka" no bare noun follows: "hacka dill" is a verb, though "öppna burkar" may be what they are.
  return (
    !patterns.adjective.test(words[at]?.lower ?? '') &&
    words
      .slice(Math.max(0, joint - FURTHEST_ARTICLE), joint)
      .some(({ lower }) => patterns.article.test(lower))
  )
}

const FURTHEST_ARTICLE = 3

import { beginsObject, hasRole, isAdverb, isOff, mayBeObject, type Sentence } from './sentence.ts'
import type { MainVerb, Verb, VerbForm } from './verb.ts'

/** A subordinate clause that is being read, from its first word to where the main clause takes over again. */
export type SubClause = {
  readonly opener: number
  /** What its latest verb is; none yet, at first. */
  readonly verb: 'none' | 'infinitive' | 'active' | 'passive' | 'state' | 'past'
  readonly firstVerb: number | undefined
  readonly latest: Verb | undefined
}

/** The clause that a word opens, if it opens one; "som" right after "vem" only goes on with that. */
export function openClause(
  sentence: Sentence,
  at: number,
  current: SubClause | undefined,
): SubClause | undefined {
  if (!hasRole(sentence, at, 'subordinator')) return undefined
  if (current?.opener === at - 1 && isRelative(sentence, { ...current, opener: at })) return current
  if (hasRole(sentence, at, 'doubtfulSubordinator') && !hasVerbSoon(sentence, at)) return undefined
  return { opener: at, verb: 'none', firstVerb: undefined, latest: undefined }
}

const SOON = 6

/** "om personen säger ifrån" is a clause, "om priser och öppettider" is not. */
function hasVerbSoon(sentence: Sentence, opener: number): boolean {
  for (let at = opener + 1; at <= opener + SOON; at += 1) {
    const word = sentence.words[at]
    if (!word || word.gap !== 'none' || hasRole(sentence, at, 'coordinator')) return false
    const known = sentence.known[at]
    if (!known) continue
    if (known.passive || hasRole(sentence, at, 'modal') || hasRole(sentence, at, 'past')) return true
    if (known.present && !hasRole(sentence, at, 'preposition')) return true
    if (hasRole(sentence, at, 'subordinator')) return false
  }
  return false
}

/** The clause with the verb at a word noted. A bare infinitive after an infinitive opens one: "låta barnen leka". */
export function noteVerb(
  sentence: Sentence,
  clause: SubClause | undefined,
  at: number,
  form: VerbForm,
): SubClause | undefined {
  const verb = verbKind(sentence, clause, at)
  if (verb === 'none') return clause
  const latest = sentence.known[at]?.present
  if (clause) return { ...clause, verb, firstVerb: clause.firstVerb ?? at, latest }
  return form === 'infinitive' && verb === 'infinitive'
    ? { opener: at, verb, firstVerb: at, latest }
    : undefined
}

function verbKind(sentence: Sentence, clause: SubClause | undefined, at: number): SubClause['verb'] {
  const known = sentence.known[at]
  if (!known) return 'none'
  if (hasRole(sentence, at, 'modal')) return hasInfinitiveSoon(sentence, at) ? 'infinitive' : 'active'
  if (hasRole(sentence, at, 'past')) return 'past'
  if (hasRole(sentence, at, 'copula') || hasRole(sentence, at, 'auxiliary')) return 'state'
  if (hasRole(sentence, at, 'existential')) return 'passive'
  if (known.present && !hasRole(sentence, at, 'preposition')) {
    return known.present.presentMayBeNoun && clause?.verb !== 'none' ? 'none' : 'active'
  }
  if (known.infinitive) {
    return known.infinitive.infinitiveMayBeOther && clause?.verb !== 'none' ? 'none' : 'infinitive'
  }
  return known.passive ? 'passive' : 'none'
}

function hasInfinitiveSoon(sentence: Sentence, modal: number): boolean {
  for (let at = modal + 1; at <= modal + 3; at += 1) {
    if (sentence.words[at]?.gap !== 'none') return false
    if (sentence.known[at]?.infinitive || sentence.known[at]?.passive) return true
  }
  return false
}

/**
 * Whether a joined verb belongs to the main clause again, and not to the subordinate one before it. Grammar settles
 * it where the forms differ ("för att skydda huden och byter handskar"); else it is asked who would do it: the
 * participant reports, a lamp does not, and nobody is asked to leak.
 *
 * @param before the main verb before the clause
 * @param joint index of the conjunction or the comma
 */
export function closesClause(
  sentence: Sentence,
  clause: SubClause,
  joined: MainVerb,
  before: MainVerb,
  joint: number,
): boolean {
  if (clause.verb === 'none') return isComparison(sentence, clause, joined)
  if ((clause.verb === 'infinitive') === joined.finite) return true
  if (!joined.finite || joined.verb?.happens) return false
  if (hasRole(sentence, joined.at, 'copula') || hasRole(sentence, joined.at, 'auxiliary')) return false
  if (clause.verb === 'past') return true
  if (joined.passive) return clause.verb !== 'passive'
  const actor = actorOf(sentence, clause)
  if (actor === 'participant') return false
  const reports = hasRole(sentence, joined.at, 'reportingVerb')
  // "när maskinen drar snett eller stannar": a choice nearly always goes on with what the clause is about.
  if (hasRole(sentence, joint, 'alternative')) return reports
  if (actor === 'person') {
    if (clause.latest?.means && beginsObject(sentence, joined.at + 1)) return true
    return reports || (isRelative(sentence, clause) && hasRole(sentence, joined.at + 1, 'objectPronoun'))
  }
  if (clause.latest?.means) return true
  const acts = reports || actsOn(sentence, joined.at + 1)
  return acts && !(clause.verb === 'active' && asksWhatItDoes(sentence, clause, before))
}

/** "Förklarar hur en pump fungerar", not "vet var pumpen står": where something stands says nothing of what it does. */
function asksWhatItDoes(sentence: Sentence, { opener }: SubClause, before: MainVerb): boolean {
  return (
    hasRole(sentence, opener, 'question') &&
    !hasRole(sentence, opener, 'doubtfulSubordinator') &&
    hasRole(sentence, before.at, 'explaining')
  )
}

/** "Arbetar som värd och hälsar gästerna välkomna": no verb, so no clause. */
function isComparison(sentence: Sentence, clause: SubClause, { at: end }: MainVerb): boolean {
  if (!isRelative(sentence, clause)) return false
  return sentence.words.every(
    ({ lower }, at) =>
      at <= clause.opener ||
      at >= end ||
      sentence.known[at] !== undefined ||
      !sentence.patterns.verbLike.test(lower),
  )
}

function actsOn(sentence: Sentence, after: number): boolean {
  const beside = isAdverb(sentence, after) || hasRole(sentence, after, 'particle') || isOff(sentence, after)
  const at = beside ? after + 1 : after
  return mayBeObject(sentence, at) && !hasRole(sentence, at, 'reflexive')
}

function isRelative(sentence: Sentence, { opener }: SubClause): boolean {
  return hasRole(sentence, opener, 'relative')
}

/** Who or what does something in the clause: what stands before its verb, or before "som". */
function actorOf(sentence: Sentence, clause: SubClause): 'participant' | 'person' | 'thing' {
  const { opener, firstVerb = opener } = clause
  const own = firstVerb - opener > 1
  const from = own ? opener + 1 : Math.max(0, opener - 2)
  const to = own ? firstVerb : opener
  let actor: 'participant' | 'person' | 'thing' = 'thing'
  for (let at = from; at < to; at += 1) {
    if (hasRole(sentence, at, 'participant')) return 'participant'
    const alone = at === to - 1 && hasRole(sentence, at, 'quantifier')
    if (alone || sentence.isPerson(sentence.words[at]?.lower ?? '')) actor = 'person'
  }
  return actor
}

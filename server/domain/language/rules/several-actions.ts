import { capitalisedAs } from '../capitals.ts'
import { readMainVerbs, type JoinedVerb, type MainVerbs } from '../main-verbs.ts'
import { hasRole, isAdverb, type Sentence } from '../sentence.ts'
import { placeOf, wordsBetween, type Rule, type TextReading } from '../text-reading.ts'

/**
 * Two things in one criterion: somebody may manage one and not the other. Only verbs that are joined in the main
 * clause; "går ut och möter" is one movement.
 */
export const severalActions: Rule = (reading) => {
  const inFirst = findJoined(reading.main, reading.sentence)
  const joined = inFirst ?? joinedInLaterSentence(reading)
  if (!joined) return []
  const texts = inFirst && verified(reading, inFirst, split(reading, inFirst))
  return [
    {
      rule: 'wording/several-actions',
      severity: 'hint',
      note: hasRole(reading.sentence, joined.joint, 'alternative') ? 'either' : 'joined',
      field: 'text',
      ...placeOf(reading, joined.by === 'comma' ? joined.at : joined.joint, joined.at + 1),
      values: { words: wordsBetween(reading, joined.at, joined.at + 1) },
      ...(texts ? { fix: { texts } } : {}),
    },
  ]
}

function findJoined(main: MainVerbs, sentence: Sentence): JoinedVerb | undefined {
  return main.joined.find((verb, index) => index > 0 || !isOneMovement(main, sentence, verb))
}

/** "Tar emot bilen. Noterar skador och flyttar den": sentences may go through one action, unless one joins two. */
function joinedInLaterSentence({ words, sentence }: TextReading): JoinedVerb | undefined {
  for (const [at, { gap }] of words.entries()) {
    const joined = gap === 'sentence' ? findJoined(readMainVerbs(sentence, at, false), sentence) : undefined
    if (joined) return joined
  }
  return undefined
}

function isOneMovement(main: MainVerbs, sentence: Sentence, { joint }: JoinedVerb): boolean {
  if (!main.head || !hasRole(sentence, main.head.at, 'weakVerb')) return false
  for (let at = main.head.at + 1; at < joint; at += 1) {
    if (!isAdverb(sentence, at) && !hasRole(sentence, at, 'particle')) return false
  }
  return true
}

/**
 * The text as two criteria, where that is plain: two verbs joined by "och" with an object each, or with one that they
 * share. Undefined where a clause, a pronoun or an "eller" would make the halves say something else.
 */
function split(reading: TextReading, joined: JoinedVerb): readonly [string, string] | undefined {
  const { text, words, main, sentence, begin, repeatedStem } = reading
  const { head } = main
  if (!head || main.fronted || main.joined.length > 1 || joined.afterClause || !joined.verb) return undefined
  if (joined.at !== joined.joint + 1 || hasRole(sentence, joined.joint, 'alternative')) return undefined
  if (joined.finite !== head.finite || words.some(({ gap }, at) => at > begin && gap !== 'none'))
    return undefined
  if (!standsAlone(reading, joined)) return undefined

  const marker = repeatedStem?.from ?? begin
  const start = marker > 0 ? words[marker]?.start : 0
  const opening = text.slice(start, words[repeatedStem?.to ?? head.at]?.start)
  const second = capitalisedAs(opening + text.slice(words[joined.at]?.start), text.slice(start))
  const first = text.slice(start, words[joined.joint - 1]?.end)
  if (hasOwnObject(reading, head.at, joined.joint)) {
    return words.length > joined.at + 1 ? [first + closing(text), second] : undefined
  }
  const shared = head.verb?.takesObject && joined.verb.takesObject && beginsWithObject(reading, joined.at + 1)
  return shared ? [first + text.slice(words[joined.at]?.end), second] : undefined
}

/** The halves, if neither is two things in turn; where nothing else joins or subordinates, neither can be. */
function verified(
  reading: TextReading,
  { joint }: JoinedVerb,
  texts: readonly [string, string] | undefined,
): readonly [string, string] | undefined {
  const { words, sentence } = reading
  const isPlain = words.every(
    (_, at) =>
      at === joint || !(hasRole(sentence, at, 'coordinator') || hasRole(sentence, at, 'subordinator')),
  )
  return isPlain || texts?.every((text) => reading.reread(text).main.joined.length === 0) ? texts : undefined
}

function closing(text: string): string {
  return /[.!]?\s*$/u.exec(text)?.[0] ?? ''
}

/** Nothing after the joined verb speaks of what stands before it, and no third verb follows. */
function standsAlone({ words, sentence }: TextReading, joined: JoinedVerb): boolean {
  if (hasRole(sentence, joined.at + 1, 'linking')) return false
  return words.every((_, at) => at <= joined.at || (!pointsBack(sentence, at) && !addsVerb(sentence, at)))
}

function addsVerb(sentence: Sentence, at: number): boolean {
  if (hasRole(sentence, at, 'modal')) return true
  return hasRole(sentence, at, 'coordinator') && sentence.known[at + 1]?.present !== undefined
}

/** "dem", "deras" and the like; "den" and "det" only where no noun follows ("den ordning som"). */
function pointsBack(sentence: Sentence, at: number): boolean {
  if (!hasRole(sentence, at, 'pointsBack')) return false
  if (!hasRole(sentence, at, 'determiner') || hasRole(sentence, at, 'pronoun')) return true
  const next = sentence.known[at + 1]
  return sentence.words[at + 1] === undefined || (next !== undefined && next.roles !== 0)
}

/** Whether something stands between a verb and a conjunction that is no part of the verb ("känner till och"). */
function hasOwnObject({ sentence }: TextReading, verb: number, joint: number): boolean {
  for (let at = verb + 1; at < joint; at += 1) {
    if (
      !isAdverb(sentence, at) &&
      !hasRole(sentence, at, 'particle') &&
      !hasRole(sentence, at, 'preposition')
    )
      return true
  }
  return false
}

function beginsWithObject({ words, sentence }: TextReading, at: number): boolean {
  const roles = ['coordinator', 'subordinator', 'particle'] as const
  return at < words.length && !isAdverb(sentence, at) && !roles.some((role) => hasRole(sentence, at, role))
}

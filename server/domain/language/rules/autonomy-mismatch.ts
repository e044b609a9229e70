import { findPhrases, phraseSet, type Match } from '../phrases.ts'
import { hasRole } from '../sentence.ts'
import { placeOf, wordsBetween, type Rule, type TextReading } from '../text-reading.ts'
import { wordSet } from '../word-lists.ts'

export type GuidanceData = {
  /** "under handledning", with what may stand between. */
  readonly guided: readonly string[]
  readonly notGuided: string
  /** Somebody else who may be the one who is guided. */
  readonly otherLearner: string
}

const HIGH_LEVEL = 4
const BEFORE = 4

/** Level 4 and above is about working on one's own; "under handledning" speaks of a lower one. */
export function autonomyMismatch(data: GuidanceData): Rule {
  const guided = phraseSet(data.guided)
  const notGuided = wordSet(data.notGuided)
  const others = wordSet(data.otherLearner)
  return (reading) => {
    if (reading.level === null || reading.level < HIGH_LEVEL) return []
    const match = findPhrases(reading.words, guided).find(
      ({ from }) => !isDenied(reading, from, notGuided) && !isOfOther(reading, from, others),
    )
    return match ? [remark(reading, reading.level, match)] : []
  }
}

function remark(reading: TextReading, level: number, { from, to }: Match<true>): ReturnType<Rule>[number] {
  return {
    rule: 'level/autonomy-mismatch',
    severity: 'hint',
    note: 'guided',
    field: 'text',
    ...placeOf(reading, from, to),
    values: { words: wordsBetween(reading, from, to), level },
  }
}

/** "utan att stå under handledning" */
function isDenied({ words }: TextReading, from: number, notGuided: ReadonlySet<string>): boolean {
  return words.slice(Math.max(0, from - BEFORE), from).some(({ lower }) => notGuided.has(lower))
}

/** "vad en elev får göra under handledning": a clause about somebody else. */
function isOfOther({ words, sentence }: TextReading, from: number, others: ReadonlySet<string>): boolean {
  for (let at = from - 1; at > 0; at -= 1) {
    if (!others.has(words[at]?.lower ?? '')) continue
    for (let before = at - 1; before > 0; before -= 1) {
      if (hasRole(sentence, before, 'subordinator')) return true
    }
    if (hasRole(sentence, at + 1, 'subordinator')) return true
  }
  return false
}

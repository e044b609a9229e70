import { hasPhrase, phraseSet } from '../phrases.ts'
import { placeOf, wordsBetween, type Remark, type Rule, type TextReading } from '../text-reading.ts'
import { levelAt, type VerbLevels } from '../verb-levels.ts'
import type { MainVerb } from '../verb.ts'

const ALLOWED_ABOVE = 1
const LOW_LEVEL = 2

/**
 * A verb whose typical lowest level is more than one above the module's. Weak evidence, so never more than a hint, and
 * none where a qualifier carries the level ("anpassar under handledning" at 2).
 *
 * @param carriesLowLevel phrases that make a demand fit level 1 or 2
 */
export function verbAboveLevel(levels: VerbLevels, carriesLowLevel: readonly string[]): Rule {
  const carrying = phraseSet(carriesLowLevel)
  return (reading) => {
    const { level, main } = reading
    if (level === null || !main.head) return []
    const found = [main.head, ...main.joined].flatMap((verb) => remarksOnVerb(reading, level, verb, levels))
    if (found.length === 0) return []
    const carried = level <= LOW_LEVEL && hasPhrase(reading.words, carrying)
    return carried ? [] : found
  }
}

function remarksOnVerb(reading: TextReading, level: number, verb: MainVerb, levels: VerbLevels): Remark[] {
  const levelled = levelAt(reading.sentence, verb, levels)
  if (!levelled || levelled.level <= level + ALLOWED_ABOVE) return []
  return [
    {
      rule: 'level/verb-above-level',
      severity: 'hint',
      note: 'verb',
      field: 'text',
      ...placeOf(reading, verb.at, levelled.to),
      values: { words: wordsBetween(reading, verb.at, levelled.to), verbLevel: levelled.level, level },
    },
  ]
}

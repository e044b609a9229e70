import type { LearningOutcome, Missing, Module, ModuleReading } from '../../../../schemas/types.ts'
import type { Remark } from '../text-reading.ts'

const FEWEST_OUTCOMES = 3
const MOST_OUTCOMES = 6
const FAR_TOO_MANY_OUTCOMES = 8
const MOST_CRITERIA = 6
const FAR_TOO_MANY_CRITERIA = 9
const HEAVY_LIX = 55
const VERY_HEAVY_LIX = 60
const LOW_LEVEL = 2

const nowhere = { start: 0, end: 0 }

/** What a draft lacks before it can be submitted. These are gates, not advice. */
export function missingRemark({ code, field }: Missing): Remark {
  const rule = code === 'no-rationale' ? 'level/rationale-missing' : 'structure/incomplete'
  return { rule, severity: 'error', note: code, field, ...nowhere }
}

/** How many outcomes a module has, how heavy it reads, and whether a low level speaks of guidance. */
export function remarksOnModule(module: Module, reading: ModuleReading, guided: boolean): Remark[] {
  return [...outcomeCount(module), ...unguided(module, guided), ...heavyReading(reading)]
}

function outcomeCount({ outcomes }: Module): Remark[] {
  const count = outcomes.length
  if (count === 0 || (count >= FEWEST_OUTCOMES && count <= MOST_OUTCOMES)) return []
  return [
    {
      rule: 'structure/outcome-count',
      severity: count > FAR_TOO_MANY_OUTCOMES ? 'warning' : 'hint',
      note: count < FEWEST_OUTCOMES ? 'few' : 'many',
      field: 'outcomes',
      ...nowhere,
      values: { count },
    },
  ]
}

function unguided({ seqfLevel, outcomes }: Module, guided: boolean): Remark[] {
  if (seqfLevel === null || seqfLevel > LOW_LEVEL || outcomes.length === 0 || guided) return []
  return [
    {
      rule: 'level/autonomy-mismatch',
      severity: 'hint',
      note: 'unguided',
      field: 'seqfLevel',
      ...nowhere,
      values: { level: seqfLevel },
    },
  ]
}

function heavyReading({ lix, band }: ModuleReading): Remark[] {
  if (lix === null || band === null || lix <= HEAVY_LIX) return []
  return [
    {
      rule: 'readability/lix',
      severity: lix > VERY_HEAVY_LIX ? 'warning' : 'hint',
      note: 'lix',
      field: 'outcomes',
      ...nowhere,
      values: { lix, band, limit: HEAVY_LIX },
    },
  ]
}

/** How many criteria an outcome has. */
export function remarksOnOutcome({ criteria: { length: count } }: LearningOutcome): Remark[] {
  if (count <= MOST_CRITERIA) return []
  return [
    {
      rule: 'structure/criteria-count',
      severity: count > FAR_TOO_MANY_CRITERIA ? 'warning' : 'hint',
      note: 'many',
      field: 'criteria',
      ...nowhere,
      values: { count },
    },
  ]
}

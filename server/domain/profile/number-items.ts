import type { LearningOutcome, Module, OccupationalProfile } from '../../../schemas/types.ts'

export type Category = LearningOutcome['category']

/** Knowledge, skills, responsibility and autonomy: the order in which outcomes are numbered, shown and printed. */
export const CATEGORIES: readonly Category[] = ['knowledge', 'skills', 'responsibilityAutonomy']

export type OutcomeGroup = { readonly category: Category; readonly outcomes: readonly LearningOutcome[] }

/** A module's outcomes by category, in that order; categories without outcomes are left out. */
export function groupOutcomes({ outcomes }: Module): OutcomeGroup[] {
  return CATEGORIES.map((category) => ({
    category,
    outcomes: outcomes.filter((outcome) => outcome.category === category),
  })).filter((group) => group.outcomes.length > 0)
}

/** The numbers as people say them, by item id: 4 for a module, 4.3 for an outcome, 4.3 b for a criterion. Never stored. */
export function numberItems(profile: Pick<OccupationalProfile, 'modules'>): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  profile.modules.forEach(({ module }, m) => {
    numbers.set(module.id, `${m + 1}`)
    const outcomes = groupOutcomes(module).flatMap((group) => group.outcomes)
    outcomes.forEach((outcome, o) => {
      numbers.set(outcome.id, `${m + 1}.${o + 1}`)
      outcome.criteria.forEach(({ id }, c) => numbers.set(id, `${m + 1}.${o + 1} ${letter(c)}`))
    })
  })
  return numbers
}

/** a, b … z, aa, ab … */
export function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last
}

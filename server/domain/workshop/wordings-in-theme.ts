import type { Board, WordedCriterion, WordedOutcome } from '../../../schemas/types.ts'

/** An outcome with its criteria, as the group has ordered them. */
export type Wording = { readonly outcome: WordedOutcome; readonly criteria: readonly WordedCriterion[] }

type Worded = Pick<Board, 'outcomes' | 'criteria'>

/** What is worded in a theme; what has been put aside is not there. */
export function wordingsIn({ outcomes, criteria }: Worded, themeId: string): Wording[] {
  return outcomes
    .filter((outcome) => outcome.themeId === themeId && !outcome.isAside)
    .map((outcome) => ({
      outcome,
      criteria: criteria.filter(({ outcomeId, isAside }) => outcomeId === outcome.id && !isAside),
    }))
}

/** The cards behind an outcome and its criteria. */
export function cardsBehind({ outcome, criteria }: Wording): ReadonlySet<string> {
  return new Set([...outcome.cardIds, ...criteria.flatMap(({ cardIds }) => cardIds)])
}

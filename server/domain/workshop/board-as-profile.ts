import type { Board, OccupationalProfile } from '../../../schemas/types.ts'
import { newProfile } from '../profile/new-profile.ts'
import { wordingsIn } from './wordings-in-theme.ts'

/**
 * What is worded on a board, as the profile that it would become: the language coach reads it by the same rules as a
 * draft. It has no levels, which a group does not set, and no suitability, which is not worded there.
 */
export function boardAsProfile(
  board: Pick<Board, 'themes' | 'outcomes' | 'criteria'>,
  outcomeStem: string,
): OccupationalProfile {
  return {
    ...newProfile({ id: '', slug: '', title: '', outcomeStem }),
    modules: board.themes
      .filter(({ isAside }) => !isAside)
      .map(({ id, title }) => ({
        obligation: 'mandatory',
        module: {
          id,
          title,
          seqfLevel: null,
          levelRationale: '',
          purpose: '',
          prerequisites: '',
          volume: null,
          outcomes: wordingsIn(board, id).map(({ outcome, criteria }) => ({
            id: outcome.id,
            category: outcome.category,
            text: outcome.text,
            criteria: criteria.map((each) => ({ id: each.id, text: each.text, assessmentMethods: [] })),
          })),
        },
      })),
  }
}

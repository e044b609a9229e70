import type { Board, GroupOverview } from '../../../schemas/types.ts'
import { cardsIn } from './lie-of-cards.ts'
import { tallyNeeds } from './tally-needs.ts'

/** How much there is on a board, without anything of what it says but the themes' names. */
export function countBoard(board: Board): Omit<GroupOverview, 'groupId' | 'participants'> {
  const cards = board.cards.filter(({ isAside }) => !isAside)
  const themes = board.themes.filter(({ isAside }) => !isAside)
  const outcomes = board.outcomes.filter(({ isAside }) => !isAside)
  const worded = new Set(outcomes.map(({ id }) => id))
  const needs = tallyNeeds(board)
  const ofKind = (kind: (typeof cards)[number]['kind']) => cards.filter((card) => card.kind === kind).length
  return {
    cards: {
      knowledge: ofKind('knowledge'),
      skills: ofKind('skills'),
      responsibilityAutonomy: ofKind('responsibilityAutonomy'),
      suitability: ofKind('suitability'),
    },
    unsorted: cardsIn(board, null).length,
    themes: themes.map(({ id, title }) => ({
      title,
      cards: cardsIn(board, id).length,
      outcomes: outcomes.filter(({ themeId }) => themeId === id).length,
    })),
    decided: cards.filter(({ id }) => needs.get(id)?.outcome != null).length,
    outcomes: outcomes.length,
    criteria: board.criteria.filter(({ isAside, outcomeId }) => !isAside && worded.has(outcomeId)).length,
  }
}

import type { Board, Card } from '../../../schemas/types.ts'

/** The cards of a theme, or those that lie in none: a theme that is put aside, or gone, holds nothing. */
export function cardsIn(board: Pick<Board, 'cards' | 'themes'>, themeId: Card['themeId']): Card[] {
  const shown = new Set(board.themes.filter(({ isAside }) => !isAside).map(({ id }) => id))
  const themeOf = (card: Card) => (card.themeId !== null && shown.has(card.themeId) ? card.themeId : null)
  return board.cards.filter((card) => !card.isAside && themeOf(card) === themeId)
}

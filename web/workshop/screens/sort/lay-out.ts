import type { Board, Card, Theme } from '../../../../schemas/types.ts'
import { cardsIn } from '../../../../server/domain/workshop/lie-of-cards.ts'

export type SortedTheme = {
  readonly theme: Theme
  /** From 1: its key, as far as there are keys. */
  readonly number: number
  readonly cards: readonly Card[]
}
export type Sorting = {
  readonly left: readonly Card[]
  readonly themes: readonly SortedTheme[]
  readonly sorted: number
  readonly all: number
}

/** From so many cards on, a theme is more than one module usually holds. */
const MANY_CARDS = 9

/** The cards in their themes, and those that lie in none. */
export function layOut(board: Pick<Board, 'cards' | 'themes'>): Sorting {
  const left = cardsIn(board, null)
  const themes = board.themes
    .filter(({ isAside }) => !isAside)
    .map((theme, at) => ({ theme, number: at + 1, cards: cardsIn(board, theme.id) }))
  const sorted = themes.reduce((sum, { cards }) => sum + cards.length, 0)
  return { left, themes, sorted, all: sorted + left.length }
}

/** Whether it may be two modules. */
export function isLarge({ cards }: Pick<SortedTheme, 'cards'>): boolean {
  return cards.length >= MANY_CARDS
}

/** Before which theme one is to be put to come one step up or down; undefined where there is no way. */
export function placeBeside(
  themes: readonly SortedTheme[],
  themeId: string,
  step: -1 | 1,
): string | null | undefined {
  const at = themes.findIndex(({ theme }) => theme.id === themeId)
  const to = at + step
  if (at < 0 || to < 0 || to >= themes.length) return undefined
  return themes[step === -1 ? to : to + 1]?.theme.id ?? null
}

/** The card to go on with when one has left the list: the one that comes into its place, else the last. */
export function nextAfter(left: readonly Pick<Card, 'id'>[], cardId: string): string | null {
  const at = left.findIndex(({ id }) => id === cardId)
  const others = left.filter(({ id }) => id !== cardId)
  return (others[at] ?? others.at(-1))?.id ?? null
}

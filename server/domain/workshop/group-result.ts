import type { Board, Card, Theme } from '../../../schemas/types.ts'
import { cardsIn } from './lie-of-cards.ts'
import { cardsByPath } from './paths-of-cards.ts'
import { tallyNeeds } from './tally-needs.ts'
import { cardsBehind, wordingsIn, type Wording } from './wordings-in-theme.ts'

/** What a group hands over of a theme. Cards that lie in no theme make one without a theme. */
export type ThemeResult = {
  readonly theme: Theme | null
  readonly wordings: readonly Wording[]
  /** Needed from day one, and in no sentence yet. */
  readonly unworded: readonly Card[]
  readonly open: readonly Card[]
  readonly onTheJob: readonly Card[]
  readonly notNeeded: readonly Card[]
}

export type GroupResult = {
  readonly themes: readonly ThemeResult[]
  readonly suitability: readonly Card[]
  readonly counts: {
    readonly cards: number
    readonly themes: number
    readonly outcomes: number
    readonly criteria: number
  }
}

/** A board without the cards, sentences and criteria that nobody has written anything in. */
export function withWords(board: Board): Board {
  return {
    ...board,
    cards: board.cards.filter(hasWords),
    outcomes: board.outcomes.filter(hasWords),
    criteria: board.criteria.filter(hasWords),
  }
}

/** What a group has made, as it will be handed over; what has no words is left out. */
export function resultOf(board: Board): GroupResult {
  const said = withWords(board)
  const tallies = tallyNeeds(said)
  const shown = said.themes.filter(({ isAside }) => !isAside)
  const themes = [...shown, null].map((theme): ThemeResult => {
    const wordings = theme ? wordingsIn(said, theme.id) : []
    const used = new Set(wordings.flatMap((wording) => [...cardsBehind(wording)]))
    const on = cardsByPath(cardsIn(said, theme?.id ?? null), tallies)
    const { open, onTheJob, notNeeded } = on
    return {
      theme,
      wordings,
      unworded: on.dayOne.filter(({ id }) => !used.has(id)),
      open,
      onTheJob,
      notNeeded,
    }
  })
  const wordings = themes.flatMap((theme) => theme.wordings)
  return {
    themes,
    suitability: said.cards.filter(({ kind, isAside }) => kind === 'suitability' && !isAside),
    counts: {
      cards: said.cards.filter(({ isAside }) => !isAside).length,
      themes: shown.length,
      outcomes: wordings.length,
      criteria: wordings.reduce((sum, { criteria }) => sum + criteria.length, 0),
    },
  }
}

function hasWords({ text }: { readonly text: string }): boolean {
  return text.trim() !== ''
}

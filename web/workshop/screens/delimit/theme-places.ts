import type { Board, Card } from '../../../../schemas/types.ts'
import { cardsIn } from '../../../../server/domain/workshop/lie-of-cards.ts'
import { delimitedIn, type Delimited } from '../../../../server/domain/workshop/paths-of-cards.ts'
import type { NeedTally } from '../../../../server/domain/workshop/tally-needs.ts'
import { t } from '../../../i18n/wording.ts'

/** A theme's cards, or with id null those that lie in none, which have a place too. */
export type ThemePlace = {
  readonly id: string | null
  readonly title: string
  readonly cards: readonly Card[]
  readonly delimited: Delimited
}

/** All places in the order of the board; cards without a theme stand last, and only if there are any. */
export function themePlaces(board: Board, tallies: ReadonlyMap<string, NeedTally>): ThemePlace[] {
  const place = (id: string | null, title: string): ThemePlace => ({
    id,
    title: title.trim() || t('themes.untitled'),
    cards: cardsIn(board, id).filter(({ text }) => text.trim() !== ''),
    delimited: delimitedIn(board, id, tallies),
  })
  const unsorted = place(null, t('themes.unsorted'))
  return [
    ...board.themes.filter(({ isAside }) => !isAside).map(({ id, title }) => place(id, title)),
    ...(unsorted.cards.length > 0 ? [unsorted] : []),
  ]
}

/** Where to begin: the first place in which something is left to settle. */
export function firstUnsettled(places: readonly ThemePlace[]): ThemePlace | undefined {
  return places.find(({ delimited }) => delimited.settled < delimited.of) ?? places[0]
}

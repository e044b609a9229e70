import type { Board, Card, Need } from '../../../schemas/types.ts'
import { cardsIn } from './lie-of-cards.ts'
import { tallyNeeds, type NeedTally } from './tally-needs.ts'

/** Where a card goes from here; `open` where the group has not come to anything. */
export type CardPath = Need | 'open' | 'suitability'

/** Suitability is never assessed, so that it is neither marked nor decided on: it has a part of the profile to itself. */
export function pathOf(
  { kind }: Pick<Card, 'kind'>,
  tally: Pick<NeedTally, 'outcome'> | undefined,
): CardPath {
  return kind === 'suitability' ? 'suitability' : (tally?.outcome ?? 'open')
}

/** Cards by where they go, each path in the order of the board. */
export function cardsByPath(
  cards: readonly Card[],
  tallies: ReadonlyMap<string, NeedTally>,
): Readonly<Record<CardPath, Card[]>> {
  const on: Record<CardPath, Card[]> = { dayOne: [], open: [], onTheJob: [], notNeeded: [], suitability: [] }
  for (const card of cards) on[pathOf(card, tallies.get(card.id))].push(card)
  return on
}

/** How far a group has come with a theme's cards; suitability counts in neither number, nor does a card without words. */
export type Delimited = { readonly settled: number; readonly of: number }

/** Null is for the cards that lie in no theme. */
export function delimitedIn(
  board: Pick<Board, 'cards' | 'themes' | 'marks' | 'decisions'>,
  themeId: Card['themeId'],
  tallies = tallyNeeds(board),
): Delimited {
  const said = cardsIn(board, themeId).filter(({ text }) => text.trim() !== '')
  const on = cardsByPath(said, tallies)
  const settled = on.dayOne.length + on.onTheJob.length + on.notNeeded.length
  return { settled, of: settled + on.open.length }
}

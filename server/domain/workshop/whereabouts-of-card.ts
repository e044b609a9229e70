import type { Board, Card } from '../../../schemas/types.ts'
import { pathOf, type CardPath } from './paths-of-cards.ts'
import type { NeedTally } from './tally-needs.ts'

/** Where a card has come to: into wordings, with their ids, else the path it is on; or it has been put aside. */
export type Whereabouts =
  { readonly in: 'wordings'; readonly ids: readonly string[] } | { readonly in: CardPath | 'aside' }

/** `shown` are the outcomes and criteria that stand in the result: what has been put aside holds no card. */
export function whereaboutsOf(
  card: Card,
  { outcomes, criteria }: Pick<Board, 'outcomes' | 'criteria'>,
  shown: ReadonlyMap<string, string>,
  tallies: ReadonlyMap<string, NeedTally>,
): Whereabouts {
  if (card.isAside) return { in: 'aside' }
  const ids = [...outcomes, ...criteria]
    .filter(({ id, cardIds }) => shown.has(id) && cardIds.includes(card.id))
    .map(({ id }) => id)
  return ids.length > 0 ? { in: 'wordings', ids } : { in: pathOf(card, tallies.get(card.id)) }
}

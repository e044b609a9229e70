import type { Card } from '../../../../schemas/types.ts'

/** A place in a list: a card, or the place from which somebody else has taken one. */
export type Row =
  | { readonly kind: 'card'; readonly id: string; readonly card: Card }
  | { readonly kind: 'gap'; readonly id: string }

/** A list as it is. */
export function rowsOf(cards: readonly Card[]): Row[] {
  return cards.map((card) => ({ kind: 'card', id: card.id, card }))
}

/**
 * A list as it is, for somebody who is at it: what stood in it stands where it stood, what others have taken away has
 * left a gap, and what they have put there comes last.
 */
export function heldRows(shown: readonly Row[], now: readonly Card[]): Row[] {
  const cards = new Map(now.map((card) => [card.id, card]))
  const known = new Set(shown.map(({ id }) => id))
  return [
    ...shown.map(({ id }): Row => {
      const card = cards.get(id)
      return card ? { kind: 'card', id, card } : { kind: 'gap', id }
    }),
    ...rowsOf(now.filter(({ id }) => !known.has(id))),
  ]
}

/** How the lists stand on the screen, and which of their cards others have moved. */
export class StillLists {
  #shown = new Map<string, readonly Row[]>()
  #placeOf = new Map<string, string>()
  #moved = new Map<string, number>()

  /**
   * Takes in how the lists are now. `isHeld`: somebody is at them; `own`: the cards that this person has just moved;
   * `markedMs`: how long a card that somebody else has moved is marked.
   */
  take(
    lists: ReadonlyMap<string, readonly Card[]>,
    {
      isHeld,
      own,
      now,
      markedMs,
    }: { isHeld: boolean; own: ReadonlySet<string>; now: number; markedMs: number },
  ): void {
    const isFirst = this.#placeOf.size === 0
    const places = new Map([...lists].flatMap(([key, cards]) => cards.map(({ id }) => [id, key] as const)))
    if (!isFirst)
      for (const [id, key] of places)
        if (this.#placeOf.get(id) !== key && !own.has(id)) this.#moved.set(id, now)
    for (const [id, at] of this.#moved) if (now - at >= markedMs) this.#moved.delete(id)
    this.#placeOf = places
    this.#shown = new Map(
      [...lists].map(([key, cards]) => {
        const before = this.#shown.get(key)
        return [key, isHeld && before ? heldRows(before, cards) : rowsOf(cards)]
      }),
    )
  }

  rows(key: string): readonly Row[] {
    return this.#shown.get(key) ?? []
  }

  /** Whether somebody else has put the card where it lies, a moment ago. */
  isMoved(cardId: string): boolean {
    return this.#moved.has(cardId)
  }

  /** Whether something is shown that is to go away by itself: a gap, or a mark. */
  get isUnsettled(): boolean {
    return (
      this.#moved.size > 0 ||
      [...this.#shown.values()].some((rows) => rows.some(({ kind }) => kind === 'gap'))
    )
  }
}

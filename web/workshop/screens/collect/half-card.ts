import type { CardKind } from '../../../../schemas/types.ts'
import { CARD_KINDS } from '../../../../server/domain/workshop/board-form.ts'

/** A card that is being written and has not been laid. */
export type HalfCard = { readonly kind: CardKind; readonly text: string }

const EMPTY: HalfCard = { kind: 'knowledge', text: '' }
const keyOf = (seatId: string) => `profilverkstad.half-card.${seatId}`

/** What was being written from that seat when the page went away. */
export function readHalfCard(seatId: string, store: Storage = localStorage): HalfCard {
  try {
    const { kind, text } = JSON.parse(store.getItem(keyOf(seatId)) ?? '{}') as Partial<HalfCard>
    const known = CARD_KINDS.find((each) => each === kind) ?? EMPTY.kind
    return { kind: known, text: typeof text === 'string' ? text : '' }
  } catch {
    return EMPTY
  }
}

/** Keeps it at each letter. False where the device does not keep anything. */
export function keepHalfCard(seatId: string, card: HalfCard, store: Storage = localStorage): boolean {
  try {
    store.setItem(keyOf(seatId), JSON.stringify(card))
    return true
  } catch {
    return false
  }
}

export function forgetHalfCard(seatId: string, store: Storage = localStorage): void {
  store.removeItem(keyOf(seatId))
}

import type { Amendment } from '../../../schemas/types.ts'
import { ENOUGH_TO_CONFIRM } from '../../../server/domain/review/editorial.ts'

/** How an amendment stands that is said to be editorial. */
export function editorialState({
  confirmations,
  isEditorial,
}: Pick<Amendment, 'confirmations' | 'isEditorial'>): {
  readonly kind: 'confirmed' | 'denied' | 'waiting'
  readonly left: number
} {
  if (isEditorial) return { kind: 'confirmed', left: 0 }
  if (confirmations.some(({ confirms }) => !confirms)) return { kind: 'denied', left: 0 }
  const views = new Set(confirmations.map(({ perspective }) => perspective)).size
  return { kind: 'waiting', left: Math.max(0, ENOUGH_TO_CONFIRM - views) }
}

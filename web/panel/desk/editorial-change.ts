import type { ChangedSince, MemberDesk } from '../../../schemas/types.ts'

/**
 * Where a changed wording stands that is said to be spelling only: the member is asked whether it is; they have said that it is,
 * and another has yet to; or it is a change like any other (null).
 */
export function editorialStageOf(
  { itemId, hash }: Pick<ChangedSince, 'itemId' | 'hash'>,
  { text, toConfirm }: Pick<MemberDesk, 'text' | 'toConfirm'>,
): 'asked' | 'waiting' | null {
  const last = text.amendments.findLast(({ items }) =>
    items.some((item) => item.itemId === itemId && item.hash === hash),
  )
  if (!last?.claimsEditorial || last.isEditorial) return null
  if (last.confirmations.some(({ confirms }) => !confirms)) return null
  if (toConfirm.includes(last.id)) return 'asked'
  return last.confirmations.some(({ isMine }) => isMine) ? 'waiting' : null
}

import type { Amendment, ChangedSince, MemberDesk } from '../../../schemas/types.ts'

/**
 * Where a changed wording stands that is said to be spelling only: the member is asked whether it is; they have said that it is,
 * and another has yet to; or it is a change like any other (null).
 */
export function editorialStageOf(
  change: Pick<ChangedSince, 'itemId' | 'hash'>,
  { text, toConfirm }: Pick<MemberDesk, 'text' | 'toConfirm'>,
): 'asked' | 'waiting' | null {
  const last = amendmentOf(change, text)
  if (!last?.claimsEditorial || last.isEditorial) return null
  if (last.confirmations.some(({ confirms }) => !confirms)) return null
  if (toConfirm.includes(last.id)) return 'asked'
  return last.confirmations.some(({ isMine }) => isMine) ? 'waiting' : null
}

/** Whether two members have said of those words that only their spelling is new: what was answered before holds of them. */
export function isConfirmedEditorial(
  change: Pick<ChangedSince, 'itemId' | 'hash'>,
  { text }: Pick<MemberDesk, 'text'>,
): boolean {
  return amendmentOf(change, text)?.isEditorial === true
}

/** The changes that the member has to answer: what is said to be spelling only is asked about, and waits, by itself. */
export function changesToAnswer(desk: Pick<MemberDesk, 'changes' | 'text' | 'toConfirm'>): ChangedSince[] {
  return desk.changes.filter((change) => editorialStageOf(change, desk) === null)
}

function amendmentOf(
  { itemId, hash }: Pick<ChangedSince, 'itemId' | 'hash'>,
  { amendments }: MemberDesk['text'],
): Amendment | undefined {
  return amendments.findLast(({ items }) =>
    items.some((item) => item.itemId === itemId && item.hash === hash),
  )
}

import type { MemberDesk, PanelMember, Recusal } from '../../../schemas/types.ts'
import { entitled } from '../../../server/domain/review/seats.ts'

/** Why a member is asked for no position at all; null when they are. */
export type Aside =
  | { readonly kind: 'observer' }
  /** They wait to stand in for somebody; null for anybody of their perspective. */
  | { readonly kind: 'substitute'; readonly of: PanelMember | null }
  | { readonly kind: 'replaced'; readonly by: PanelMember | null }
  | { readonly kind: 'recused'; readonly recusal: Recusal }

export function asideOf({ me, review }: Pick<MemberDesk, 'me' | 'review'>): Aside | null {
  const { members } = review.composition
  const recusal = me.recusals.find(({ partId }) => partId === null)
  if (recusal) return { kind: 'recused', recusal }
  if (me.part === 'observer') return { kind: 'observer' }
  const by = members.find(({ standsInFor }) => standsInFor === me.id)
  if (by) return { kind: 'replaced', by }
  if (me.part === 'substitute' && me.standsInFor === null)
    return { kind: 'substitute', of: members.find(({ id }) => id === me.substituteFor) ?? null }
  return null
}

/** Whether the member may take a position on that part. */
export function isAskedOn({ me, review }: Pick<MemberDesk, 'me' | 'review'>, partId: string): boolean {
  // The desk's own place is the fresher: the list may be of an answer that was kept.
  const seats = review.composition.members.map((seat) => (seat.id === me.id ? me : seat))
  return entitled(seats, partId).some(({ id }) => id === me.id)
}

/** Why a member is not asked on a part that others are asked on; null where it is not that. */
export function recusalFrom({ me }: Pick<MemberDesk, 'me'>, partId: string): Recusal | null {
  return me.recusals.find((recusal) => recusal.partId === partId) ?? null
}

import type {
  AnswerSummons,
  MakeRemark,
  PositionToTake,
  Rating,
  TakePosition,
  RateParts,
} from '../../../schemas/types.ts'
import type { Act, KeptAct } from './act.ts'

/** What all acts have: who does it, in which review, when, and the id that it is done once by. */
export type Doer = Pick<Act, 'id' | 'reviewId' | 'personId' | 'madeAt'>

/** What is sent of an act, by its kind. Those without an id of their own say the same however often they come. */
export type MemberActs = {
  readonly position: TakePosition
  readonly rating: RateParts
  readonly remark: MakeRemark
  readonly 'remark-withdrawal': { readonly remarkId: string }
  readonly confirmation: { readonly id: string; readonly amendmentId: string; readonly confirms: boolean }
  readonly attendance: AnswerSummons & { readonly meetingId: string }
  readonly name: { readonly isNamed: boolean }
}
export type ActKind = keyof MemberActs

export function positionAct(doer: Doer, position: PositionToTake): Act {
  return act(doer, 'position', 'POST', 'positions', { id: doer.id, position })
}

export function ratingAct(doer: Doer, ratings: Rating[]): Act {
  return act(doer, 'rating', 'PUT', 'ratings', { id: doer.id, ratings })
}

export function remarkAct(doer: Doer, remark: Omit<MakeRemark, 'id'>): Act {
  return act(doer, 'remark', 'POST', 'remarks', { id: doer.id, ...remark })
}

export function withdrawalAct(doer: Doer, remarkId: string): Act {
  return act(doer, 'remark-withdrawal', 'POST', `remarks/${remarkId}/withdrawal`, {})
}

export function confirmationAct(doer: Doer, amendmentId: string, confirms: boolean): Act {
  const path = `amendments/${amendmentId}/confirmation`
  return act(doer, 'confirmation', 'PUT', path, { id: doer.id, confirms })
}

export function attendanceAct(doer: Doer, meetingId: string, answer: AnswerSummons['answer']): Act {
  return act(doer, 'attendance', 'PUT', `meetings/${meetingId}/attendance`, { answer })
}

export function nameAct(doer: Doer, isNamed: boolean): Act {
  return act(doer, 'name', 'PUT', 'me/name', { isNamed })
}

/** An act of a kind as it was made; null for one of another kind. What its path says is in it too. */
export function actOf<Kind extends ActKind>(kind: Kind, kept: KeptAct | Act): MemberActs[Kind] | null {
  if (kept.kind !== kind) return null
  const [, about = ''] = /\/(?:remarks|amendments|meetings)\/([^/]+)\//u.exec(kept.path) ?? []
  const named = { remarkId: about, amendmentId: about, meetingId: about }
  return { ...named, ...kept.body } as unknown as MemberActs[Kind]
}

function act(
  doer: Doer,
  kind: ActKind,
  method: Act['method'],
  path: string,
  body: Act['body'] | object,
): Act {
  return { ...doer, kind, method, path: `/reviews/${doer.reviewId}/${path}`, body: { ...body } }
}

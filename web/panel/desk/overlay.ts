import type { MemberDesk, PositionToTake, Remark, TakenPosition } from '../../../schemas/types.ts'
import type { KeptAct } from '../acts/act.ts'
import { actOf, type MemberActs } from '../acts/member-acts.ts'
import { itemsAnswered, lastOn } from './answers.ts'
import { minutesLeft } from './left.ts'

/**
 * A desk as the server last gave it, with what its owner has done since. Acts that the server has refused are left out;
 * those that it has taken, and that the desk may have already, change nothing the second time.
 */
export function overlay(desk: MemberDesk, acts: readonly KeptAct[]): MemberDesk {
  const mine = acts.filter(({ reviewId, refusal }) => reviewId === desk.review.id && refusal === null)
  if (mine.length === 0) return desk
  const after = mine.reduce(withAct, desk)
  return { ...after, minutes: minutesLeft(after) }
}

function withAct(desk: MemberDesk, act: KeptAct): MemberDesk {
  const taken = actOf('position', act)
  if (taken) return withPosition(desk, act, taken.position)
  const rated = actOf('rating', act)?.ratings
  if (rated) {
    const isRated = (partId: string) => rated.some((rating) => rating.partId === partId)
    return { ...desk, ratings: [...desk.ratings.filter(({ partId }) => !isRated(partId)), ...rated] }
  }
  const remark = actOf('remark', act)
  if (remark) return withRemark(desk, act)
  const withdrawn = actOf('remark-withdrawal', act)
  if (withdrawn) return { ...desk, remarks: withoutRemark(desk.remarks, withdrawn.remarkId, act.madeAt) }
  const confirmed = actOf('confirmation', act)
  if (confirmed) return withConfirmation(desk, confirmed)
  const named = actOf('name', act)
  if (named) return { ...desk, me: { ...desk.me, isNamed: named.isNamed } }
  return withAttendance(desk, act)
}

function withPosition(desk: MemberDesk, { id, madeAt }: KeptAct, asked: PositionToTake): MemberDesk {
  if (desk.positions.some(({ actId }) => actId === id)) return desk
  const { replaces: _replaces, ...said } = asked
  const round = desk.review.round?.number ?? 1
  const isCurrent = hashNow(desk, asked) === asked.hash
  const taken: TakenPosition = { ...said, actId: id, at: madeAt, round, isCurrent, byCoordinator: false }
  const after = { ...desk, positions: [...desk.positions, taken] }
  // Of words that have changed meanwhile it says nothing now.
  return isCurrent ? withLess(after, taken) : after
}

/** What is left when that has been said, or taken back, of words as they stand. */
function withLess(desk: MemberDesk, { scope, itemId, position }: TakenPosition): MemberDesk {
  const part = desk.text.parts.find(({ id, items }) =>
    scope === 'part' ? id === itemId : items.some((item) => item.id === itemId),
  )
  if (!part) return desk
  const changes = desk.changes.filter((change) =>
    scope === 'part' ? change.partId !== part.id : change.itemId !== itemId,
  )
  const after = { ...desk, changes }
  const wasUnanswered = desk.unanswered.includes(part.id)
  const isAnswered =
    itemsAnswered(after, part).length === part.items.length ||
    (scope === 'part' ? position !== null : !wasUnanswered && (position !== null || hasAnswer(after, part)))
  const isLeft = (id: string) => (id === part.id ? !isAnswered : desk.unanswered.includes(id))
  return { ...after, unanswered: desk.text.parts.map(({ id }) => id).filter(isLeft) }
}

function hasAnswer(desk: MemberDesk, { id }: { readonly id: string }): boolean {
  return (lastOn(desk, 'part', id)?.position ?? null) !== null
}

function hashNow({ text }: MemberDesk, { scope, itemId }: Pick<PositionToTake, 'scope' | 'itemId'>) {
  if (scope === 'part') return text.parts.find(({ id }) => id === itemId)?.hash
  return text.parts.flatMap(({ items }) => items).find(({ id }) => id === itemId)?.hash
}

function withRemark(desk: MemberDesk, act: KeptAct): MemberDesk {
  const made = actOf('remark', act)
  if (!made || desk.remarks.some(({ id }) => id === act.id)) return desk
  const part = desk.text.parts.find(({ items }) => items.some(({ id }) => id === made.anchor.itemId))
  const remark: Remark = {
    ...made,
    perspective: desk.me.perspective,
    author: desk.me.name,
    isMine: true,
    number: part?.items.find(({ id }) => id === made.anchor.itemId)?.number ?? '',
    partId: part?.id ?? null,
    isOutdated: false,
    at: act.madeAt,
    round: desk.review.round?.number ?? 1,
    withdrawnAt: null,
    disposition: null,
  }
  return { ...desk, remarks: [...desk.remarks, remark] }
}

function withoutRemark(remarks: readonly Remark[], remarkId: string, at: string): Remark[] {
  return remarks.map((remark) =>
    remark.id === remarkId ? { ...remark, withdrawnAt: remark.withdrawnAt ?? at } : remark,
  )
}

function withConfirmation(
  desk: MemberDesk,
  { amendmentId, confirms }: MemberActs['confirmation'],
): MemberDesk {
  const mine = { perspective: desk.me.perspective, isMine: true, confirms }
  const amendments = desk.text.amendments.map((amendment) =>
    amendment.id === amendmentId
      ? { ...amendment, confirmations: [...amendment.confirmations.filter(({ isMine }) => !isMine), mine] }
      : amendment,
  )
  const toConfirm = desk.toConfirm.filter((id) => id !== amendmentId)
  return { ...desk, toConfirm, text: { ...desk.text, amendments } }
}

function withAttendance(desk: MemberDesk, act: KeptAct): MemberDesk {
  const said = actOf('attendance', act)
  if (!said) return desk
  const mine = { memberId: desk.me.id, answer: said.answer, wasPresent: null }
  const meetings = desk.review.meetings.map((meeting) => {
    if (meeting.id !== said.meetingId) return meeting
    const isThere = meeting.attendance.some(({ memberId }) => memberId === desk.me.id)
    const attendance = isThere
      ? meeting.attendance.map((each) =>
          each.memberId === desk.me.id ? { ...each, answer: said.answer } : each,
        )
      : [...meeting.attendance, mine]
    return { ...meeting, attendance }
  })
  return { ...desk, review: { ...desk.review, meetings } }
}

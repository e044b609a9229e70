import type {
  Amendment,
  MemberDesk,
  PanelMember,
  PositionKind,
  ReviewItem,
  ReviewPart,
  TakenPosition,
} from '../../../../schemas/types.ts'
import type { KeptAct } from '../../../../web/panel/acts/act.ts'
import {
  attendanceAct,
  confirmationAct,
  nameAct,
  positionAct,
  ratingAct,
  remarkAct,
  withdrawalAct,
} from '../../../../web/panel/acts/member-acts.ts'

/** Two modules, of two criteria each: M1 with a and b, M2 with c and d. Their words are their names. */
export const M1 = part('M1', ['a', 'b'])
export const M2 = part('M2', ['c', 'd'])

function part(id: string, criteria: readonly string[]): ReviewPart {
  const items = [item(id, 'frame'), ...criteria.map((each) => item(each, 'criterion'))]
  return { id, number: id.slice(1), title: id, hash: `${id} now`, words: 260, items }
}

function item(id: string, kind: ReviewItem['kind']): ReviewItem {
  return { id, kind, number: id, hash: `${id} now`, wording: id }
}

export function seat(id: string, more: Partial<PanelMember> = {}): PanelMember {
  return {
    id,
    name: id,
    email: null,
    organisation: '',
    perspective: 'employer',
    part: 'member',
    substituteFor: null,
    standsInFor: null,
    recusals: [],
    isNamed: false,
    isMe: id === 'me',
    ...more,
  }
}

/** A desk on which nothing has been said yet, and what a test wants otherwise. */
export function desk(more: Partial<MemberDesk> = {}): MemberDesk {
  const me = more.me ?? seat('me')
  const given = {
    review: {
      id: 'review',
      round: { number: 2 },
      composition: { members: [me, seat('other')] },
      meetings: [{ id: 'meeting', attendance: [] }],
    },
    me,
    text: { parts: [M1, M2], amendments: [] },
    positions: [],
    changes: [],
    unanswered: ['M1', 'M2'],
    minutes: 6,
    toConfirm: [],
    remarks: [],
    ratings: [],
    ...more,
  }
  return given as unknown as MemberDesk
}

/** The member has agreed on all, and since then some criteria of M1 have changed. */
export function answered(...changed: readonly string[]): MemberDesk {
  const on = (itemId: string): TakenPosition =>
    taken('part', itemId, 'agree', { isCurrent: changed.length === 0 || itemId === 'M2' })
  return desk({
    positions: [on('M1'), on('M2')],
    unanswered: [],
    changes: changed.map((itemId) => ({
      itemId,
      partId: 'M1',
      kind: 'criterion',
      number: itemId,
      seen: `${itemId} before`,
      wording: itemId,
      hash: `${itemId} now`,
      former: 'agree',
      formerAt: '2026-09-03T10:00:00Z',
      formerRound: 1,
      fields: [],
      reasons: [],
    })),
  })
}

export function taken(
  scope: 'part' | 'item',
  itemId: string,
  position: PositionKind | null,
  more: Partial<TakenPosition> = {},
): TakenPosition {
  return {
    actId: `earlier on ${itemId}`,
    scope,
    itemId,
    hash: `${itemId} now`,
    position,
    reason: '',
    at: '2026-09-03T10:00:00Z',
    round: 1,
    isCurrent: true,
    byCoordinator: false,
    ...more,
  }
}

export function amendment(id: string, more: Partial<Amendment> = {}): Amendment {
  return {
    id,
    number: 1,
    round: 2,
    at: '2026-09-04T10:00:00Z',
    changes: [],
    items: [],
    reason: '',
    remarkIds: [],
    claimsEditorial: false,
    isEditorial: false,
    confirmations: [],
    inDraft: true,
    ...more,
  }
}

let acts = 0
const doer = () => ({
  id: `act ${++acts}`,
  reviewId: 'review',
  personId: 'anna',
  madeAt: '2026-09-05T10:00:00Z',
})
const kept = (act: ReturnType<typeof nameAct>): KeptAct => ({
  ...act,
  isTried: false,
  hasArrived: false,
  refusal: null,
})

/** What the member does, as it lies on the device. */
export const does = {
  says: (
    position: PositionKind | null,
    scope: 'part' | 'item',
    itemId: string,
    hash = `${itemId} now`,
  ): KeptAct => kept(positionAct(doer(), { scope, itemId, hash, position, reason: '', replaces: null })),
  rates: (partId: string, importance: number): KeptAct =>
    kept(ratingAct(doer(), [{ partId, importance, clarity: 3 }])),
  remarks: (itemId: string, text: string): KeptAct =>
    kept(
      remarkAct(doer(), {
        anchor: { scope: 'item', itemId, hash: `${itemId} now`, quote: '' },
        text,
        proposal: null,
      }),
    ),
  withdraws: (remarkId: string): KeptAct => kept(withdrawalAct(doer(), remarkId)),
  confirms: (amendmentId: string, confirms: boolean): KeptAct =>
    kept(confirmationAct(doer(), amendmentId, confirms)),
  comes: (meetingId: string): KeptAct => kept(attendanceAct(doer(), meetingId, 'coming')),
  isNamed: (isNamed: boolean): KeptAct => kept(nameAct(doer(), isNamed)),
}

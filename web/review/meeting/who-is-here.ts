import type {
  EnterPositions,
  MemberMark,
  PanelMeeting,
  PanelMember,
  ReviewPart,
} from '../../../schemas/types.ts'
import { entitled } from '../../../server/domain/review/seats.ts'
import { isGone } from '../seats.ts'

type Entry = EnterPositions['entries'][number]

/** What positions in the room are about: a part or an item, in the words that are on the screen. */
export type Target = Pick<Entry, 'scope' | 'itemId' | 'hash'>

/** A part or an item in it, in its present words. */
export function targetOf(part: ReviewPart, itemId: string | null): Target {
  const item = itemId === null ? undefined : part.items.find(({ id }) => id === itemId)
  return item
    ? { scope: 'item', itemId: item.id, hash: item.hash }
    : { scope: 'part', itemId: part.id, hash: part.hash }
}

/** Whether they have been noted as there; null until somebody has noted anything about them. */
export function isPresent(
  { attendance }: Pick<PanelMeeting, 'attendance'>,
  memberId: string,
): boolean | null {
  return attendance.find((each) => each.memberId === memberId)?.wasPresent ?? null
}

/**
 * Those who may take a position on a part, the ones in the room first, else in the panel's order. Nobody speaks for somebody
 * who has been erased: what was said from the place stands.
 */
export function votersOn(
  members: readonly PanelMember[],
  meeting: Pick<PanelMeeting, 'attendance'>,
  partId: string,
): { readonly here: readonly PanelMember[]; readonly elsewhere: readonly PanelMember[] } {
  const may = entitled(members, partId)
  const isHere = (member: PanelMember) => isPresent(meeting, member.id) === true && !isGone(members, member)
  return {
    here: may.filter(isHere),
    elsewhere: may.filter((member) => !isHere(member)),
  }
}

/** Everybody in the room agrees, but for those who have said something of these words already. */
export function allAgree(
  here: readonly Pick<PanelMember, 'id'>[],
  marks: ReadonlyMap<string, MemberMark['mark']>,
  target: Target,
): Entry[] {
  return here
    .filter(({ id }) => ['none', 'stale'].includes(marks.get(id) ?? ''))
    .map(({ id }) => ({ ...target, memberId: id, position: 'agree', reason: '' }))
}

/** What is noted when one more member comes or goes: of the others, what was noted. */
export function presenceWith(
  { attendance }: Pick<PanelMeeting, 'attendance'>,
  noted: ReadonlyMap<string, boolean>,
): { present: string[]; absent: string[] } {
  const all = new Map<string, boolean>()
  for (const { memberId, wasPresent } of attendance) if (wasPresent !== null) all.set(memberId, wasPresent)
  for (const [memberId, isHere] of noted) all.set(memberId, isHere)
  const those = (isHere: boolean) => [...all].filter(([, here]) => here === isHere).map(([id]) => id)
  return { present: those(true), absent: those(false) }
}

/** As members have answered the summons, for those of whom nothing is noted yet. */
export function asAnswered({ attendance }: Pick<PanelMeeting, 'attendance'>): ReadonlyMap<string, boolean> {
  return new Map(
    attendance.flatMap(({ memberId, answer, wasPresent }) =>
      wasPresent === null && answer !== null ? [[memberId, answer !== 'absent'] as const] : [],
    ),
  )
}

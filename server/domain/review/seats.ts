import type { PanelMember } from '../../../schemas/types.ts'

/** What is known of a place at the panel where positions are counted. */
export type PanelSeat = Pick<PanelMember, 'id' | 'perspective' | 'part' | 'standsInFor'> & {
  readonly recusals: readonly { readonly partId: string | null }[]
}

/**
 * Those who may take a position on a part, in order:
 *
 * | place                                    | may |
 * |------------------------------------------|-----|
 * | member                                   | yes |
 * | member for whom a substitute stands in   | no  |
 * | substitute who stands in                 | yes |
 * | substitute otherwise, observer           | no  |
 * | anybody recused, from it or the whole    | no  |
 *
 * `partId` null asks who may take one on anything at all.
 */
export function entitled<T extends PanelSeat>(seats: readonly T[], partId: string | null): readonly T[] {
  const replaced = new Set(seats.map(({ standsInFor }) => standsInFor))
  return seats.filter(
    ({ id, part, standsInFor, recusals }) =>
      (part === 'member' || (part === 'substitute' && standsInFor !== null)) &&
      !replaced.has(id) &&
      !recusals.some((recusal) => recusal.partId === null || recusal.partId === partId),
  )
}

/** How many may take a position on anything, of each perspective that the panel must hear and in that order: none too. */
export function seatCounts(seats: readonly PanelSeat[], known: readonly string[]): Record<string, number> {
  const deciding = entitled(seats, null)
  return Object.fromEntries(
    perspectivesOf(seats, known).map((id) => [
      id,
      deciding.filter(({ perspective }) => perspective === id).length,
    ]),
  )
}

type Role = Pick<PanelMember, 'part' | 'perspective'>

/** Whether somebody is a substitute of the kind that a member can have: for a member, and of the same perspective. */
export function fitsFor(substitute: Role, member: Role | undefined): boolean {
  return (
    substitute.part === 'substitute' &&
    member?.part === 'member' &&
    substitute.perspective === member.perspective
  )
}

type Substitute = Role & Pick<PanelMember, 'substituteFor' | 'standsInFor'>

/** Whether a substitute can stand in for a member now: one that fits, named for nobody else and standing in for nobody else. */
export function mayStandInFor(
  substitute: Substitute,
  member: (Role & Pick<PanelMember, 'id'>) | undefined,
): boolean {
  const { substituteFor, standsInFor } = substitute
  return (
    fitsFor(substitute, member) &&
    [substituteFor, standsInFor].every((whom) => whom === null || whom === member?.id)
  )
}

/** The perspectives that the panel must hear: those of its members, in the order that they are given in. */
export function perspectivesOf(seats: readonly PanelSeat[], known: readonly string[]): string[] {
  const there = new Set(seats.filter(({ part }) => part === 'member').map(({ perspective }) => perspective))
  return [...known.filter((id) => there.delete(id)), ...there]
}

import type { WorkshopState } from '../../../../schemas/types.ts'

const COLOURS = 6

/** The class of one's colour at the same text, by when one came; always beside the name. */
export function personColour({ members }: Pick<WorkshopState, 'members'>, seatId: string): string {
  const at = members.findIndex((member) => member.seatId === seatId)
  return `person-${(Math.max(0, at) % COLOURS) + 1}`
}

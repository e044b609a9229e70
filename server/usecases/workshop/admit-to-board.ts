import type { WorkshopState } from '../../../schemas/types.ts'
import { acceptsLateWords } from '../../domain/workshop/plan.ts'
import { ProblemError } from '../../problems.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeState } from './describe-workshop.ts'
import { findLed, findSeated, unlessSeated } from './find-workshop.ts'

/** Somebody who is let in to a board. `hand` is empty for those who only look. */
export type Admission = {
  readonly seatId: string
  readonly hand: string
  readonly canWrite: boolean
}

/**
 * Who may be at a group's board: those who have a seat in it, and, to look, those who lead workshops on its profile.
 * Throws not-seated, group-not-found, and what findLed throws.
 */
export async function admitToBoard(
  deps: Deps,
  asker: Asker,
  { groupId, secret }: { groupId: string; secret: string | undefined },
): Promise<Admission> {
  return deps.storage.read(async (stores) => {
    const seated = await findSeated(stores, secret).catch(unlessSeated)
    if (seated?.group.id === groupId) {
      const { seat, workshop } = seated
      return { seatId: seat.id, hand: seat.hand, canWrite: acceptsLateWords(workshop, deps.now()) }
    }
    const group = await stores.workshops.findGroup(groupId)
    if (!group || asker.personId === null) throw new ProblemError('not-seated')
    await findLed(stores, asker, group.workshopId)
    return { seatId: asker.personId, hand: '', canWrite: false }
  })
}

/** How a workshop stands, for a group's board; undefined when the group is gone. */
export async function readState(deps: Deps, groupId: string): Promise<WorkshopState | undefined> {
  return deps.storage.read(async (stores) => {
    const group = await stores.workshops.findGroup(groupId)
    const workshop = group && (await stores.workshops.find(group.workshopId))
    return workshop && describeState(stores, workshop, group, deps.now())
  })
}

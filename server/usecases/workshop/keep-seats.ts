import type { Workshop } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { Writers } from '../../storage/storage.ts'
import type { StoredSeat, StoredWorkshop } from '../../storage/workshop-port.ts'
import type { Asker, Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { forgetErased } from '../people/erase-person.ts'
import { findGroupIn } from './find-workshop.ts'
import { changeWorkshop } from './plan-workshop.ts'

/** As many as the schema lets a group have. */
const MOST_SEATS = 12

type Place = { readonly workshopId: string; readonly seatId: string }

/**
 * Takes somebody out of a workshop: their devices are shown out at once, and their name is forgotten; what they wrote
 * stays. Throws seat-not-found.
 */
export async function removeSeat(deps: Deps, asker: Asker, { workshopId, seatId }: Place): Promise<Workshop> {
  const workshop = await changeWorkshop(deps, asker, workshopId, async (stores, led) => {
    const seat = await findSeatIn(stores, led.workshop, seatId)
    await stores.workshops.saveSeat({ ...seat, name: '', removedAt: deps.now().toISOString() })
    await logEvent(deps, stores, asker.personId, { kind: 'seat-removed', workshopId, seatId }, led.profile.id)
    stores.afterCommit(() => deps.boards.letGo(seatId))
    return led
  })
  await forgetErased(deps)
  return workshop
}

/**
 * Moves somebody to another group. What they have written stays with the group that they wrote it in. Throws
 * seat-not-found, group-not-found, and group-full where no more seats can be opened.
 */
export async function moveSeat(
  deps: Deps,
  asker: Asker,
  { workshopId, seatId, groupId }: Place & { readonly groupId: string },
): Promise<Workshop> {
  return changeWorkshop(deps, asker, workshopId, async (stores, led) => {
    const seat = await findSeatIn(stores, led.workshop, seatId)
    const group = await findGroupIn(stores, led.workshop, groupId)
    if (seat.groupId === group.id) return led
    const there = (await stores.workshops.seats(workshopId)).filter(
      (each) => each.groupId === group.id && each.removedAt === null,
    )
    // Whoever leads the workshop sees the room, and has said where: the seat is opened for them.
    if (there.length >= MOST_SEATS) throw new ProblemError('group-full')
    if (there.length >= group.seats) await stores.workshops.saveGroup({ ...group, seats: there.length + 1 })
    await stores.workshops.saveSeat({ ...seat, groupId: group.id })
    stores.afterCommit(() => deps.boards.letGo(seatId))
    return led
  })
}

async function findSeatIn(
  { workshops }: Writers,
  { id }: StoredWorkshop,
  seatId: string,
): Promise<StoredSeat> {
  const seat = (await workshops.seats(id)).find((each) => each.id === seatId && each.removedAt === null)
  if (!seat) throw new ProblemError('seat-not-found')
  return seat
}

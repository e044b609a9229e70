import type { GroupOverview, Participant, WorkshopOverview } from '../../../schemas/types.ts'
import { countBoard } from '../../domain/workshop/count-board.ts'
import type { Readers } from '../../storage/storage.ts'
import type { StoredGroup, StoredSeat, StoredWorkshop } from '../../storage/workshop-port.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeWorkshop, seatsOf } from './describe-workshop.ts'
import { findLed } from './find-workshop.ts'
import { boardOf } from './read-stored-board.ts'

/** All groups of a workshop at a glance. Throws what findLed throws. */
export async function overseeWorkshop(
  deps: Deps,
  asker: Asker,
  workshopId: string,
): Promise<WorkshopOverview> {
  return deps.storage.read(async (stores) => {
    const led = await findLed(stores, asker, workshopId)
    const now = deps.now()
    const seats = await seatsOf(stores, led.workshop)
    const groups: GroupOverview[] = []
    for (const group of await stores.workshops.groups(workshopId)) {
      groups.push(await overseeGroup(deps, stores, led.workshop, group, seats))
    }
    return {
      workshop: await describeWorkshop(stores, asker, led, now),
      conduct: led.workshop.conduct,
      groups,
      now: now.toISOString(),
    }
  })
}

async function overseeGroup(
  deps: Deps,
  stores: Readers,
  { conduct: { phase } }: StoredWorkshop,
  { id }: StoredGroup,
  seats: readonly StoredSeat[],
): Promise<GroupOverview> {
  const board = await boardOf(deps, stores, id)
  const devices = deps.boards.devices(id)
  const ready = new Set(board.ready.filter((each) => each.phase === phase).map(({ hand }) => hand))
  const participants = seats
    .filter(({ groupId }) => groupId === id)
    .map((seat): Participant => {
      const theirs = devices.filter(({ seatId }) => seatId === seat.id)
      const here = theirs.filter(({ isConnected }) => isConnected)
      return {
        seatId: seat.id,
        name: seat.name,
        perspective: seat.perspective,
        presence: here.length > 0 ? 'here' : theirs.length > 0 ? 'away' : 'never',
        isReady: ready.has(seat.hand),
        cameAt: (here.length > 0 ? here : theirs).map(({ cameAt }) => cameAt).toSorted()[0] ?? null,
        wroteAt: theirs.reduce<string | null>(latest, null),
        devices: theirs.map((device) => ({
          id: device.id,
          isConnected: device.isConnected,
          seenAt: device.seenAt,
          waiting: device.waiting,
        })),
      }
    })
  return { groupId: id, participants, ...countBoard(board) }
}

function latest(known: string | null, { wroteAt }: { wroteAt: string | null }): string | null {
  if (wroteAt === null) return known
  return known === null || wroteAt > known ? wroteAt : known
}

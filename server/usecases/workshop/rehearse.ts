import { hash } from 'node:crypto'
import type { Perspective, Workshop } from '../../../schemas/types.ts'
import { docOf } from '../../board/kept-board.ts'
import { rehearseOnBoard } from '../../board/rehearse-on-board.ts'
import { rehearsedName, rehearsedTurns } from '../../domain/workshop/rehearsal.ts'
import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { Writers } from '../../storage/storage.ts'
import type { StoredGroup, StoredSeat, StoredWorkshop } from '../../storage/workshop-port.ts'
import type { Asker, Deps } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { findOpen } from './find-workshop.ts'
import { changeWorkshop } from './plan-workshop.ts'

/**
 * Fills the free seats of a rehearsal with made-up participants, and lets them write as far as its phase goes; in a later
 * phase it adds what is missing. What real participants have written is left alone. Throws not-a-rehearsal, workshop-ended.
 */
export function rehearse(deps: Deps, asker: Asker, workshopId: string): Promise<Workshop> {
  return changeWorkshop(deps, asker, workshopId, async (stores) => {
    const led = await findOpen(stores, asker, workshopId, deps.now())
    if (!led.workshop.isRehearsal) throw new ProblemError('not-a-rehearsal')
    // Holds the workshop until the commit: two rehearsing at once would write different things under one number.
    await stores.workshops.save(led.workshop)
    const { perspectives } = await readSettings(stores)
    const groups = await stores.workshops.groups(workshopId)
    for (const group of groups) {
      const seats = await fillSeats(deps, stores, group, perspectives)
      await writeFor(deps, stores, led.workshop, group, seats)
    }
    stores.afterCommit(() => deps.boards.takeIn(groups.map(({ id }) => id)))
    return led
  })
}

/** Gives the made-up ones, in their order. */
async function fillSeats(
  { now, newSecret }: Deps,
  { workshops }: Writers,
  group: StoredGroup,
  perspectives: readonly Perspective[],
): Promise<StoredSeat[]> {
  const known = new Map((await workshops.seats(group.workshopId)).map((seat) => [seat.id, seat]))
  const taken = [...known.values()].filter(
    ({ groupId, removedAt }) => groupId === group.id && removedAt === null,
  )
  let free = group.seats - taken.length
  const madeUp: StoredSeat[] = []
  for (let number = 0; ; number += 1) {
    const id = idFrom(`${group.id} seat ${number}`)
    const there = known.get(id)
    if (there) {
      // Whoever was taken out stays out, and whoever was moved is made up in the other group.
      if (there.removedAt === null && there.groupId === group.id) madeUp.push(there)
      continue
    }
    if (free <= 0) return madeUp
    free -= 1
    const seat: StoredSeat = {
      id,
      groupId: group.id,
      name: rehearsedName(number),
      perspective: perspectives[(group.number + number) % perspectives.length]?.id ?? '',
      hand: idFrom(`${group.id} hand ${number}`),
      // Nobody comes back to a seat that nobody had.
      wordHash: sha256(newSecret()),
      takenAt: now().toISOString(),
      removedAt: null,
    }
    await workshops.insertSeat(seat)
    madeUp.push(seat)
  }
}

async function writeFor(
  { now }: Deps,
  { boards }: Writers,
  { conduct: { phase } }: StoredWorkshop,
  { id: groupId }: StoredGroup,
  seats: readonly StoredSeat[],
): Promise<void> {
  const doc = docOf(await boards.load(groupId))
  const rehearsers = seats.map(({ id, hand }) => ({ seatId: id, hand }))
  const written = rehearseOnBoard(doc, rehearsers, rehearsedTurns(seats.length, phase, diceFor(groupId)), {
    idOf: (key) => idFrom(`${groupId} ${key}`),
    clientOf: (seatId, turn) => Number.parseInt(hash('sha256', `${seatId} ${turn}`).slice(0, 8), 16),
  })
  const at = now().toISOString()
  await boards.append(written.map((each) => ({ ...each, groupId, at })))
  doc.destroy()
}

/** Dice that fall the same for the same seed, as often as they are thrown. */
function diceFor(seed: string): () => number {
  let throws = 0
  return () => Number.parseInt(hash('sha256', `${seed} ${throws++}`).slice(0, 8), 16) / 2 ** 32
}

/** An id of the form that ids have (version 8: made out of something else), the same for the same name. */
function idFrom(name: string): string {
  const hex = hash('sha256', name)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

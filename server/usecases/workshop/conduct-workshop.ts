import type { MoveToPhase, SayToAll, SetClock, Workshop, WorkshopConduct } from '../../../schemas/types.ts'
import { setClock as set } from '../../domain/workshop/clock.ts'
import type { StoredWorkshop } from '../../storage/workshop-port.ts'
import type { Asker, Deps } from '../deps.ts'
import { findOpen } from './find-workshop.ts'
import { changeWorkshop, clockFor } from './plan-workshop.ts'

type Of<Request> = Request & { readonly workshopId: string }

/** Moves everyone to a phase, and starts the time that is meant for it. Nothing is lost, and one can always go back. Throws workshop-ended. */
export function moveToPhase(
  deps: Deps,
  asker: Asker,
  { workshopId, phase }: Of<MoveToPhase>,
): Promise<Workshop> {
  return conduct(deps, asker, workshopId, (workshop, now) => ({
    phase,
    clock: clockFor(workshop, phase, now),
  }))
}

/** Starts, pauses or lengthens the time. Throws workshop-ended. */
export function setClock(
  deps: Deps,
  asker: Asker,
  { workshopId, act, minutes = 2 }: Of<SetClock>,
): Promise<Workshop> {
  return conduct(deps, asker, workshopId, ({ conduct: { clock } }, now) => ({
    clock: set(clock, { act, minutes }, now),
  }))
}

/** Says something to everyone at a board. Throws workshop-ended. */
export function sayToAll(deps: Deps, asker: Asker, { workshopId, text }: Of<SayToAll>): Promise<Workshop> {
  return conduct(deps, asker, workshopId, (_workshop, now) => ({ message: { text, at: now.toISOString() } }))
}

async function conduct(
  deps: Deps,
  asker: Asker,
  workshopId: string,
  change: (workshop: StoredWorkshop, now: Date) => Partial<WorkshopConduct>,
): Promise<Workshop> {
  const now = deps.now()
  return changeWorkshop(deps, asker, workshopId, async (stores) => {
    const { workshop, profile } = await findOpen(stores, asker, workshopId, now)
    const next = { ...workshop, conduct: { ...workshop.conduct, ...change(workshop, now) } }
    await stores.workshops.save(next)
    return { workshop: next, profile }
  })
}

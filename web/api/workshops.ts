import type {
  AddGroup,
  AmendGroup,
  AmendWorkshop,
  BoardReplay,
  MoveToPhase,
  PlanWorkshop,
  SetClock,
  Workshop,
  WorkshopList,
  WorkshopOverview,
} from '../../schemas/types.ts'
import { ask } from './http-client.ts'

export function listWorkshops(slug: string): Promise<WorkshopList> {
  return ask('GET', `/profiles/${slug}/workshops`)
}

export function planWorkshop(slug: string, plan: PlanWorkshop): Promise<Workshop> {
  return ask('POST', `/profiles/${slug}/workshops`, { body: plan })
}

export function readWorkshop(workshopId: string): Promise<Workshop> {
  return ask('GET', `/workshops/${workshopId}`)
}

export function amendWorkshop(workshopId: string, changes: AmendWorkshop): Promise<Workshop> {
  return ask('PATCH', `/workshops/${workshopId}`, { body: changes })
}

export function endWorkshop(workshopId: string): Promise<Workshop> {
  return ask('POST', `/workshops/${workshopId}/end`)
}

export function addGroup(workshopId: string, group: AddGroup): Promise<Workshop> {
  return ask('POST', `/workshops/${workshopId}/groups`, { body: group })
}

export function amendGroup(workshopId: string, groupId: string, changes: AmendGroup): Promise<Workshop> {
  return ask('PATCH', `/workshops/${workshopId}/groups/${groupId}`, { body: changes })
}

export function removeSeat(workshopId: string, seatId: string): Promise<Workshop> {
  return ask('DELETE', `/workshops/${workshopId}/seats/${seatId}`)
}

export function moveSeat(workshopId: string, seatId: string, groupId: string): Promise<Workshop> {
  return ask('POST', `/workshops/${workshopId}/seats/${seatId}/move`, { body: { groupId } })
}

export function moveToPhase(workshopId: string, phase: MoveToPhase['phase']): Promise<Workshop> {
  return ask('POST', `/workshops/${workshopId}/phase`, { body: { phase } })
}

export function setClock(workshopId: string, command: SetClock): Promise<Workshop> {
  return ask('POST', `/workshops/${workshopId}/clock`, { body: command })
}

export function sayToAll(workshopId: string, text: string): Promise<Workshop> {
  return ask('POST', `/workshops/${workshopId}/message`, { body: { text } })
}

/** Lets made-up participants write in a rehearsal, as far as its phase goes. */
export function rehearse(workshopId: string): Promise<Workshop> {
  return ask('POST', `/workshops/${workshopId}/rehearsal`)
}

/** How a group's board came about, step by step. */
export function readReplay(workshopId: string, groupId: string): Promise<BoardReplay> {
  return ask('GET', `/workshops/${workshopId}/groups/${groupId}/replay`)
}

export function overseeWorkshop(workshopId: string): Promise<WorkshopOverview> {
  return ask('GET', `/workshops/${workshopId}/overview`)
}

const AGAIN_MS = 3_000
/** The server says how things are at least every sixteen seconds; a line on which nothing comes is dead, whatever it says. */
const SILENCE_MS = 40_000

/**
 * Hears how a workshop stands, for as long as somebody listens, and tells when the line is lost. It is taken up again
 * here in all cases: browsers give up on a line that was answered with an error, and never miss one that is half open.
 * Gives the function that stops.
 */
export function listenToOverview(
  workshopId: string,
  hear: (overview: WorkshopOverview) => void,
  lost: () => void,
): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (ms: number, run: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(run, ms)
  }
  const drop = () => {
    source.close()
    lost()
    wait(AGAIN_MS, open)
  }
  const open = () => {
    source = new EventSource(`/api/v1/workshops/${workshopId}/overview/live`)
    source.addEventListener('message', ({ data }) => {
      wait(SILENCE_MS, drop)
      hear(JSON.parse(String(data)) as WorkshopOverview)
    })
    source.addEventListener('error', drop)
    wait(SILENCE_MS, drop)
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

import type { WorkshopOverview } from '../../schemas/types.ts'
import { listenToOverview } from '../api/workshops.ts'

/** Whoever writes, writes on: it is looked once they have paused, and not at each word. */
const PAUSE_MS = 3_000

/**
 * Calls when something may have been written on a workshop's boards, for as long as somebody looks. Coming back to the
 * page counts as well: a computer that slept has heard nothing. Gives the function that stops.
 */
export function watchBoards(workshopId: string, look: () => void): () => void {
  let heard = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(look, PAUSE_MS)
  }
  const stop = listenToOverview(
    workshopId,
    (overview) => {
      const traces = tracesIn(overview)
      if (heard !== '' && traces !== heard) later()
      heard = traces
    },
    () => undefined,
  )
  const back = () => {
    if (document.visibilityState === 'visible') look()
  }
  document.addEventListener('visibilitychange', back)
  return () => {
    stop()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', back)
  }
}

/** What changes whenever a group has written, moved or decided something. */
function tracesIn({ groups }: WorkshopOverview): string {
  return JSON.stringify(
    groups.map(({ groupId, cards, unsorted, themes, decided, outcomes, criteria, participants }) => [
      groupId,
      cards,
      unsorted,
      themes,
      decided,
      outcomes,
      criteria,
      participants.map(({ wroteAt }) => wroteAt),
    ]),
  )
}

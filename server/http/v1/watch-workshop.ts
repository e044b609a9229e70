import type { WorkshopOverview } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import { readAsker } from '../../usecases/people/sign-in.ts'
import { overseeWorkshop } from '../../usecases/workshop/oversee-workshop.ts'
import { route } from '../route.ts'

/** Often enough to see somebody write, seldom enough that sixty groups at once cost little. */
const AT_MOST_EVERY_MS = 1000
/** Devices that have gone silent are seen by nothing happening. */
const HEARTBEAT_MS = 15_000
/** As of a draft: more windows than anybody has open; each costs a look at all boards a second. */
const MOST_AT_ONCE = 50
const A_WHILE = 60

export const watchRoutes = [
  route({
    method: 'get',
    path: '/workshops/{workshopId}/overview/live',
    id: 'watchWorkshop',
    summary: 'The overview of a workshop, again and again as it changes, as server-sent events',
    access: 'leadWorkshops',
    answer: {
      status: 200,
      description: 'Events',
      schema: 'workshop-overview',
      mediaType: 'text/event-stream',
    },
    problems: ['workshop-not-found'],
    async handle({ asker, entrance, params: { workshopId = '' } }, { deps, oversight, announcements }) {
      if (announcements.count(asker.personId) >= MOST_AT_ONCE)
        throw new ProblemError('too-many-requests', { retryAfter: A_WHILE })
      let seen: WorkshopOverview = await overseeWorkshop(deps, asker, workshopId)
      return {
        headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
        send(response) {
          if (response.closed || response.req.method === 'HEAD') {
            response.end()
            return
          }
          let waiting: NodeJS.Timeout | undefined
          const end = () => {
            stop()
            if (response.writableNeedDrain) response.destroy()
            else response.end()
          }
          const tell = () => {
            // Whoever reads slowly gets fewer pictures, and always the latest one.
            if (!response.writableEnded && !response.writableNeedDrain)
              response.write(`data: ${JSON.stringify(seen)}\n\n`)
          }
          // Whoever has lost their right meanwhile sees no more.
          const look = async () => {
            seen = await overseeWorkshop(deps, await readAsker(deps, entrance.formerSecret), workshopId)
            tell()
          }
          const lookSoon = () => {
            waiting ??= setTimeout(() => {
              waiting = undefined
              look().catch(end)
            }, AT_MOST_EVERY_MS)
          }
          const unwatch = oversight.watch((groupIds) => {
            if (seen.groups.some(({ groupId }) => groupIds.includes(groupId))) lookSoon()
          })
          // Counted among those who listen, so that signing out ends this too.
          const unlisten = announcements.listen(`workshop ${workshopId}`, () => undefined, {
            personId: asker.personId,
            sessionId: asker.sessionId,
            onEnd: () => end(),
          })
          const heartbeat = setInterval(lookSoon, HEARTBEAT_MS)
          const stop = () => {
            clearTimeout(waiting)
            clearInterval(heartbeat)
            unwatch()
            unlisten()
          }
          response.on('close', stop)
          response.flushHeaders()
          tell()
        },
      }
    },
  }),
]

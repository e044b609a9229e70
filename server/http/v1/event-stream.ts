import type { Announcement } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { Asker } from '../../usecases/deps.ts'
import { readAsker } from '../../usecases/people/sign-in.ts'
import type { AppContext } from '../../context.ts'
import type { ApiAnswer, ApiRequest } from '../route.ts'

/** Keeps proxies from closing a silent connection, and lets the browser notice a dead one. */
export const HEARTBEAT_MS = 20_000

/** More windows than anybody has open; each costs a connection and a look into the database at every beat. */
const MOST_AT_ONCE = 50
const A_WHILE = 60
/** In bytes: whoever reads so slowly that more than this waits for them is let go, and may come again. */
const MOST_UNREAD = 1024 * 1024

type Stream = {
  /** A profile's slug or a review's id. */
  readonly of: string
  /** What they are told first; throws when they may not listen, and is asked again at each beat. */
  readonly first: (asker: Asker) => Promise<Announcement>
}

/** What happens to something from now on, as server-sent events, for as long as the listener may hear it. */
export async function eventStream(
  { asker, entrance }: Pick<ApiRequest<unknown>, 'asker' | 'entrance'>,
  { deps, announcements }: AppContext,
  { of, first }: Stream,
  heartbeatMs = HEARTBEAT_MS,
): Promise<ApiAnswer> {
  if (announcements.count(asker.personId) >= MOST_AT_ONCE)
    throw new ProblemError('too-many-requests', { retryAfter: A_WHILE })
  const early: Announcement[] = []
  let isOver = false
  let end = () => void (isOver = true)
  let tell = (announcement: Announcement): void => void early.push(announcement)
  // Listening begins before the first is read, so that nothing falls between the two.
  const stop = announcements.listen(of, (happening) => tell(happening), {
    personId: asker.personId,
    sessionId: asker.sessionId,
    onEnd: () => end(),
  })
  const opening = await first(asker).catch((error: unknown) => {
    stop()
    throw error
  })
  return {
    headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
    send(response) {
      // Whoever has left, or been let go, before this gets no `close` any more.
      if (response.closed || isOver || response.req.method === 'HEAD') {
        stop()
        response.end()
        return
      }
      tell = (announcement) => {
        response.write(`data: ${JSON.stringify(announcement)}\n\n`)
        if (response.writableLength > MOST_UNREAD) end()
      }
      end = () => {
        // At once, and not when the connection has closed: to write after the end would end the program.
        stop()
        // What waits for somebody who does not read would be kept for as long as they like.
        if (response.writableNeedDrain) response.destroy()
        else response.end()
      }
      const beat = async () => {
        // Whoever has lost their right meanwhile, through another process too, hears no more.
        await first(await readAsker(deps, entrance.formerSecret))
        if (!response.writableEnded) response.write(': still here\n\n')
      }
      const heartbeat = setInterval(() => void beat().catch(() => response.end()), heartbeatMs)
      response.on('close', () => {
        clearInterval(heartbeat)
        stop()
      })
      response.flushHeaders()
      for (const announcement of [opening, ...early]) tell(announcement)
    },
  }
}

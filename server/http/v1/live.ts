import type { Announcement } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import { readAsker } from '../../usecases/people/sign-in.ts'
import { readRevision } from '../../usecases/profile/read-draft.ts'
import { route } from '../route.ts'

/** Keeps proxies from closing a silent connection, and lets the browser notice a dead one. */
const HEARTBEAT_MS = 20_000

/** More windows than anybody has open; each costs a connection and a look into the database at every beat. */
const MOST_AT_ONCE = 50
const A_WHILE = 60
/** In bytes: whoever reads so slowly that more than this waits for them is let go, and may come again. */
const MOST_UNREAD = 1024 * 1024

export const liveRoutes = (heartbeatMs = HEARTBEAT_MS) => [
  route({
    method: 'get',
    path: '/profiles/{slug}/draft/announcements',
    id: 'listenToDraft',
    summary: 'What happens to the draft from now on, as server-sent events',
    access: 'readDraft',
    answer: { status: 200, description: 'Events', schema: 'announcement', mediaType: 'text/event-stream' },
    problems: ['profile-not-found', 'draft-not-found'],
    async handle({ asker, entrance, params: { slug = '' } }, { deps, announcements }) {
      if (announcements.count(asker.personId) >= MOST_AT_ONCE)
        throw new ProblemError('too-many-requests', { retryAfter: A_WHILE })
      const early: Announcement[] = []
      let isOver = false
      let end = () => void (isOver = true)
      let tell = (announcement: Announcement): void => void early.push(announcement)
      // Listening begins before the revision is read, so that nothing falls between the two.
      const stop = announcements.listen(slug, (happening) => tell(happening), {
        personId: asker.personId,
        sessionId: asker.sessionId,
        onEnd: () => end(),
      })
      const revision = await readRevision(deps, asker, { slug }).catch((error: unknown) => {
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
            await readRevision(deps, await readAsker(deps, entrance.formerSecret), { slug })
            if (!response.writableEnded) response.write(': still here\n\n')
          }
          const heartbeat = setInterval(() => void beat().catch(() => response.end()), heartbeatMs)
          response.on('close', () => {
            clearInterval(heartbeat)
            stop()
          })
          response.flushHeaders()
          for (const announcement of [{ kind: 'listening', revision } as const, ...early]) tell(announcement)
        },
      }
    },
  }),
]

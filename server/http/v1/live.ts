import type { Announcement as Announced } from '../../../schemas/types.ts'
import { readRevision } from '../../usecases/profile/read-draft.ts'
import { route } from '../route.ts'

/** Keeps proxies from closing a silent connection, and lets the browser notice a dead one. */
const HEARTBEAT_MS = 20_000

export const liveRoutes = [
  route({
    method: 'get',
    path: '/profiles/{slug}/draft/announcements',
    id: 'listenToDraft',
    summary: 'What happens to the draft from now on, as server-sent events',
    access: 'edit',
    answer: { status: 200, description: 'Events', schema: 'announcement', mediaType: 'text/event-stream' },
    problems: ['profile-not-found', 'draft-not-found'],
    async handle({ asker, params: { slug = '' } }, { deps, announcements }) {
      const early: Announced[] = []
      let end = () => {}
      let tell = (announced: Announced): void => void early.push(announced)
      // Listening begins before the revision is read, so that nothing falls between the two.
      const stop = announcements.listen(
        slug,
        (announcement) => tell(announcement as Announced),
        () => end(),
      )
      const revision = await readRevision(deps, asker, { slug }).catch((error: unknown) => {
        stop()
        throw error
      })
      return {
        headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
        send(response) {
          tell = (announced) => void response.write(`data: ${JSON.stringify(announced)}\n\n`)
          end = () => response.end()
          const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
          response.on('close', () => {
            clearInterval(heartbeat)
            stop()
          })
          response.flushHeaders()
          for (const announced of [{ kind: 'listening', revision } as const, ...early]) tell(announced)
        },
      }
    },
  }),
]

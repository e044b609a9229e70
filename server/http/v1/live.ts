import { readRevision } from '../../usecases/profile/read-draft.ts'
import { route } from '../route.ts'
import { eventStream, HEARTBEAT_MS } from './event-stream.ts'

export const liveRoutes = (heartbeatMs = HEARTBEAT_MS) => [
  route({
    method: 'get',
    path: '/profiles/{slug}/draft/announcements',
    id: 'listenToDraft',
    summary: 'What happens to the draft from now on, as server-sent events',
    access: 'readDraft',
    answer: { status: 200, description: 'Events', schema: 'announcement', mediaType: 'text/event-stream' },
    problems: ['profile-not-found', 'draft-not-found'],
    handle: (request, context) => {
      const { slug = '' } = request.params
      const first = async (asker: typeof request.asker) => ({
        kind: 'listening' as const,
        revision: await readRevision(context.deps, asker, { slug }),
      })
      return eventStream(request, context, { of: slug, first }, heartbeatMs)
    },
  }),
]

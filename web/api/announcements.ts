import type { Announcement } from '../../schemas/types.ts'

const AGAIN_MS = 5_000

/**
 * Hears what happens to a draft, for as long as somebody listens. A lost connection is taken up again by the browser; one
 * that the server has refused (the session is over, a proxy answers in its place, the draft is gone) is tried again
 * here, after `refused` has been told. Gives the function that stops.
 */
export function listenToDraft(
  slug: string,
  hear: (announcement: Announcement) => void,
  refused: () => void,
): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(`/api/v1/profiles/${slug}/draft/announcements`)
    source.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as Announcement))
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, AGAIN_MS)
      refused()
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

import type { Announcement } from '../../schemas/types.ts'

/** Hears what happens to a draft, for as long as the connection lasts; the browser connects again by itself. Gives the function that stops. */
export function listenToDraft(slug: string, hear: (announcement: Announcement) => void): () => void {
  const source = new EventSource(`/api/v1/profiles/${slug}/draft/announcements`)
  source.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as Announcement))
  return () => source.close()
}

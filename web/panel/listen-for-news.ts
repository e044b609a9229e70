import { paced } from '../paced.ts'

const AGAIN_MS = 5_000
/** The phones of a whole panel hear of a thing at once: they ask one after the other, and while much happens not each time. */
const PACE = { soonMs: () => Math.random() * 1_000, restMs: 4_000 }

/**
 * Hears that something has happened in a review, for as long as the page is looked at: a phone in a pocket listens to
 * nothing. Gives the function that stops.
 */
export function listenForNews(reviewId: string, readAnew: () => Promise<void>): () => void {
  const { ask: news, stop } = paced(readAnew, PACE)
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  // The page has asked for how it is just now; after that, whatever is heard first tells that something may have been missed.
  let isAnew = false
  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const open = () => {
    close()
    if (document.visibilityState !== 'visible') return
    source = new EventSource(`/api/v1/reviews/${reviewId}/announcements`)
    source.addEventListener('message', () => {
      if (isAnew) news()
      isAnew = true
    })
    source.addEventListener('error', () => {
      source?.close()
      isAnew = true
      timer = setTimeout(open, AGAIN_MS)
    })
  }
  open()
  document.addEventListener('visibilitychange', open)
  return () => {
    document.removeEventListener('visibilitychange', open)
    stop()
    close()
  }
}

import type { Announcement } from '../usecases/deps.ts'

type Listener = (announcement: Announcement) => void

/** Hands what has been committed to everyone who has that profile open in this process. */
export type Announcements = {
  readonly announce: (announcement: Announcement) => void
  /** Gives the function that stops listening. */
  readonly listen: (slug: string, listener: Listener, onEnd: () => void) => () => void
  /** Lets everyone go who listens: their connections end. */
  readonly end: () => void
}

export function openAnnouncements(): Announcements {
  const listeners = new Map<string, Set<Listener>>()
  const ends = new Set<() => void>()
  return {
    announce(announcement) {
      for (const listener of listeners.get(announcement.slug) ?? []) listener(announcement)
    },
    listen(slug, listener, onEnd) {
      const there = listeners.get(slug) ?? new Set()
      listeners.set(slug, there.add(listener))
      ends.add(onEnd)
      return () => {
        there.delete(listener)
        ends.delete(onEnd)
        if (there.size === 0) listeners.delete(slug)
      }
    },
    end() {
      for (const onEnd of ends) onEnd()
    },
  }
}

import type { Announcement } from '../usecases/deps.ts'

type Listener = (announcement: Announcement) => void

/** Hands what has been committed to everyone who has that profile open in this process. */
export type Announcements = {
  readonly announce: (announcement: Announcement) => void
  /** Gives the function that stops listening. */
  readonly listen: (slug: string, listener: Listener) => () => void
  readonly listeners: () => number
}

export function openAnnouncements(): Announcements {
  const listeners = new Map<string, Set<Listener>>()
  return {
    announce(announcement) {
      for (const listener of listeners.get(announcement.slug) ?? []) listener(announcement)
    },
    listen(slug, listener) {
      const there = listeners.get(slug) ?? new Set()
      listeners.set(slug, there.add(listener))
      return () => {
        there.delete(listener)
        if (there.size === 0) listeners.delete(slug)
      }
    },
    listeners: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
  }
}

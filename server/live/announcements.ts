import type { Happening } from '../usecases/deps.ts'

type Listener = (happening: Happening) => void

/** Hands what has been committed to everyone who has that profile open in this process. */
export type Announcements = {
  readonly announce: (happening: Happening) => void
  /** Gives the function that stops listening. */
  readonly listen: (slug: string, listener: Listener, onEnd: () => void) => () => void
  /** Lets everyone go who listens: their connections end. */
  readonly end: () => void
}

export function openAnnouncements(): Announcements {
  const listeners = new Map<string, Set<Listener>>()
  const ends = new Set<() => void>()
  return {
    announce(happening) {
      for (const listener of listeners.get(happening.slug) ?? []) listener(happening)
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

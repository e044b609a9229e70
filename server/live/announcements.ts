import type { Asker, Deps, Happening } from '../usecases/deps.ts'

type Listener = (happening: Happening) => void
/** Who listens, and what is done when they are let go. */
type Ear = Pick<Asker, 'personId' | 'sessionId'> & { readonly onEnd: () => void }

/** Hands what has been committed to everyone who has that profile, or that review, open in this process. */
export type Announcements = {
  readonly announce: (happening: Happening) => void
  /** To a profile by its slug, or to a review by its id. Gives the function that stops listening. */
  readonly listen: (of: string, listener: Listener, listening: Ear) => () => void
  /** Lets those go who listen in that session, or in any of that person's: their connections end. */
  readonly letGo: Deps['letGo']
  /** Lets everyone go who listens. */
  readonly end: () => void
  /** How many listen: all, or as that person. */
  readonly count: (personId?: string | null) => number
}

export function openAnnouncements(): Announcements {
  const listeners = new Map<string, Set<Listener>>()
  const ears = new Set<Ear>()
  return {
    announce(happening) {
      const of = happening.kind === 'review-changed' ? happening.reviewId : happening.slug
      for (const listener of listeners.get(of) ?? []) listener(happening)
    },
    listen(of, listener, ear) {
      const there = listeners.get(of) ?? new Set()
      listeners.set(of, there.add(listener))
      ears.add(ear)
      return () => {
        there.delete(listener)
        ears.delete(ear)
        if (there.size === 0) listeners.delete(of)
      }
    },
    letGo(whose) {
      for (const ear of ears) {
        const isTheirs =
          'sessionId' in whose ? ear.sessionId === whose.sessionId : ear.personId === whose.personId
        if (isTheirs) ear.onEnd()
      }
    },
    end() {
      for (const { onEnd } of ears) onEnd()
    },
    count: (personId) =>
      personId === undefined ? ears.size : [...ears].filter((ear) => ear.personId === personId).length,
  }
}

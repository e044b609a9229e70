const DAY = 24 * 60 * 60 * 1000

/** How long the names of participants are kept after nobody comes in any more. */
export const NAME_DAYS = 90

type Held = { readonly date: string; readonly endedAt: string | null }

/** Codes lead in until the day after the workshop is over everywhere: somebody comes late, or finishes at home. */
export function codesUntil({ date }: Pick<Held, 'date'>): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 2 * DAY)
}

/** Whether nobody comes in any more. */
export function isOver(workshop: Held, now: Date): boolean {
  return workshop.endedAt !== null || codesUntil(workshop) <= now
}

/**
 * Whether what was written in time may still arrive: a phone that lay without a network in a bag must not lose
 * anything because somebody ended the workshop.
 */
export function acceptsLateWords(workshop: Held, now: Date): boolean {
  return now.getTime() < overAt(workshop) + 14 * DAY
}

/** When the names of those who took part have done what they were for: the minutes are written by then. */
export function namesUntil(workshop: Held): Date {
  return new Date(overAt(workshop) + NAME_DAYS * DAY)
}

/** When the codes stopped leading in: by themselves, or since somebody ended the workshop before. */
function overAt(workshop: Held): number {
  return Math.min(codesUntil(workshop).getTime(), Date.parse(workshop.endedAt ?? '9999-12-31'))
}

import type { ReviewClocks } from '../../../schemas/types.ts'

/** From when it is whose turn, in ISO 8601. */
export type Turn = { readonly to: ReviewClocks['turn']; readonly at: string }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * Whose turn it is in a round, and how long each has had. Turns come in order, the first as the round opens; without any it is
 * the members' from now on. Minutes are begun ones left out, of all turns together.
 *
 * The members' clock stands still during the editors' turns: `answerBy` (a day, YYYY-MM-DD) moves on by the whole days, 24
 * hours each, that the editors have had in all. Two half days make a day; what is left of a day moves nothing.
 */
export function clocksAt(turns: readonly Turn[], answerBy: string | null, now: string): ReviewClocks {
  const last = turns.at(-1) ?? { to: 'members' as const, at: now }
  const had = (who: Turn['to']) =>
    turns.reduce(
      (sum, { to, at }, index) => sum + (to === who ? between(at, turns[index + 1]?.at ?? now) : 0),
      0,
    )
  const editors = had('editors')
  return {
    turn: last.to,
    since: last.at,
    membersMinutes: Math.floor(had('members') / MINUTE),
    editorsMinutes: Math.floor(editors / MINUTE),
    answerBy: answerBy === null ? null : daysAfter(answerBy, Math.floor(editors / DAY)),
  }
}

/** Never below zero: a server's clock may have been set back. */
function between(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from))
}

/** Counted in UTC, where every day has 24 hours. */
function daysAfter(day: string, days: number): string {
  const then = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY)
  return then.toISOString().slice(0, 10)
}

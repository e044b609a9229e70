/** Two clocks never agree to the millisecond; more than this is a clock that has been set anew, or a computer that slept. */
const SET_ANEW_MS = 2_000

/**
 * How far the server's clock is ahead of this device's, in milliseconds, from what was known of it and what it has said
 * now. Words take their time on the way, so the largest of what has been heard is nearest to the truth.
 */
export function aheadBy(known: number | null, serverSays: string, here: number): number {
  const heard = Date.parse(serverSays) - here
  return known === null || Math.abs(heard - known) > SET_ANEW_MS ? heard : Math.max(known, heard)
}

/** Whole minutes from then to now, never fewer than none. */
export function minutesSince(at: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(at)) / 60_000))
}

import { isLasting, type Trouble } from './trouble.ts'

/** Where what one has written lies. `count` is in changes as people count them: see OwnChanges. */
export type Badge =
  /** The server has answered for everything: a server that is killed now has it when it comes back. */
  | { readonly kind: 'on-server' }
  /**
   * On its way. Until that is slow it is not worth a flicker: the screen may keep its calm, but must not say in words
   * or in green that the server has it.
   */
  | { readonly kind: 'saving'; readonly isSlow: boolean }
  /** Connected, and the server is behind with its answers. */
  | { readonly kind: 'waiting'; readonly count: number }
  /** On the device, and not connected; not for long, or for another reason than the network. */
  | { readonly kind: 'kept-here'; readonly count: number }
  /** On the device, and without a network since at least a minute. */
  | { readonly kind: 'offline'; readonly minutes: number; readonly count: number }
  /** Neither on the server nor on the device: only in the page, as long as that is open. */
  | { readonly kind: 'cannot-keep'; readonly count: number }

export type Whereabouts = {
  /** The server has acknowledged everything that was written here, the hand-shake's own answer included. */
  readonly isOnServer: boolean
  /** The device has everything that was written here. */
  readonly isKept: boolean
  /** The device cannot keep anything. */
  readonly isFailing: boolean
  readonly isConnected: boolean
  readonly apartSince: number | null
  readonly trouble: Trouble | null
  readonly waiting: number
  /** When the first of what waits was written. */
  readonly waitingSince: number | null
}

const SLOW_MS = 400
/** The line may be dead, which is known for sure only later: by now it is told that something waits. */
const LATE_MS = 3_000
const MINUTE = 60_000

/** What may truly be said at that time. */
export function badge(where: Whereabouts, now: number): Badge {
  const { isConnected, isKept, isFailing, isOnServer, trouble, waiting: count } = where
  const isSlow = ageOf(where, now) >= SLOW_MS
  const isApart = !isConnected || trouble === 'read-only'
  const minutes = trouble === null ? minutesApart(where, now) : 0
  if (isOnServer && minutes === 0 && !isLasting(trouble)) return { kind: 'on-server' }
  if (!isOnServer && isFailing && (isApart || isSlow)) return { kind: 'cannot-keep', count }
  const isLate = ageOf(where, now) >= LATE_MS
  if (!isApart)
    return (count > 1 && isSlow) || (count > 0 && isLate)
      ? { kind: 'waiting', count }
      : { kind: 'saving', isSlow }
  // Not on the device yet, or there alone: neither is said of what is still being written to it.
  if (!isOnServer && !isKept) return { kind: 'saving', isSlow }
  return minutes > 0 ? { kind: 'offline', minutes, count } : { kind: 'kept-here', count }
}

/** In how many milliseconds the badge may say something else though nothing has happened; null for never. */
export function nextLook(where: Whereabouts, now: number): number | null {
  const age = ageOf(where, now)
  const next = [SLOW_MS, LATE_MS].find((each) => age < each)
  const slow = where.isOnServer || next === undefined ? null : next - age
  const apart = where.isConnected || where.apartSince === null ? null : Math.max(0, now - where.apartSince)
  const minute = apart === null ? null : MINUTE - (apart % MINUTE)
  return slow === null || minute === null ? (slow ?? minute) : Math.min(slow, minute)
}

function ageOf({ waitingSince }: Whereabouts, now: number): number {
  return waitingSince === null ? 0 : now - waitingSince
}

function minutesApart({ isConnected, apartSince }: Whereabouts, now: number): number {
  return isConnected || apartSince === null ? 0 : Math.max(0, Math.floor((now - apartSince) / MINUTE))
}

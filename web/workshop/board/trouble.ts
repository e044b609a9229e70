/**
 * Why the server does not take what is written. The first five last: trying again by itself would only be refused
 * again, so a person must do something. The text stays on the device in any case.
 */
export type Trouble =
  /** Something on this device's copy does not fit on a board. */
  | 'wrong-shape'
  /** The device has no seat in the group, or no longer. */
  | 'not-admitted'
  /** The page is older than the server's boards: it must be loaded anew. */
  | 'old-form'
  /** The facilitator has taken the seat away, or moved it to another group. */
  | 'removed'
  | 'too-large'
  /** The board can be read and not written on. */
  | 'read-only'
  /** Too much was sent too quickly; it is tried again after a while. */
  | 'too-many'
  /** The server cannot keep anything just now; it is tried again. */
  | 'cannot-store'

const BY_CODE: Readonly<Record<number, Trouble>> = {
  1009: 'too-large',
  1013: 'cannot-store',
  4400: 'wrong-shape',
  4401: 'not-admitted',
  4403: 'not-admitted',
  4409: 'old-form',
  4410: 'removed',
  4413: 'too-large',
  4429: 'too-many',
}

const PASSING: ReadonlySet<Trouble> = new Set(['too-many', 'cannot-store', 'read-only'])

/** What a closing of the connection says; null for a network that has gone. */
export function troubleOf(code: number, reason: string): Trouble | null {
  return BY_CODE[code] ?? Object.values(BY_CODE).find((trouble) => trouble === reason) ?? null
}

/** The seat has no part in the board any more, whatever is tried. */
export function isOut(trouble: Trouble | null): boolean {
  return trouble === 'removed' || trouble === 'not-admitted'
}

export function isLasting(trouble: Trouble | null): boolean {
  return trouble !== null && !PASSING.has(trouble)
}

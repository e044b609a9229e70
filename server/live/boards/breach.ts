/**
 * Why a board's websocket is closed, in words for programs. A browser shows its page a code and a reason, but never the
 * HTTP status of a websocket that was not opened; so those who are not let in are let in, and told.
 */
export const CLOSE_CODES = {
  'wrong-shape': 4400,
  'not-yours': 4400,
  'out-of-step': 4400,
  'not-admitted': 4401,
  'not-allowed': 4401,
  'no-such-board': 4401,
  'old-form': 4409,
  removed: 4410,
  ended: 4410,
  'too-large': 4413,
  'too-many': 4429,
  'too-slow': 4429,
  'too-many-connections': 4429,
  stopping: 1001,
  /** Nothing of what is not acknowledged has been kept: it is to be sent again. */
  'not-kept': 1013,
  failed: 1011,
} as const

export type Reason = keyof typeof CLOSE_CODES

/** These are the server's own doing, or nobody's. */
const BLAMELESS: ReadonlySet<Reason> = new Set(['stopping', 'removed', 'ended', 'old-form', 'not-allowed'])

export class Breach extends Error {
  readonly reason: Reason

  constructor(reason: Reason, cause?: unknown) {
    super(reason, { cause })
    this.name = 'Breach'
    this.reason = reason
  }
}

export function isNews(reason: Reason): boolean {
  return !BLAMELESS.has(reason)
}

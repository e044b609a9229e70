/** How much of a connection is borne, and how long. Bytes, milliseconds, messages. */
export type Limits = typeof LIMITS

export const LIMITS = {
  /** A websocket that says more than that at once is closed by ws itself, with 1009. */
  payloadBytes: 1024 * 1024,
  /** An hour of one person's writing comes in some tens of thousands. */
  messageBytes: 512 * 1024,
  awarenessBytes: 2048,
  statelessLetters: 1000,
  stateVectorBytes: 64 * 1024,
  messagesPerSecond: 60,
  messagesAtOnce: 300,
  bytesPerMinute: 4 * 1024 * 1024,
  /** A hand-shake is answered with the whole board. */
  messagesPerHandshake: 20,
  queuedMessages: 1000,
  queuedBytes: 4 * 1024 * 1024,
  /** What a connection has not read yet. */
  unreadBytes: 8 * 1024 * 1024,
  connectionsOfASeat: 12,
  devicesOfASeat: 12,
  /** More than a whole day’s workshops that come again at once when the program has been started anew. */
  admissionsAtOnce: 2000,
  /** A connection that answers neither of two is gone. */
  pingEveryMs: 5_000,
  /** To a connection that has been told to close. */
  patienceMs: 1_000,
  foldEveryMs: 60_000,
  foldAfterUpdates: 500,
  /** Sixty boards are folded in so many quarters of a second; the fullest is due again after half a minute. */
  restBetweenFoldsMs: 250,
  stepEveryMs: 120_000,
  /** A board stays open for those who come again at once. */
  lingerMs: 30_000,
  catchUpEveryMs: 1_000,
  /** How long the devices of a board are remembered that nobody has opened since. */
  forgetAfterMs: 24 * 3_600_000,
}

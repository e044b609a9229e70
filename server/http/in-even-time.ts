import { setTimeout as wait } from 'node:timers/promises'

/** Longer than a mail takes to be put in the outbox, and not yet a wait. */
const EVEN_MS = 100

/** Gives when the work is done, and never sooner than that: so that nobody learns by the clock whether there was any. */
export async function inEvenTime(work: Promise<void>): Promise<void> {
  await Promise.all([work, wait(EVEN_MS)])
}

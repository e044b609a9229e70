import type { LoggedEvent } from '../../schemas/types.ts'
import type { Writers } from '../storage/storage.ts'
import type { Asker, Deps } from './deps.ts'

/**
 * Adds to the log what somebody does, in the transaction of the act itself: what cannot be logged is not done. `actor`
 * is null for the program, `profileId` where it is about no profile.
 */
export async function logEvent(
  { now }: Pick<Deps, 'now'>,
  { log }: Writers,
  actor: string | null,
  event: LoggedEvent,
  profileId: string | null = null,
): Promise<void> {
  await log.append([{ at: now().toISOString(), actor, profileId, event }])
}

/** The same, that personal data is read: of one person, or of anybody. */
export async function logReading(
  deps: Deps,
  stores: Writers,
  { personId: actor }: Asker,
  what: Extract<LoggedEvent, { kind: 'personal-data-read' }>['what'],
  forPerson: string | null,
): Promise<void> {
  await logEvent(deps, stores, actor, { kind: 'personal-data-read', what, forPerson })
}

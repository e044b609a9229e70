import type { Participant } from '../../schemas/types.ts'
import { minutesSince } from './server-time.ts'

/** How somebody stands, as it is said beside their name. */
export type Standing =
  | { readonly kind: 'ready' | 'writing' | 'here' | 'nothing-yet' | 'never' }
  | { readonly kind: 'quiet' | 'away'; readonly minutes: number }

/** Whoever has written nothing for so long may need somebody to ask how it goes. */
export const QUIET_MINUTES = 4

/** How a participant stands at that time of the server's, out of what their devices have last said. */
export function standingOf({ presence, isReady, wroteAt, devices }: Participant, now: number): Standing {
  // Made-up participants have no device, and are ready when they have written.
  if (presence === 'never') return { kind: isReady ? 'ready' : 'never' }
  if (presence === 'away') return { kind: 'away', minutes: minutesSince(lastHeard(devices), now) }
  if (isReady) return { kind: 'ready' }
  if (wroteAt === null) return { kind: 'nothing-yet' }
  const minutes = minutesSince(wroteAt, now)
  if (minutes >= QUIET_MINUTES) return { kind: 'quiet', minutes }
  return { kind: minutes === 0 ? 'writing' : 'here' }
}

/** When any of somebody's devices was last heard of. */
export function lastHeard(devices: Participant['devices']): string {
  return devices.reduce((latest, { seenAt }) => (seenAt > latest ? seenAt : latest), '')
}

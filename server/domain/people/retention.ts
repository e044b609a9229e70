import type { Retention } from '../../../schemas/types.ts'
import { isAdministrator, type Grant } from './grants.ts'

const DAY = 24 * 60 * 60_000

/** What a person's time here is reckoned from. */
type Stay = {
  readonly createdAt: string
  readonly lastSignedInAt: string | null
  readonly grants: readonly Grant[]
}

export type Expiry = { readonly because: 'never-came' | 'inactive'; readonly since: string }

/** The time before which something is older than it is kept. */
export function cutoff(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY).toISOString()
}

/**
 * Whether a person is to be erased by the retention times: somebody who was invited and never came, or who has no
 * role left and has not been here. Whoever is needed, by a role, is not erased for having been away; and an
 * administrator who has yet to come never is.
 */
export function expiryOf(
  { createdAt, lastSignedInAt, grants }: Stay,
  { unansweredInvitationDays, inactivePersonDays }: Retention,
  now: Date,
): Expiry | undefined {
  if (isAdministrator(grants)) return undefined
  if (lastSignedInAt === null) {
    const isOver = unansweredInvitationDays !== null && createdAt < cutoff(now, unansweredInvitationDays)
    return isOver ? { because: 'never-came', since: createdAt } : undefined
  }
  const isOver = inactivePersonDays !== null && lastSignedInAt < cutoff(now, inactivePersonDays)
  return isOver && grants.length === 0 ? { because: 'inactive', since: lastSignedInAt } : undefined
}

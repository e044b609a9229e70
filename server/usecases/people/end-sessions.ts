import { ProblemError } from '../../problems.ts'
import type { Writers } from '../../storage/storage.ts'
import { requirePerson, requireRole, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { findPerson } from './find-person.ts'

/** Ends one of one's own sessions. Throws session-not-found. */
export async function endOwnSession(
  deps: Deps,
  asker: Asker,
  { sessionId }: { sessionId: string },
): Promise<void> {
  const personId = requirePerson(asker)
  await deps.storage.write(async (stores) => {
    const theirs = await stores.access.sessions(personId, deps.now().toISOString())
    if (!theirs.some(({ id }) => id === sessionId)) throw new ProblemError('session-not-found')
    await stores.access.endSession(sessionId)
    await logEvent(deps, stores, personId, { kind: 'session-ended', forPerson: personId })
    stores.afterCommit(() => deps.letGo({ sessionId }))
  })
}

/** Ends all of one's own sessions but the one that asks. */
export async function endOtherSessions(deps: Deps, asker: Asker): Promise<void> {
  const personId = requirePerson(asker)
  await deps.storage.write(async (stores) => {
    await showOutElsewhere(deps, stores, { personId, sessionId: asker.sessionId })
    await logEvent(deps, stores, personId, { kind: 'session-ended', forPerson: personId })
  })
}

/** Ends everything that a person has open but the session that they ask in. */
export async function showOutElsewhere(
  deps: Deps,
  { access, afterCommit }: Writers,
  { personId, sessionId }: { personId: string; sessionId: string | null },
): Promise<void> {
  const theirs = await access.sessions(personId, deps.now().toISOString())
  await access.endSessions(personId, sessionId ?? undefined)
  for (const { id } of theirs) if (id !== sessionId) afterCommit(() => deps.letGo({ sessionId: id }))
}

/**
 * An administrator takes away everything that a person can come in by: whoever has come by a mistyped address, or at an
 * open screen, may have left a way back. They come in again by a link. Throws person-not-found.
 */
export async function removeWaysIn(
  deps: Deps,
  asker: Asker,
  { personId }: { personId: string },
): Promise<void> {
  requireRole(asker, 'managePeople')
  await deps.storage.write(async (stores) => {
    await findPerson(stores, personId)
    const { access, people } = stores
    for (const { issuer } of await access.identities(personId)) await access.removeIdentity(personId, issuer)
    for (const { id } of await access.passkeys(personId)) await access.removePasskey(id)
    await people.setPassword(personId, null)
    await people.amend(personId, { secondStep: false })
    await showOut(deps, stores, personId)
    await logEvent(deps, stores, asker.personId, { kind: 'ways-in-removed', forPerson: personId })
  })
}

/** An administrator ends all sessions of a person, and the links that wait for them. Throws person-not-found. */
export async function endSessionsOf(
  deps: Deps,
  asker: Asker,
  { personId }: { personId: string },
): Promise<void> {
  requireRole(asker, 'managePeople')
  await deps.storage.write(async (stores) => {
    await findPerson(stores, personId)
    await showOut(deps, stores, personId)
    await logEvent(deps, stores, asker.personId, { kind: 'session-ended', forPerson: personId })
  })
}

/** Ends everything that a person has open, and every way in that is under way; in the transaction in which they lose a right. */
export async function showOut(deps: Deps, { access, afterCommit }: Writers, personId: string): Promise<void> {
  await access.endSessions(personId)
  await access.removeLinks(personId)
  afterCommit(() => deps.letGo({ personId }))
}

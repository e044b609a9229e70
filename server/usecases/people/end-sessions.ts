import { ProblemError } from '../../problems.ts'
import type { Writers } from '../../storage/storage.ts'
import { requirePerson, requireRole, type Asker, type Deps } from '../deps.ts'

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
    await logEnd(deps, stores, asker, personId)
    stores.afterCommit(() => deps.letGo({ sessionId }))
  })
}

/** Ends all of one's own sessions but the one that asks. */
export async function endOtherSessions(deps: Deps, asker: Asker): Promise<void> {
  const personId = requirePerson(asker)
  await deps.storage.write(async (stores) => {
    await showOutElsewhere(deps, stores, { personId, sessionId: asker.sessionId })
    await logEnd(deps, stores, asker, personId)
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

/** An administrator ends all sessions of a person, and the links that wait for them. Throws person-not-found. */
export async function endSessionsOf(
  deps: Deps,
  asker: Asker,
  { personId }: { personId: string },
): Promise<void> {
  requireRole(asker, 'managePeople')
  await deps.storage.write(async (stores) => {
    if (!(await stores.people.find(personId))) throw new ProblemError('person-not-found')
    await showOut(deps, stores, personId)
    await logEnd(deps, stores, asker, personId)
  })
}

/** Ends everything that a person has open, and every way in that is under way; in the transaction in which they lose a right. */
export async function showOut(deps: Deps, { access, afterCommit }: Writers, personId: string): Promise<void> {
  await access.endSessions(personId)
  await access.removeLinks(personId)
  afterCommit(() => deps.letGo({ personId }))
}

async function logEnd(deps: Deps, { log }: Writers, { personId: actor }: Asker, forPerson: string) {
  const at = deps.now().toISOString()
  await log.append([{ at, actor, profileId: null, event: { kind: 'session-ended', forPerson } }])
}

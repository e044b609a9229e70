import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import { StorageFailure } from '../../storage/storage.ts'
import { STRANGER, type Asker, type Deps } from '../deps.ts'
import { passwordsAreOn } from '../installation/settings.ts'
import { logEvent } from '../log-event.ts'
import { openSession, type Entrance, type SignedIn } from './open-session.ts'

/** To what a session's last use is noted, and how late others learn that it is used. */
const SEEN_EVERY = 15 * 60_000

/** Uses a one-time link up and opens a session. Throws sign-in-link-spent. */
export async function signInByLink(
  deps: Deps,
  { token, ...entrance }: Entrance & { token: string },
): Promise<SignedIn> {
  const at = deps.now().toISOString()
  return deps.storage.write(async (stores) => {
    const personId = await stores.access.spendLink(sha256(token), at)
    const person = personId && (await stores.people.find(personId))
    if (!person) throw new ProblemError('sign-in-link-spent')
    return openSession(deps, stores, person, { by: 'link', ...entrance })
  })
}

/** Throws sign-in-refused: the same, and after as long, whether it is the e-mail or the password that is wrong. */
export async function signInByPassword(
  deps: Deps,
  { email, password, ...entrance }: Entrance & { email: string; password: string },
): Promise<SignedIn> {
  const known = await deps.storage.read(async (stores) => {
    const person = (await passwordsAreOn(stores)) ? await stores.people.findByEmail(email) : undefined
    return { person, hash: person && (await stores.people.passwordHash(person.id)) }
  })
  // Outside the transaction: it takes a while, and nobody else should wait for it.
  const fits = await deps.passwords.fits(known.hash, password)
  if (!known.person || !fits) throw new ProblemError('sign-in-refused')
  const { id } = known.person
  return deps.storage.write(async (stores) => {
    const person = await stores.people.find(id)
    const isStillIt = (await stores.people.passwordHash(id)) === known.hash
    if (!person || !isStillIt) throw new ProblemError('sign-in-refused')
    return openSession(deps, stores, person, { by: 'password', ...entrance })
  })
}

/** Ends a session, a half one too; one that has ended already stays so. */
export async function signOut(deps: Deps, asker: Asker): Promise<void> {
  const { sessionId } = asker
  const personId = asker.personId ?? asker.halfSessionOf
  if (personId === null || sessionId === null) return
  await deps.storage.write(async (stores) => {
    await stores.access.endSession(sessionId)
    await logEvent(deps, stores, personId, { kind: 'signed-out' })
    stores.afterCommit(() => deps.letGo({ sessionId }))
  })
}

/** Who a session belongs to, with what they may do at this moment; a stranger when there is none, or it has ended. */
export async function readAsker(deps: Deps, secret: string | undefined): Promise<Asker> {
  if (!secret) return STRANGER
  const now = deps.now()
  const found = await deps.storage.read(async ({ access, people }) => {
    const session = await access.session(sha256(secret), now.toISOString())
    const person = session && (await people.find(session.personId))
    return session && person && { session, person, grants: await people.grants(person.id) }
  })
  if (!found) return STRANGER
  const { session, person, grants } = found
  if (session.isHalf) return { ...STRANGER, halfSessionOf: person.id, sessionId: session.id }
  if (now.getTime() - Date.parse(session.lastSeenAt) > SEEN_EVERY) {
    await deps.storage
      .write(({ access }) => access.seeSession(session.id, now.toISOString()))
      .catch(unlessStorageFails)
  }
  return {
    personId: person.id,
    name: person.name,
    viewer: { grants },
    sessionId: session.id,
    halfSessionOf: null,
  }
}

/** Where nothing can be written for now, people may still read: when they were last seen is not worth a refusal. */
function unlessStorageFails(error: unknown): void {
  if (!(error instanceof StorageFailure)) throw error
}

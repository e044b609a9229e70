import type { OpenIdIdentity } from '../../people/open-id.ts'
import { ProblemError } from '../../problems.ts'
import { requirePerson, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { showOutElsewhere } from './end-sessions.ts'
import { openSession, type Entrance, type SignedIn } from './open-session.ts'

/**
 * Lets in whoever an issuer says that it is. Somebody who has been invited and comes for the first time is known by an
 * e-mail that the issuer has verified; all others connect it themself, from within. Throws open-id-unknown.
 */
export async function signInByOpenId(
  deps: Deps,
  { issuer, subject, email, ...entrance }: Entrance & Pick<OpenIdIdentity, 'issuer' | 'subject' | 'email'>,
): Promise<SignedIn> {
  const at = deps.now().toISOString()
  return deps.storage.write(async (stores) => {
    const known = await stores.access.identity(issuer, subject)
    const person = known
      ? await stores.people.find(known.personId)
      : email === null
        ? undefined
        : await stores.people.findByEmail(email)
    if (!person) throw new ProblemError('open-id-unknown')
    if (!known) {
      // Whoever has been here connects it themself: they may have disconnected it, or ask a passkey of themself.
      if (person.lastSignedInAt !== null) throw new ProblemError('open-id-unknown')
      await stores.access.insertIdentity({ issuer, subject, personId: person.id, connectedAt: at })
      await logEvent(deps, stores, person.id, { kind: 'identity-connected', forPerson: person.id })
    }
    return openSession(deps, stores, person, { by: 'open-id', ...entrance })
  })
}

/** Lets somebody who is signed in come that way from now on. Throws open-id-refused when it is another person's way in. */
export async function connectIdentity(
  deps: Deps,
  asker: Asker,
  { issuer, subject }: Pick<OpenIdIdentity, 'issuer' | 'subject'>,
): Promise<void> {
  const personId = requirePerson(asker)
  const at = deps.now().toISOString()
  await deps.storage.write(async (stores) => {
    const known = await stores.access.identity(issuer, subject)
    if (known && known.personId !== personId) throw new ProblemError('open-id-refused')
    if (known) return
    await stores.access.removeIdentity(personId, issuer)
    await stores.access.insertIdentity({ issuer, subject, personId, connectedAt: at })
    await logEvent(deps, stores, personId, { kind: 'identity-connected', forPerson: personId })
  })
}

/** Nobody comes that way as this person any more, and whoever has is shown out; all but the one who asks. */
export async function disconnectIdentities(deps: Deps, asker: Asker): Promise<void> {
  const personId = requirePerson(asker)
  await deps.storage.write(async (stores) => {
    const theirs = await stores.access.identities(personId)
    if (theirs.length === 0) return
    for (const { issuer } of theirs) await stores.access.removeIdentity(personId, issuer)
    await showOutElsewhere(deps, stores, { personId, sessionId: asker.sessionId })
    await logEvent(deps, stores, personId, { kind: 'identity-removed', forPerson: personId })
  })
}

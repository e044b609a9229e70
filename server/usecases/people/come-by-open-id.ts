import type { OpenIdIdentity } from '../../people/open-id.ts'
import { ProblemError } from '../../problems.ts'
import { requirePerson, type Asker, type Deps } from '../deps.ts'
import { openSession, type Entrance, type SignedIn } from './open-session.ts'

/**
 * Lets in whoever an issuer says that it is. Somebody who comes that way for the first time is known by an e-mail
 * that the issuer has verified; all others connect it themself, from within. Throws open-id-unknown.
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
      // Somebody who has connected another account of that issuer has said which one is theirs.
      const others = await stores.access.identities(person.id)
      if (others.some((other) => other.issuer === issuer)) throw new ProblemError('open-id-unknown')
      await stores.access.insertIdentity({ issuer, subject, personId: person.id, connectedAt: at })
      const event = { kind: 'identity-connected', forPerson: person.id } as const
      await stores.log.append([{ at, actor: person.id, profileId: null, event }])
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
    const event = { kind: 'identity-connected', forPerson: personId } as const
    await stores.log.append([{ at, actor: personId, profileId: null, event }])
  })
}

/** Nobody comes that way as this person any more. */
export async function disconnectIdentities(deps: Deps, asker: Asker): Promise<void> {
  const personId = requirePerson(asker)
  const at = deps.now().toISOString()
  await deps.storage.write(async (stores) => {
    const theirs = await stores.access.identities(personId)
    if (theirs.length === 0) return
    for (const { issuer } of theirs) await stores.access.removeIdentity(personId, issuer)
    const event = { kind: 'identity-removed', forPerson: personId } as const
    await stores.log.append([{ at, actor: personId, profileId: null, event }])
  })
}

import { challengeIn, credentialIdIn } from '../../people/passkeys.ts'
import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { Challenge } from '../../storage/people-port.ts'
import { requirePerson, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { showOutElsewhere } from './end-sessions.ts'
import { openSession, type Entrance, type SignedIn } from './open-session.ts'

const CHALLENGE_LASTS = 5 * 60_000

/** What the browser needs to ask for a passkey: any of this site's, or those of whoever is half-way in. */
export async function askForPasskey(deps: Deps, asker: Asker): Promise<{ options: object }> {
  const personId = asker.halfSessionOf
  const known = personId ? await deps.storage.read(({ access }) => access.passkeys(personId)) : []
  const { options, challenge } = await deps.passkeys.signInOptions(known)
  await keepChallenge(deps, { challenge, purpose: 'sign-in', personId })
  return { options }
}

/** Signs in by a passkey: alone, or as the second step. Throws passkey-refused. */
export async function signInByPasskey(
  deps: Deps,
  asker: Asker,
  { response, ...entrance }: Entrance & { response: unknown },
): Promise<SignedIn> {
  const at = deps.now().toISOString()
  const asked = await spendChallenge(deps, response, 'sign-in')
  const passkey = await deps.storage.read(({ access }) => access.passkey(credentialIdIn(response) ?? ''))
  if (!passkey) throw new ProblemError('passkey-refused')
  const { counter } = await deps.passkeys.check(response, asked.challenge, passkey)
  const isTheirs = asker.halfSessionOf === null || asker.halfSessionOf === passkey.personId
  if (!isTheirs || asked.personId !== asker.halfSessionOf) throw new ProblemError('passkey-refused')
  return deps.storage.write(async (stores) => {
    const person = await stores.people.find(passkey.personId)
    const current = await stores.access.passkey(passkey.id)
    if (!person || current?.counter !== passkey.counter) throw new ProblemError('passkey-refused')
    await stores.access.usePasskey(passkey.id, counter, at)
    return openSession(deps, stores, person, { by: 'passkey', ...entrance })
  })
}

/** What the browser needs to make a passkey. */
export async function askForNewPasskey(deps: Deps, asker: Asker): Promise<{ options: object }> {
  const id = requirePerson(asker)
  const known = await deps.storage.read(({ access }) => access.passkeys(id))
  const person = { id, name: asker.name ?? '' }
  const { options, challenge } = await deps.passkeys.registrationOptions(person, known)
  await keepChallenge(deps, { challenge, purpose: 'registration', personId: id })
  return { options }
}

/** Adds a passkey to one's own. Throws passkey-refused. */
export async function addPasskey(
  deps: Deps,
  asker: Asker,
  { response, name }: { response: unknown; name: string },
): Promise<void> {
  const personId = requirePerson(asker)
  const at = deps.now().toISOString()
  const asked = await spendChallenge(deps, response, 'registration')
  if (asked.personId !== personId) throw new ProblemError('passkey-refused')
  const passkey = await deps.passkeys.register(response, asked.challenge)
  await deps.storage.write(async (stores) => {
    if (await stores.access.passkey(passkey.id)) throw new ProblemError('passkey-refused')
    await stores.access.insertPasskey({ ...passkey, personId, name, createdAt: at, lastUsedAt: null })
    await logEvent(deps, stores, personId, { kind: 'passkey-added' })
  })
}

/**
 * Takes a passkey away; with the last one, the second step too, for nobody shall ask of themself what they do not
 * have. Throws passkey-not-found.
 */
export async function removePasskey(
  deps: Deps,
  asker: Asker,
  { passkeyId }: { passkeyId: string },
): Promise<void> {
  const personId = requirePerson(asker)
  await deps.storage.write(async (stores) => {
    const theirs = await stores.access.passkeys(personId)
    if (!theirs.some(({ id }) => id === passkeyId)) throw new ProblemError('passkey-not-found')
    await stores.access.removePasskey(passkeyId)
    if (theirs.length === 1) await stores.people.amend(personId, { secondStep: false })
    await showOutElsewhere(deps, stores, { personId, sessionId: asker.sessionId })
    await logEvent(deps, stores, personId, { kind: 'passkey-removed' })
  })
}

async function keepChallenge(
  { storage, now }: Deps,
  { challenge, purpose, personId }: Pick<Challenge, 'purpose' | 'personId'> & { challenge: string },
): Promise<void> {
  const expiresAt = new Date(now().getTime() + CHALLENGE_LASTS).toISOString()
  await storage.write(({ access }) =>
    access.insertChallenge({ hash: sha256(challenge), purpose, personId, expiresAt }),
  )
}

/** Used up whether or not what follows goes well: nobody gets to guess twice. */
async function spendChallenge({ storage, now }: Deps, response: unknown, purpose: Challenge['purpose']) {
  const challenge = challengeIn(response)
  if (challenge === undefined) throw new ProblemError('passkey-refused')
  const asked = await storage.write(({ access }) =>
    access.spendChallenge(sha256(challenge), now().toISOString()),
  )
  if (asked?.purpose !== purpose) throw new ProblemError('passkey-refused')
  return { ...asked, challenge }
}

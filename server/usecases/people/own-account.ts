import type { Account, AmendAccount, SetPassword } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import { requirePerson, type Asker, type Deps } from '../deps.ts'
import { passwordsAreOn } from '../installation/settings.ts'
import { logEvent } from '../log-event.ts'
import { describePerson } from './describe-people.ts'
import { showOutElsewhere } from './end-sessions.ts'

/** Everything that a person can see and change about their own way in. */
export async function readAccount(
  deps: Deps,
  asker: Asker,
  { openIdName }: { openIdName: string | null },
): Promise<Account> {
  const id = requirePerson(asker)
  return deps.storage.read(async (stores) => {
    const person = await stores.people.find(id)
    if (!person) throw new ProblemError('not-signed-in')
    const sessions = await stores.access.sessions(id, deps.now().toISOString())
    return {
      person: await describePerson(deps, stores, person),
      sessions: sessions.map(({ personId: _person, isHalf: _half, ...session }) => ({
        ...session,
        isThisOne: session.id === asker.sessionId,
      })),
      passkeys: (await stores.access.passkeys(id)).map(({ id: passkeyId, name, createdAt, lastUsedAt }) => ({
        id: passkeyId,
        name,
        createdAt,
        lastUsedAt,
      })),
      hasPassword: person.hasPassword,
      isConnected: (await stores.access.identities(id)).length > 0,
      offers: { mail: deps.sendsMail, password: await passwordsAreOn(stores), openId: openIdName },
    }
  })
}

/** Throws second-step-alone when there is no passkey to ask for. */
export async function amendAccount(deps: Deps, asker: Asker, fields: AmendAccount): Promise<void> {
  const id = requirePerson(asker)
  await deps.storage.write(async (stores) => {
    if (fields.secondStep && (await stores.access.passkeys(id)).length === 0) {
      throw new ProblemError('second-step-alone')
    }
    await stores.people.amend(id, fields)
    const names = Object.keys(fields) as (keyof AmendAccount)[]
    if (names.length > 0)
      await logEvent(deps, stores, id, { kind: 'person-amended', forPerson: id, fields: names })
  })
}

/**
 * Chooses, changes or (null) does away with one's password; everywhere else one is signed out then. Whoever has come in
 * by it must know it: somebody who sits down at an open screen does not. Whoever came another way may have forgotten it.
 * Throws sign-in-refused when the former is wrong, or when the installation has no passwords to choose.
 */
export async function setPassword(
  deps: Deps,
  asker: Asker,
  { password, current }: SetPassword,
): Promise<void> {
  const id = requirePerson(asker)
  const { isOn, hash, sessions } = await deps.storage.read(async (stores) => ({
    isOn: await passwordsAreOn(stores),
    hash: await stores.people.passwordHash(id),
    sessions: await stores.access.sessions(id, deps.now().toISOString()),
  }))
  const cameByIt = sessions.some(({ id: each, by }) => each === asker.sessionId && by === 'password')
  const mayChange = !cameByIt || (await deps.passwords.fits(hash, current ?? ''))
  if (!mayChange || (password !== null && !isOn)) throw new ProblemError('sign-in-refused')
  const next = password === null ? null : await deps.passwords.hash(password)
  await deps.storage.write(async (stores) => {
    // It has taken a while, in a queue too: whoever has been shown out meanwhile leaves no password behind.
    const open = await stores.access.sessions(id, deps.now().toISOString())
    if (!open.some((session) => session.id === asker.sessionId)) throw new ProblemError('not-signed-in')
    await stores.people.setPassword(id, next)
    await showOutElsewhere(deps, stores, { personId: id, sessionId: asker.sessionId })
    await logEvent(deps, stores, id, { kind: 'person-amended', forPerson: id, fields: ['password'] })
  })
}

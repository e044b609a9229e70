import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { Person } from '../../storage/storage.ts'
import { STRANGER, type Asker, type Deps } from '../deps.ts'

const DAY = 24 * 60 * 60_000
const SESSION_LASTS = 14 * DAY

export type SignedIn = { readonly secret: string; readonly person: Person; readonly expiresAt: Date }

/** Uses a one-time link up and opens a session. Throws sign-in-link-spent. */
export async function signIn(deps: Deps, { token }: { token: string }): Promise<SignedIn> {
  const now = deps.now()
  const at = now.toISOString()
  const secret = deps.newSecret()
  const expiresAt = new Date(now.getTime() + SESSION_LASTS)
  const person = await deps.storage.write(async (stores) => {
    const comer = await stores.people.spendLink(sha256(token), at)
    if (!comer) throw new ProblemError('sign-in-link-spent')
    const session = {
      idHash: sha256(secret),
      personId: comer.id,
      createdAt: at,
      expiresAt: expiresAt.toISOString(),
    }
    await stores.people.insertSession(session)
    await stores.log.append([{ at, actor: comer.id, profileId: null, event: { kind: 'signed-in' } }])
    return comer
  })
  return { secret, person, expiresAt }
}

/** Ends a session; one that has ended already stays so. */
export async function signOut(deps: Deps, asker: Asker, { secret }: { secret: string }): Promise<void> {
  const at = deps.now().toISOString()
  await deps.storage.write(async (stores) => {
    await stores.people.endSession(sha256(secret))
    await stores.log.append([{ at, actor: asker.personId, profileId: null, event: { kind: 'signed-out' } }])
  })
}

/** Who a session belongs to; a stranger when there is none, or it has expired. */
export async function readAsker(deps: Deps, secret: string | undefined): Promise<Asker> {
  if (!secret) return STRANGER
  const person = await deps.storage.read((stores) =>
    stores.people.bySession(sha256(secret), deps.now().toISOString()),
  )
  if (!person) return STRANGER
  return { personId: person.id, viewer: { roles: [person.role] }, name: person.name }
}

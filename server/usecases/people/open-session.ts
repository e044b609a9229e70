import { sha256 } from '../../seal.ts'
import type { Person, SignInMethod } from '../../storage/people-port.ts'
import type { Writers } from '../../storage/storage.ts'
import type { Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
export const SESSION_LASTS = 14 * DAY
/** As long as it may take to find one's key. */
export const HALF_SESSION_LASTS = 10 * MINUTE

/** From where somebody signs in: what the browser says it is, and the session that it has until now. */
export type Entrance = { readonly device: string; readonly formerSecret: string | undefined }

export type SignedIn = {
  readonly secret: string
  readonly person: Person
  readonly expiresAt: Date
  /** A passkey is asked for before the session opens anything. */
  readonly secondStep: boolean
}

/**
 * Lets a person in, in the transaction in which they have shown who they are. The session is new each time, and the
 * browser's former one ends: a secret that somebody has planted there opens nothing.
 */
export async function openSession(
  deps: Deps,
  stores: Writers,
  person: Person,
  { by, device, formerSecret }: Entrance & { by: SignInMethod },
): Promise<SignedIn> {
  const now = deps.now()
  const at = now.toISOString()
  const secret = deps.newSecret()
  // A passkey is two things at once (the device, and a finger or a code), and an issuer asks for what it asks for.
  const secondStep = person.secondStep && (by === 'link' || by === 'password')
  const expiresAt = new Date(now.getTime() + (secondStep ? HALF_SESSION_LASTS : SESSION_LASTS))
  const former = formerSecret && (await stores.access.session(sha256(formerSecret), at))
  if (former) {
    await stores.access.endSession(former.id)
    stores.afterCommit(() => deps.letGo({ sessionId: former.id }))
  }
  await stores.access.insertSession({
    id: deps.newId(),
    secretHash: sha256(secret),
    personId: person.id,
    by,
    device,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: expiresAt.toISOString(),
    isHalf: secondStep,
  })
  if (!secondStep) await stores.people.noteSignIn(person.id, at)
  await logEvent(
    deps,
    stores,
    person.id,
    secondStep ? { kind: 'second-step-asked', forPerson: person.id } : { kind: 'signed-in', by },
  )
  return { secret, person, expiresAt, secondStep }
}

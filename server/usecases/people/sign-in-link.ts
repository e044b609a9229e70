import { EVERYTHING } from '../../domain/people/grants.ts'
import { sha256 } from '../../seal.ts'
import type { Person } from '../../storage/people-port.ts'
import type { Writers } from '../../storage/storage.ts'
import { requireRole, THE_PROGRAM, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { findPerson } from './find-person.ts'
import { giveRole } from './give-and-take-roles.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** For how long links of each kind open the door: short, but a handed-over one has to find its way. */
export const LINK_LASTS = { mailed: 15 * MINUTE, invitation: 24 * HOUR, handedOver: 24 * HOUR, printed: HOUR }

export type IssuedLink = { readonly token: string; readonly person: Person; readonly expiresAt: string }

type AdminLink = {
  readonly name?: string | undefined
  readonly fallbackName: string
  readonly alone?: boolean
}

/** Makes a one-time link in a transaction. Only its hash is kept: what lies in the database opens nothing. */
export async function makeLink(
  deps: Pick<Deps, 'now' | 'newSecret'>,
  stores: Writers,
  person: Person,
  { lasts, actor }: { lasts: number; actor: string | null },
): Promise<IssuedLink> {
  const token = deps.newSecret()
  const expiresAt = new Date(deps.now().getTime() + lasts).toISOString()
  await stores.access.insertLink({ tokenHash: sha256(token), personId: person.id, expiresAt })
  await logEvent(deps, stores, actor, { kind: 'sign-in-link-issued', forPerson: person.id })
  return { token, person, expiresAt }
}

/**
 * For whoever runs the program: a link for an administrator, the one with that name or the one who was registered
 * first. One is registered if there is none such. `alone`: the link is enough, for an administrator who has lost their
 * passkey must not be locked out.
 */
export async function issueAdminLink(
  deps: Deps,
  { name, fallbackName, alone = false }: AdminLink,
): Promise<IssuedLink> {
  return deps.storage.write(async (stores) => {
    const person = (await administrator(stores, name)) ?? (await register(deps, stores, name ?? fallbackName))
    const { id } = person
    await giveRole(deps, stores, THE_PROGRAM, { personId: id, role: 'administrator', scope: EVERYTHING })
    if (alone && person.secondStep) {
      await stores.people.amend(id, { secondStep: false })
      await logEvent(deps, stores, null, { kind: 'person-amended', forPerson: id, fields: ['secondStep'] })
    }
    return makeLink(deps, stores, person, { lasts: LINK_LASTS.printed, actor: null })
  })
}

/** A link for a person, to be handed over: where there is no mail, or where it does not arrive. Throws person-not-found. */
export async function handOverLink(
  deps: Deps,
  asker: Asker,
  { personId }: { personId: string },
): Promise<IssuedLink> {
  requireRole(asker, 'managePeople')
  return deps.storage.write(async (stores) => {
    const person = await findPerson(stores, personId)
    return makeLink(deps, stores, person, { lasts: LINK_LASTS.handedOver, actor: asker.personId })
  })
}

/** Whether a link would still let somebody in; asking does not use it up. */
export async function linkIsOpen(deps: Deps, token: string): Promise<boolean> {
  return deps.storage.read(
    async ({ access }) => (await access.linkFor(sha256(token), deps.now().toISOString())) !== undefined,
  )
}

/** Somebody who only has the name is not made one: people choose their names themselves. */
async function administrator({ people }: Writers, name: string | undefined): Promise<Person | undefined> {
  for (const { role, personId } of await people.grants()) {
    const person = role === 'administrator' ? await people.find(personId) : undefined
    if (person && (name === undefined || person.name === name)) return person
  }
  return undefined
}

async function register(deps: Deps, stores: Writers, name: string): Promise<Person> {
  const id = deps.newId()
  const createdAt = deps.now().toISOString()
  await stores.people.insert({ id, name, email: null, organisationId: null, locale: 'sv', createdAt })
  await logEvent(deps, stores, null, { kind: 'person-invited', forPerson: id })
  return findPerson(stores, id)
}

import type { LoggedEvent } from '../../../schemas/types.ts'
import { EVERYTHING, isAdministrator } from '../../domain/people/grants.ts'
import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { Person } from '../../storage/people-port.ts'
import type { Writers } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'

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
  const now = deps.now()
  const token = deps.newSecret()
  const expiresAt = new Date(now.getTime() + lasts).toISOString()
  await stores.access.insertLink({ tokenHash: sha256(token), personId: person.id, expiresAt })
  const event = { kind: 'sign-in-link-issued', forPerson: person.id } as const
  await stores.log.append([{ at: now.toISOString(), actor, profileId: null, event }])
  return { token, person, expiresAt }
}

/**
 * For whoever runs the program: a link for an administrator, the one with that name or the one who was registered
 * first. One is registered if there is none such, and somebody with that name is made one. `alone`: the link is enough,
 * for an administrator who has lost their passkey must not be locked out.
 */
export async function issueAdminLink(
  deps: Deps,
  { name, fallbackName, alone = false }: AdminLink,
): Promise<IssuedLink> {
  const at = deps.now().toISOString()
  return deps.storage.write(async (stores) => {
    const person = (await administrator(stores, name)) ?? (await register(deps, stores, name ?? fallbackName))
    if (!isAdministrator(await stores.people.grants(person.id))) {
      await stores.people.insertGrant({
        id: deps.newId(),
        personId: person.id,
        role: 'administrator',
        scope: EVERYTHING,
        grantedAt: at,
      })
      const event = {
        kind: 'role-granted',
        forPerson: person.id,
        role: 'administrator',
        scope: EVERYTHING,
      } as const
      await stores.log.append([{ at, actor: null, profileId: null, event }])
    }
    if (alone && person.secondStep) {
      await stores.people.amend(person.id, { secondStep: false })
      const event: LoggedEvent = { kind: 'person-amended', forPerson: person.id, fields: ['secondStep'] }
      await stores.log.append([{ at, actor: null, profileId: null, event }])
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
    const person = await stores.people.find(personId)
    if (!person) throw new ProblemError('person-not-found')
    return makeLink(deps, stores, person, { lasts: LINK_LASTS.handedOver, actor: asker.personId })
  })
}

/** Whether a link would still let somebody in; asking does not use it up. */
export async function linkIsOpen(deps: Deps, token: string): Promise<boolean> {
  return deps.storage.read(
    async ({ access }) => (await access.linkFor(sha256(token), deps.now().toISOString())) !== undefined,
  )
}

async function administrator({ people }: Writers, name: string | undefined): Promise<Person | undefined> {
  if (name !== undefined) return people.findByName(name)
  const [first] = (await people.grants()).filter(({ role }) => role === 'administrator')
  return first && people.find(first.personId)
}

async function register(deps: Deps, stores: Writers, name: string): Promise<Person> {
  const id = deps.newId()
  const createdAt = deps.now().toISOString()
  await stores.people.insert({ id, name, email: null, organisationId: null, locale: 'sv', createdAt })
  const event = { kind: 'person-invited', forPerson: id } as const
  await stores.log.append([{ at: createdAt, actor: null, profileId: null, event }])
  const person = await stores.people.find(id)
  if (!person) throw new Error('a person who was just registered is gone')
  return person
}

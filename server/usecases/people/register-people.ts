import type { AmendPerson, InvitePerson, PersonList, RegisteredPerson } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { Person } from '../../storage/people-port.ts'
import { AlreadyThere, type Readers, type Writers } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { requireOrganisation } from '../profile/create-profile.ts'
import { describePeople } from './describe-people.ts'
import { findPerson } from './find-person.ts'
import { giveRole } from './give-and-take-roles.ts'
import { queueMail } from './queue-mail.ts'

/** Everybody, in Swedish alphabetical order. It is logged that they were read. */
export async function listPeople(deps: Deps, asker: Asker): Promise<PersonList> {
  requireRole(asker, 'managePeople')
  return deps.storage.write(async (stores) => {
    await logReading(deps, stores, asker, 'people', null)
    const people = await describePeople(stores, await stores.people.list())
    return { people: people.sort((a, b) => new Intl.Collator('sv').compare(a.name, b.name)) }
  })
}

/** One person. It is logged that they were read. Throws person-not-found. */
export async function readPerson(
  deps: Deps,
  asker: Asker,
  { personId }: { personId: string },
): Promise<RegisteredPerson> {
  requireRole(asker, 'managePeople')
  return deps.storage.write(async (stores) => {
    const person = await findPerson(stores, personId)
    await logReading(deps, stores, asker, 'person', personId)
    return described(stores, person)
  })
}

/** Registers a person, with a role from the start or none yet. Throws email-taken, organisation-not-found, mail-not-sent. */
export async function invitePerson(
  deps: Deps,
  asker: Asker,
  { name, email, organisationId, locale, role, scope, sendMail }: InvitePerson,
): Promise<RegisteredPerson> {
  requireRole(asker, 'managePeople')
  if ((role === undefined) !== (scope === undefined)) {
    throw new ProblemError('request-invalid', {}, [
      { pointer: '', code: 'required', detail: 'a role and how far it reaches come together' },
    ])
  }
  if (sendMail && (email === null || !deps.sendsMail)) throw new ProblemError('mail-not-sent')
  const id = deps.newId()
  const at = deps.now().toISOString()
  return unlessEmailIsTaken(() =>
    deps.storage.write(async (stores) => {
      await requireOrganisation(stores, organisationId)
      await stores.people.insert({ id, name, email, organisationId, locale, createdAt: at })
      const event = { kind: 'person-invited', forPerson: id } as const
      await stores.log.append([{ at, actor: asker.personId, profileId: null, event }])
      if (role && scope) await giveRole(deps, stores, asker, { personId: id, role, scope })
      const person = await findPerson(stores, id)
      if (sendMail) await queueMail(deps, stores, person, { kind: 'invitation', actor: asker.personId })
      return described(stores, person)
    }),
  )
}

/** Sends an invitation, once more. Throws person-not-found, mail-not-sent. */
export async function mailInvitation(
  deps: Deps,
  asker: Asker,
  { personId }: { personId: string },
): Promise<void> {
  requireRole(asker, 'managePeople')
  await deps.storage.write(async (stores) => {
    const person = await findPerson(stores, personId)
    if (person.email === null || !deps.sendsMail) throw new ProblemError('mail-not-sent')
    await queueMail(deps, stores, person, { kind: 'invitation', actor: asker.personId })
  })
}

/** Throws person-not-found, organisation-not-found, email-taken. */
export async function amendPerson(
  deps: Deps,
  asker: Asker,
  { personId, fields }: { personId: string; fields: AmendPerson },
): Promise<RegisteredPerson> {
  requireRole(asker, 'managePeople')
  const at = deps.now().toISOString()
  return unlessEmailIsTaken(() =>
    deps.storage.write(async (stores) => {
      const before = await findPerson(stores, personId)
      await requireOrganisation(stores, fields.organisationId ?? null)
      await stores.people.amend(personId, fields)
      // A link that is on its way goes to the address that no longer is theirs.
      if (fields.email !== undefined && fields.email?.toLowerCase() !== before.email) {
        await stores.access.removeLinks(personId)
      }
      const names = Object.keys(fields) as (keyof AmendPerson)[]
      const event = { kind: 'person-amended', forPerson: personId, fields: names } as const
      if (names.length > 0) await stores.log.append([{ at, actor: asker.personId, profileId: null, event }])
      return described(stores, await findPerson(stores, personId))
    }),
  )
}

/** In the transaction of the reading itself: what cannot be logged is not read. */
export async function logReading(
  deps: Deps,
  { log }: Writers,
  { personId: actor }: Asker,
  what: 'people' | 'person' | 'everything' | 'mail' | 'log',
  forPerson: string | null,
): Promise<void> {
  const at = deps.now().toISOString()
  const event = { kind: 'personal-data-read', what, forPerson } as const
  await log.append([{ at, actor, profileId: null, event }])
}

async function described(stores: Readers, person: Person): Promise<RegisteredPerson> {
  const [found] = await describePeople(stores, [person])
  if (!found) throw new ProblemError('person-not-found')
  return found
}

async function unlessEmailIsTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AlreadyThere && error.table === 'person') throw new ProblemError('email-taken')
    throw error
  }
}

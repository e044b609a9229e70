import type { AmendPerson, InvitePerson, PersonList, RegisteredPerson } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import { AlreadyThere } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { logEvent, logReading } from '../log-event.ts'
import { describePeople, describePerson } from './describe-people.ts'
import { showOutElsewhere } from './end-sessions.ts'
import { findPerson } from './find-person.ts'
import { giveRole } from './give-and-take-roles.ts'
import { queueMail } from './queue-mail.ts'
import { requireOrganisation } from './require-organisation.ts'

/** Everybody, in Swedish alphabetical order. It is logged that they were read. */
export async function listPeople(deps: Deps, asker: Asker): Promise<PersonList> {
  requireRole(asker, 'managePeople')
  return deps.storage.write(async (stores) => {
    await logReading(deps, stores, asker, 'people', null)
    const people = await describePeople(deps, stores, await stores.people.list())
    const { compare } = new Intl.Collator('sv')
    return { people: people.sort((a, b) => compare(a.name, b.name)) }
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
    return describePerson(deps, stores, person)
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
  return unlessEmailIsTaken(() =>
    deps.storage.write(async (stores) => {
      await requireOrganisation(stores, organisationId)
      const createdAt = deps.now().toISOString()
      await stores.people.insert({ id, name, email, organisationId, locale, createdAt })
      await logEvent(deps, stores, asker.personId, { kind: 'person-invited', forPerson: id })
      if (role && scope) await giveRole(deps, stores, asker, { personId: id, role, scope })
      const person = await findPerson(stores, id)
      if (sendMail) await queueMail(deps, stores, person, { kind: 'invitation', actor: asker.personId })
      return describePerson(deps, stores, person)
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
  return unlessEmailIsTaken(() =>
    deps.storage.write(async (stores) => {
      const before = await findPerson(stores, personId)
      await requireOrganisation(stores, fields.organisationId ?? null)
      await stores.people.amend(personId, fields)
      const isMoved = fields.email !== undefined && (fields.email?.toLowerCase() ?? null) !== before.email
      if (isMoved && before.email !== null) {
        // A link went, or is on its way, to an address that is not theirs: whoever has used it is shown out.
        await stores.access.removeLinks(personId)
        const sessionId = personId === asker.personId ? asker.sessionId : null
        await showOutElsewhere(deps, stores, { personId, sessionId })
      }
      const names = Object.keys(fields) as (keyof AmendPerson)[]
      if (names.length > 0) {
        const event = { kind: 'person-amended', forPerson: personId, fields: names } as const
        await logEvent(deps, stores, asker.personId, event)
      }
      return describePerson(deps, stores, await findPerson(stores, personId))
    }),
  )
}

async function unlessEmailIsTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AlreadyThere && error.table === 'person') throw new ProblemError('email-taken')
    throw error
  }
}

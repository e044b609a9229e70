import { reaches, type Act } from '../../domain/people/abilities.ts'
import type { MailKind, Person } from '../../storage/people-port.ts'
import type { ProfileIdentity, Readers, Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { queueMail } from '../people/queue-mail.ts'
import { placeOf } from '../profile/find-profile.ts'

/** Those whose roles let them do that to the profile. Administrators hear of a panel where nobody else is to. */
export async function peopleWho(stores: Readers, act: Act, profile: ProfileIdentity): Promise<Person[]> {
  const able = (await stores.people.grants()).filter((grant) =>
    reaches({ grants: [grant] }, act, placeOf(profile)),
  )
  const others = able.filter(({ role }) => role !== 'administrator')
  const told = (others.length > 0 ? others : able).map(({ personId }) => personId)
  return peopleBy(stores, [...new Set(told)])
}

/** Queues a mail about a review or a meeting to each of those who have an address. Gives how many. */
export async function mailTo(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  people: readonly Person[],
  kind: MailKind,
  about: string,
): Promise<number> {
  if (!deps.sendsMail) return 0
  const reachable = people.filter(({ email }) => email !== null)
  for (const person of reachable)
    await queueMail(deps, stores, person, { kind, about, actor: asker.personId })
  return reachable.length
}

const GATHERS_MS = 10 * 60_000

/**
 * Queues a mail that tells of all that has come when it is sent: it waits a little for more, and as long as it waits nobody
 * gets another about the same.
 */
export async function mailOnce(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  person: Person,
  { kind, about }: { readonly kind: MailKind; readonly about: string },
): Promise<void> {
  if (!deps.sendsMail || person.email === null) return
  const waits = (await stores.mails.ofPerson(person.id)).some(
    (mail) => mail.kind === kind && mail.about === about && mail.status === 'waiting',
  )
  if (!waits) await queueMail(deps, stores, person, { kind, about, actor: asker.personId, after: GATHERS_MS })
}

/** The people behind ids, those who are gone left out. */
export async function peopleBy(stores: Readers, ids: readonly (string | null)[]): Promise<Person[]> {
  const people: Person[] = []
  for (const id of ids) {
    const person = id === null ? undefined : await stores.people.find(id)
    if (person) people.push(person)
  }
  return people
}

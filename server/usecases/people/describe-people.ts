import type { RegisteredPerson } from '../../../schemas/types.ts'
import type { Person, StoredGrant } from '../../storage/people-port.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Deps } from '../deps.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { grantsByPerson } from './grants-by-person.ts'

type Clock = Pick<Deps, 'now'>
type Stores = Pick<Readers, 'people' | 'access' | 'organisations' | 'profiles' | 'editions' | 'drafts'>

/** People as those see them who may: with their organisation and roles, and what those reach by name. */
export async function describePeople(
  { now }: Clock,
  stores: Stores,
  people: readonly Person[],
): Promise<RegisteredPerson[]> {
  const sessions = await stores.access.countSessions(now().toISOString())
  return people.map(await describer(stores, await stores.people.grants(), sessions))
}

/** One of them. */
export async function describePerson(
  { now }: Clock,
  stores: Stores,
  person: Person,
): Promise<RegisteredPerson> {
  const sessions = await stores.access.countSessions(now().toISOString(), person.id)
  const described = await describer(stores, await stores.people.grants(person.id), sessions)
  return described(person)
}

async function describer(
  stores: Stores,
  grants: readonly StoredGrant[],
  sessions: ReadonlyMap<string, number>,
) {
  const home = new Map((await stores.organisations.list()).map(({ id, name }) => [id, { id, name }]))
  const titles = await titlesOf(stores, grants)
  const held = grantsByPerson(grants)
  const reaches = (id: string | null) => (id === null ? null : (home.get(id)?.name ?? titles.get(id) ?? null))

  return (person: Person): RegisteredPerson => ({
    id: person.id,
    name: person.name,
    email: person.email,
    organisation: home.get(person.organisationId ?? '') ?? null,
    locale: person.locale,
    secondStep: person.secondStep,
    createdAt: person.createdAt,
    lastSignedInAt: person.lastSignedInAt,
    openSessions: sessions.get(person.id) ?? 0,
    roles: held(person.id).map(({ id, role, scope, grantedAt }) => ({
      id,
      role,
      scope,
      reaches: reaches(scope.id),
      grantedAt,
    })),
  })
}

/** What the profiles are called that somebody has a role for, as the lists of profiles have it; no others are read. */
async function titlesOf(
  { profiles, editions, drafts }: Stores,
  grants: readonly StoredGrant[],
): Promise<ReadonlyMap<string, string>> {
  const reached = new Set(grants.map(({ scope }) => (scope.kind === 'profile' ? scope.id : null)))
  const titles = new Map<string, string>()
  for (const { id, slug } of reached.size > 0 ? await profiles.list() : []) {
    if (!reached.has(id)) continue
    const edition = await editions.latest(id)
    const profile = edition ? parseEdition(edition).profile : (await drafts.find(id))?.profile
    titles.set(id, profile?.title ?? slug)
  }
  return titles
}

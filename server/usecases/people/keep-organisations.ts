import type { OrganisationList, RegisteredOrganisation } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { findProfileFor } from '../profile/find-profile.ts'
import { requireOrganisation } from './require-organisation.ts'

/** The organisations, in Swedish alphabetical order. */
export async function listOrganisations(deps: Deps, asker: Asker): Promise<OrganisationList> {
  requireRole(asker, 'managePeople')
  return deps.storage.read(async ({ organisations, people, profiles }) => {
    const everybody = await people.list()
    const all = await profiles.list()
    const counted = (await organisations.list()).map(({ id, name }) => ({
      id,
      name,
      people: everybody.filter(({ organisationId }) => organisationId === id).length,
      profiles: all.filter(({ organisationId }) => organisationId === id).length,
    }))
    const { compare } = new Intl.Collator('sv')
    return { organisations: counted.sort((a, b) => compare(a.name, b.name)) }
  })
}

export async function createOrganisation(
  deps: Deps,
  asker: Asker,
  { name }: { name: string },
): Promise<RegisteredOrganisation> {
  requireRole(asker, 'managePeople')
  const id = deps.newId()
  await deps.storage.write(async (stores) => {
    await stores.organisations.insert({ id, name })
    await logEvent(deps, stores, asker.personId, { kind: 'organisation-created', organisationId: id })
  })
  return { id, name }
}

/** Throws organisation-not-found. */
export async function renameOrganisation(
  deps: Deps,
  asker: Asker,
  { organisationId, name }: { organisationId: string; name: string },
): Promise<RegisteredOrganisation> {
  requireRole(asker, 'managePeople')
  await deps.storage.write(async (stores) => {
    await requireOrganisation(stores, organisationId)
    await stores.organisations.rename(organisationId, name)
    await logEvent(deps, stores, asker.personId, { kind: 'organisation-amended', organisationId })
  })
  return { id: organisationId, name }
}

/** Removes an organisation that nobody comes from, that owns nothing and that no role is about. Throws organisation-not-found, organisation-used. */
export async function removeOrganisation(
  deps: Deps,
  asker: Asker,
  { organisationId }: { organisationId: string },
): Promise<void> {
  requireRole(asker, 'managePeople')
  await deps.storage.write(async (stores) => {
    await requireOrganisation(stores, organisationId)
    const isUsed =
      (await stores.people.list()).some((person) => person.organisationId === organisationId) ||
      (await stores.profiles.list()).some((profile) => profile.organisationId === organisationId) ||
      (await stores.people.grants()).some(({ scope }) => scope.id === organisationId)
    if (isUsed) throw new ProblemError('organisation-used')
    await stores.organisations.remove(organisationId)
    await logEvent(deps, stores, asker.personId, { kind: 'organisation-removed', organisationId })
  })
}

/** Lets a profile belong to an organisation, or to none: whoever has a role there has it here. Throws profile-not-found, organisation-not-found. */
export async function handProfile(
  deps: Deps,
  asker: Asker,
  { slug, organisationId }: { slug: string; organisationId: string | null },
): Promise<void> {
  await deps.storage.write(async (stores) => {
    const { id, organisationId: former } = await findProfileFor(asker, 'managePeople', stores, slug)
    await requireOrganisation(stores, organisationId)
    await stores.profiles.hand(id, organisationId)
    // Whoever had it through its former organisation may have it open; those who still may come back by themselves.
    for (const { personId, scope } of former === null ? [] : await stores.people.grants()) {
      if (scope.id === former) stores.afterCommit(() => deps.letGo({ personId }))
    }
    await logEvent(deps, stores, asker.personId, { kind: 'profile-handed', organisationId }, id)
  })
}

import { leavesAnAdministrator } from '../../domain/people/grants.ts'
import { ProblemError } from '../../problems.ts'
import { StorageFailure, type Writers } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { findPerson } from './find-person.ts'

/**
 * Takes away everything that is known about a person. What they did stays in the log and the versions, under a
 * pseudonym that leads nowhere. A place at a panel stays too, as nobody's: what was said from it counts as it did, on the
 * words that it was said of; of what comes later it says nothing, until it is recused or a substitute stands in. Throws
 * person-not-found, last-administrator.
 */
export async function erasePerson(
  deps: Deps,
  asker: Asker,
  { personId }: { personId: string },
): Promise<void> {
  requireRole(asker, 'managePeople')
  await deps.storage.write(async (stores) => {
    const administrators = await stores.people.holdAdministrators()
    await findPerson(stores, personId)
    if (!leavesAnAdministrator(administrators, (grant) => grant.personId === personId)) {
      throw new ProblemError('last-administrator')
    }
    await erase(deps, stores, personId, asker.personId)
  })
  await forgetErased(deps)
}

/** In a transaction; what the database then still holds somewhere is for `forgetErased`. */
export async function erase(
  deps: Deps,
  stores: Writers,
  forPerson: string,
  actor: string | null,
): Promise<void> {
  const panels = await stores.reviews.ofPerson(forPerson)
  for (const { id } of panels)
    for (const member of await stores.reviews.members(id))
      if (member.personId === forPerson) await stores.reviews.saveMember({ ...member, proposedAs: null })
  await stores.people.erase(forPerson)
  await logEvent(deps, stores, actor, { kind: 'person-erased', forPerson })
  stores.afterCommit(() => {
    deps.letGo({ personId: forPerson })
    for (const { id: reviewId } of panels) deps.announce({ kind: 'review-changed', reviewId })
  })
}

/** Clears what is left of erased rows. While somebody is reading, it cannot be: the nightly tidying does it again. */
export async function forgetErased({ storage }: Deps): Promise<void> {
  await storage.forget().catch((error: unknown) => {
    if (!(error instanceof StorageFailure)) throw error
  })
}

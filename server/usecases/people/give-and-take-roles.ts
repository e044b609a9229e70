import type { GrantRole, Role, Scope } from '../../../schemas/types.ts'
import { isGrantable, leavesAnAdministrator } from '../../domain/people/grants.ts'
import { ProblemError } from '../../problems.ts'
import type { Writers } from '../../storage/storage.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { showOut } from './end-sessions.ts'
import { findPerson } from './find-person.ts'
import { queueMail } from './queue-mail.ts'
import { requireOrganisation } from './require-organisation.ts'

/**
 * Gives a person a role; one that they have already stays as it is. They are told by mail. Throws person-not-found,
 * organisation-not-found, profile-not-found, and request-invalid for a role that does not come in that size.
 */
export async function grantRole(
  deps: Deps,
  asker: Asker,
  { personId, role, scope }: GrantRole & { personId: string },
): Promise<void> {
  requireRole(asker, 'managePeople')
  await deps.storage.write(async (stores) => {
    await stores.people.holdAdministrators()
    const person = await findPerson(stores, personId)
    const isNew = await giveRole(deps, stores, asker, { personId, role, scope })
    if (isNew && person.email !== null && deps.sendsMail) {
      await queueMail(deps, stores, person, { kind: 'rights-changed', actor: asker.personId })
    }
  })
}

/** Gives whether it is new. */
export async function giveRole(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  { personId, role, scope }: { personId: string; role: Role; scope: Scope },
): Promise<boolean> {
  if (!isGrantable({ role, scope })) {
    throw new ProblemError('request-invalid', {}, [
      { pointer: '/scope', code: 'scope', detail: 'the role does not come in that size' },
    ])
  }
  await requireThere(stores, scope)
  const theirs = await stores.people.grants(personId)
  if (theirs.some((held) => held.role === role && isSame(held.scope, scope))) return false
  const at = deps.now().toISOString()
  await stores.people.insertGrant({ id: deps.newId(), personId, role, scope, grantedAt: at })
  await logEvent(deps, stores, asker.personId, { kind: 'role-granted', forPerson: personId, role, scope })
  return true
}

/**
 * Takes a role from a person, and ends what they have open: they come in again with what they have left. The last
 * administrator's stays. Throws person-not-found, role-not-found, last-administrator.
 */
export async function withdrawRole(
  deps: Deps,
  asker: Asker,
  { personId, roleId }: { personId: string; roleId: string },
): Promise<void> {
  requireRole(asker, 'managePeople')
  await deps.storage.write(async (stores) => {
    const administrators = await stores.people.holdAdministrators()
    const person = await findPerson(stores, personId)
    const grant = (await stores.people.grants(personId)).find(({ id }) => id === roleId)
    if (!grant) throw new ProblemError('role-not-found')
    if (!leavesAnAdministrator(administrators, ({ id }) => id === roleId)) {
      throw new ProblemError('last-administrator')
    }
    await stores.people.removeGrant(roleId)
    await showOut(deps, stores, personId)
    const { role, scope } = grant
    await logEvent(deps, stores, asker.personId, { kind: 'role-withdrawn', forPerson: personId, role, scope })
    if (person.email !== null && deps.sendsMail) {
      await queueMail(deps, stores, person, { kind: 'rights-changed', actor: asker.personId })
    }
  })
}

async function requireThere(stores: Writers, { kind, id }: Scope): Promise<void> {
  if (kind === 'organisation') await requireOrganisation(stores, id)
  if (kind === 'profile' && id !== null && !(await stores.profiles.findById(id)))
    throw new ProblemError('profile-not-found')
}

function isSame(one: Scope, other: Scope): boolean {
  return one.kind === other.kind && one.id === other.id
}

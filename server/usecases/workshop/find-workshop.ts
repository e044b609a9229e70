import { ProblemError } from '../../problems.ts'
import { sha256 } from '../../seal.ts'
import type { ProfileIdentity, Readers } from '../../storage/storage.ts'
import type { StoredGroup, StoredSeat, StoredWorkshop } from '../../storage/workshop-port.ts'
import { isOver } from '../../domain/workshop/plan.ts'
import type { Asker } from '../deps.ts'
import { findProfileFor } from '../profile/find-profile.ts'
import { requireRole } from '../deps.ts'

export type Led = { readonly workshop: StoredWorkshop; readonly profile: ProfileIdentity }

/** A workshop, for somebody who leads workshops on its profile. Throws not-signed-in, not-allowed, workshop-not-found. */
export async function findLed(stores: Readers, asker: Asker, workshopId: string): Promise<Led> {
  requireRole(asker, 'leadWorkshops')
  const workshop = await stores.workshops.find(workshopId)
  const known = workshop && (await stores.profiles.findById(workshop.profileId))
  if (!known) throw new ProblemError('workshop-not-found')
  return { workshop, profile: await findProfileFor(asker, 'leadWorkshops', stores, known.slug).catch(hidden) }
}

/** Whoever may not know of the profile may not know of its workshops. */
function hidden(error: unknown): never {
  throw error instanceof ProblemError && error.code === 'profile-not-found'
    ? new ProblemError('workshop-not-found')
    : error
}

/** The same, of a workshop that still goes on. Throws workshop-ended too. */
export async function findOpen(stores: Readers, asker: Asker, workshopId: string, now: Date): Promise<Led> {
  const led = await findLed(stores, asker, workshopId)
  if (isOver(led.workshop, now)) throw new ProblemError('workshop-ended')
  return led
}

/** A group of that workshop. Throws group-not-found. */
export async function findGroupIn(
  { workshops }: Pick<Readers, 'workshops'>,
  { id }: StoredWorkshop,
  groupId: string,
): Promise<StoredGroup> {
  const group = await workshops.findGroup(groupId)
  if (group?.workshopId !== id) throw new ProblemError('group-not-found')
  return group
}

export type Seated = {
  readonly seat: StoredSeat
  readonly group: StoredGroup
  readonly workshop: StoredWorkshop
}

/** The seat that a device has the secret to, and where it is. Throws not-seated: also when the seat was taken away. */
export async function findSeated(
  { workshops }: Pick<Readers, 'workshops'>,
  secret: string | undefined,
): Promise<Seated> {
  const seat = secret === undefined ? undefined : await workshops.seatByDevice(sha256(secret))
  const group = seat && (await workshops.findGroup(seat.groupId))
  const workshop = group && (await workshops.find(group.workshopId))
  if (!seat || seat.removedAt !== null || !group || !workshop) throw new ProblemError('not-seated')
  return { seat, group, workshop }
}

/** For those who need no seat. A storage that fails says nothing of seats: whoever has one must not hear that it is gone. */
export function unlessSeated(error: unknown): undefined {
  if (!(error instanceof ProblemError && error.code === 'not-seated')) throw error
}

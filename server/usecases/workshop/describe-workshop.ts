import type { Workshop, WorkshopState } from '../../../schemas/types.ts'
import { codesUntil, isOver } from '../../domain/workshop/plan.ts'
import type { ProfileIdentity, Readers } from '../../storage/storage.ts'
import type { StoredGroup, StoredSeat, StoredWorkshop } from '../../storage/workshop-port.ts'
import type { Asker } from '../deps.ts'
import { readSettings } from '../installation/settings.ts'
import { abilitiesFor } from '../profile/find-profile.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import type { Led } from './find-workshop.ts'

/** A workshop as those see it who lead it. */
export async function describeWorkshop(
  stores: Readers,
  asker: Asker,
  { workshop, profile }: Led,
  now: Date,
): Promise<Workshop> {
  const groups = await stores.workshops.groups(workshop.id)
  const seats = await seatsOf(stores, workshop)
  return {
    id: workshop.id,
    profileSlug: profile.slug,
    profileTitle: await titleOf(stores, profile),
    name: workshop.name,
    date: workshop.date,
    question: workshop.question,
    phases: [...workshop.phases],
    anonymity: workshop.anonymity,
    isRehearsal: workshop.isRehearsal,
    perspectives: (await readSettings(stores)).perspectives,
    groups: groups.map(({ id, number, place, seats: places, code }) => ({
      id,
      number,
      place,
      seats: places,
      taken: seats.filter(({ groupId }) => groupId === id).length,
      code,
    })),
    status: isOver(workshop, now) ? 'ended' : 'open',
    codesUntil: codesUntil(workshop).toISOString(),
    createdAt: workshop.createdAt,
    endedAt: workshop.endedAt,
    abilities: await abilitiesFor(stores, asker, profile),
  }
}

/** The workshop as the boards of a group see it. */
export async function describeState(
  stores: Readers,
  workshop: StoredWorkshop,
  group: StoredGroup,
  now: Date,
): Promise<WorkshopState> {
  const seats = (await seatsOf(stores, workshop)).filter(({ groupId }) => groupId === group.id)
  const profile = await stores.profiles.findById(workshop.profileId)
  const { outcomeStem, thirdCategory, perspectives } = await readSettings(stores)
  const isNamed = workshop.anonymity.namedPhases.includes(workshop.conduct.phase)
  const draft = profile && (await stores.drafts.find(profile.id))
  return {
    workshopId: workshop.id,
    name: workshop.name,
    profileTitle: profile ? await titleOf(stores, profile) : '',
    question: workshop.question,
    date: workshop.date,
    phases: [...workshop.phases],
    anonymity: workshop.anonymity,
    status: isOver(workshop, now) ? 'ended' : 'open',
    isRehearsal: workshop.isRehearsal,
    conduct: workshop.conduct,
    group: {
      id: group.id,
      number: group.number,
      place: group.place,
      seats: group.seats,
      code: group.code,
    },
    members: seats.map(({ id, name, perspective }) => ({ seatId: id, name, perspective })),
    authors: isNamed ? Object.fromEntries(seats.map(({ hand, id }) => [hand, id])) : {},
    outcomeStem: draft?.profile.outcomeStem ?? outcomeStem,
    thirdCategory,
    perspectives,
    now: now.toISOString(),
  }
}

/** Those who have a seat in the workshop, in the order in which they came. */
export async function seatsOf({ workshops }: Readers, { id }: StoredWorkshop): Promise<StoredSeat[]> {
  return (await workshops.seats(id)).filter(({ removedAt }) => removedAt === null)
}

/** What the profile is called: in its draft, or as it was published last. */
export async function titleOf(stores: Readers, { id, slug }: ProfileIdentity): Promise<string> {
  const draft = await stores.drafts.find(id)
  if (draft) return draft.profile.title
  const edition = await stores.editions.latest(id)
  return edition ? parseEdition(edition).profile.title : slug
}

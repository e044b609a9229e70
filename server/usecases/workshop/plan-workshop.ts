import type { AddGroup, AmendGroup, AmendWorkshop, PlanWorkshop, Workshop } from '../../../schemas/types.ts'
import { codeFrom } from '../../domain/workshop/join-code.ts'
import { showsMore } from '../../domain/workshop/anonymity.ts'
import { isPlanSound } from '../../domain/workshop/phases.ts'
import { startClock } from '../../domain/workshop/clock.ts'
import { ProblemError } from '../../problems.ts'
import type { Writers } from '../../storage/storage.ts'
import type { StoredWorkshop } from '../../storage/workshop-port.ts'
import type { Asker, Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'
import { findDraft } from '../profile/read-draft.ts'
import { findProfileFor } from '../profile/find-profile.ts'
import { describeWorkshop, seatsOf } from './describe-workshop.ts'
import { diceFrom } from './dice-from.ts'
import { findGroupIn, findLed, findOpen, type Led } from './find-workshop.ts'

type Plan = PlanWorkshop & { readonly slug: string }

const MOST_GROUPS = 60

/** Plans a workshop for a profile's draft, with its groups and their codes. Throws draft-not-found, plan-unsound. */
export async function planWorkshop(
  deps: Deps,
  asker: Asker,
  { slug, groups, ...plan }: Plan,
): Promise<Workshop> {
  requireSound(plan)
  const now = deps.now()
  return deps.storage.write(async (stores) => {
    const { identity: profile } = await findDraft(stores, asker, slug, 'leadWorkshops')
    const first = plan.phases[0]
    const workshop: StoredWorkshop = {
      ...plan,
      id: deps.newId(),
      profileId: profile.id,
      conduct: { phase: first?.phase ?? 'collect', clock: null, message: null },
      createdAt: now.toISOString(),
      endedAt: null,
    }
    await stores.workshops.insert(workshop)
    for (const [index, group] of groups.entries()) await openGroup(deps, stores, workshop, index + 1, group)
    await logEvent(
      deps,
      stores,
      asker.personId,
      { kind: 'workshop-planned', workshopId: workshop.id },
      profile.id,
    )
    return describeWorkshop(stores, asker, { workshop, profile }, now)
  })
}

/** The workshops of a profile, latest first. */
export async function listWorkshops(
  deps: Deps,
  asker: Asker,
  { slug }: { slug: string },
): Promise<{ items: Workshop[] }> {
  return deps.storage.read(async (stores) => {
    const profile = await findProfileFor(asker, 'leadWorkshops', stores, slug)
    const items: Workshop[] = []
    for (const workshop of await stores.workshops.list(profile.id)) {
      items.push(await describeWorkshop(stores, asker, { workshop, profile }, deps.now()))
    }
    return { items }
  })
}

export async function readWorkshop(deps: Deps, asker: Asker, workshopId: string): Promise<Workshop> {
  return deps.storage.read(async (stores) =>
    describeWorkshop(stores, asker, await findLed(stores, asker, workshopId), deps.now()),
  )
}

/** The same, to be printed with its codes. Throws workshop-ended: they lead in no more. */
export async function readForSheets(deps: Deps, asker: Asker, workshopId: string): Promise<Workshop> {
  return deps.storage.read(async (stores) =>
    describeWorkshop(stores, asker, await findOpen(stores, asker, workshopId, deps.now()), deps.now()),
  )
}

/**
 * Changes the plan. Also that of a workshop whose codes have run out: another date lets people in again. What those who
 * have come were told of who sees what is a promise. Throws plan-unsound, anonymity-promised.
 */
export async function amendWorkshop(
  deps: Deps,
  asker: Asker,
  { workshopId, ...changes }: AmendWorkshop & { readonly workshopId: string },
): Promise<Workshop> {
  return changeWorkshop(deps, asker, workshopId, async (stores, { workshop, profile }) => {
    const next = { ...workshop, ...changes }
    requireSound(next)
    if (showsMore(workshop.anonymity, next.anonymity) && (await seatsOf(stores, workshop)).length > 0)
      throw new ProblemError('anonymity-promised')
    await stores.workshops.save(next)
    return { workshop: next, profile }
  })
}

/** Throws workshop-ended, and too-many-groups for more than any room holds. */
export async function addGroup(
  deps: Deps,
  asker: Asker,
  { workshopId, ...group }: AddGroup & { readonly workshopId: string },
): Promise<Workshop> {
  return changeWorkshop(deps, asker, workshopId, async (stores) => {
    const led = await findOpen(stores, asker, workshopId, deps.now())
    const last = (await stores.workshops.groups(workshopId)).at(-1)?.number ?? 0
    if (last >= MOST_GROUPS) throw new ProblemError('too-many-groups', { limit: MOST_GROUPS })
    await openGroup(deps, stores, led.workshop, last + 1, group)
    return led
  })
}

/** Says where a group sits, or opens more seats. Throws group-not-found, seats-taken. */
export async function amendGroup(
  deps: Deps,
  asker: Asker,
  { workshopId, groupId, ...changes }: AmendGroup & { readonly workshopId: string; readonly groupId: string },
): Promise<Workshop> {
  return changeWorkshop(deps, asker, workshopId, async (stores, led) => {
    const group = { ...(await findGroupIn(stores, led.workshop, groupId)), ...changes }
    const taken = (await stores.workshops.seats(workshopId)).filter(
      (seat) => seat.groupId === groupId && seat.removedAt === null,
    ).length
    if (group.seats < taken) throw new ProblemError('seats-taken', { taken })
    await stores.workshops.saveGroup(group)
    return led
  })
}

/** Nobody comes in any more, and the boards are closed; what was written in time may still arrive. Throws workshop-ended. */
export async function endWorkshop(deps: Deps, asker: Asker, workshopId: string): Promise<Workshop> {
  return changeWorkshop(deps, asker, workshopId, async (stores) => {
    const { workshop, profile } = await findOpen(stores, asker, workshopId, deps.now())
    const conduct = { ...workshop.conduct, phase: 'done' as const, clock: null }
    const next = { ...workshop, conduct, endedAt: deps.now().toISOString() }
    await stores.workshops.save(next)
    await logEvent(deps, stores, asker.personId, { kind: 'workshop-ended', workshopId }, profile.id)
    return { workshop: next, profile }
  })
}

/** Changes a workshop, and tells its boards after the commit. */
export async function changeWorkshop(
  deps: Deps,
  asker: Asker,
  workshopId: string,
  change: (stores: Writers, led: Led) => Promise<Led>,
): Promise<Workshop> {
  return deps.storage.write(async (stores) => {
    const led = await change(stores, await findLed(stores, asker, workshopId))
    const groups = await stores.workshops.groups(workshopId)
    stores.afterCommit(() => deps.boards.tell(groups.map(({ id }) => id)))
    return describeWorkshop(stores, asker, led, deps.now())
  })
}

/** The time that the plan means for a phase, from now on. */
export function clockFor({ phases }: StoredWorkshop, phase: StoredWorkshop['conduct']['phase'], now: Date) {
  return startClock(phases.find((each) => each.phase === phase)?.minutes ?? 0, now)
}

async function openGroup(
  { newId, newSecret }: Deps,
  { workshops }: Writers,
  { id: workshopId }: StoredWorkshop,
  number: number,
  { place, seats }: AddGroup,
): Promise<void> {
  let code: string
  do code = codeFrom(diceFrom(newSecret()))
  while (await workshops.groupByCode(code))
  await workshops.insertGroup({ id: newId(), workshopId, number, place, seats, code })
}

function requireSound({ phases }: Pick<StoredWorkshop, 'phases'>): void {
  if (!isPlanSound(phases)) throw new ProblemError('plan-unsound')
}

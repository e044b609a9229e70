import type { Storage } from '../../../server/storage/storage.ts'
import type { Role } from '../../../schemas/types.ts'
import { EVERYTHING } from '../../../server/domain/people/grants.ts'
import { STRANGER, THE_PROGRAM, type Asker, type Deps } from '../../../server/usecases/deps.ts'
import { admitToBoard, readState } from '../../../server/usecases/workshop/admit-to-board.ts'
import { removeSeat, moveSeat } from '../../../server/usecases/workshop/keep-seats.ts'
import { planWorkshop } from '../../../server/usecases/workshop/plan-workshop.ts'
import { takeSeat, type Taken } from '../../../server/usecases/workshop/take-seat.ts'
import type { Workshop } from '../../../schemas/types.ts'
import { id } from '../../support/build-profile.ts'
import { buildPlan } from '../../support/hold-workshop.ts'
import { openMemoryStorage } from '../../support/memory-storage.ts'
import { depsOn, draft } from '../../support/published.ts'

let storage: Storage
let deps: Deps
let now: Date
let workshop: Workshop
let amina: Taken
beforeEach(async () => {
  now = new Date('2026-03-10T09:00:00Z')
  storage = await openMemoryStorage()
  deps = depsOn(storage, () => now)
  await draft(deps)
  workshop = await planWorkshop(deps, THE_PROGRAM, { slug: 'testare', ...buildPlan() })
  amina = await takeSeat(deps, { code: workshop.groups[0]!.code, name: 'Amina', perspective: '' })
})
afterEach(() => storage.close())

const somebody = (role: Role): Asker => ({
  ...THE_PROGRAM,
  personId: id('karin'),
  name: 'Karin',
  viewer: { grants: [{ role, scope: EVERYTHING }] },
})
const admit = (asker: Asker, { group = 0, secret }: { group?: number; secret?: string | undefined } = {}) =>
  admitToBoard(deps, asker, { groupId: workshop.groups[group]!.id, secret })

test('whoever has a seat in the group writes with their hand', async () => {
  const { seatId, hand } = amina.seat
  expect(await admit(STRANGER, { secret: amina.secret })).toEqual({ seatId, hand, canWrite: true })
})

test.each<[string, () => Promise<unknown>]>([
  ['nothing', () => admit(STRANGER)],
  ['a secret that nobody was given', () => admit(STRANGER, { secret: 'guessed' })],
  ['a seat in another group', () => admit(STRANGER, { group: 1, secret: amina.secret })],
])('whoever has %s is not let in', async (_, come) => {
  await expect(come()).rejects.toMatchObject({ code: 'not-seated' })
})

test('whoever has been taken out is not let in', async () => {
  await removeSeat(deps, THE_PROGRAM, { workshopId: workshop.id, seatId: amina.seat.seatId })
  await expect(admit(STRANGER, { secret: amina.secret })).rejects.toMatchObject({ code: 'not-seated' })
})

test('whoever has been moved is let in there, and no longer here', async () => {
  const { seatId } = amina.seat
  await moveSeat(deps, THE_PROGRAM, { workshopId: workshop.id, seatId, groupId: workshop.groups[1]!.id })
  await expect(admit(STRANGER, { secret: amina.secret })).rejects.toMatchObject({ code: 'not-seated' })
  expect(await admit(STRANGER, { group: 1, secret: amina.secret })).toMatchObject({ seatId, canWrite: true })
})

test.each<[string, string, boolean]>([
  ['on its day', '2026-03-10T15:00:00Z', true],
  ['two weeks after its codes ran out, but a second', '2026-03-25T23:59:59Z', true],
  ['later than that', '2026-03-26T00:00:00Z', false],
])('what a phone has kept is taken %s: %3$s; and it can look in any case', async (_, at, canWrite) => {
  now = new Date(at)
  expect(await admit(STRANGER, { secret: amina.secret })).toMatchObject({ canWrite })
})

test.each<[Role, string | null]>([
  ['facilitator', null],
  ['administrator', null],
  ['reader', 'not-allowed'],
  ['coordinator', 'not-allowed'],
])('a %s may look into any board of the workshop, and write on none: %s', async (role, refusal) => {
  const come = admit(somebody(role), { group: 1 }).catch((error: { code: string }) => error.code)
  const looking = { seatId: id('karin'), hand: '', canWrite: false }
  expect(await come).toEqual(refusal ?? looking)
})

test('a facilitator who has taken a seat is there with their seat, and looks in elsewhere', async () => {
  const asker = somebody('facilitator')
  expect(await admit(asker, { secret: amina.secret })).toMatchObject({ canWrite: true })
  expect(await admit(asker, { group: 1, secret: amina.secret })).toMatchObject({ canWrite: false })
})

test('how the workshop stands is told for a group, and not for one that there is not', async () => {
  expect(await readState(deps, workshop.groups[1]!.id)).toMatchObject({ group: { number: 2 }, members: [] })
  expect(await readState(deps, id('nobody'))).toBeUndefined()
})

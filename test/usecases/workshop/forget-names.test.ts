import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { RetentionPreview } from '../../../schemas/types.ts'
import { backUp } from '../../../server/storage/back-up.ts'
import { openStorage } from '../../../server/storage/open-storage.ts'
import { restore } from '../../../server/storage/restore.ts'
import type { Storage } from '../../../server/storage/storage.ts'
import { THE_PROGRAM, type Deps } from '../../../server/usecases/deps.ts'
import { previewTidying, tidyUp } from '../../../server/usecases/installation/tidy-up.ts'
import { removeSeat } from '../../../server/usecases/workshop/keep-seats.ts'
import { endWorkshop, planWorkshop } from '../../../server/usecases/workshop/plan-workshop.ts'
import { takeSeat } from '../../../server/usecases/workshop/take-seat.ts'
import { addCard } from '../../../server/board/write-on-board.ts'
import { buildPlan, writeOn } from '../../support/hold-workshop.ts'
import { depsOn, draft } from '../../support/published.ts'

const NAMES = ['Amina Deltagarsson', 'Bo Deltagarsson', 'Cem Deltagarsson']
const ON_ITS_DAY = new Date('2026-03-10T09:00:00Z')
const BEFORE = new Date('2026-06-09T23:59:59Z')
const AFTER = new Date('2026-06-10T00:00:00Z')

let folder: string
let storage: Storage
let deps: Deps
let now: Date
const place = () => ({ databaseUrl: undefined, dataDir: path.join(folder, 'data') })
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-names-'))
  now = ON_ITS_DAY
  await open()
  await draft(deps)
})
afterEach(async () => {
  await storage.close()
  rmSync(folder, { recursive: true })
})

async function open() {
  storage = await openStorage(place(), () => undefined)
  deps = depsOn(storage, () => now)
}

/** A workshop with three people in its second group. */
async function held(date = '2026-03-10') {
  const workshop = await planWorkshop(deps, THE_PROGRAM, { slug: 'testare', ...buildPlan({ date }) })
  const taken = []
  for (const name of NAMES)
    taken.push(await takeSeat(deps, { code: workshop.groups[1]!.code, name, perspective: 'employer' }))
  return { workshop, taken }
}
const namesIn = async (workshopId: string) =>
  (await storage.read(({ workshops }) => workshops.seats(workshopId))).map(({ name }) => name)
const preview = async (): Promise<RetentionPreview> => previewTidying(deps, THE_PROGRAM)
const onDisk = () =>
  readdirSync(place().dataDir)
    .filter((name) => name.includes('sqlite') && !name.includes('before'))
    .filter((name) => readFileSync(path.join(place().dataDir, name)).includes('Deltagarsson'))
const expired = async () =>
  (await storage.read(({ log }) => log.search({}, { limit: 50, page: 1 }))).entries
    .map(({ event }) => event)
    .filter(({ kind }) => kind === 'data-expired')

test('names are kept until ninety days after the codes ran out, and forgotten then', async () => {
  const { workshop, taken } = await held()
  now = BEFORE
  expect((await preview()).names).toBe(0)
  expect(await tidyUp(deps, null)).toMatchObject({ names: 0 })
  expect(await namesIn(workshop.id)).toEqual(NAMES)
  now = AFTER
  expect((await preview()).names).toBe(3)
  expect(await tidyUp(deps, null)).toMatchObject({ names: 3 })
  expect(await namesIn(workshop.id)).toEqual(['', '', ''])
  expect((await preview()).names).toBe(0)
  expect(await expired()).toMatchObject([{ counts: { names: 3 } }])
  // The seat stays, and who answered from where.
  const [seat] = await storage.read(({ workshops }) => workshops.seats(workshop.id))
  expect(seat).toMatchObject({ hand: taken[0]!.seat.hand, perspective: 'employer', removedAt: null })
})

test('where nothing was kept too long, nothing is logged', async () => {
  await held()
  await tidyUp(deps, null)
  expect(await expired()).toEqual([])
})

test('the names of one workshop go, and those of a later one stay', async () => {
  const [early, late] = [await held(), await held('2026-06-01')]
  now = AFTER
  await tidyUp(deps, null)
  expect([await namesIn(early.workshop.id), await namesIn(late.workshop.id)]).toEqual([['', '', ''], NAMES])
})

test('a workshop that was ended early keeps names ninety days from then', async () => {
  const { workshop } = await held('2062-03-10')
  await endWorkshop(deps, THE_PROGRAM, workshop.id)
  now = new Date('2026-06-08T09:00:00Z')
  expect(await tidyUp(deps, null)).toMatchObject({ names: 3 })
})

test('whoever is taken out is forgotten at once, down to the last byte', async () => {
  const { workshop, taken } = await held()
  for (const { seat } of taken)
    await removeSeat(deps, THE_PROGRAM, { workshopId: workshop.id, seatId: seat.seatId })
  expect(await namesIn(workshop.id)).toEqual(['', '', ''])
  expect(onDisk()).toEqual([])
})

test('what is forgotten by time is forgotten down to the last byte, and what was written stays', async () => {
  const { workshop, taken } = await held()
  const groupId = workshop.groups[1]!.id
  await writeOn(
    storage,
    groupId,
    taken[0]!.seat,
    (pen) => void addCard(pen, { kind: 'skills', text: 'Lyfta' }),
  )
  expect(onDisk()).not.toEqual([])
  now = AFTER
  await tidyUp(deps, null)
  expect(onDisk()).toEqual([])
  expect((await storage.read(({ boards }) => boards.load(groupId))).updates).toHaveLength(1)
})

test('names that a restored backup brings back are forgotten again by the next tidying', async () => {
  const { workshop } = await held()
  const file = path.join(folder, 'backup.gz')
  await backUp(place(), file, now.toISOString())
  now = AFTER
  await tidyUp(deps, null)
  await storage.close()
  await restore(place(), file, { replace: true, now: now.toISOString() })
  await open()
  expect(await namesIn(workshop.id)).toEqual(NAMES)
  expect(await tidyUp(deps, null)).toMatchObject({ names: 3 })
  expect(await namesIn(workshop.id)).toEqual(['', '', ''])
  expect(onDisk()).toEqual([])
})

test('the names are on no board: a participant stands there by their hand', async () => {
  const { workshop, taken } = await held()
  const groupId = workshop.groups[1]!.id
  await writeOn(
    storage,
    groupId,
    taken[0]!.seat,
    (pen) => void addCard(pen, { kind: 'skills', text: 'Lyfta' }),
  )
  const { updates } = await storage.read(({ boards }) => boards.load(groupId))
  const bytes = Buffer.concat(updates.map(({ update }) => update))
  expect([bytes.includes(taken[0]!.seat.hand), bytes.includes('Deltagarsson')]).toEqual([true, false])
})

import type { Phase } from '../../../schemas/types.ts'
import { checkUpdate } from '../../../server/board/check-update.ts'
import { docOf, writersOf } from '../../../server/board/kept-board.ts'
import { readBoard } from '../../../server/board/read-board.ts'
import { addCard } from '../../../server/board/write-on-board.ts'
import { countBoard } from '../../../server/domain/workshop/count-board.ts'
import { PHASES } from '../../../server/domain/workshop/phases.ts'
import { tallyNeeds } from '../../../server/domain/workshop/tally-needs.ts'
import type { Storage } from '../../../server/storage/storage.ts'
import { THE_PROGRAM, type Deps } from '../../../server/usecases/deps.ts'
import { endWorkshop, planWorkshop } from '../../../server/usecases/workshop/plan-workshop.ts'
import { moveToPhase } from '../../../server/usecases/workshop/conduct-workshop.ts'
import { removeSeat } from '../../../server/usecases/workshop/keep-seats.ts'
import { readCompilation } from '../../../server/usecases/workshop/read-compilation.ts'
import { rehearse } from '../../../server/usecases/workshop/rehearse.ts'
import { takeSeat } from '../../../server/usecases/workshop/take-seat.ts'
import { buildPlan, writeOn } from '../../support/hold-workshop.ts'
import { openMemoryStorage } from '../../support/memory-storage.ts'
import { depsOn, draft } from '../../support/published.ts'

let storage: Storage
let deps: Deps
beforeEach(async () => {
  storage = await openMemoryStorage()
  deps = depsOn(storage)
  await draft(deps)
})
afterEach(() => storage.close())

const planned = (isRehearsal = true) =>
  planWorkshop(deps, THE_PROGRAM, { slug: 'testare', ...buildPlan({ isRehearsal }) })
const kept = (groupId: string) => storage.read(({ boards }) => boards.load(groupId))
const board = async (groupId: string) => readBoard(docOf(await kept(groupId)))
const seatsIn = (workshopId: string) => storage.read(({ workshops }) => workshops.seats(workshopId))
const go = (workshopId: string, phase: Phase) => moveToPhase(deps, THE_PROGRAM, { workshopId, phase })

test('a rehearsal fills its free seats with people whom nobody takes for real, from several perspectives', async () => {
  const { id: workshopId, groups } = await planned()
  const { groups: filled } = await rehearse(deps, THE_PROGRAM, workshopId)
  expect(filled.map(({ taken }) => taken)).toEqual([2, 5])
  const seats = (await seatsIn(workshopId)).filter(({ groupId }) => groupId === groups[1]!.id)
  expect(seats.filter(({ name }) => !name.endsWith('(påhittad)'))).toEqual([])
  expect(new Set(seats.map(({ name }) => name)).size).toBe(5)
  expect(new Set(seats.map(({ perspective }) => perspective)).size).toBeGreaterThan(2)
})

test('each phase adds what is missing, and the board has then what the phase is about', async () => {
  const { id: workshopId, groups } = await planned()
  const groupId = groups[1]!.id
  const seen: Record<string, ReturnType<typeof countBoard> & { marks: number }> = {}
  for (const phase of PHASES) {
    await go(workshopId, phase)
    await rehearse(deps, THE_PROGRAM, workshopId)
    const now = await board(groupId)
    seen[phase] = { ...countBoard(now), marks: now.marks.length }
  }
  const { collect, sort, delimit, word, done } = seen
  expect(collect!.unsorted).toBeGreaterThan(10)
  expect([collect!.themes.length, collect!.marks, collect!.outcomes]).toEqual([0, 0, 0])
  expect(collect!.cards.suitability).toBeGreaterThan(0)
  expect(sort!.themes).toHaveLength(3)
  expect(sort!.cards).toEqual(collect!.cards)
  expect(sort!.unsorted).toBe(collect!.cards.suitability)
  expect(delimit!.marks).toBe(5 * (collect!.unsorted - collect!.cards.suitability))
  expect(delimit!.decided).toBeGreaterThan(collect!.unsorted / 2)
  expect([word!.outcomes > 2, word!.criteria > 2]).toEqual([true, true])
  expect(done).toEqual(word)
})

test('what is worded rests on cards that are needed, and some cards are for the job and some for nobody', async () => {
  const { id: workshopId, groups } = await planned()
  await go(workshopId, 'word')
  await rehearse(deps, THE_PROGRAM, workshopId)
  const made = await board(groups[1]!.id)
  const needs = tallyNeeds(made)
  expect(made.outcomes.filter(({ cardIds }) => cardIds.length === 0)).toEqual([])
  expect(new Set(made.decisions.map(({ need }) => need)).has('onTheJob')).toBe(true)
  expect([...needs.values()].filter(({ outcome }) => outcome === 'dayOne').length).toBeGreaterThan(5)
})

test('going straight to a phase gives the same board as going there step by step', async () => {
  const [slow, quick] = [await planned(), await planned()]
  for (const phase of PHASES) {
    await go(slow.id, phase)
    await rehearse(deps, THE_PROGRAM, slow.id)
  }
  await go(quick.id, 'done')
  await rehearse(deps, THE_PROGRAM, quick.id)
  const said = async ({ groups }: typeof slow) => {
    const { cards, themes, outcomes } = await board(groups[1]!.id)
    return { cards: cards.length > 10, themes: themes.length, outcomes: outcomes.length > 5 }
  }
  expect(await said(slow)).toEqual(await said(quick))
})

test('rehearsing again writes nothing, and two at once write nothing twice', async () => {
  const { id: workshopId, groups } = await planned()
  await go(workshopId, 'word')
  await Promise.all([rehearse(deps, THE_PROGRAM, workshopId), rehearse(deps, THE_PROGRAM, workshopId)])
  const [before, seats] = [await kept(groups[1]!.id), await seatsIn(workshopId)]
  expect(before.updates.length).toBeLessThanOrEqual(5 * 4)
  await rehearse(deps, THE_PROGRAM, workshopId)
  expect(await kept(groups[1]!.id)).toEqual(before)
  expect(await seatsIn(workshopId)).toEqual(seats)
})

test('what real participants have written and sorted is left as it is, and their seats are theirs', async () => {
  const { id: workshopId, groups } = await planned()
  const [group] = groups
  const { seat } = await takeSeat(deps, { code: group!.code, name: 'Amina', perspective: '' })
  await writeOn(
    storage,
    group!.id,
    seat,
    (pen) => void addCard(pen, { kind: 'skills', text: 'Mitt eget kort' }),
  )
  await go(workshopId, 'done')
  await rehearse(deps, THE_PROGRAM, workshopId)
  const { cards } = await board(group!.id)
  expect(cards.filter(({ by }) => by === seat.hand)).toMatchObject([
    { text: 'Mitt eget kort', themeId: null },
  ])
  expect((await seatsIn(workshopId)).filter(({ groupId }) => groupId === group!.id).map(({ name }) => name).toSorted()).toEqual(['Amina', 'Asp (påhittad)']) // prettier-ignore
})

test('whoever has been taken out stays out, and another comes in their place', async () => {
  const { id: workshopId, groups } = await planned()
  await rehearse(deps, THE_PROGRAM, workshopId)
  const [first] = (await seatsIn(workshopId)).filter(({ groupId }) => groupId === groups[0]!.id)
  await removeSeat(deps, THE_PROGRAM, { workshopId, seatId: first!.id })
  const { groups: filled } = await rehearse(deps, THE_PROGRAM, workshopId)
  expect(filled[0]).toMatchObject({ taken: 2 })
  const seats = await seatsIn(workshopId)
  expect(seats.find(({ id }) => id === first!.id)).toMatchObject({ name: '', removedAt: expect.any(String) })
  expect(seats).toHaveLength(8)
})

test('each update is one that the live boards would take from that seat', async () => {
  const { id: workshopId, groups } = await planned()
  await go(workshopId, 'done')
  await rehearse(deps, THE_PROGRAM, workshopId)
  const groupId = groups[1]!.id
  const seats = new Map((await seatsIn(workshopId)).map((seat) => [seat.id, seat]))
  const { updates } = await kept(groupId)
  updates.forEach(({ seatId, update }, at) => {
    const before = { state: null, writers: {}, updates: updates.slice(0, at) }
    const hand = seats.get(seatId)?.hand ?? ''
    const there = { doc: docOf(before), writers: writersOf(before) }
    expect(checkUpdate(there, { seatId, hand }, update)).toMatchObject({ ok: true })
  })
  expect(updates.length).toBeGreaterThan(10)
})

test('two groups of a rehearsal give rows of a compilation that have statements of both', async () => {
  const { id: workshopId } = await planned()
  await go(workshopId, 'done')
  await rehearse(deps, THE_PROGRAM, workshopId)
  const { themes } = await readCompilation(deps, THE_PROGRAM, workshopId)
  const rows = themes.flatMap((theme) => theme.rows)
  expect(rows.some(({ statements }) => new Set(statements.map(({ groupNumber }) => groupNumber)).size === 2)).toBe(true) // prettier-ignore
})

test('boards that somebody has open are told, and take in what came', async () => {
  const { id: workshopId, groups } = await planned()
  const told: (readonly string[])[] = []
  const taken: (readonly string[])[] = []
  const boards = {
    ...deps.boards,
    tell: (groupIds: readonly string[]) => void told.push(groupIds),
    takeIn: (groupIds: readonly string[]) => void taken.push(groupIds),
  }
  await rehearse({ ...deps, boards }, THE_PROGRAM, workshopId)
  expect([told, taken]).toEqual([[groups.map(({ id }) => id)], [groups.map(({ id }) => id)]])
})

test.each([
  ['a workshop that is none', () => planned(false), 'not-a-rehearsal'],
  ['one that has ended', async () => {
    const workshop = await planned()
    return endWorkshop(deps, THE_PROGRAM, workshop.id)
  }, 'workshop-ended'],
])('%s is refused, and stays as it is', async (_, prepare, code) => {
  const { id: workshopId } = await prepare()
  await expect(rehearse(deps, THE_PROGRAM, workshopId)).rejects.toMatchObject({ code })
  expect(await seatsIn(workshopId)).toEqual([])
}) // prettier-ignore

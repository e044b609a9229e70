import {
  addCard,
  addOutcome,
  addTheme,
  decideOnCard,
  putAside,
  putCardInTheme,
  type Pen,
} from '../../../server/board/write-on-board.ts'
import { docOf } from '../../../server/board/kept-board.ts'
import type { Storage } from '../../../server/storage/storage.ts'
import { THE_PROGRAM, type Deps } from '../../../server/usecases/deps.ts'
import { foldBoard } from '../../../server/live/boards/fold-board.ts'
import { planWorkshop } from '../../../server/usecases/workshop/plan-workshop.ts'
import { readReplay } from '../../../server/usecases/workshop/read-replay.ts'
import { takeSeat } from '../../../server/usecases/workshop/take-seat.ts'
import { buildProfile, id } from '../../support/build-profile.ts'
import { buildPlan } from '../../support/hold-workshop.ts'
import { openMemoryStorage } from '../../support/memory-storage.ts'
import { depsOn, draft } from '../../support/published.ts'

let storage: Storage
let deps: Deps
let at: { workshopId: string; groupId: string }
let seat: { seatId: string; hand: string }
beforeEach(async () => {
  storage = await openMemoryStorage()
  deps = depsOn(storage)
  await draft(deps, buildProfile())
  const workshop = await planWorkshop(deps, THE_PROGRAM, { slug: 'testare', ...buildPlan() })
  const group = workshop.groups[0]!
  at = { workshopId: workshop.id, groupId: group.id }
  seat = (await takeSeat(deps, { code: group.code, name: 'Amina', perspective: '' })).seat
})
afterEach(() => storage.close())

/** Somebody writes at that time; kept as the live boards keep it. */
async function write(time: string, work: (pen: Pen) => void): Promise<void> {
  await storage.write(async ({ boards }) => {
    const doc = docOf(await boards.load(at.groupId))
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    work({ doc, hand: seat.hand, newId: () => id() })
    const { groupId } = at
    await boards.append(
      updates.map((update) => ({ groupId, seatId: seat.seatId, at: `2026-03-10T${time}.000Z`, update })),
    )
  })
}
const fold = (time: string) =>
  foldBoard(storage, at.groupId, {
    now: new Date(`2026-03-10T${time}.000Z`),
    last: undefined,
    stepEveryMs: 0,
  })
const replay = async () => (await readReplay(deps, THE_PROGRAM, at)).steps
const lines = async () =>
  (await replay()).map(({ at: when, board }) => [
    when.slice(11, 19),
    board.cards.map(({ text, need }) => (need ? `${text} (${need})` : text)).join(', '),
    board.themes.length,
    board.outcomes.length,
  ])

test('a replay of a board on which nobody has written has no steps', async () => {
  expect(await replay()).toEqual([])
})

test('a replay goes on from the steps of the history to the board as it stands', async () => {
  let card = ''
  let theme = ''
  await write('10:00:00', (pen) => void (card = addCard(pen, { kind: 'skills', text: 'lyfta' })))
  await fold('10:02:00')
  await write('10:02:30', (pen) => {
    theme = addTheme(pen, 'Lyft')
    putCardInTheme(pen, card, theme)
  })
  await write('10:02:33', (pen) => decideOnCard(pen, card, 'dayOne'))
  await write(
    '10:03:30',
    (pen) => void addOutcome(pen, { themeId: theme, category: 'skills', text: 'lyfta' }),
  )
  expect(await lines()).toEqual([
    ['10:02:00', 'lyfta', 0, 0],
    ['10:02:33', 'lyfta (dayOne)', 1, 0],
    ['10:03:30', 'lyfta (dayOne)', 1, 1],
  ])
  await fold('10:04:00')
  expect((await lines()).at(-1)).toEqual(['10:04:00', 'lyfta (dayOne)', 1, 1])
})

test('what cannot be seen is no step, and nobody is named', async () => {
  let card = ''
  await write('10:00:00', (pen) => void (card = addCard(pen, { kind: 'skills', text: 'lyfta' })))
  await write('10:01:00', (pen) => {
    const other = addCard(pen, { kind: 'skills', text: 'tvätta' })
    putAside(pen, 'cards', other, true)
  })
  await write('10:02:00', (pen) => putAside(pen, 'cards', card, true))
  expect(await lines()).toEqual([
    ['10:00:00', 'lyfta', 0, 0],
    ['10:02:00', '', 0, 0],
  ])
  expect(JSON.stringify(await replay())).not.toContain(seat.hand)
})

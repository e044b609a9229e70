import 'fake-indexeddb/auto'
import * as Y from 'yjs'
import { openBoardStore, type BoardStore } from '../../../../web/workshop/board/board-store.ts'
import { DeviceCopy } from '../../../../web/workshop/board/device-copy.ts'
import { OwnChanges } from '../../../../web/workshop/board/own-changes.ts'
import { SimulatedTime } from './simulated-time.ts'
import { amina, GROUP, workshopState } from './world.ts'

const COPY = 'copy'
let databases = 0
const newStore = (name = `copies-${(databases += 1)}`) => openBoardStore(() => 'the-device', name)
const noon = Date.parse('2026-09-14T10:00:00Z')

async function openCopy(store: BoardStore, time = new SimulatedTime()) {
  const doc = new Y.Doc()
  const changes = new OwnChanges(doc, {
    isServers: (origin) => origin === 'server',
    now: time.now,
    made: (change, origin) => void (origin !== COPY && copy.put(change)),
  })
  doc.on(
    'update',
    (update: Uint8Array, origin: unknown) => void (origin === 'server' && copy.putServers(update)),
  )
  const copy = new DeviceCopy({
    store,
    board: 'a board',
    surroundings: time,
    changed: () => undefined,
    takeIn: (updates, things) => changes.takeIn(updates, things, COPY),
    whole: () => ({ update: Y.encodeStateAsUpdate(doc), number: changes.made, things: changes.waiting }),
  })
  await copy.load()
  return { doc, changes, copy, texts: doc.getMap('marks') }
}

test('something is kept when the transaction is complete, and not before', async () => {
  const store = newStore()
  const { copy, texts, changes } = await openCopy(store)
  texts.set('a:b', 'dayOne')
  expect([copy.state.kept, changes.made]).toEqual([0, 1])
  await copy.settled()
  expect(copy.state).toEqual({ kept: 1, isFailing: false })
  const again = await openCopy(store)
  expect(again.texts.toJSON()).toEqual({ 'a:b': 'dayOne' })
  expect(again.changes.waiting).toEqual(['marks/a:b'])
})

test('what comes while something is being kept goes together', async () => {
  const store = newStore()
  const { copy, texts } = await openCopy(store)
  for (let at = 0; at < 50; at += 1) texts.set(`${at}:b`, true)
  await copy.settled()
  expect((await store.read('a board')).records).toHaveLength(2)
  expect(copy.state.kept).toBe(50)
})

test('what the server has acknowledged does not wait the next time, and what came from it never did', async () => {
  const store = newStore()
  const { copy, texts, doc } = await openCopy(store)
  texts.set('a:b', 'dayOne')
  await copy.settled()
  texts.set('c:d', 'dayOne')
  doc.transact(() => texts.set('e:f', 'dayOne'), 'server')
  await copy.settled()
  copy.settle(1)
  await copy.settled()
  const again = await openCopy(store)
  expect(again.changes.waiting).toEqual(['marks/c:d'])
  expect(Object.keys(again.texts.toJSON()).toSorted()).toEqual(['a:b', 'c:d', 'e:f'])
  again.copy.settle(again.changes.made)
  await again.copy.settled()
  expect((await store.read('a board')).unsent).toEqual([])
})

test('many records become one, and nothing that another tab has kept meanwhile goes away', async () => {
  const store = newStore()
  const [one, other] = [await openCopy(store), await openCopy(store)]
  other.texts.set('other:tab', true)
  await other.copy.settled()
  for (let at = 0; at < 80; at += 1) {
    one.texts.set(`${at}:b`, true)
    await one.copy.settled()
  }
  expect((await store.read('a board')).records.length).toBeLessThan(20)
  const again = await openCopy(store)
  expect(Object.keys(again.texts.toJSON())).toHaveLength(81)
})

test('a record that cannot be read is passed over and left where it is', async () => {
  const store = newStore()
  await store.keep('a board', { update: new Uint8Array([9, 9, 9]), things: null, contained: [], arrived: [] })
  const { copy, texts } = await openCopy(store)
  for (let at = 0; at < 80; at += 1) {
    texts.set(`${at}:b`, true)
    await copy.settled()
  }
  const { records } = await store.read('a board')
  expect(records.map(({ update }) => [...update].join())).toContain('9,9,9')
  expect(Object.keys((await openCopy(store)).texts.toJSON())).toHaveLength(80)
})

test('a store that does not answer keeps nobody waiting, and what it has comes when it does', async () => {
  const [store, time] = [newStore(), new SimulatedTime()]
  const before = await openCopy(store)
  before.texts.set('a:b', 'dayOne')
  await before.copy.settled()
  let answer = (): void => undefined
  const slow = new Promise<void>((resolve) => (answer = resolve))
  const opening = openCopy({ ...store, read: (board) => slow.then(() => store.read(board)) }, time)
  time.pass(3_000)
  const { copy, texts } = await opening
  texts.set('c:d', 'dayOne')
  expect(copy.state).toEqual({ kept: 0, isFailing: true })
  answer()
  while (copy.state.kept < 2) await new Promise(setImmediate)
  expect(texts.toJSON()).toEqual({ 'a:b': 'dayOne', 'c:d': 'dayOne' })
  expect((await openCopy(store)).texts.toJSON()).toEqual({ 'a:b': 'dayOne', 'c:d': 'dayOne' })
})

test('a database that the browser has closed is opened again', async () => {
  const store = newStore()
  const { copy, texts } = await openCopy(store)
  await store.close()
  texts.set('a:b', true)
  await copy.settled()
  expect(copy.state).toEqual({ kept: 1, isFailing: false })
})

test('the device has one id, however often and from wherever it is asked', async () => {
  const [one, other] = [openBoardStore(() => 'one', 'ids'), openBoardStore(() => 'other', 'ids')]
  const ids = await Promise.all([one.deviceId(), other.deviceId(), one.deviceId()])
  expect(new Set(ids).size).toBe(1)
})

test('the seat that was open last comes first, and its word is not lost when it is not given again', async () => {
  const store = newStore()
  const kept = { groupId: GROUP, seat: { ...amina, word: 'lönn 42' }, clockAhead: 5, openedAt: noon }
  await store.keepSeat(kept)
  await store.keepSeat({ ...kept, groupId: 'another', openedAt: noon + 1 })
  await store.keepSeat({
    ...kept,
    seat: { ...amina, name: 'Amina B', state: workshopState() },
    openedAt: noon + 2,
  })
  expect((await store.seats()).map(({ groupId, seat }) => [groupId, seat.name, seat.word])).toEqual([
    [GROUP, 'Amina B', 'lönn 42'],
    ['another', 'Amina', 'lönn 42'],
  ])
})

test('boards that nobody has opened for sixty days are forgotten, but none with something unsent that can be sent', async () => {
  const store = newStore()
  const day = 86_400_000
  for (const [name, days, things, isOut] of [
    ['old', 61, null, false],
    ['old-unsent', 61, ['a'], false],
    ['old-removed', 61, ['a'], true],
    ['new', 59, null, false],
    ['new-removed', 58, ['a'], true],
  ] as const) {
    const seat = { ...amina, seatId: name }
    await store.keepSeat({ groupId: GROUP, seat, clockAhead: 0, openedAt: noon - days * day, isOut })
    await store.keep(`${GROUP}/${name}`, { update: new Uint8Array([1]), things, contained: [], arrived: [] })
  }
  await store.forgetOld(noon)
  expect((await store.seats()).map(({ seat }) => seat.seatId)).toEqual(['new-removed', 'new', 'old-unsent'])
  expect((await store.read(`${GROUP}/old`)).records).toEqual([])
  expect(await store.read(`${GROUP}/old-removed`)).toEqual({ records: [], unsent: [] })
  expect((await store.read(`${GROUP}/old-unsent`)).records).toHaveLength(1)
})

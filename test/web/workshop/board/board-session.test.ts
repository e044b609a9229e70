import * as Y from 'yjs'
import { readBoard } from '../../../../server/board/read-board.ts'
import {
  addCard,
  addOutcome,
  addTheme,
  markCard,
  putAside,
  textAt,
} from '../../../../server/board/write-on-board.ts'
import type { BoardSession } from '../../../../web/workshop/board/board-session.ts'
import { amina, bo, GROUP, workshopState, World } from './world.ts'

let world: World
beforeEach(() => {
  world = new World()
})
afterEach(() => world.end())

const card = (session: BoardSession, text: string) => addCard(session.pen, { kind: 'skills', text })
const textsOf = (doc: Y.Doc) => readBoard(doc).cards.map(({ text }) => text)

test('what one writes comes to the others and to the server, and the badge follows it there', async () => {
  const [here, there] = [await world.open(amina), await world.open(bo)]
  world.settle()
  expect(here.view).toMatchObject({ isConnected: true, isLoaded: true, badge: { kind: 'on-server' } })
  card(here, 'lyfta')
  world.time.pass(0)
  expect(here.view.badge).toEqual({ kind: 'saving', isSlow: false })
  world.settle()
  expect(there.view.board.cards).toMatchObject([{ text: 'lyfta', by: amina.hand }])
  expect(textsOf(world.server.durable)).toEqual(['lyfta'])
  expect(here.view.badge).toEqual({ kind: 'on-server' })
})

test('it asks with the form of its boards and the device that it is', async () => {
  await world.open(amina)
  const device = await world.store('Amina').deviceId()
  expect(world.server.addresses).toEqual([`ws://workshop.test/live/boards/${GROUP}?form=1&device=${device}`])
})

test('without a network one writes on, on the device, and everything goes when the network is back', async () => {
  const here = await world.open(amina)
  world.settle()
  world.server.isDown = true
  world.server.cut()
  const first = card(here, 'lyfta')
  card(here, 'tvätta')
  await world.kept()
  expect(here.view.badge).toEqual({ kind: 'kept-here', count: 2 })
  textAt(here.doc, 'cards', first)?.insert(5, ' rätt')
  await world.kept()
  for (let second = 0; second < 240; second += 1) {
    world.time.pass(1000)
    world.server.open()
  }
  expect(here.view.badge).toEqual({ kind: 'offline', minutes: 4, count: 2 })
  world.server.isDown = false
  world.happen('back')
  world.settle()
  expect(here.view.badge).toEqual({ kind: 'on-server' })
  expect(textsOf(world.server.durable)).toEqual(['lyfta rätt', 'tvätta'])
})

test('a tab that is closed without a network and opened without one has everything, and knows what waits', async () => {
  const before = await world.open(amina)
  world.settle()
  card(before, 'på servern')
  world.settle()
  await world.kept()
  world.server.isDown = true
  world.server.cut()
  card(before, 'bara här')
  await world.kept()
  await before.close()
  const after = await world.open(amina)
  world.server.open()
  world.time.pass(0)
  expect(after.view).toMatchObject({ isLoaded: true, badge: { kind: 'kept-here', count: 1 } })
  expect(textsOf(after.doc)).toEqual(['på servern', 'bara här'])
  world.server.isDown = false
  world.happen('back')
  world.settle()
  await world.kept()
  expect(after.view.badge).toEqual({ kind: 'on-server' })
  await after.close()
  expect((await world.open(amina)).view.badge).toEqual({ kind: 'kept-here', count: 0 })
})

test('a server that is killed before it has answered makes the badge wait, and gets everything again', async () => {
  const here = await world.open(amina)
  world.settle()
  card(here, 'lyfta')
  world.time.pass(0)
  world.server.deliver()
  await world.kept()
  world.server.kill()
  world.time.pass(0)
  expect(textsOf(world.server.durable)).toEqual([])
  expect(here.view.badge).toEqual({ kind: 'kept-here', count: 1 })
  world.time.pass(1000)
  world.settle()
  expect(textsOf(world.server.durable)).toEqual(['lyfta'])
  expect(here.view.badge).toEqual({ kind: 'on-server' })
})

test('nothing counts as arrived before the answer to the hand-shake itself has been acknowledged', async () => {
  world.server.isDown = true
  const here = await world.open(amina)
  card(here, 'lyfta')
  await world.kept()
  world.server.open()
  world.server.isDown = false
  world.time.pass(1000)
  world.server.open()
  while (world.server.deliver());
  expect(world.server.updates).toBe(1)
  world.time.pass(0)
  expect(here.view).toMatchObject({ isConnected: false, badge: { kind: 'kept-here', count: 1 } })
  world.settle()
  expect(here.view).toMatchObject({ isConnected: true, badge: { kind: 'on-server' } })
})

test('a fast typist sends at most thirty messages a second, and every letter of them', async () => {
  const here = await world.open(amina)
  world.settle()
  const text = textAt(here.doc, 'cards', card(here, ''))
  world.settle()
  const before = world.server.updates
  for (let letter = 0; letter < 200; letter += 1) {
    here.doc.transact(() => text?.insert(letter, 'a'))
    world.time.pass(5)
    world.server.settle()
  }
  expect(world.server.updates - before).toBeLessThanOrEqual(30)
  world.settle()
  expect(textsOf(world.server.durable)).toEqual(['a'.repeat(200)])
})

test('an answer counts for what was sent before it, and for nothing that was still being gathered', async () => {
  const here = await world.open(amina)
  world.settle()
  card(here, 'sänds')
  world.time.pass(0)
  world.server.settle()
  card(here, 'samlas')
  world.happen('back')
  world.server.settle()
  world.time.pass(0)
  expect(textsOf(world.server.durable)).toEqual(['sänds'])
  expect(here.view.badge).toEqual({ kind: 'saving', isSlow: false })
  world.settle()
  expect(here.view.badge).toEqual({ kind: 'on-server' })
})

test('a line that is dead and does not say so is noticed, whether something waits on it or not', async () => {
  const here = await world.open(amina)
  world.settle()
  world.server.goSilent()
  card(here, 'lyfta')
  world.time.pass(14_000)
  expect(here.view).toMatchObject({ isConnected: true, badge: { kind: 'waiting', count: 1 } })
  world.time.pass(8_000)
  world.settle()
  expect(here.view).toMatchObject({ isConnected: true, badge: { kind: 'on-server' } })
  world.server.goSilent()
  const { length } = world.server.addresses
  world.time.pass(32_000)
  expect(world.server.addresses.length).toBeGreaterThan(length)
})

test('a connection on which nothing happens is asked now and then whether it lives, and goes on', async () => {
  const here = await world.open(amina)
  world.settle()
  for (let minute = 0; minute < 5 * 60; minute += 1) {
    world.time.pass(1000)
    world.server.settle()
  }
  expect(world.server.addresses).toHaveLength(1)
  expect(here.view.isConnected).toBe(true)
})

test('a page that is looked at again does not believe its connection, and gives it four seconds', async () => {
  const here = await world.open(amina)
  world.settle()
  world.server.goSilent()
  world.happen('back')
  world.time.pass(5_000)
  world.settle()
  expect([here.view.isConnected, world.server.addresses.length]).toEqual([true, 2])
})

test('it tries again ever more seldom, at most ten seconds apart, and at once when the network is back', async () => {
  world.server.isDown = true
  await world.open(amina)
  const tries: number[] = []
  for (let second = 0; second < 120; second += 1) {
    world.server.open()
    world.time.pass(1000)
    tries.push(world.server.addresses.length)
  }
  expect(tries[9]).toBeLessThan(12)
  expect(tries[119]! - tries[59]!).toBeGreaterThanOrEqual(6)
  world.server.open()
  world.happen('back')
  expect(world.server.addresses.length).toBe(tries[119]! + 1)
})

test.each([
  [4400, 'wrong-shape'],
  [4401, 'not-admitted'],
  [4409, 'old-form'],
  [4410, 'removed'],
  [4413, 'too-large'],
] as const)('after %i it says %s, does not storm, and has the text still', async (code, trouble) => {
  const here = await world.open(amina)
  world.settle()
  world.server.cut(code)
  card(here, 'lyfta')
  await world.kept()
  world.happen('back')
  world.time.pass(600_000)
  expect(world.server.addresses).toHaveLength(1)
  expect(here.view).toMatchObject({ trouble, badge: { kind: 'kept-here', count: 1 } })
  here.retry()
  world.settle()
  expect(here.view).toMatchObject({ trouble: null, badge: { kind: 'on-server' } })
})

test.each([
  [4429, 'too-many', 29_000, 60_000],
  [1013, 'cannot-store', 0, 2_000],
] as const)('after %i it says %s, and tries again by itself', async (code, trouble, notBefore, then) => {
  const here = await world.open(amina)
  world.settle()
  world.server.cut(code)
  world.time.pass(0)
  expect(here.view.trouble).toBe(trouble)
  world.time.pass(notBefore)
  expect(world.server.addresses).toHaveLength(1)
  world.time.pass(then)
  world.settle()
  expect(here.view).toMatchObject({ trouble: null, isConnected: true })
})

test('a server that lets go of the board and leaves the line open is asked anew', async () => {
  const here = await world.open(amina)
  world.settle()
  world.server.letGoOf('Reset Connection')
  world.settle()
  world.time.pass(1000)
  world.settle()
  expect([here.view.isConnected, world.server.addresses.length]).toEqual([true, 2])
})

test('what the server does not take on a board for reading waits, and is never said to be there', async () => {
  const here = await world.open(amina)
  world.server.isReadOnly = true
  card(here, 'lyfta')
  world.settle()
  await world.kept()
  expect(here.view).toMatchObject({ trouble: 'read-only', badge: { kind: 'kept-here', count: 1 } })
})

test('a device that cannot keep anything says so when the server is away, and keeps the whole when it can again', async () => {
  world.server.isDown = true
  world.isDiskFull = true
  const here = await world.open(amina)
  card(here, 'lyfta')
  card(here, 'tvätta')
  await world.kept()
  expect(here.view.badge).toEqual({ kind: 'cannot-keep', count: 2 })
  world.isDiskFull = false
  world.time.pass(2_000)
  await world.kept()
  expect(here.view.badge).toEqual({ kind: 'kept-here', count: 2 })
  await here.close()
  expect(textsOf((await world.open(amina)).doc)).toEqual(['lyfta', 'tvätta'])
})

test('a device that cannot keep anything does without while the server answers', async () => {
  world.isDiskFull = true
  const here = await world.open(amina)
  world.settle()
  card(here, 'lyfta')
  await world.kept()
  world.settle()
  expect(here.view.badge).toEqual({ kind: 'on-server' })
})

test('another person on the same device does not see, and never sends, what the first has left', async () => {
  world.server.isDown = true
  const first = await world.open(amina, 'shared')
  card(first, 'Aminas')
  await world.kept()
  await first.close()
  const second = await world.open(bo, 'shared')
  world.server.isDown = false
  world.happen('back')
  world.settle()
  expect(textsOf(second.doc)).toEqual([])
  expect(textsOf(world.server.durable)).toEqual([])
})

test('two tabs have the same board without a network, and either brings it to the server', async () => {
  world.server.isDown = true
  const [one, other] = [await world.open(amina, 'laptop'), await world.open(amina, 'laptop')]
  card(one, 'från den ena')
  expect(textsOf(other.doc)).toEqual(['från den ena'])
  await world.kept()
  await one.close()
  world.server.isDown = false
  world.happen('back')
  world.settle()
  expect(textsOf(world.server.durable)).toEqual(['från den ena'])
  expect(other.view.badge).toEqual({ kind: 'on-server' })
})

test('each sees who is here, by name and never by what they write in a card', async () => {
  const [here, there] = [await world.open(amina), await world.open(bo)]
  world.settle()
  expect(here.view.people.map(({ name, isHere, isSelf }) => [name, isHere, isSelf])).toEqual([
    ['Amina', true, true],
    ['Bo', true, false],
  ])
  const [cardText, outcomeText] = [
    textAt(there.doc, 'cards', card(there, 'lyfta')),
    textAt(
      there.doc,
      'outcomes',
      addOutcome(there.pen, { ...outcome, themeId: addTheme(there.pen, 'Lyft') }),
    ),
  ] as [Y.Text, Y.Text]
  world.settle()
  there.placeCaret({ text: cardText, anchor: 2, head: 2 })
  world.settle()
  const inText = (part: 'cards' | 'outcomes', index = 0) =>
    here.caretsIn(textAt(here.doc, part, here.view.board[part][index]!.id)!)
  expect(inText('cards')).toEqual([])
  there.placeCaret({ text: outcomeText, anchor: 1, head: 4 })
  world.settle()
  expect(inText('outcomes')).toEqual([{ seatId: bo.seatId, name: 'Bo', anchor: 1, head: 4 }])
  textAt(here.doc, 'outcomes', here.view.board.outcomes[0]!.id)?.insert(0, 'kan ')
  expect(inText('outcomes')).toMatchObject([{ anchor: 5, head: 8 }])
  await there.close()
  world.settle()
  expect(here.view.people.map(({ isHere }) => isHere)).toEqual([true, false])
})
const outcome = { category: 'skills', text: 'lyfta rätt' } as const

test('a caret that runs about is told of at most fifteen times a second', async () => {
  const here = await world.open(amina)
  const text = textAt(here.doc, 'themes', addTheme(here.pen, 'x'.repeat(300)), 'title')!
  world.settle()
  const before = world.server.awarenessMessages
  for (let at = 0; at < 200; at += 1) {
    here.placeCaret({ text, anchor: at, head: at })
    world.time.pass(5)
    world.server.settle()
  }
  expect(world.server.awarenessMessages - before).toBeLessThanOrEqual(16)
})

test('somebody whose line broke is here again when it is mended', async () => {
  const [here, there] = [await world.open(amina), await world.open(bo)]
  world.settle()
  world.server.cut()
  world.time.pass(1000)
  world.settle()
  expect([here, there].map(({ view }) => view.people.every(({ isHere }) => isHere))).toEqual([true, true])
})

test('the state of the workshop comes beside the board, is kept, and sets the clock', async () => {
  const here = await world.open(amina)
  world.settle()
  const state = workshopState({ status: 'ended', now: new Date(world.time.now() + 90_000).toISOString() })
  world.server.tell(JSON.stringify({ kind: 'state', state }))
  world.server.tell('{"kind":"other"}')
  world.server.tell('no JSON')
  world.server.settle()
  world.time.pass(0)
  await world.kept()
  expect(here.view.workshop.status).toBe('ended')
  expect(here.serverNow() - world.time.now()).toBe(90_000)
  expect(await world.store('Amina').seats()).toMatchObject([
    { groupId: GROUP, clockAhead: 90_000, seat: { seatId: amina.seatId, state: { status: 'ended' } } },
  ])
})

test('the server hears how much waits on the device, when it changes and not at each key', async () => {
  const here = await world.open(amina)
  world.settle()
  const text = textAt(here.doc, 'cards', card(here, ''))
  for (let letter = 0; letter < 100; letter += 1) {
    text?.insert(letter, 'a')
    world.time.pass(20)
    world.server.settle()
  }
  const told = () =>
    world.server.stateless.map((payload) => (JSON.parse(payload) as { waiting: number }).waiting)
  expect(told()).toEqual([0])
  card(here, 'och en till')
  card(here, 'som väntar')
  world.time.pass(1_500)
  while (world.server.deliver());
  world.time.pass(1_500)
  world.settle()
  world.time.pass(1_500)
  world.settle()
  expect(told()).toEqual([0, 3, 0])
})

test('undoing takes back what oneself has done, in steps, and nothing of the others', async () => {
  const [here, there] = [await world.open(amina), await world.open(bo)]
  world.settle()
  card(here, 'min')
  card(there, 'din')
  world.settle()
  expect(here.view).toMatchObject({ canUndo: true, canRedo: false })
  here.undo()
  world.settle()
  expect([textsOf(here.doc), textsOf(there.doc)]).toEqual([['din'], ['din']])
  here.redo()
  world.settle()
  expect(textsOf(there.doc).toSorted()).toEqual(['din', 'min'])
})

test('listeners are told once a frame, however much happens, and the board stays the same value meanwhile', async () => {
  const here = await world.open(amina)
  let told = 0
  const stop = here.subscribe(() => (told += 1))
  const { board } = here.view
  for (let at = 0; at < 10; at += 1) card(here, String(at))
  expect([told, here.view.board]).toEqual([0, board])
  world.time.pass(0)
  expect([told, here.view.board.cards.length]).toEqual([1, 10])
  stop()
  card(here, 'mer')
  world.time.pass(0)
  expect(told).toBe(1)
})

test('changes are counted as people count them', async () => {
  world.server.isDown = true
  const here = await world.open(amina)
  const lyfta = card(here, 'lyfta')
  const themeId = addTheme(here.pen, 'Lyft')
  addOutcome(here.pen, { ...outcome, themeId, cardIds: [lyfta] })
  markCard(here.pen, lyfta, 'dayOne')
  textAt(here.doc, 'cards', lyfta)?.insert(0, 'kunna ')
  putAside(here.pen, 'themes', themeId, true)
  await world.kept()
  expect(here.view.badge).toEqual({ kind: 'kept-here', count: 4 })
})

test('whoever leaves the device leaves nothing of the board on it', async () => {
  const here = await world.open(amina)
  card(here, 'lyfta')
  world.settle()
  await world.kept()
  world.settle()
  await here.leave()
  const store = world.store('Amina')
  expect(await store.seats()).toEqual([])
  expect(await store.read(`${GROUP}/${amina.seatId}`)).toEqual({ records: [], unsent: [] })
})

test('a board with something that has not arrived is not forgotten, though somebody leaves the device', async () => {
  world.server.isDown = true
  const here = await world.open(amina)
  card(here, 'lyfta')
  await world.kept()
  expect(here.view.waiting).toBe(1)
  await here.leave()
  const again = await world.open(amina)
  expect(again.view.board.cards).toMatchObject([{ text: 'lyfta' }])
})

test('what somebody who was removed has written stays on the device until it has been copied', async () => {
  const here = await world.open(amina)
  world.settle()
  world.server.isDown = true
  world.server.cut()
  card(here, 'lyfta')
  world.server.isDown = false
  world.server.refusesWith = 4410
  world.happen('back')
  world.settle()
  await world.kept()
  expect(here.view).toMatchObject({ trouble: 'removed', waiting: 1 })
  const store = world.store('Amina')
  expect(await store.seats()).toMatchObject([{ seat: { seatId: amina.seatId }, isOut: true }])
  await here.wordsTaken()
  expect(await store.seats()).toEqual([])
  expect(await store.read(`${GROUP}/${amina.seatId}`)).toEqual({ records: [], unsent: [] })
  expect(here.view.board.cards).toMatchObject([{ text: 'lyfta' }])
})

test('words that were copied for another reason than that stay where they are', async () => {
  const here = await world.open(amina)
  card(here, 'lyfta')
  await world.kept()
  await here.wordsTaken()
  expect((await world.store('Amina').read(`${GROUP}/${amina.seatId}`)).records).not.toEqual([])
})

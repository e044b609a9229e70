import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import * as Y from 'yjs'
import { readBoard } from '../../../server/board/read-board.ts'
import { replayOf } from '../../../server/board/replay.ts'
import { addCard, addTheme, markCard, rewrite, textAt } from '../../../server/board/write-on-board.ts'
import { StorageFailure, type Storage } from '../../../server/storage/storage.ts'
import { openMemoryStorage } from '../../support/memory-storage.ts'
import { idFor } from '../../support/board-acts.ts'
import type { BoardClient } from '../../support/board-client.ts'
import { closeRooms, GROUP, HANDS, openRoom, type Room } from './a-board.ts'

afterEach(closeRooms)

const cardsAt = (client: BoardClient) => readBoard(client.doc).cards.map(({ text }) => text)
const card = (room: Room, client: BoardClient, text: string, seat = 'anna') =>
  addCard(room.pen(client, seat), { kind: 'skills', text })

/** A storage whose commits wait, or fail, as it is told. */
function slowStorage(storage: Storage) {
  let gate: Promise<void> = Promise.resolve()
  let open: () => void = () => undefined
  let trouble: Error | null = null
  const commits: (() => void)[] = []
  return {
    storage: {
      ...storage,
      write: async <T>(work: Parameters<Storage['write']>[0]): Promise<T> => {
        commits.splice(0).forEach((tell) => tell())
        await gate
        if (trouble) throw trouble
        return storage.write(work) as Promise<T>
      },
    } as Storage,
    hold: () => {
      gate = new Promise((resolve) => (open = resolve))
    },
    release: () => open(),
    fail: (error: Error | null) => void (trouble = error),
    untilCommit: () => new Promise<void>((resolve) => commits.push(resolve)),
  }
}

describe('a board that several have open', () => {
  test('shows everybody what each has written, and keeps it', async () => {
    const room = await openRoom()
    const anna = room.come()
    const bo = room.come({ seat: 'bo' })
    await Promise.all([anna.synced, bo.synced])
    card(room, anna, 'Mäta fukt')
    card(room, bo, 'Läsa ritning', 'bo')
    await Promise.all([anna, bo].map((each) => each.until(() => cardsAt(each).length === 2)))
    await Promise.all([anna, bo].map((each) => each.until(() => each.waiting() === 0)))
    expect(readBoard(anna.doc)).toEqual(readBoard(bo.doc))
    expect(await room.kept()).toEqual(readBoard(anna.doc))
  })

  test('tells each who comes how it stands, after what has been said since', async () => {
    const room = await openRoom()
    const anna = room.come()
    await anna.until(() => anna.heard.length === 1)
    room.boards.push(GROUP, { kind: 'state', phase: 'sort' })
    room.boards.push('another', { kind: 'state', phase: 'word' })
    await anna.until(() => anna.heard.length === 2)
    expect(anna.heard).toEqual([
      { kind: 'state', seat: 'anna' },
      { kind: 'state', phase: 'sort' },
    ])
  })

  test('shows where the others write, until they leave', async () => {
    const room = await openRoom()
    const anna = room.come()
    const bo = room.come({ seat: 'bo' })
    await Promise.all([anna.synced, bo.synced])
    bo.awareness.setLocalState({ at: 'x', look: 'sort', hand: HANDS.bo })
    await anna.until(() => anna.awareness.getStates().get(bo.doc.clientID)?.look === 'sort')
    await bo.leave()
    await anna.until(() => !anna.awareness.getStates().has(bo.doc.clientID))
    const again = room.come({ seat: 'bo', doc: bo.doc })
    await again.synced
    again.awareness.setLocalState({ at: 'y' })
    again.awareness.setLocalState({ at: 'z' })
    await anna.until(() => anna.awareness.getStates().get(bo.doc.clientID)?.at === 'z')
    await again.leave()
    await anna.until(() => !anna.awareness.getStates().has(bo.doc.clientID))
    expect(anna.awareness.getStates().size).toBe(0)
  })

  test('keeps the order in which a person has written', async () => {
    const room = await openRoom()
    const anna = room.come()
    const bo = room.come({ seat: 'bo' })
    await Promise.all([anna.synced, bo.synced])
    const title = textAt(anna.doc, 'themes', addTheme(room.pen(anna), ''), 'title')!
    for (const letter of 'en i taget, och alla i sin ordning') title.insert(title.length, letter)
    await bo.until(() => readBoard(bo.doc).themes[0]?.title === 'en i taget, och alla i sin ordning')
    await anna.until(() => anna.waiting() === 0)
    expect((await room.kept()).themes[0]?.title).toBe('en i taget, och alla i sin ordning')
  })

  test('takes what was written while the connection was away, also when it comes twice', async () => {
    const room = await openRoom()
    const anna = room.come()
    await anna.synced
    card(room, anna, 'Före')
    await anna.until(() => anna.waiting() === 0)
    await anna.leave()
    card(room, anna, 'Utan nät')
    const again = room.come({ doc: anna.doc })
    await again.synced
    again.update(Y.encodeStateAsUpdate(anna.doc))
    await again.until(() => again.waiting() === 0)
    expect((await room.kept()).cards.map(({ text }) => text)).toEqual(['Före', 'Utan nät'])
  })

  test('is looked at by those who lead, who write nothing on it', async () => {
    const room = await openRoom()
    const anna = room.come()
    await anna.synced
    card(room, anna, 'Mäta fukt')
    const leader = room.come({ seat: 'leader', device: 'device-0002' })
    await leader.until(() => cardsAt(leader).length === 1)
    leader.awareness.setLocalState({ seatId: '', caret: null })
    addTheme(room.pen(leader), 'x')
    await leader.until(() => leader.heard.includes('not kept'))
    expect((await room.kept()).themes).toEqual([])
    card(room, anna, 'Läsa ritning')
    await leader.until(() => cardsAt(leader).length === 2)
    expect(anna.awareness.getStates().has(leader.doc.clientID)).toBe(false)
    await anna.leave()
    expect(room.boards.isVisited(GROUP)).toBe(true)
    const left = new Promise<void>((resolve) => void room.boards.onChange(() => resolve()))
    await leader.leave()
    await left
    expect(room.boards.isVisited(GROUP)).toBe(false)
    expect(room.boards.presence(GROUP).map(({ seatId }) => seatId)).toEqual(['anna'])
  })

  test('tells which devices are there, what waits on them, and when they wrote', async () => {
    const at = new Date('2026-11-23T09:00:00Z')
    const room = await openRoom({ now: () => at })
    const changed: string[] = []
    const stop = room.boards.onChange((groupId) => void changed.push(groupId))
    const anna = room.come()
    await anna.synced
    anna.say(5, (encoder) => writeVarString(encoder, '{"kind":"device","waiting":3}'))
    card(room, anna, 'Mäta fukt')
    await anna.until(() => anna.waiting() === 0)
    const [seenAt, cameAt] = [at.toISOString(), at.toISOString()]
    const seen = { id: 'device-0001', seatId: 'anna', seenAt, cameAt, waiting: 3 }
    expect(room.boards.presence(GROUP)).toEqual([{ ...seen, isConnected: true, wroteAt: at.toISOString() }])
    expect(room.boards.counts()).toEqual({ boards: 1, connections: 1 })
    const left = new Promise<void>((resolve) => void room.boards.onChange(() => resolve()))
    await anna.leave()
    await left
    expect(room.boards.presence(GROUP)).toEqual([{ ...seen, isConnected: false, wroteAt: at.toISOString() }])
    expect(new Set(changed)).toEqual(new Set([GROUP]))
    stop()
  })
})

test('somebody whose network comes and goes came once, and whoever comes back after half an hour comes anew', async () => {
  let at = new Date('2026-11-23T09:00:00Z')
  const room = await openRoom({ now: () => at })
  const comeAndGo = async () => {
    const anna = room.come()
    await anna.synced
    const left = new Promise<void>((resolve) => void room.boards.onChange(() => resolve()))
    await anna.leave()
    await left
    return room.boards.presence(GROUP)[0]?.cameAt
  }
  const first = await comeAndGo()
  at = new Date('2026-11-23T09:20:00Z')
  expect(await comeAndGo()).toBe(first)
  at = new Date('2026-11-23T09:51:00Z')
  expect(await comeAndGo()).toBe(at.toISOString())
})

describe('what is acknowledged', () => {
  test('is on the disk: until it is, neither the writer nor anybody else hears of it', async () => {
    const slow = slowStorage(await openMemoryStorage())
    const room = await openRoom({}, slow.storage)
    const anna = room.come()
    const bo = room.come({ seat: 'bo' })
    await Promise.all([anna.synced, bo.synced])
    slow.hold()
    const committing = slow.untilCommit()
    card(room, anna, 'Mäta fukt')
    await committing
    // What the server says after this, it says after what it would have said of the card.
    room.boards.push(GROUP, 'later')
    await Promise.all([anna, bo].map((each) => each.until(() => each.heard.includes('later'))))
    expect(anna.waiting()).toBe(1)
    expect(cardsAt(bo)).toEqual([])
    slow.release()
    await bo.until(() => cardsAt(bo).length === 1)
    await anna.until(() => anna.waiting() === 0)
  })

  test('is nothing where the storage fails: the connection is closed, and what was written comes again', async () => {
    const slow = slowStorage(await openMemoryStorage())
    const room = await openRoom({}, slow.storage)
    const anna = room.come()
    const bo = room.come({ seat: 'bo' })
    await Promise.all([anna.synced, bo.synced])
    slow.fail(new StorageFailure('full', new Error('no space')))
    card(room, anna, 'Mäta fukt')
    expect(await anna.closed).toEqual({ code: 1013, reason: 'not-kept' })
    expect(anna.waiting()).toBe(1)
    slow.fail(null)
    const again = room.come({ doc: anna.doc })
    await again.synced
    await bo.until(() => cardsAt(bo).length === 1)
    expect((await room.kept()).cards).toHaveLength(1)
  })

  test('is there when the program is killed and comes again, letter by letter', async () => {
    const storage = await openMemoryStorage()
    const killed = await openRoom({}, storage)
    const anna = killed.come()
    const bo = killed.come({ seat: 'bo' })
    await Promise.all([anna.synced, bo.synced])
    const id = card(killed, anna, '')
    for (const letter of 'Mäta fukt')
      textAt(anna.doc, 'cards', id)!.insert(textAt(anna.doc, 'cards', id)!.length, letter)
    await anna.until(() => anna.waiting() === 0)
    // A program that is killed folds nothing, and its clients are cut off: the next one finds the storage as it is.
    const room = await openRoom({}, storage)
    const cia = room.come({ seat: 'cia' })
    await cia.synced
    expect(cardsAt(cia)).toEqual(['Mäta fukt'])
    rewrite(room.pen(cia, 'cia'), textAt(cia.doc, 'cards', id)!, 'Mallory')
    expect(await cia.closed).toEqual({ code: 4400, reason: 'not-yours' })
    const again = room.come({ doc: anna.doc })
    await again.synced
    textAt(again.doc, 'cards', id)!.insert(0, 'Att ')
    await again.until(() => again.waiting() === 0)
    expect((await room.kept()).cards[0]?.text).toBe('Att Mäta fukt')
  })
})

describe('a board that is folded', () => {
  test('is the same board in one piece, and its history tells how it came about', async () => {
    const room = await openRoom({ limits: { stepEveryMs: 0 } })
    const anna = room.come()
    await anna.synced
    const first = card(room, anna, 'Mäta fukt')
    await anna.until(() => anna.waiting() === 0)
    await room.boards.fold()
    markCard(room.pen(anna), first, 'dayOne')
    await anna.until(() => anna.waiting() === 0)
    await room.boards.fold()
    await room.boards.fold()
    const { kept, steps } = await room.storage.read(async ({ boards }) => ({
      kept: await boards.load(GROUP),
      steps: await boards.steps(GROUP),
    }))
    expect(kept.updates).toEqual([])
    expect(kept.writers).toEqual({ [anna.doc.clientID]: 'anna' })
    expect(replayOf(steps).map(({ board }) => [board.cards.length, board.marks.length])).toEqual([
      [1, 0],
      [1, 1],
    ])
    expect(JSON.stringify(steps)).not.toContain(HANDS.anna)
    expect(await room.kept()).toEqual(readBoard(anna.doc))
  })

  test('is folded after so many updates without anybody asking', async () => {
    const room = await openRoom({ limits: { foldAfterUpdates: 3 } })
    const anna = room.come()
    await anna.synced
    for (let each = 0; each < 6; each += 1) {
      card(room, anna, 'x')
      await anna.until(() => anna.waiting() === 0)
    }
    await anna.leave()
    await room.leave()
    const { updates, foldedTo } = await room.storage.read(({ boards }) => boards.load(GROUP))
    expect({ updates, foldedTo }).toEqual({ updates: [], foldedTo: 6 })
  })

  test('is taken out of memory when nobody has it open, and is there when somebody comes again', async () => {
    const room = await openRoom({ limits: { lingerMs: 0 } })
    const anna = room.come()
    await anna.synced
    card(room, anna, 'Mäta fukt')
    await anna.until(() => anna.waiting() === 0)
    await anna.leave()
    while (room.boards.counts().boards > 0) await new Promise((resolve) => setImmediate(resolve))
    const again = room.come({ seat: 'bo' })
    await again.until(() => cardsAt(again).length === 1)
    await again.synced
    expect((await room.storage.read(({ boards }) => boards.load(GROUP))).updates).toEqual([])
  })

  test('is left whole when people come and go faster than it can be taken away', async () => {
    const room = await openRoom({ limits: { lingerMs: 0, messagesPerHandshake: 1 } })
    for (let each = 0; each < 30; each += 1) {
      const anna = room.come()
      await anna.synced
      card(room, anna, `kort ${each}`)
      await anna.until(() => anna.waiting() === 0)
      anna.socket.terminate()
    }
    expect((await room.kept()).cards).toHaveLength(30)
  })
})

describe('what has been kept for a board by another way', () => {
  /** Keeps what somebody without a connection has written, as a rehearsal does. */
  async function keepCard({ storage }: Room, text: string): Promise<void> {
    await storage.write(async ({ boards }) => {
      const doc = new Y.Doc()
      addCard({ doc, hand: HANDS.cia!, newId: () => idFor(500 + text.length) }, { kind: 'skills', text })
      const update = Y.encodeStateAsUpdate(doc)
      await boards.append([{ groupId: GROUP, seatId: 'cia', at: '2026-11-23T09:00:00.000Z', update }])
    })
  }

  test('is taken in when the board is told so, and everybody there sees it', async () => {
    const room = await openRoom()
    const anna = room.come()
    await anna.synced
    card(room, anna, 'Mäta fukt')
    await anna.until(() => anna.waiting() === 0)
    await keepCard(room, 'Läsa ritning')
    await room.boards.takeIn(GROUP)
    await anna.until(() => cardsAt(anna).length === 2)
    expect(room.boards.content(GROUP)).toEqual(readBoard(anna.doc))
    await keepCard(room, 'Ringa')
    await room.boards.takeIn(GROUP)
    await anna.until(() => cardsAt(anna).length === 3)
    expect(await room.kept()).toEqual(readBoard(anna.doc))
  })

  test('is nothing to a board that nobody has open', async () => {
    const room = await openRoom()
    await room.boards.takeIn(GROUP)
    expect(room.boards.counts()).toEqual({ boards: 0, connections: 0 })
  })
})

describe('two programs on one storage', () => {
  test('show each other’s writing', async () => {
    const storage = await openMemoryStorage()
    const limits = { catchUpEveryMs: 10 }
    const [one, other] = [
      await openRoom({ isShared: true, limits }, storage),
      await openRoom({ isShared: true, limits }, storage),
    ]
    const anna = one.come()
    const bo = other.come({ seat: 'bo' })
    await Promise.all([anna.synced, bo.synced])
    const id = card(one, anna, 'Mäta fukt')
    await bo.until(() => cardsAt(bo).length === 1)
    markCard(other.pen(bo, 'bo'), id, 'dayOne')
    await anna.until(() => readBoard(anna.doc).marks.length === 1)
    await one.boards.fold()
    card(other, bo, 'Läsa ritning', 'bo')
    await anna.until(() => cardsAt(anna).length === 2)
    expect(readBoard(anna.doc)).toEqual(readBoard(bo.doc))
  })

  test('take what builds on the other’s before they have seen it', async () => {
    const storage = await openMemoryStorage()
    const limits = { catchUpEveryMs: 3_600_000 }
    const [one, other] = [
      await openRoom({ isShared: true, limits }, storage),
      await openRoom({ isShared: true, limits }, storage),
    ]
    const bo = other.come({ seat: 'bo' })
    const anna = one.come()
    await Promise.all([anna.synced, bo.synced])
    card(one, anna, 'Mäta fukt')
    await anna.until(() => anna.waiting() === 0)
    await anna.leave()
    const moved = other.come({ doc: anna.doc })
    await moved.synced
    await bo.until(() => cardsAt(bo).length === 1)
    expect(readBoard(bo.doc)).toEqual(readBoard(moved.doc))
  })
})

describe('a connection that breaks a rule is closed with its reason', () => {
  const bytes =
    (length: number, value: number) => (encoder: Parameters<Parameters<BoardClient['say']>[1]>[0]) => {
      writeVarUint(encoder, 2)
      writeVarUint8Array(encoder, new Uint8Array(length).fill(value))
    }

  test.each<[string, number, string, (client: BoardClient, room: Room) => void]>([
    ['speaks another protocol', 4400, 'wrong-shape', (client) => client.raw(new Uint8Array([9, 9, 9]))],
    ['speaks in text', 4400, 'wrong-shape', (client) => client.raw('hello')],
    ['says nothing in a message', 4400, 'wrong-shape', (client) => client.raw(new Uint8Array())],
    ['names another board', 4400, 'wrong-shape', (client) => client.raw(new Uint8Array([1, 65, 0, 0, 0]))],
    [
      'shouts to all',
      4400,
      'wrong-shape',
      (client) => client.say(6, (encoder) => writeVarString(encoder, '{}')),
    ],
    ['says what nobody understands', 4400, 'wrong-shape', (client) => client.say(99, () => undefined)],
    [
      'shakes hands twice',
      4400,
      'wrong-shape',
      (client) =>
        client.say(2, (encoder) => {
          writeVarUint(encoder, 0)
          writeVarString(encoder, '')
        }),
    ],
    ['sends bytes that are no update', 4400, 'wrong-shape', (client) => client.say(0, bytes(100, 255))],
    [
      'asks with bytes that are no state',
      4400,
      'wrong-shape',
      (client) =>
        client.say(0, (encoder) => {
          writeVarUint(encoder, 0)
          writeVarUint8Array(encoder, new Uint8Array([200, 1]))
        }),
    ],
    ['makes a part of its own', 4400, 'wrong-shape', (client) => client.doc.getMap('secrets').set('a', 1)],
    ['writes in another’s name', 4400, 'not-yours', (client, room) => void card(room, client, 'x', 'bo')],
    [
      'leaves something out',
      4400,
      'out-of-step',
      (client, room) => {
        const doc = new Y.Doc()
        addCard({ ...room.pen(client), doc }, { kind: 'skills', text: 'x' })
        const before = Y.encodeStateVector(doc)
        addCard({ ...room.pen(client), doc }, { kind: 'skills', text: 'y' })
        client.update(Y.encodeStateAsUpdate(doc, before))
      },
    ],
    ['writes a novel', 4413, 'too-large', (client, room) => void card(room, client, 'x'.repeat(5000))],
    ['sends a big message', 4413, 'too-large', (client) => client.raw(new Uint8Array(600_000))],
    [
      'says a novel about its caret',
      4413,
      'too-large',
      (client) => client.awareness.setLocalState({ at: 'x'.repeat(3000) }),
    ],
    [
      'shows a caret for another',
      4400,
      'wrong-shape',
      (client) => client.awareness.setLocalState({ hand: HANDS.bo }),
    ],
    [
      'shows a caret that is none',
      4400,
      'wrong-shape',
      (client) => client.awareness.setLocalState([] as never),
    ],
    [
      'tells of its device what is no number',
      4400,
      'wrong-shape',
      (client) => client.say(5, (encoder) => writeVarString(encoder, '{"kind":"device","waiting":-1}')),
    ],
    [
      'tells something else',
      4400,
      'wrong-shape',
      (client) => client.say(5, (encoder) => writeVarString(encoder, 'null')),
    ],
    [
      'says a novel',
      4413,
      'too-large',
      (client) => client.say(5, (encoder) => writeVarString(encoder, 'x'.repeat(3000))),
    ],
    [
      'floods with a thousand messages',
      4429,
      'too-many',
      (client) => {
        for (let each = 0; each < 1000; each += 1)
          client.say(5, (encoder) => writeVarString(encoder, '{"kind":"device","waiting":0}'))
      },
    ],
    [
      'floods with fifty million bytes',
      4429,
      'too-many',
      (client) => {
        for (let each = 0; each < 100; each += 1) client.say(0, bytes(500_000, 0))
      },
    ],
  ])('that %s: %d %s', async (_, code, reason, breach) => {
    const room = await openRoom()
    const bo = room.come({ seat: 'bo', device: 'device-0002' })
    await bo.synced
    card(room, bo, 'Läsa ritning', 'bo')
    await bo.until(() => bo.waiting() === 0)
    const mallory = room.come()
    await mallory.synced
    breach(mallory, room)
    expect(await mallory.closed).toEqual({ code, reason })
    expect(room.warnings).toHaveLength(1)
    card(room, bo, 'Mäta fukt', 'bo')
    await bo.until(() => bo.waiting() === 0)
    expect(cardsAt(bo)).toEqual(['Läsa ritning', 'Mäta fukt'])
    expect((await room.kept()).cards).toHaveLength(2)
  })

  test('by ws itself where one message is larger than can be', async () => {
    const room = await openRoom()
    const mallory = room.come()
    await mallory.synced
    mallory.raw(new Uint8Array(50_000_000))
    expect((await mallory.closed).code).toBe(1009)
  })

  test('by ws itself where it pings faster than it can be answered', async () => {
    const room = await openRoom()
    const mallory = room.come()
    await mallory.synced
    for (let each = 0; each < 1000; each += 1) mallory.socket.ping()
    expect((await mallory.closed).code).toBe(1006)
  })

  test('before it has shaken hands it may say nothing else', async () => {
    const room = await openRoom()
    const mallory = room.come({ shakesHands: false })
    mallory.socket.once('open', () =>
      mallory.say(5, (encoder) => writeVarString(encoder, '{"kind":"device","waiting":0}')),
    )
    expect(await mallory.closed).toEqual({ code: 4400, reason: 'wrong-shape' })
  })

  test('does not show another’s caret with that one’s number', async () => {
    const room = await openRoom()
    const anna = room.come()
    const bo = room.come({ seat: 'bo' })
    await Promise.all([anna.synced, bo.synced])
    anna.awareness.setLocalState({ at: 'x' })
    await bo.until(() => bo.awareness.getStates().has(anna.doc.clientID))
    bo.doc.clientID = anna.doc.clientID
    bo.awareness.emit('update', [{ added: [], updated: [bo.doc.clientID], removed: [] }, null])
    expect(await bo.closed).toEqual({ code: 4400, reason: 'not-yours' })
  })

  test('reads so slowly that what it is told piles up', async () => {
    const room = await openRoom({ limits: { unreadBytes: 200_000 } })
    const mallory = room.come({ seat: 'bo' })
    await mallory.synced
    mallory.socket.pause()
    for (let each = 0; each < 100; each += 1) room.boards.push(GROUP, 'x'.repeat(100_000))
    mallory.socket.resume()
    // It cannot be told why: what would tell it lies behind what it has not read.
    expect((await mallory.closed).code).toBe(1006)
    expect(room.warnings).toEqual([expect.objectContaining({ reason: 'too-slow' })])
  })

  test('answers no more, as when the network has gone without a word', async () => {
    const room = await openRoom({ limits: { pingEveryMs: 20 } })
    const gone = room.come({ options: { autoPong: false } })
    const there = room.come({ seat: 'bo' })
    expect((await gone.closed).code).toBe(1006)
    expect(there.socket.readyState).toBe(there.socket.OPEN)
  })
})

describe('who is not let in is told so', () => {
  test.each([
    ['nobody', { seat: 'nobody' }, 4401, 'not-admitted'],
    ['somebody of another group', { seat: 'stranger' }, 4401, 'not-allowed'],
    ['a page that knows an older board', { form: 0 }, 4409, 'old-form'],
    ['a page that knows no form', { form: 'x' }, 4409, 'old-form'],
  ])('%s', async (_, coming, code, reason) => {
    const room = await openRoom()
    expect(await room.come(coming).closed).toEqual({ code, reason })
  })

  test('who has the thirteenth window open', async () => {
    const room = await openRoom()
    await Promise.all(Array.from({ length: 12 }, () => room.come().synced))
    expect(await room.come().closed).toEqual({ code: 4429, reason: 'too-many-connections' })
    await room.come({ seat: 'bo' }).synced
  })

  test.each([
    ['from another site', { headers: { origin: 'https://evil.example' } }, 403],
    ['to another address', { groupId: 'a/b' }, 404],
    ['without a device', { device: 'x' }, 400],
  ])('who comes %s, before anything is opened', async (_, coming, status) => {
    const room = await openRoom()
    const client = room.come(coming)
    const answer = new Promise((resolve) => {
      client.socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode)
        response.resume()
        client.socket.terminate()
      })
    })
    expect(await answer).toBe(status)
  })

  test('whose seat is taken away, also in the moment of coming', async () => {
    const room = await openRoom()
    const anna = room.come()
    const bo = room.come({ seat: 'bo' })
    await Promise.all([anna.synced, bo.synced])
    room.boards.letGo({ seatId: 'anna' })
    expect(await anna.closed).toEqual({ code: 4410, reason: 'removed' })
    room.boards.letGo({ groupId: GROUP })
    expect(await bo.closed).toEqual({ code: 4410, reason: 'ended' })

    let isRemoved = false
    const racing = await openRoom({
      admit: () => {
        if (isRemoved) return Promise.resolve({ ok: false, status: 403 })
        isRemoved = true
        racing.boards.letGo({ seatId: 'anna' })
        const greeting = () => Promise.resolve(null)
        return Promise.resolve({ ok: true, seatId: 'anna', hand: HANDS.anna!, canWrite: true, greeting })
      },
    })
    expect(await racing.come().closed).toEqual({ code: 4401, reason: 'not-allowed' })
  })

  test('when the program stops, everybody', async () => {
    const room = await openRoom()
    const anna = room.come()
    await anna.synced
    card(room, anna, 'Mäta fukt')
    await anna.until(() => anna.waiting() === 0)
    await room.boards.stop()
    expect(await anna.closed).toEqual({ code: 1001, reason: 'stopping' })
    expect((await room.storage.read(({ boards }) => boards.load(GROUP))).updates).toEqual([])
    expect(room.boards.counts()).toEqual({ boards: 0, connections: 0 })
  })
})

import fc from 'fast-check'
import { writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { checkUpdate } from '../../server/board/check-update.ts'
import { readBoard } from '../../server/board/read-board.ts'
import {
  addCard,
  addOutcome,
  addTheme,
  markCard,
  openUndo,
  rewrite,
  setCardKind,
  setReady,
  textAt,
} from '../../server/board/write-on-board.ts'
import { openWriters } from '../../server/board/writers.ts'
import { act, anyAct, idFor, type Act } from '../support/board-acts.ts'
import { foreignOn } from '../support/foreign-on-board.ts'

/** A server's board and the people at it, with the network's delays in hand. */
function openTable(people: number) {
  const doc = new Y.Doc()
  const writers = openWriters()
  let ids = 100
  const openPage = (hand: string) => {
    const own = new Y.Doc()
    return { doc: own, pen: { doc: own, hand, newId: () => idFor(ids++) }, undo: openUndo(own) }
  }
  const seats = Array.from({ length: people }, (_, at) => {
    const hand = idFor(at + 1)
    const seat = {
      ...openPage(hand),
      seatId: `seat-${at}`,
      hand,
      out: [] as Uint8Array[],
      in: [] as Uint8Array[],
      isOffline: false,
    }
    sendAll(seat)
    return seat
  })
  function sendAll(seat: { doc: Y.Doc; out: Uint8Array[]; isOffline: boolean }) {
    const { doc: own } = seat
    own.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server' && !seat.isOffline && seat.doc === own) seat.out.push(update)
    })
  }
  doc.on('update', (update: Uint8Array) => {
    for (const seat of seats) if (!seat.isOffline) seat.in.push(update)
  })
  type Seat = (typeof seats)[number]
  const receive = (seat: Seat, update: Uint8Array) => {
    const check = checkUpdate({ doc, writers }, seat, update)
    if (check.ok) {
      for (const client of check.newClients) writers.bind(client, seat.seatId)
      if (check.update) Y.applyUpdate(doc, check.update)
    }
    return check
  }
  return {
    doc,
    writers,
    seats,
    receive,
    send: (seat: Seat) => (seat.out.length > 0 ? receive(seat, Y.mergeUpdates(seat.out.splice(0))) : null),
    hear: (seat: Seat) => {
      for (const update of seat.in.splice(0)) Y.applyUpdate(seat.doc, update, 'server')
    },
    leave: (seat: Seat) => {
      seat.isOffline = true
      seat.in.splice(0)
      seat.out.splice(0)
    },
    /** The page is opened anew on what the device has kept, and Yjs counts it as another client. */
    reopen: (seat: Seat) => {
      const kept = Y.encodeStateAsUpdate(seat.doc)
      Object.assign(seat, openPage(seat.hand), { in: [], out: [], isOffline: true })
      Y.applyUpdate(seat.doc, kept)
      sendAll(seat)
    },
    /** The hand-shake: each gives what the other has not; what is under way is sent once more. */
    join: (seat: Seat) => {
      seat.isOffline = false
      const check = receive(seat, Y.encodeStateAsUpdate(seat.doc, Y.encodeStateVector(doc)))
      Y.applyUpdate(seat.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(seat.doc)), 'server')
      return check
    },
  }
}

type Move = { readonly who: number; readonly what: number; readonly act: Act }
const moves = fc.array(fc.record({ who: fc.nat(2), what: fc.nat(16), act: anyAct }), { maxLength: 150 })

function play(table: ReturnType<typeof openTable>, all: readonly Move[]): unknown[] {
  const faults: unknown[] = []
  const hold = (check: ReturnType<typeof table.receive> | null) => {
    if (check && !check.ok) faults.push(check.fault)
  }
  for (const { who, what, act: each } of all) {
    const seat = table.seats[who]!
    if (what === 0) table.leave(seat)
    else if (what === 1) hold(table.join(seat))
    else if (what === 2) hold(table.receive(seat, Y.encodeStateAsUpdate(seat.doc)))
    else if (what <= 4) hold(table.send(seat))
    else if (what === 5) table.hear(seat)
    else if (what === 6) table.reopen(seat)
    else act(seat.pen, seat.undo, each)
  }
  for (const seat of table.seats) hold(table.join(seat))
  for (const seat of table.seats) hold(table.join(seat))
  return faults
}

describe('what is written with the board’s own pen', () => {
  test('is taken, whoever writes, in whatever order, after undoing, being away and sending everything anew', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const table = openTable(3)
        expect(play(table, all)).toEqual([])
        expect(foreignOn(table.doc, table.writers, table.seats)).toEqual([])
        expect(table.doc.store.pendingStructs).toBeNull()
        expect(table.doc.store.pendingDs).toBeNull()
        for (const seat of table.seats)
          expect(Y.encodeStateVector(seat.doc)).toEqual(Y.encodeStateVector(table.doc))
      }),
      { numRuns: 300 },
    )
  })
})

/** A table at which two have written, and a third who means harm and has read it all. */
function openAttackedTable() {
  const table = openTable(3)
  const [anna, bo, mallory] = table.seats as [Seat, Seat, Seat]
  const card = addCard(anna.pen, { kind: 'skills', text: 'Mäta fukt' })
  table.send(anna)
  table.seats.forEach((seat) => table.hear(seat))
  const theme = addTheme(bo.pen, 'Fukt')
  const outcome = addOutcome(bo.pen, {
    themeId: theme,
    category: 'skills',
    text: 'Mäter fukt',
    cardIds: [card],
  })
  markCard(bo.pen, card, 'dayOne')
  table.send(bo)
  table.seats.forEach((seat) => table.hear(seat))
  const before = JSON.stringify(readBoard(table.doc))
  return { table, anna, bo, mallory, card, theme, outcome, before }
}
type Seat = ReturnType<typeof openTable>['seats'][number]
type Attacked = ReturnType<typeof openAttackedTable>
const thingOf = (doc: Y.Doc, part: string, id: string) => doc.getMap(part).get(id) as Y.Map<unknown>

describe('what another program does to a board', () => {
  test.each<[string, string, (at: Attacked) => void]>([
    ['makes a part of its own', 'wrong-shape', ({ mallory }) => mallory.doc.getMap('secrets').set('a', 1)],
    [
      'makes a list of a part',
      'wrong-shape',
      ({ mallory }) => {
        const stranger = new Y.Doc()
        stranger.getText('cards').insert(0, 'x')
        mallory.out.push(Y.encodeStateAsUpdate(stranger))
      },
    ],
    [
      'puts a number where cards are',
      'wrong-shape',
      ({ mallory }) => mallory.doc.getMap('cards').set(idFor(9), 1),
    ],
    [
      'names a card as it likes',
      'wrong-shape',
      ({ mallory }) => mallory.doc.getMap('cards').set('__proto__', new Y.Map()),
    ],
    [
      'gives a card a field',
      'wrong-shape',
      ({ mallory, card }) => thingOf(mallory.doc, 'cards', card).set('colour', 'red'),
    ],
    [
      'gives a card a field that all objects have',
      'wrong-shape',
      ({ mallory, card }) => thingOf(mallory.doc, 'cards', card).set('constructor', 'x'),
    ],
    [
      'puts a card in no theme at all',
      'wrong-shape',
      ({ mallory, card }) => thingOf(mallory.doc, 'cards', card).set('theme', 'x'),
    ],
    [
      'orders by what is no number',
      'wrong-shape',
      ({ mallory, card }) => thingOf(mallory.doc, 'cards', card).set('order', NaN),
    ],
    [
      'nests a board in a card',
      'wrong-shape',
      ({ mallory, card }) => thingOf(mallory.doc, 'cards', card).set('order', new Y.Map()),
    ],
    [
      'hides bytes in a card',
      'wrong-shape',
      ({ mallory, card }) => thingOf(mallory.doc, 'cards', card).set('order', new Uint8Array(9)),
    ],
    [
      'hides a document in a card',
      'wrong-shape',
      ({ mallory, card }) => thingOf(mallory.doc, 'cards', card).set('order', new Y.Doc()),
    ],
    [
      'writes in bold',
      'wrong-shape',
      ({ mallory, outcome }) => textAt(mallory.doc, 'outcomes', outcome)!.format(0, 3, { bold: true }),
    ],
    [
      'embeds a picture',
      'wrong-shape',
      ({ mallory, outcome }) => textAt(mallory.doc, 'outcomes', outcome)!.insertEmbed(0, { image: 'x' }),
    ],
    [
      'gives a text an attribute',
      'wrong-shape',
      ({ mallory, outcome }) => textAt(mallory.doc, 'outcomes', outcome)!.setAttribute('a', 'b'),
    ],
    [
      'puts an XML text for a text',
      'wrong-shape',
      ({ mallory }) => {
        const thing = new Y.Map()
        thing.set('text', new Y.XmlText('x'))
        mallory.doc.getMap('criteria').set(idFor(9), thing)
      },
    ],
    [
      'puts another text in a text’s place',
      'wrong-shape',
      ({ mallory, outcome }) => thingOf(mallory.doc, 'outcomes', outcome).set('text', new Y.Text('x')),
    ],
    [
      'writes in another’s card',
      'not-yours',
      ({ mallory, card }) => textAt(mallory.doc, 'cards', card)!.insert(0, 'x'),
    ],
    [
      'rubs out another’s card',
      'not-yours',
      ({ mallory, card }) => textAt(mallory.doc, 'cards', card)!.delete(0, 2),
    ],
    [
      'makes another’s card another kind',
      'not-yours',
      ({ mallory, card }) => setCardKind(mallory.pen, card, 'suitability'),
    ],
    [
      'takes another’s card for its own',
      'not-yours',
      ({ mallory, card }) => thingOf(mallory.doc, 'cards', card).set('by', mallory.hand),
    ],
    [
      'writes a card in another’s name',
      'not-yours',
      ({ mallory, anna }) => addCard({ ...mallory.pen, hand: anna.hand }, { kind: 'skills', text: 'x' }),
    ],
    ['deletes another’s card', 'not-yours', ({ mallory, card }) => mallory.doc.getMap('cards').delete(card)],
    [
      'replaces another’s card',
      'not-yours',
      ({ mallory, card }) => mallory.doc.getMap('cards').set(card, new Y.Map()),
    ],
    [
      'deletes another’s theme',
      'not-yours',
      ({ mallory, theme }) => mallory.doc.getMap('themes').delete(theme),
    ],
    [
      'deletes the text of an outcome',
      'not-yours',
      ({ mallory, outcome }) => thingOf(mallory.doc, 'outcomes', outcome).delete('text'),
    ],
    [
      'marks for another',
      'not-yours',
      ({ mallory, bo, card }) => markCard({ ...mallory.pen, hand: bo.hand }, card, 'notNeeded'),
    ],
    [
      'takes another’s mark away',
      'not-yours',
      ({ mallory, bo, card }) => mallory.doc.getMap('marks').delete(`${card}:${bo.hand}`),
    ],
    [
      'is ready for another',
      'not-yours',
      ({ mallory, bo }) => setReady({ ...mallory.pen, hand: bo.hand }, 'sort', true),
    ],
    [
      'is ready with a phase that is none',
      'not-yours',
      ({ mallory }) => mallory.doc.getMap('ready').set(`lunch:${mallory.hand}`, true),
    ],
    [
      'decides with a word of its own',
      'wrong-shape',
      ({ mallory, card }) => mallory.doc.getMap('decisions').set(card, 'perhaps'),
    ],
    [
      'writes a novel',
      'too-large',
      ({ mallory, outcome }) => textAt(mallory.doc, 'outcomes', outcome)!.insert(0, 'x'.repeat(4000)),
    ],
    [
      'makes three thousand themes',
      'too-large',
      ({ mallory }) => {
        mallory.doc.transact(() => {
          for (let each = 0; each < 3000; each += 1)
            mallory.doc.getMap('themes').set(idFor(1000 + each), new Y.Map())
        })
      },
    ],
  ])('is refused when it %s', (_, fault, attack) => {
    const at = openAttackedTable()
    attack(at)
    expect(at.table.send(at.mallory)).toEqual({ ok: false, fault })
    expect(JSON.stringify(readBoard(at.table.doc))).toBe(at.before)
    expect(foreignOn(at.table.doc, at.table.writers, at.table.seats)).toEqual([])
  })

  test('is refused when it writes with the number of another’s page', () => {
    const { table, mallory, anna, before } = openAttackedTable()
    mallory.doc.clientID = anna.doc.clientID
    addTheme(mallory.pen, 'x')
    expect(table.send(mallory)).toEqual({ ok: false, fault: 'not-yours' })
    expect(JSON.stringify(readBoard(table.doc))).toBe(before)
  })

  test('is refused when it builds on what is not here, and nothing waits', () => {
    const { table, mallory } = openAttackedTable()
    addTheme(mallory.pen, 'x')
    mallory.out.splice(0)
    addTheme(mallory.pen, 'y')
    expect(table.send(mallory)).toEqual({ ok: false, fault: 'out-of-step' })
    expect(table.doc.store.pendingStructs).toBeNull()
  })

  test('is refused when it deletes what nobody has written yet', () => {
    const { table, mallory, anna } = openAttackedTable()
    const update = new Y.UpdateEncoderV1()
    writeVarUint(update.restEncoder, 0)
    writeVarUint(update.restEncoder, 1)
    for (const number of [anna.doc.clientID, 1, 0, 1000]) writeVarUint(update.restEncoder, number)
    expect(table.receive(mallory, update.toUint8Array())).toEqual({ ok: false, fault: 'out-of-step' })
  })

  test('replaces a long text by another in one go, as long as the new one fits', () => {
    const { table, mallory, outcome } = openAttackedTable()
    const text = textAt(mallory.doc, 'outcomes', outcome)!
    rewrite(mallory.pen, text, 'a'.repeat(3900))
    expect(table.send(mallory)).toMatchObject({ ok: true })
    rewrite(mallory.pen, text, 'b'.repeat(3900))
    expect(table.send(mallory)).toMatchObject({ ok: true })
    text.insert(0, 'c'.repeat(200))
    expect(table.send(mallory)).toEqual({ ok: false, fault: 'too-large' })
  })

  test('leaves the form whole whatever pieces it puts together', () => {
    let taken = 0
    fc.assert(
      fc.property(
        fc.array(fc.array(anyPiece, { minLength: 1, maxLength: 3 }), { maxLength: 20 }),
        (updates) => {
          const { table, mallory } = openAttackedTable()
          const peer = new Y.Doc()
          Y.applyUpdate(peer, Y.encodeStateAsUpdate(table.doc))
          table.doc.on('update', (update: Uint8Array) => Y.applyUpdate(peer, update))
          for (const pieces of updates) {
            const update = encodePieces(table.doc, [mallory.doc.clientID, mallory.doc.clientID + 1], pieces)
            if (table.receive(mallory, update).ok) taken += 1
            expect(foreignOn(table.doc, table.writers, table.seats)).toEqual([])
            expect(table.doc.store.pendingStructs).toBeNull()
            expect(table.doc.store.pendingDs).toBeNull()
          }
          expect(readBoard(peer)).toEqual(readBoard(table.doc))
          const again = new Y.Doc()
          Y.applyUpdate(again, Y.encodeStateAsUpdate(table.doc))
          expect(readBoard(again)).toEqual(readBoard(table.doc))
        },
      ),
      { numRuns: 300 },
    )
    expect(taken).toBeGreaterThan(100)
  })

  test('leaves the form whole when bytes are turned on the way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        anyAct,
        (turned, each) => {
          const { table, mallory } = openAttackedTable()
          act(mallory.pen, mallory.undo, each)
          const update = Y.encodeStateAsUpdate(mallory.doc)
          for (const [at, byte] of turned) update[at % update.length] = byte
          table.receive(mallory, update)
          expect(foreignOn(table.doc, table.writers, table.seats)).toEqual([])
          expect(table.doc.store.pendingStructs).toBeNull()
          expect(table.doc.store.pendingDs).toBeNull()
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** A piece as nobody's pen makes it. The numbers choose among what is there, and what is not. */
const wildPiece = fc.record({
  client: fc.nat(1),
  skip: fc.constantFrom(0, 0, 0, 0, 0, 1, -1),
  left: fc.option(fc.nat(60)),
  right: fc.option(fc.nat(60)),
  parent: fc.nat(60),
  root: fc.constantFrom(
    'cards',
    'themes',
    'outcomes',
    'uses',
    'decisions',
    'marks',
    'ready',
    'secrets',
    undefined,
    undefined,
  ),
  key: fc.constantFrom(
    null,
    'text',
    'title',
    'kind',
    'by',
    'order',
    'theme',
    'x',
    idFor(9),
    idFor(100),
    `${idFor(100)}:${idFor(3)}`,
  ),
  content: fc.nat(9),
  deletes: fc.option(fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 3 })), { freq: 4 }),
})
/** As a pen could have made it, were it not for its neighbours. */
const tamePiece: fc.Arbitrary<Piece> = fc
  .tuple(
    fc.nat(1),
    fc.nat(60),
    fc.option(fc.nat(60)),
    fc.constantFrom<Partial<Piece>>(
      { root: 'themes', key: idFor(9), content: 5 },
      { root: 'outcomes', key: idFor(10), content: 5 },
      { root: 'decisions', key: idFor(100), content: 8 },
      { root: 'uses', key: `${idFor(100)}:${idFor(3)}`, content: 3 },
      { key: 'text', content: 6 },
      { key: 'title', content: 6 },
      { key: 'order', content: 2 },
      { key: 'theme', content: 8 },
      { key: null, content: 4 },
      { left: 1, content: 4 },
      { left: 1, content: 7 },
      { left: 1, right: 1, content: 4 },
      { left: 1, content: 8 },
    ),
    fc.option(fc.nat(60), { freq: 3 }),
  )
  .map(([client, one, other, tame, gone]) => ({
    client,
    skip: 0,
    root: undefined,
    key: null,
    content: 4,
    parent: one,
    ...tame,
    left: tame.left === undefined ? null : one,
    right: tame.right === undefined ? null : other,
    deletes: gone === null ? null : [gone, 1],
  }))
const anyPiece = fc.oneof({ weight: 4, arbitrary: tamePiece }, { weight: 1, arbitrary: wildPiece })
type Piece = typeof wildPiece extends fc.Arbitrary<infer T> ? T : never

function encodePieces(doc: Y.Doc, clients: readonly number[], pieces: readonly Piece[]): Uint8Array {
  const ids = [...doc.store.clients].flatMap(([client, structs]) =>
    structs.flatMap((struct) => [struct.id, new Y.ID(client, struct.id.clock + struct.length - 1)]),
  )
  const next = new Map(clients.map((client) => [client, Y.getState(doc.store, client)]))
  const byClient = new Map<number, Y.Item[]>()
  const deletions: [Y.ID, number][] = []
  for (const piece of pieces) {
    const client = clients[piece.client]!
    const clock = Math.max(next.get(client)! + (byClient.has(client) ? 0 : piece.skip), 0)
    const id = (number: number | null) => (number === null ? null : (ids[number % ids.length] ?? null))
    const thing = new Y.Map()
    const contents: Y.Item['content'][] = [
      new Y.ContentAny(['skills']),
      new Y.ContentAny([idFor(3)]),
      new Y.ContentAny([1, null]),
      new Y.ContentAny([true]),
      new Y.ContentString('x😀'),
      new Y.ContentType(thing as Y.AbstractType<unknown>),
      new Y.ContentType(new Y.Text()),
      new Y.ContentDeleted(2),
      new Y.ContentAny([null]),
      new Y.ContentType(new Y.Array()),
    ]
    const parent = piece.root ?? id(piece.parent)
    const left = piece.root === undefined ? id(piece.left) : null
    const right = piece.root === undefined ? id(piece.right) : null
    const item = new Y.Item(
      new Y.ID(client, clock),
      null,
      left,
      null,
      right,
      parent as Y.ID,
      left || right ? null : piece.key,
      contents[piece.content]!,
    )
    byClient.set(client, [...(byClient.get(client) ?? []), item])
    ids.push(item.id)
    next.set(client, clock + item.length)
    if (piece.deletes) deletions.push([id(piece.deletes[0])!, piece.deletes[1]])
  }
  const encoder = new Y.UpdateEncoderV1()
  writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, items] of byClient) {
    writeVarUint(encoder.restEncoder, items.length)
    encoder.writeClient(client)
    writeVarUint(encoder.restEncoder, items[0]!.id.clock)
    for (const item of items) item.write(encoder, 0)
  }
  writeVarUint(encoder.restEncoder, deletions.length)
  for (const [{ client, clock }, length] of deletions)
    for (const number of [client, 1, clock, length]) writeVarUint(encoder.restEncoder, number)
  return encoder.toUint8Array()
}

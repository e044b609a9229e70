import 'fake-indexeddb/auto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocket, WebSocketServer } from 'ws'
import type * as Y from 'yjs'
import { readBoard } from '../../../../server/board/read-board.ts'
import { addCard } from '../../../../server/board/write-on-board.ts'
import { BoardSession } from '../../../../web/workshop/board/board-session.ts'
import { openBoardStore } from '../../../../web/workshop/board/board-store.ts'
import { wiresOver, type Surroundings } from '../../../../web/workshop/board/surroundings.ts'
import { amina, bo, GROUP } from './world.ts'

/** The protocol as it is spoken by the library itself, over real sockets: what is read out of its source may be read wrongly. */
const server = createServer()
const sockets = new WebSocketServer({ noServer: true })
const documents = new Map<string, Y.Doc>()
const told: string[] = []
const hocuspocus = new Hocuspocus({
  quiet: true,
  afterLoadDocument: ({ document }) => Promise.resolve(void documents.set(document.name, document)),
  onStateless: ({ payload }) => Promise.resolve(void told.push(payload)),
})
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (client) => hocuspocus.handleConnection(client, request, {}))
})

const surroundings: Surroundings = {
  now: () => Date.now(),
  later(run, ms) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  nextFrame: (run) => void setImmediate(run),
  random: () => Math.random(),
  newId: () => crypto.randomUUID(),
  openWire: wiresOver((address) => new WebSocket(address)),
  watch: () => () => undefined,
}

const stores: { close: () => Promise<void> }[] = []
async function open(seat: typeof amina): Promise<BoardSession> {
  const store = openBoardStore(() => crypto.randomUUID(), `hocuspocus-${seat.name}`)
  stores.push(store)
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return BoardSession.open({ origin, seat, store, surroundings })
}

/** Resolves when a view is as it is wanted. */
const until = (session: BoardSession, isSo: (view: BoardSession['view']) => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!isSo(session.view)) return
      stop()
      resolve()
    }
    const stop = session.subscribe(look)
    look()
  })

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  for (const store of stores) await store.close()
  for (const client of sockets.clients) client.terminate()
  server.close()
})

test('two people write on a board over Hocuspocus, lose the line, write on, and have the same in the end', async () => {
  const [here, there] = [await open(amina), await open(bo)]
  addCard(here.pen, { kind: 'skills', text: 'lyfta' })
  await until(there, ({ board }) => board.cards.length === 1)
  await until(here, ({ badge, people }) => badge.kind === 'on-server' && people.every(({ isHere }) => isHere))
  for (const client of sockets.clients) client.terminate()
  await until(here, ({ isConnected }) => !isConnected)
  addCard(here.pen, { kind: 'knowledge', text: 'utan nät' })
  addCard(there.pen, { kind: 'knowledge', text: 'också utan' })
  await until(here, ({ board, badge }) => board.cards.length === 3 && badge.kind === 'on-server')
  await until(there, ({ board, badge }) => board.cards.length === 3 && badge.kind === 'on-server')
  await until(here, ({ people }) => people.every(({ isHere }) => isHere))
  expect(readBoard(documents.get(GROUP)!)).toEqual(here.view.board)
  expect(there.view.board).toEqual(here.view.board)
  expect(told).toContain('{"kind":"device","waiting":0}')
  await here.close()
  await until(there, ({ people }) => people.some(({ isHere }) => !isHere))
  await there.close()
})

import type { IncomingMessage } from 'node:http'
import type { Connection, Hocuspocus } from '@hocuspocus/server'
import { removeAwarenessStates } from 'y-protocols/awareness'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { MOST_CLIENTS_OF_A_SEAT } from '../../board/check-update.ts'
import { Breach, CLOSE_CODES, isNews, type Reason } from './breach.ts'
import { openBucket } from './bucket.ts'
import { readAwareness } from './check-awareness.ts'
import { FacadeSocket } from './facade-socket.ts'
import type { Limits } from './limits.ts'
import type { OpenBoard } from './open-board.ts'
import type { Sign } from './presence.ts'
import { isGoodbye, readSaid, stateless, syncStatus, type Said } from './speak.ts'

/** Who has come, and to which board. */
export type Visitor = {
  readonly groupId: string
  readonly seatId: string
  readonly hand: string
  readonly canWrite: boolean
  readonly sessionId?: string | null
  readonly greeting: () => Promise<unknown>
}

type Around = {
  readonly limits: Limits
  readonly hocuspocus: Hocuspocus
  readonly request: IncomingMessage
  /** Opens the board, and counts the gate among those that are at it. */
  readonly enter: (gate: Gate) => Promise<OpenBoard>
  readonly leave: (gate: Gate, board: OpenBoard) => void
  readonly changed: (groupId: string) => void
  readonly warn: (facts: object, message: string) => void
}

/**
 * One connection to a board: between its websocket and Hocuspocus. Everything that is said goes through it one after the
 * other, and what changes the board is handed on only when it has been checked and kept. Whoever breaks a rule is told
 * which, and closed.
 */
export class Gate {
  readonly visitor: Visitor
  readonly #socket: WebSocket
  readonly #facade: FacadeSocket
  readonly #around: Around
  readonly #sign: Sign | null
  readonly #messages
  readonly #bytes
  readonly #queue: Said[] = []
  #queuedBytes = 0
  #isWorking = false
  #board: OpenBoard | null = null
  #connection: Connection | null = null
  #onConnected: (() => void) | null = null
  #isClosed = false
  #unanswered = 0
  #pushes = 0
  readonly #carets = new Set<number>()
  readonly closed: Promise<void>

  constructor(socket: WebSocket, visitor: Visitor, sign: Sign | null, around: Around) {
    const { limits } = around
    this.visitor = visitor
    this.#socket = socket
    this.#sign = sign
    this.#around = around
    this.#messages = openBucket({ atOnce: limits.messagesAtOnce, perSecond: limits.messagesPerSecond })
    this.#bytes = openBucket({ atOnce: limits.bytesPerMinute, perSecond: limits.bytesPerMinute / 60 })
    this.#facade = new FacadeSocket({
      socket,
      send: (data) => this.#fromHocuspocus(data),
      close: () => this.cut('failed'),
    })
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#leave()
        resolve()
      })
    })
    // The message of an error says what the close event says too; what is too large, ws has closed with 1009.
    socket.on('error', () => undefined)
    socket.on('message', (data, isBinary) => this.#hear(data as Buffer, isBinary))
    socket.on('pong', () => this.#isAlive())
    socket.on('ping', () => void (this.#messages.take(1) || this.cut('too-many')))
  }

  /** Asks whether anybody is there; a connection that has not answered twice is gone. */
  ping(): void {
    this.#unanswered += 1
    if (this.#unanswered > 2) this.#socket.terminate()
    else if (!this.#isClosed) this.#socket.ping()
  }

  /** Says something that is none of the board's content. */
  push(said: unknown): void {
    this.#pushes += 1
    if (this.#connection) this.#send(stateless(this.visitor.groupId, said))
  }

  cut(reason: Reason, cause?: unknown): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#queue.splice(0)
    const { groupId, seatId } = this.visitor
    const err = cause instanceof Error ? { cause: cause.message } : {}
    if (isNews(reason))
      this.#around.warn({ groupId, seatId, reason, ...err }, 'a connection to a board was cut')
    this.#socket.close(CLOSE_CODES[reason], reason)
    setTimeout(() => this.#socket.terminate(), this.#around.limits.patienceMs).unref()
  }

  /** Hocuspocus has let the connection in. */
  connected(connection: Connection): void {
    this.#connection = connection
    this.#onConnected?.()
    void this.#greet()
  }

  #hear(data: Buffer, isBinary: boolean): void {
    if (this.#isClosed) return
    this.#isAlive()
    const { limits } = this.#around
    try {
      if (!isBinary) throw new Breach('wrong-shape')
      if (data.length > limits.messageBytes) throw new Breach('too-large')
      if (!this.#bytes.take(data.length)) throw new Breach('too-many')
      const said = readSaid(data, this.visitor.groupId)
      if (!this.#messages.take(said.kind === 'ask' ? limits.messagesPerHandshake : 1))
        throw new Breach('too-many')
      this.#queue.push(said)
      this.#queuedBytes += data.length
      // The rate is held above: what gathers here gathers since the storage is slow.
      if (this.#queue.length > limits.queuedMessages || this.#queuedBytes > limits.queuedBytes)
        throw new Breach('not-kept')
    } catch (error) {
      return this.#fail(error)
    }
    if (!this.#isWorking) void this.#work()
  }

  async #work(): Promise<void> {
    this.#isWorking = true
    try {
      const board = (this.#board ??= await this.#enter())
      for (let said = this.#next(); said && !this.#isClosed; said = this.#next()) await this.#do(said, board)
    } catch (error) {
      this.#fail(error)
    }
    this.#isWorking = false
  }

  async #enter(): Promise<OpenBoard> {
    const { enter, leave, hocuspocus, request } = this.#around
    const board = await enter(this)
    if (this.#socket.readyState === this.#socket.OPEN)
      hocuspocus.handleConnection(this.#facade as unknown as WebSocket, request, { gate: this })
    else leave(this, board)
    return board
  }

  #next(): Said | undefined {
    const said = this.#queue.shift()
    this.#queuedBytes -= said?.raw.length ?? 0
    return said
  }

  async #do(said: Said, board: OpenBoard): Promise<void> {
    if (said.kind === 'auth') return this.#connect(said)
    if (said.kind === 'close') return this.#socket.close(1000)
    // The board is nobody's to see or to write on before the hand-shake has begun.
    if (!this.#connection) throw new Breach('wrong-shape')
    switch (said.kind) {
      case 'ask':
        holdStateVector(said.stateVector, this.#around.limits.stateVectorBytes)
        return void this.#facade.emit('message', said.raw)
      case 'write':
        return this.#write(said.update, board)
      case 'awareness':
        return this.#move(said, board)
      case 'stateless':
        return this.#note(said.payload)
      default:
    }
  }

  async #connect({ raw }: Said): Promise<void> {
    if (this.#connection) throw new Breach('wrong-shape')
    const connected = new Promise<void>((resolve) => (this.#onConnected = resolve))
    this.#facade.emit('message', raw)
    await Promise.race([connected, this.closed])
  }

  /** With what has been written right after it: all of that is looked at and kept in one. */
  async #write(update: Uint8Array, board: OpenBoard): Promise<void> {
    const updates = [update]
    while (this.#queue[0]?.kind === 'write' && updates.length < 100) {
      const next = this.#next()
      if (next?.kind === 'write') updates.push(next.update)
    }
    const isKept = await this.#keep(merged(updates), board)
    for (const _ of updates) this.#send(syncStatus(this.visitor.groupId, isKept))
  }

  async #keep(update: Uint8Array, board: OpenBoard): Promise<boolean> {
    if (!this.visitor.canWrite) return board.knows(update)
    if (!(await board.write(this.visitor, update))) return true
    this.#sign?.wrote()
    this.#around.changed(this.visitor.groupId)
    return true
  }

  /** Carets: each for its own. A client that writes is bound to its seat by the first thing it says, and that is this. */
  #move(said: Said & { kind: 'awareness' }, { writers }: OpenBoard): void {
    const { seatId, canWrite } = this.visitor
    // Whoever only looks has no caret: what their page says of one goes no further.
    if (!canWrite) return
    const clients = readAwareness(said.update, this.visitor, this.#around.limits.awarenessBytes)
    for (const client of clients) {
      if (!this.#carets.has(client) && this.#carets.size >= 2) throw new Breach('wrong-shape')
      if (writers.clientsOf(seatId).length >= MOST_CLIENTS_OF_A_SEAT) throw new Breach('too-many')
      writers.bind(client, seatId)
      if (writers.seatOf(client) !== seatId) throw new Breach('not-yours')
      this.#carets.add(client)
    }
    this.#facade.emit('message', said.raw)
  }

  #note(payload: string): void {
    if (payload.length > this.#around.limits.statelessLetters) throw new Breach('too-large')
    const waiting = waitingIn(payload)
    if (waiting === undefined) throw new Breach('wrong-shape')
    this.#sign?.says(waiting)
    this.#around.changed(this.visitor.groupId)
  }

  /** What is pushed while the greeting is being written is newer than it. */
  async #greet(): Promise<void> {
    try {
      for (;;) {
        const before = this.#pushes
        const greeting = await this.visitor.greeting()
        if (before !== this.#pushes) continue
        return this.#send(stateless(this.visitor.groupId, greeting))
      }
    } catch (error) {
      this.#fail(new Breach('not-kept', error))
    }
  }

  #fromHocuspocus(data: Uint8Array): void {
    // It says goodbye when it could not do what it was handed, and that has been checked.
    if (isGoodbye(data, this.visitor.groupId)) this.cut('failed')
    else this.#send(data)
  }

  #send(data: Uint8Array): void {
    if (this.#isClosed || this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(data)
    if (this.#socket.bufferedAmount <= this.#around.limits.unreadBytes) return
    this.cut('too-slow')
    this.#socket.terminate()
  }

  #fail(error: unknown): void {
    if (error instanceof Breach) this.cut(error.reason, error.cause)
    else this.cut('failed', error)
  }

  #isAlive(): void {
    this.#unanswered = 0
    this.#sign?.heard()
  }

  #leave(): void {
    this.#isClosed = true
    this.#queue.splice(0)
    this.#sign?.left()
    this.#facade.emit('close', 1000, Buffer.alloc(0))
    if (!this.#board) return
    const { awareness } = this.#board.document
    removeAwarenessStates(awareness, [...this.#carets], null)
    // Otherwise the board would remember every page that ever was.
    for (const client of this.#carets) awareness.meta.delete(client)
    this.#around.leave(this, this.#board)
  }
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates
  if (first && updates.length === 1) return first
  try {
    return Y.mergeUpdates([...updates])
  } catch (error) {
    throw new Breach('wrong-shape', error)
  }
}

function holdStateVector(bytes: Uint8Array, most: number): void {
  if (bytes.length > most) throw new Breach('too-large')
  try {
    Y.decodeStateVector(bytes)
  } catch (error) {
    throw new Breach('wrong-shape', error)
  }
}

/** How many changes a device says that it has not sent; undefined when it says something else. */
function waitingIn(payload: string): number | undefined {
  try {
    const said: unknown = JSON.parse(payload)
    if (typeof said !== 'object' || said === null || !('kind' in said) || said.kind !== 'device')
      return undefined
    const waiting = 'waiting' in said ? said.waiting : undefined
    return Number.isSafeInteger(waiting) && Number(waiting) >= 0 ? Number(waiting) : undefined
  } catch {
    return undefined
  }
}

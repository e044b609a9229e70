import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Hocuspocus, type onAuthenticatePayload, type connectedPayload } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'
import type { Board } from '../../../schemas/types.ts'
import { readBoard } from '../../board/read-board.ts'
import { CLOSE_CODES, type Reason } from './breach.ts'
import { foldBoard, type LastStep } from './fold-board.ts'
import { Gate, type Visitor } from './gate.ts'
import { openJournal } from './journal.ts'
import { OpenBoard } from './open-board.ts'
import type { BoardsGround } from './ground.ts'
import { RESTORE } from '../../storage/storage.ts'
import type { Presence } from './presence.ts'

/** As long as words are taken that come late, and a day. */
const RESTORED_FOR_MS = 15 * 24 * 3_600_000

/** What came with the address of the websocket. */
export type Arrival = {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
  readonly deviceId: string
}

/** A board with all that goes on at it. */
type Table = {
  readonly board: OpenBoard
  readonly gates: Set<Gate>
  lastStep: LastStep | undefined
  folding: Promise<void>
  lingering: NodeJS.Timeout | null
  isClosed: boolean
}

/** The part of the live boards that is there only once somebody has come: with it come Yjs, Hocuspocus and ws. */
export class Hall {
  readonly #ground: BoardsGround
  readonly #presence: Presence
  readonly #changed: (groupId: string) => void
  readonly #journal
  readonly #hocuspocus: Hocuspocus
  readonly #sockets: WebSocketServer
  readonly #gates = new Set<Gate>()
  readonly #tables = new Map<string, Promise<Table>>()
  /** Tables by group, those that are laid. */
  readonly #laid = new Map<string, Table>()
  readonly #clearing = new Map<string, Promise<void>>()
  readonly #timers: NodeJS.Timeout[]
  /** Foldings of any board that are not the last of one: one after the other, with a rest in between. */
  #foldings: Promise<void> = Promise.resolve()
  #endRest: () => void = () => undefined
  #isStopping = false

  constructor(ground: BoardsGround, presence: Presence, changed: (groupId: string) => void) {
    const { limits } = ground
    this.#ground = ground
    this.#presence = presence
    this.#changed = changed
    this.#journal = openJournal(ground.storage)
    this.#sockets = new WebSocketServer({
      noServer: true,
      maxPayload: limits.payloadBytes,
      clientTracking: false,
    })
    this.#hocuspocus = new Hocuspocus({
      quiet: true,
      // Whether a connection lives is for the gates to find out.
      timeout: 2 ** 31 - 1,
      onAuthenticate: async ({ context, connectionConfig }: onAuthenticatePayload) => {
        connectionConfig.readOnly = !(context as { gate: Gate }).gate.visitor.canWrite
        return Promise.resolve()
      },
      connected: async ({ context, connection }: connectedPayload) => {
        ;(context as { gate: Gate }).gate.connected(connection)
        return Promise.resolve()
      },
    })
    const every = (ms: number, work: () => void) => setInterval(work, ms).unref()
    this.#timers = [
      every(limits.pingEveryMs, () => this.#gates.forEach((gate) => gate.ping())),
      every(limits.foldEveryMs, () => void this.fold()),
      ...(ground.isShared ? [every(limits.catchUpEveryMs, () => void this.#catchUp())] : []),
    ]
  }

  get counts(): { readonly boards: number; readonly connections: number } {
    return { boards: this.#laid.size, connections: this.#gates.size }
  }

  /** Opens the websocket, for the visitor or to tell why not. */
  receive({ request, socket, head, deviceId }: Arrival, visitor: Visitor | Reason): void {
    this.#sockets.handleUpgrade(request, socket, head, (websocket) => {
      const { limits, log } = this.#ground
      const refusal = typeof visitor === 'string' ? visitor : this.#refusalFor(visitor)
      if (typeof visitor === 'string' || refusal) {
        websocket.on('error', () => undefined)
        websocket.close(CLOSE_CODES[refusal ?? 'failed'], refusal ?? 'failed')
        setTimeout(() => websocket.terminate(), limits.patienceMs).unref()
        return
      }
      const { groupId, seatId, canWrite } = visitor
      const sign = canWrite ? this.#presence.arrive(groupId, { id: deviceId, seatId }) : null
      const gate = new Gate(websocket, visitor, sign, {
        limits,
        request,
        hocuspocus: this.#hocuspocus,
        enter: (who) => this.#enter(who),
        leave: (who, board) => this.#leave(who, board),
        changed: this.#changed,
        warn: (facts, message) => log.warn(facts, message),
      })
      this.#gates.add(gate)
      void gate.closed.then(() => {
        this.#gates.delete(gate)
        this.#changed(groupId)
      })
      this.#changed(groupId)
    })
  }

  isVisited(groupId: string): boolean {
    for (const gate of this.#gates) if (gate.visitor.groupId === groupId) return true
    return false
  }

  /** What stands on a board that somebody has open. */
  content(groupId: string): Board | undefined {
    const table = this.#laid.get(groupId)
    return table && readBoard(table.board.document)
  }

  /** Also into a board that is being opened just now: it may have been read before. */
  async takeIn(groupId: string): Promise<void> {
    const table = await this.#tables.get(groupId)?.catch(() => undefined)
    if (table && !table.isClosed) await table.board.catchUp()
  }

  push(groupId: string, said: unknown): void {
    for (const gate of this.#gates) if (gate.visitor.groupId === groupId) gate.push(said)
  }

  letGo(isMeant: (visitor: Visitor) => boolean, reason: Reason): void {
    for (const gate of this.#gates) if (isMeant(gate.visitor)) gate.cut(reason)
  }

  /** Folds every board with something new. */
  async fold(): Promise<void> {
    for (const table of this.#laid.values()) {
      if (table.board.unfolded > 0 || table.board.hasNews) await this.#fold(table)
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    this.#endRest()
    for (const timer of this.#timers) clearInterval(timer)
    const gates = [...this.#gates]
    for (const gate of gates) gate.cut('stopping')
    await Promise.all(gates.map(({ closed }) => closed))
    await Promise.allSettled([...this.#tables.values()].map(async (table) => this.#clear(await table)))
    await Promise.all(this.#clearing.values())
    this.#sockets.close()
  }

  #refusalFor({ groupId, seatId }: Visitor): Reason | null {
    if (this.#isStopping) return 'stopping'
    const theirs = [...this.#gates].filter(
      ({ visitor }) => visitor.groupId === groupId && visitor.seatId === seatId,
    )
    return theirs.length >= this.#ground.limits.connectionsOfASeat ? 'too-many-connections' : null
  }

  async #enter(gate: Gate): Promise<OpenBoard> {
    const { groupId } = gate.visitor
    for (;;) {
      const table = await this.#tableFor(groupId)
      if (table.isClosed) continue
      if (table.lingering) clearTimeout(table.lingering)
      table.lingering = null
      table.gates.add(gate)
      this.#foldInTime(table)
      return table.board
    }
  }

  #leave(gate: Gate, { groupId }: OpenBoard): void {
    const table = this.#laid.get(groupId)
    if (!table?.gates.delete(gate) || table.gates.size > 0 || this.#isStopping) return
    table.lingering = setTimeout(() => void this.#clear(table), this.#ground.limits.lingerMs).unref()
  }

  #tableFor(groupId: string): Promise<Table> {
    const there = this.#tables.get(groupId)
    if (there) return there
    const table = this.#lay(groupId)
    this.#tables.set(groupId, table)
    table.catch(() => this.#tables.delete(groupId))
    return table
  }

  async #lay(groupId: string): Promise<Table> {
    await this.#clearing.get(groupId)
    const load = () => this.#ground.storage.read(({ boards }) => boards.load(groupId))
    const kept = await load()
    const restoredAt = await this.#restoredAt(groupId)
    const nobody = { isAuthenticated: true, readOnly: false }
    const document = await this.#hocuspocus.createDocument(groupId, {}, groupId, nobody)
    // It stays until we let it go: Hocuspocus would take it away from under a connection that comes as another leaves.
    document.addDirectConnection()
    const { now, isShared } = this.#ground
    const board = new OpenBoard(groupId, document, kept, {
      journal: this.#journal,
      now,
      load,
      isShared,
      isRestored: () => restoredAt !== null && now().getTime() - restoredAt < RESTORED_FOR_MS,
    })
    const table: Table = {
      board,
      gates: new Set(),
      lastStep: undefined,
      folding: Promise.resolve(),
      lingering: null,
      isClosed: false,
    }
    board.onKept = () => this.#foldInTime(table)
    this.#laid.set(groupId, table)
    return table
  }

  /** When a backup was put back that the board comes out of; in milliseconds since 1970. */
  #restoredAt(groupId: string): Promise<number | null> {
    return this.#ground.storage.read(async ({ jobs, workshops }) => {
      const restored = (await jobs.list()).find(({ name }) => name === RESTORE)
      const group = restored && (await workshops.findGroup(groupId))
      const workshop = group && (await workshops.find(group.workshopId))
      return workshop && restored && workshop.createdAt < restored.startedAt
        ? Date.parse(restored.startedAt)
        : null
    })
  }

  /** Folds the board for the last time and takes it out of memory, unless somebody has come in the meantime. */
  async #clear(table: Table): Promise<void> {
    const { board } = table
    await board.idle()
    if (board.unfolded > 0 || board.hasNews) await this.#fold(table, true)
    if (table.gates.size > 0 || !board.isIdle || table.isClosed) return
    table.isClosed = true
    this.#laid.delete(board.groupId)
    this.#tables.delete(board.groupId)
    board.document.removeDirectConnection()
    const cleared = this.#hocuspocus.unloadDocument(board.document).then(() => {
      this.#clearing.delete(board.groupId)
    })
    this.#clearing.set(board.groupId, cleared)
    await cleared
  }

  #foldInTime(table: Table): void {
    if (table.board.unfolded > this.#ground.limits.foldAfterUpdates) void this.#fold(table)
  }

  /** One after the other. What cannot be folded now can be later: nothing is lost by waiting. */
  #fold(table: Table, isLast = false): Promise<void> {
    const { storage, now, log, limits, isShared } = this.#ground
    const { board } = table
    const before = { unfolded: board.unfolded, hasNews: board.hasNews }
    board.unfolded = 0
    const work = async () => {
      try {
        const stepEveryMs = isLast ? 0 : limits.stepEveryMs
        // Another program may have taken a step since, which the next is to follow on.
        const step = { now: now(), last: isShared ? undefined : table.lastStep, stepEveryMs }
        const { last, isLookedAt } = await foldBoard(storage, board.groupId, step)
        table.lastStep = last
        if (isLookedAt) board.hasNews = board.unfolded > 0
      } catch (error) {
        board.unfolded += before.unfolded
        log.warn({ groupId: board.groupId, err: error }, 'a board could not be folded')
      }
    }
    table.folding = table.folding.then(() => (isLast ? work() : this.#inTurn(work)))
    return table.folding
  }

  /** While a board is folded nothing is kept of what others write: where many are due at once there is time for that. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#foldings.then(work)
    this.#foldings = done.then(async () => {
      if (this.#isStopping) return
      await new Promise<void>((resolve) => {
        this.#endRest = resolve
        setTimeout(resolve, this.#ground.limits.restBetweenFoldsMs).unref()
      })
    })
    return done
  }

  async #catchUp(): Promise<void> {
    for (const { board } of this.#laid.values()) await board.catchUp()
  }
}

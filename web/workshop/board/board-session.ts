import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Board, Seat, WorkshopState } from '../../../schemas/types.ts'
import { readBoard } from '../../../server/board/read-board.ts'
import { openUndo, unwind, writeUnderTwoNumbers, type Pen } from '../../../server/board/write-on-board.ts'
import { BOARD_FORM } from '../../../server/domain/workshop/board-form.ts'
import { badge, nextLook, type Badge, type Whereabouts } from './badge.ts'
import { BoardConnection } from './board-connection.ts'
import { nameOfBoard, type BoardStore } from './board-store.ts'
import { DeviceCopy } from './device-copy.ts'
import { OwnChanges, type OwnChange } from './own-changes.ts'
import {
  caretsIn,
  openAwareness,
  peopleHere,
  placeCaret,
  type CaretHere,
  type PersonHere,
} from './people-here.ts'
import { liveAddress, type Surroundings } from './surroundings.ts'
import { isOut as isOutBy, type Trouble } from './trouble.ts'

export type BoardView = {
  readonly board: Board
  readonly workshop: WorkshopState
  readonly badge: Badge
  readonly people: readonly PersonHere[]
  /** How many things are not on the server as they are here. */
  readonly waiting: number
  readonly trouble: Trouble | null
  readonly isConnected: boolean
  /** Something is known of what stands on the board; before that an empty board says nothing. */
  readonly isLoaded: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** Other tabs of this browser that have the same board open. */
export type OtherTabs = {
  readonly tell: (update: Uint8Array) => void
  /** Hears what they write from now on, and first all that they have: `whole` is what one has for those that come later. */
  readonly listen: (hear: (update: Uint8Array) => void, whole: () => Uint8Array) => void
  readonly close: () => void
}

type Ports = {
  /** Where the server is, for example `location.origin`. */
  readonly origin: string
  readonly seat: Seat
  /** What the server's clock is ahead, where the seat is one that was kept; otherwise its state says it. */
  readonly clockAhead?: number
  readonly store: BoardStore
  readonly surroundings: Surroundings
  readonly openOtherTabs?: (board: string) => OtherTabs
}

/** What is taken in from the device's copy, and from other tabs. */
const COPY = Symbol('device copy')
const TAB = Symbol('other tab')

/**
 * One person's board in one tab: the document, its copy on the device, its connection, one's own undoing and who else is
 * here. It needs neither network nor server to be written on. Listeners are told once a frame that the view is another.
 */
export class BoardSession {
  readonly doc = new Y.Doc()
  readonly pen: Pen
  readonly undoing: Y.UndoManager
  readonly #ports: Ports
  readonly #changes: OwnChanges
  readonly #copy: DeviceCopy
  readonly #awareness: Awareness
  readonly #otherTabs: OtherTabs | undefined
  readonly #listeners = new Set<() => void>()
  #connection: BoardConnection | null = null
  #view: BoardView | null = null
  #seat: Seat
  #board: Board
  #isBoardOld = false
  #clockAhead: number
  #openedAt: number
  #isLoaded = false
  /** The server takes nothing from this seat any more. */
  #isOut = false
  #isTold = false
  #isClosed = false
  #callOffLook: () => void = () => undefined
  #unwatch: () => void = () => undefined

  private constructor(ports: Ports) {
    const { seat, surroundings } = ports
    this.#ports = ports
    const board = this.#name
    this.#seat = seat
    this.#openedAt = surroundings.now()
    this.#clockAhead = ports.clockAhead ?? this.#aheadBy(seat.state)
    this.pen = { doc: this.doc, hand: seat.hand, newId: surroundings.newId }
    writeUnderTwoNumbers(this.doc)
    this.undoing = openUndo(this.doc)
    this.#awareness = openAwareness(this.doc, seat.seatId, surroundings.random)
    this.#changes = new OwnChanges(this.doc, {
      isServers: (origin) => this.#isServers(origin),
      now: surroundings.now,
      made: (change, origin) => this.#made(change, origin),
    })
    this.#copy = new DeviceCopy({
      store: ports.store,
      board,
      surroundings,
      changed: () => this.#changed(),
      takeIn: (updates, things) => this.#changes.takeIn(updates, things, COPY),
      whole: () => ({
        update: Y.encodeStateAsUpdate(this.doc),
        number: this.#changes.made,
        things: this.#changes.waiting,
      }),
    })
    this.#otherTabs = ports.openOtherTabs?.(board)
    this.#board = readBoard(this.doc)
    this.doc.on('update', this.#updated)
    this.#awareness.on('change', this.#changed)
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
      this.undoing.on(event, this.#changed)
  }

  /** Takes in what the device has, and begins to connect. It is ready to be written on when it is given. */
  static async open(ports: Ports): Promise<BoardSession> {
    const session = new BoardSession(ports)
    await session.#open()
    return session
  }

  /** What is to be shown; another value only when listeners are told. */
  get view(): BoardView {
    return (this.#view ??= this.#look())
  }

  /** Gives the function that stops. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** By the server's clock, in milliseconds since 1970: what clocks in the workshop are read by. */
  serverNow(): number {
    return this.#ports.surroundings.now() + this.#clockAhead
  }

  /** Where one's own caret stands. In a card it is not told: it would say whose the card is. */
  placeCaret(caret: { readonly text: Y.Text; readonly anchor: number; readonly head: number } | null): void {
    const isInCard = caret?.text.parent?.parent === this.doc.getMap('cards')
    placeCaret(this.#awareness, isInCard ? null : caret)
  }

  caretsIn(text: Y.Text): CaretHere[] {
    return caretsIn(this.#awareness, text, this.#seat.state)
  }

  undo(): void {
    unwind(this.undoing, 'undo')
  }

  redo(): void {
    unwind(this.undoing, 'redo')
  }

  /** Tries again after trouble that lasts, at somebody's wish. */
  retry(): void {
    this.#connection?.connect()
  }

  /** Keeps and sends what can be, and lets go of everything. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#unwatch()
    this.#callOffLook()
    this.#listeners.clear()
    this.#connection?.close()
    this.#otherTabs?.close()
    await this.#copy.close()
    this.#changes.stop()
    this.undoing.destroy()
    this.#awareness.destroy()
    this.doc.destroy()
  }

  /** Lets go of everything, and has the device forget the board, unless something on it has not arrived. */
  async leave(): Promise<void> {
    await this.close()
    // A device that cannot keep a board has nothing to forget.
    await this.#ports.store.forget(this.#name).catch(() => false)
  }

  /** Its words have been brought elsewhere: where the server takes nothing from here any more, the device forgets them. */
  async wordsTaken(): Promise<void> {
    await this.#copy.settled()
    if (this.#isOut) await this.#ports.store.forget(this.#name, { evenUnsent: true }).catch(() => false)
  }

  get #name(): string {
    return nameOfBoard(this.#ports.seat.state.group.id, this.#ports.seat.seatId)
  }

  async #open(): Promise<void> {
    const { surroundings, store, origin, seat } = this.#ports
    this.#otherTabs?.listen(
      (update) => Y.applyUpdate(this.doc, update, TAB),
      () => Y.encodeStateAsUpdate(this.doc),
    )
    await this.#copy.load()
    this.#isLoaded = this.#changes.made > 0
    const deviceId = await store.deviceId().catch(() => surroundings.newId())
    if (this.#isClosed) return
    const groupId = seat.state.group.id
    this.#connection = new BoardConnection({
      groupId,
      address: liveAddress(origin, { groupId, form: BOARD_FORM, deviceId }),
      doc: this.doc,
      made: this.#changes.made,
      awareness: this.#awareness,
      surroundings,
      changed: () => this.#connectionChanged(),
      told: (payload) => this.#told(payload),
    })
    this.#unwatch = surroundings.watch((happening) =>
      happening === 'back' ? this.#connection?.wake() : this.#connection?.flush(),
    )
    this.#keepSeat()
    store.forgetOld(surroundings.now()).catch(() => undefined)
    this.#connection.connect()
    this.#changed()
  }

  #made(change: OwnChange, origin: unknown): void {
    this.#connection?.handIn(change.update, change.number)
    if (origin !== COPY) this.#copy.put(change)
    if (origin !== COPY && origin !== TAB) this.#otherTabs?.tell(change.update)
    this.#connection?.report(this.#changes.waitingCount, this.#changes.waitingSince)
  }

  readonly #updated = (update: Uint8Array, origin: unknown): void => {
    if (this.#isServers(origin)) this.#copy.putServers(update)
    this.#isBoardOld = true
    this.#changed()
  }

  #isServers(origin: unknown): boolean {
    return this.#connection !== null && origin === this.#connection
  }

  #connectionChanged(): void {
    const { arrived, hasHeardBoard } = this.#connection?.state ?? { arrived: 0, hasHeardBoard: false }
    this.#isLoaded ||= hasHeardBoard
    const isOut = isOutBy(this.#connection?.state.trouble ?? null)
    if (isOut !== this.#isOut) {
      this.#isOut = isOut
      this.#keepSeat()
    }
    this.#changes.settle(arrived)
    this.#copy.settle(arrived)
    this.#connection?.report(this.#changes.waitingCount, this.#changes.waitingSince)
    this.#changed()
  }

  #told(payload: string): void {
    const state = stateIn(payload)
    if (!state) return
    this.#seat = { ...this.#seat, state }
    this.#clockAhead = this.#aheadBy(state)
    this.#keepSeat()
    this.#changed()
  }

  #aheadBy(state: WorkshopState): number {
    return Date.parse(state.now) - this.#ports.surroundings.now()
  }

  #keepSeat(): void {
    const kept = {
      groupId: this.#ports.seat.state.group.id,
      seat: this.#seat,
      clockAhead: this.#clockAhead,
      openedAt: this.#openedAt,
      isOut: this.#isOut,
    }
    // A device that cannot keep it shows so by the badge as soon as something is written.
    this.#ports.store.keepSeat(kept).catch(() => undefined)
  }

  readonly #changed = (): void => {
    if (this.#isTold || this.#isClosed) return
    this.#isTold = true
    this.#ports.surroundings.nextFrame(() => {
      this.#isTold = false
      if (this.#isClosed) return
      this.#view = this.#look()
      for (const listener of this.#listeners) listener()
    })
  }

  #look(): BoardView {
    if (this.#isBoardOld) this.#board = readBoard(this.doc)
    this.#isBoardOld = false
    const { surroundings } = this.#ports
    const where = this.#whereabouts()
    this.#callOffLook()
    const again = this.#isClosed ? null : nextLook(where, surroundings.now())
    if (again !== null) this.#callOffLook = surroundings.later(this.#changed, again)
    return {
      board: this.#board,
      workshop: this.#seat.state,
      badge: badge(where, surroundings.now()),
      waiting: where.waiting,
      people: peopleHere(this.#awareness, this.#seat.state, this.#seat.seatId),
      trouble: where.trouble,
      isConnected: where.isConnected,
      isLoaded: this.#isLoaded || this.#changes.made > 0,
      canUndo: this.undoing.canUndo(),
      canRedo: this.undoing.canRedo(),
    }
  }

  #whereabouts(): Whereabouts {
    const { made, waitingCount, waitingSince } = this.#changes
    const { kept, isFailing } = this.#copy.state
    const { isConnected, apartSince, trouble, arrived, hasMatched } = this.#connection?.state ?? NOT_YET
    return {
      isOnServer: hasMatched && arrived === made,
      isKept: kept === made,
      isFailing,
      isConnected,
      apartSince: this.#connection ? apartSince : this.#openedAt,
      trouble,
      waiting: waitingCount,
      waitingSince,
    }
  }
}

const NOT_YET = { isConnected: false, apartSince: null, trouble: null, arrived: 0, hasMatched: false }

/** The state of the workshop in a message beside the board; null in any other. */
function stateIn(payload: string): WorkshopState | null {
  try {
    const message = JSON.parse(payload) as { kind?: unknown; state?: WorkshopState } | null
    return message?.kind === 'state' && message.state ? message.state : null
  } catch {
    return null
  }
}

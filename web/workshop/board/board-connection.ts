import {
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
  type Awareness,
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import { EMPTY_UPDATE, messagesAbout, readMessage } from './board-protocol.ts'
import type { Surroundings, Wire } from './surroundings.ts'
import { isLasting, troubleOf, type Trouble } from './trouble.ts'

/** At most 30 messages of writing a second, and 15 of where people are. */
const WRITING_GAP_MS = 34
const AWARENESS_GAP_MS = 67
/** The facilitator is told how much waits on a device, at most this often. */
const REPORT_GAP_MS = 1_000
const OPENING_MS = 10_000
/** A server that has said nothing for so long, though it owes an answer, is gone. */
const SILENCE_MS = 15_000
/** Others may be heard though one's own answer never comes; then a new hand-shake finds out what has arrived. */
const OWED_MS = 60_000
/** After so long a silence the server is asked whether it is there. */
const QUIET_MS = 12_000
/** A page that is looked at again has often lost its network while it slept. */
const IMPATIENT_MS = 4_000
const LOOK_MS = 2_500
const FIRST_WAIT_MS = 300
const LONGEST_WAIT_MS = 10_000
const TOO_MANY_WAIT_MS = 30_000

export type ConnectionState = {
  /** The server has everything that was here at the hand-shake, and answers. */
  readonly isConnected: boolean
  /** Since when it is not connected; null while it is. */
  readonly apartSince: number | null
  readonly trouble: Trouble | null
  /** Everything that was handed in up to this number is on the server, durably. */
  readonly arrived: number
  /** The server has sent the board as it has it, at least once. */
  readonly hasHeardBoard: boolean
  /** A hand-shake has been gone through to its end at least once, so that `arrived` says something. */
  readonly hasMatched: boolean
}

type Ports = {
  readonly groupId: string
  readonly address: string
  readonly doc: Y.Doc
  /** The number of what the document holds already, which goes with the hand-shake. */
  readonly made: number
  readonly awareness: Awareness
  readonly surroundings: Surroundings
  readonly changed: () => void
  /** A message of the server's beside the board: JSON that nobody has looked at. */
  readonly told: (payload: string) => void
}

/** `shaking`: what is here and not on the server is on its way as one; `live`: that has arrived. */
type Phase = 'resting' | 'opening' | 'greeting' | 'asking' | 'shaking' | 'live'

/**
 * A board's connection with the server, in Hocuspocus' protocol. What comes from the server is applied to the document
 * with the connection as its origin; everything else that happens to the document must be handed in, numbered in its
 * order, and is on the server when `arrived` has come to its number. That is so when the answer to the hand-shake has
 * been acknowledged and every update sent since, up to that one: never sooner, whatever the socket says.
 */
export class BoardConnection {
  readonly #ports: Ports
  readonly #say: ReturnType<typeof messagesAbout>
  #phase: Phase = 'resting'
  #wire: Wire | null = null
  /** Tells a wire that was given up on from the one in use: what it still says counts no more. */
  #wireNumber = 0
  #apartSince: number | null
  #trouble: Trouble | null = null
  #failures = 0
  #made = 0
  #arrived = 0
  #hasHeardBoard = false
  #hasMatched = false
  #unsent: Uint8Array[] = []
  /** For each step 2 and update that has no answer yet, in their order: up to which number it reaches, and when it was sent. */
  #owed: { readonly upTo: number; readonly at: number }[] = []
  #isRefused = false
  #lastHeard = 0
  #lastWriting = 0
  #lastAwareness = 0
  #waiting = 0
  #waitingSince: number | null = null
  #reported: number | null = null
  #callOffs = new Map<string, () => void>()

  constructor(ports: Ports) {
    this.#ports = ports
    this.#made = ports.made
    this.#say = messagesAbout(ports.groupId)
    this.#apartSince = ports.surroundings.now()
    ports.awareness.on('update', this.#awarenessMoved)
  }

  get state(): ConnectionState {
    return {
      isConnected: this.#phase === 'live',
      apartSince: this.#apartSince,
      trouble: this.#trouble,
      arrived: this.#arrived,
      hasHeardBoard: this.#hasHeardBoard,
      hasMatched: this.#hasMatched,
    }
  }

  /** Connects, now. After trouble that lasts it is a person's wish that leads here; it is over when the server has answered. */
  connect(): void {
    this.#letGo()
    this.#phase = 'opening'
    const mine = ++this.#wireNumber
    const isMine = () => mine === this.#wireNumber
    const { openWire } = this.#ports.surroundings
    this.#lastHeard = this.#now()
    this.#set('look', LOOK_MS, () => this.#look())
    this.#wire = openWire(this.#ports.address, {
      opened: () => isMine() && this.#greet(),
      heard: (message) => isMine() && this.#hear(message),
      closed: (code, reason) => isMine() && this.#lost(troubleOf(code, reason)),
    })
    this.#ports.changed()
  }

  /** An update of the document that did not come from the server, and its number: one more than the last. */
  handIn(update: Uint8Array, number: number): void {
    this.#made = number
    // Before the hand-shake it is in the document, and so in the hand-shake.
    if (!this.#isShaken) return
    this.#unsent.push(update)
    this.#later('writing', this.#lastWriting + WRITING_GAP_MS, () => this.#write())
  }

  /** How many changes wait on this device, and since when: the facilitator is told of those that go on waiting. */
  report(waiting: number, since: number | null): void {
    this.#waiting = waiting
    this.#waitingSince = since
    if (this.#phase === 'live' && waiting !== this.#reported)
      this.#later('report', this.#now() + REPORT_GAP_MS, () => this.#tellWaiting())
  }

  /** Sends at once what was being gathered: the page may be gone in a moment. */
  flush(): void {
    if (this.#unsent.length > 0) this.#write()
  }

  /** The network is back, or the page is looked at again: no time is lost, and an open connection is not believed. */
  wake(): void {
    if (this.#isShaken) {
      if (this.#owed.length === 0) this.#probe()
      const asked = this.#now()
      this.#set('impatience', IMPATIENT_MS, () => {
        if (this.#lastHeard < asked) this.#lost(null)
      })
    } else if (this.#phase === 'resting' && this.#trouble === null) this.connect()
  }

  /** Says goodbye, so that others see it at once. */
  close(): void {
    const { awareness } = this.#ports
    if (this.#isShaken) {
      this.flush()
      awareness.setLocalState(null)
      this.#send(this.#say.awareness(encodeAwarenessUpdate(awareness, [awareness.clientID])))
    }
    awareness.off('update', this.#awarenessMoved)
    this.#letGo()
  }

  get #isShaken(): boolean {
    return this.#phase === 'shaking' || this.#phase === 'live'
  }

  #greet(): void {
    this.#phase = 'greeting'
    this.#send(this.#say.token())
  }

  #hear(bytes: Uint8Array): void {
    this.#lastHeard = this.#now()
    const message = readMessage(bytes)
    if (message === null) return this.#lost(null)
    const { doc, awareness, told } = this.#ports
    switch (message.kind) {
      case 'authenticated':
        if (this.#phase !== 'greeting') return
        this.#phase = 'asking'
        return this.#send(this.#say.step1(Y.encodeStateVector(doc)))
      case 'denied':
        // After it has let somebody in, the server says so when it could not open the board.
        return this.#lost(this.#phase === 'greeting' ? deniedFor(message.reason) : null)
      case 'step1':
        return this.#answer(message.stateVector)
      case 'step2':
      case 'update':
        Y.applyUpdate(doc, message.update, this)
        if (message.kind === 'update' || this.#hasHeardBoard) return
        this.#hasHeardBoard = true
        return this.#ports.changed()
      case 'status':
        return this.#acknowledged(message.isKept)
      case 'awareness':
        return applyAwarenessUpdate(awareness, message.update, this)
      case 'stateless':
        return told(message.payload)
      case 'closing':
        return this.#lost(troubleOf(0, message.reason))
      case 'other':
    }
  }

  /** The server's step 1 is answered with everything that it has not: also what was written since it last answered. */
  #answer(stateVector: Uint8Array): void {
    if (this.#phase === 'opening' || this.#phase === 'greeting') return
    this.#unsent = []
    this.#callOff('writing')
    this.#owe()
    if (this.#phase === 'asking') this.#phase = 'shaking'
    this.#send(this.#say.step2(Y.encodeStateAsUpdate(this.#ports.doc, stateVector)))
  }

  #write(): void {
    this.#callOff('writing')
    const updates = this.#unsent
    const [first] = updates
    if (!first) return
    this.#unsent = []
    this.#lastWriting = this.#now()
    this.#owe()
    this.#send(this.#say.update(updates.length === 1 ? first : Y.mergeUpdates(updates)))
  }

  #probe(): void {
    this.#owe()
    this.#send(this.#say.update(EMPTY_UPDATE))
  }

  #owe(): void {
    // What is still being gathered goes later than what is sent now: it is not part of it.
    this.#owed.push({ upTo: this.#made - this.#unsent.length, at: this.#now() })
  }

  #acknowledged(isKept: boolean): void {
    const answered = this.#owed.shift()
    if (!answered) return
    if (!isKept) {
      // Nothing after it counts as arrived: it may build on what was refused.
      this.#isRefused = true
      this.#trouble = 'read-only'
    }
    if (!this.#isRefused) {
      this.#arrived = Math.max(this.#arrived, answered.upTo)
      this.#hasMatched = true
      this.#trouble = null
    }
    if (this.#phase === 'shaking') this.#begin()
    this.#ports.changed()
  }

  #begin(): void {
    this.#phase = 'live'
    this.#failures = 0
    this.#apartSince = null
    const { awareness } = this.#ports
    // A new clock: the server has put away whatever had the one before, as the earlier connection ended.
    awareness.setLocalState(awareness.getLocalState())
    this.#reported = null
    this.#tellWaiting()
  }

  #tellWaiting(): void {
    this.#callOff('report')
    if (this.#phase !== 'live' || this.#reported === this.#waiting) return
    const ripe = (this.#waitingSince ?? 0) + REPORT_GAP_MS
    const isYoung = this.#waiting > 0 && ripe > this.#now()
    if (isYoung) this.#later('report', ripe, () => this.#tellWaiting())
    if (isYoung && this.#reported !== null) return
    this.#reported = isYoung ? 0 : this.#waiting
    this.#send(this.#say.stateless(JSON.stringify({ kind: 'device', waiting: this.#reported })))
  }

  readonly #awarenessMoved = (
    { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
    origin: unknown,
  ): void => {
    const { awareness } = this.#ports
    // The server may say that one is gone when an earlier connection ends; that is contradicted.
    const concerned = origin === this ? removed : [...added, ...updated]
    if (this.#phase !== 'live' || !concerned.includes(awareness.clientID)) return
    this.#later('awareness', this.#lastAwareness + AWARENESS_GAP_MS, () => {
      this.#lastAwareness = this.#now()
      this.#send(this.#say.awareness(encodeAwarenessUpdate(awareness, [awareness.clientID])))
    })
  }

  /** Looks now and then whether the server is still there. */
  #look(): void {
    const now = this.#now()
    const [first] = this.#owed
    const silentSince = Math.max(this.#lastHeard, first?.at ?? 0)
    const limit = this.#isShaken ? SILENCE_MS : OPENING_MS
    const isOwed = !this.#isShaken || first !== undefined
    if ((isOwed && now - silentSince >= limit) || (first && now - first.at >= OWED_MS))
      return this.#lost(null)
    if (!isOwed && now - this.#lastHeard >= QUIET_MS) this.#probe()
    this.#set('look', LOOK_MS, () => this.#look())
  }

  #lost(trouble: Trouble | null): void {
    this.#letGo()
    const { now, random } = this.#ports.surroundings
    this.#apartSince ??= now()
    this.#trouble = trouble
    if (!isLasting(trouble)) {
      const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failures + 1))
      this.#failures = Math.min(this.#failures + 1, 10)
      const wait =
        trouble === 'too-many'
          ? TOO_MANY_WAIT_MS * (1 + random() / 2)
          : FIRST_WAIT_MS + random() * (longest - FIRST_WAIT_MS)
      this.#set('retry', wait, () => this.connect())
    }
    this.#ports.changed()
  }

  /** Forgets the wire and everything that hung on it; the document has it all, and the next hand-shake will say it. */
  #letGo(): void {
    for (const callOff of this.#callOffs.values()) callOff()
    this.#callOffs.clear()
    this.#wireNumber += 1
    this.#phase = 'resting'
    const wire = this.#wire
    this.#wire = null
    this.#unsent = []
    this.#owed = []
    this.#isRefused = false
    wire?.close()
    const { awareness } = this.#ports
    const others = [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID)
    removeAwarenessStates(awareness, others, this)
  }

  #send(message: Uint8Array): void {
    try {
      this.#wire?.send(message)
    } catch {
      // A socket that is closing may throw; that it has closed is told by itself.
    }
  }

  #now(): number {
    return this.#ports.surroundings.now()
  }

  /** At that time, unless the same is to be done sooner already. */
  #later(what: string, at: number, run: () => void): void {
    if (!this.#callOffs.has(what)) this.#set(what, Math.max(0, at - this.#now()), run)
  }

  #set(what: string, ms: number, run: () => void): void {
    this.#callOff(what)
    const callOff = this.#ports.surroundings.later(() => {
      this.#callOffs.delete(what)
      run()
    }, ms)
    this.#callOffs.set(what, callOff)
  }

  #callOff(what: string): void {
    this.#callOffs.get(what)?.()
    this.#callOffs.delete(what)
  }
}

function deniedFor(reason: string): Trouble | null {
  return troubleOf(0, reason) ?? 'not-admitted'
}

import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import { messageYjsSyncStep1, writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Ear, Wire } from '../../../../web/workshop/board/surroundings.ts'

type Line = {
  readonly ear: Ear
  toServer: Uint8Array[]
  toClient: Uint8Array[]
  /** A half-open line carries nothing and does not say so. */
  isDead: boolean
  isIn: boolean
  clients: Set<number>
}

/**
 * A server that speaks Hocuspocus' protocol as that is read in its source, keeps each update in a log before it applies
 * it, tells the others and acknowledges it, and loses everything that is not in the log when it is killed. Nothing moves by
 * itself: messages lie on the line until they are delivered, and updates lie in memory until they are committed.
 */
export class SimulatedServer {
  readonly addresses: string[] = []
  readonly stateless: string[] = []
  /** How many updates and steps 2 it was sent. */
  updates = 0
  awarenessMessages = 0
  isDown = false
  isReadOnly = false
  /** What it does to whoever comes: closes with that code. */
  refusesWith: number | null = null
  #log: Uint8Array[] = []
  #doc: Y.Doc
  #awareness: Awareness
  #lines: Line[] = []
  #uncommitted: { line: Line; update: Uint8Array }[] = []
  readonly #name: string

  constructor(name: string) {
    this.#name = name
    this.#doc = this.#load()
    this.#awareness = this.#openAwareness()
  }

  /** What it would have, were it killed now. */
  get durable(): Y.Doc {
    const doc = new Y.Doc()
    for (const update of this.#log) Y.applyUpdate(doc, update)
    return doc
  }

  get lines(): number {
    return this.#lines.length
  }

  openWire = (address: string, ear: Ear): Wire => {
    this.addresses.push(address)
    const line: Line = { ear, toServer: [], toClient: [], isDead: false, isIn: false, clients: new Set() }
    this.#lines.push(line)
    return {
      send: (message) => void line.toServer.push(message),
      close: () => this.#leave(line),
    }
  }

  /** Lets those in who wait for it; refuses them, or breaks down before them. */
  open(): void {
    for (const line of this.#lines.filter(({ isIn, isDead }) => !isIn && !isDead)) {
      line.isIn = true
      if (this.isDown) this.#close(line, 1006)
      else {
        line.ear.opened()
        if (this.refusesWith !== null) this.#close(line, this.refusesWith)
      }
    }
  }

  /** Takes one message off each line, in both directions. Gives whether there was any. */
  deliver(): boolean {
    let any = false
    for (const line of this.#lines) {
      if (line.isDead || !line.isIn) continue
      const [up, down] = [line.toServer.shift(), line.toClient.shift()]
      if (up) this.#receive(line, up)
      if (down) line.ear.heard(down)
      any ||= up !== undefined || down !== undefined
    }
    return any
  }

  /** Writes down what it has in memory, applies it and answers for it. Gives whether there was any. */
  commit(most = Infinity): boolean {
    const committed = this.#uncommitted.splice(0, most)
    for (const { line, update } of committed) {
      this.#log.push(update)
      Y.applyUpdate(this.#doc, update, this)
      this.#say(line, 8, (encoder) => encoding.writeVarUint(encoder, 1))
    }
    return committed.length > 0
  }

  /** Until nothing moves any more. */
  settle(): void {
    for (let isMoving = true; isMoving;) {
      this.open()
      isMoving = [this.deliver(), this.commit()].some(Boolean)
    }
  }

  /** kill -9, and started again. */
  kill(): void {
    this.#uncommitted = []
    this.cut()
    this.#awareness.destroy()
    this.#doc = this.#load()
    this.#awareness = this.#openAwareness()
  }

  /** Cuts all lines, with what lies on them; what was received is still worked on. */
  cut(code = 1006): void {
    for (const line of this.#lines) line.toServer = []
    for (const line of this.#lines) this.#close(line, code)
  }

  /** From now on nothing passes, in either direction, and nobody is told. */
  goSilent(): void {
    for (const line of this.#lines) line.isDead = true
  }

  tell(payload: string): void {
    for (const line of this.#lines) this.#say(line, 5, (encoder) => encoding.writeVarString(encoder, payload))
  }

  letGoOf(reason: string): void {
    for (const line of this.#lines) this.#say(line, 7, (encoder) => encoding.writeVarString(encoder, reason))
  }

  stop(): void {
    this.#awareness.destroy()
  }

  #receive(line: Line, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarString(decoder) !== this.#name) throw new Error('another board')
    switch (decoding.readVarUint(decoder)) {
      case 0:
        return this.#sync(line, decoder)
      case 1:
        this.awarenessMessages += 1
        return applyAwarenessUpdate(this.#awareness, decoding.readVarUint8Array(decoder), line)
      case 2:
        return this.#say(line, 2, (encoder) => {
          encoding.writeVarUint(encoder, 2)
          encoding.writeVarString(encoder, 'read-write')
        })
      case 5:
        this.stateless.push(decoding.readVarString(decoder))
    }
  }

  #sync(line: Line, decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (step === messageYjsSyncStep1) {
      this.#say(line, 0, (encoder) => writeSyncStep2(encoder, this.#doc, content))
      this.#say(line, 0, (encoder) => writeSyncStep1(encoder, this.#doc))
      return
    }
    this.updates += 1
    if (this.isReadOnly) this.#say(line, 8, (encoder) => encoding.writeVarUint(encoder, 0))
    else this.#uncommitted.push({ line, update: content })
  }

  #say(line: Line, kind: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, this.#name)
    encoding.writeVarUint(encoder, kind)
    write(encoder)
    line.toClient.push(encoding.toUint8Array(encoder))
  }

  #close(line: Line, code: number): void {
    const isOpen = this.#lines.includes(line) && !line.isDead
    this.#leave(line)
    if (isOpen) line.ear.closed(code, '')
  }

  #leave(line: Line): void {
    this.#lines = this.#lines.filter((each) => each !== line)
    // What lay on the line when it was closed in good order still comes.
    if (line.isIn && !line.isDead) for (const message of line.toServer.splice(0)) this.#receive(line, message)
    removeAwarenessStates(this.#awareness, [...line.clients], null)
  }

  #load(): Y.Doc {
    const doc = this.durable
    doc.on('update', (update: Uint8Array) => {
      for (const line of this.#lines)
        if (line.isIn) this.#say(line, 0, (encoder) => writeUpdate(encoder, update))
    })
    return doc
  }

  #openAwareness(): Awareness {
    const awareness = new Awareness(this.#doc)
    awareness.setLocalState(null)
    const moved = (
      { added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>,
      origin: unknown,
    ) => {
      for (const client of added) this.#lines.find((line) => line === origin)?.clients.add(client)
      const update = encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed])
      for (const line of this.#lines)
        this.#say(line, 1, (encoder) => encoding.writeVarUint8Array(encoder, update))
    }
    awareness.on('update', moved)
    return awareness
  }
}

import * as Y from 'yjs'
import type { BoardStore } from './board-store.ts'
import type { OwnChange } from './own-changes.ts'
import type { Surroundings } from './surroundings.ts'

export type CopyState = {
  /** Everything written here up to this number lies on the device. */
  readonly kept: number
  /** The device cannot keep anything just now: it is full, or the browser does not let it. */
  readonly isFailing: boolean
}

type Ports = {
  readonly store: BoardStore
  readonly board: string
  readonly surroundings: Pick<Surroundings, 'later'>
  readonly changed: () => void
  /** Takes in what was kept; gives the number that it arrives with, and the places of what could not be read. */
  readonly takeIn: (
    updates: readonly Uint8Array[],
    things: readonly string[],
  ) => { number: number; unreadable: ReadonlySet<number> }
  /** The board as it is now, for when something could not be kept: everything, with its last number and what waits of it. */
  readonly whole: () => { update: Uint8Array; number: number; things: readonly string[] }
}

/** A browser whose store does not answer must not keep anybody from writing. */
const LOADING_MS = 3_000
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** Records are folded into one when there are so many, and they are not small beside it; or so many anyway. */
const MANY = 64
const FAR_TOO_MANY = 1_000

type Waiting = { readonly update: Uint8Array; readonly own: OwnChange | null }

/**
 * A board's copy on the device. What is put in is kept in its order, one transaction at a time, and everything that
 * comes meanwhile goes with the next. A number is `kept` when its transaction is complete. Of what has not been
 * acknowledged it takes notes in the same transaction, so that a page that opens later knows what waits.
 */
export class DeviceCopy {
  readonly #ports: Ports
  #kept = 0
  #arrived = 0
  #isFailing = false
  #isLoaded = false
  #isClosed = false
  #queue: Waiting[] = []
  #records: number[] = []
  #wholeSize = 0
  #addedSize = 0
  #unsent: { readonly id: number; readonly upTo: number }[] = []
  /** Something has not been kept: the next record holds the board as a whole. */
  #isBehind = false
  #failures = 0
  #writing: Promise<void> | null = null
  #callOffRetry: () => void = () => undefined

  constructor(ports: Ports) {
    this.#ports = ports
  }

  get state(): CopyState {
    return { kept: this.#kept, isFailing: this.#isFailing }
  }

  /** Takes in what is kept. When that takes too long, it goes on by itself, and what is found is taken in later. */
  async load(): Promise<void> {
    const loading = this.#load().catch(() => this.#failed())
    let callOff: () => void = () => undefined
    const enough = new Promise<void>((given) => {
      callOff = this.#ports.surroundings.later(() => {
        this.#isFailing ||= !this.#isLoaded
        given()
      }, LOADING_MS)
    })
    await Promise.race([loading, enough])
    callOff()
  }

  /** A change that was made here. */
  put(change: OwnChange): void {
    this.#add({ update: change.update, own: change })
  }

  /** A change that came from the server. */
  putServers(update: Uint8Array): void {
    this.#add({ update, own: null })
  }

  /** Everything up to this number is on the server. */
  settle(arrived: number): void {
    if (arrived <= this.#arrived) return
    this.#arrived = arrived
    this.#write()
  }

  /** When nothing is being kept any more, or nothing can be. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing
  }

  /** Keeps what is still to be kept, and stops. */
  async close(): Promise<void> {
    this.#callOffRetry()
    await this.settled()
    if (this.#isBehind && this.#isLoaded) await this.#again()
    this.#callOffRetry()
    this.#isClosed = true
  }

  async #load(): Promise<void> {
    const { records, unsent } = await this.#ports.store.read(this.#ports.board)
    if (this.#isClosed) return
    const things = new Set(unsent.flatMap((each) => each.things))
    const { number: upTo, unreadable } = this.#ports.takeIn(
      records.map(({ update }) => update),
      [...things],
    )
    // What cannot be read is never folded away.
    this.#records = records.filter((_record, place) => !unreadable.has(place)).map(({ id }) => id)
    const sizes = records.map(({ update }) => update.length)
    this.#wholeSize = Math.max(0, ...sizes)
    this.#addedSize = sizes.reduce((sum, size) => sum + size, 0) - this.#wholeSize
    this.#unsent = unsent.map(({ id }) => ({ id, upTo }))
    this.#isLoaded = true
    this.#isFailing = false
    // Nothing else can have been written before it, where it did not take too long.
    if (this.#queue.length === 0 && !this.#isBehind) this.#kept = upTo
    else this.#isBehind = true
    this.#ports.changed()
    this.#write()
  }

  #add(waiting: Waiting): void {
    if (this.#isBehind) {
      // The whole that comes next has it.
      if (!this.#isFailing) this.#write()
      return
    }
    this.#queue.push(waiting)
    this.#write()
  }

  #write(): void {
    if (this.#writing || !this.#isLoaded || this.#isFailing || this.#isClosed) return
    const batch = this.#nextBatch()
    if (!batch) return
    this.#writing = this.#keep(batch)
      .catch(() => this.#failed())
      .then(() => {
        this.#writing = null
        this.#write()
      })
  }

  #nextBatch(): Batch | null {
    const arrived = this.#unsent.filter(({ upTo }) => upTo <= this.#arrived).map(({ id }) => id)
    const batch = this.#isBehind || this.#areTooMany ? this.#whole() : this.#gathered()
    if (!batch.update && arrived.length === 0) return null
    this.#queue = []
    this.#isBehind = false
    return { ...batch, arrived }
  }

  #whole(): Omit<Batch, 'arrived'> {
    const { update, number, things } = this.#ports.whole()
    return { update, number, things, contained: this.#records }
  }

  #gathered(): Omit<Batch, 'arrived'> {
    const updates = this.#queue.map(({ update }) => update)
    const own = this.#queue.flatMap((each) => each.own ?? [])
    const update = updates.length > 1 ? Y.mergeUpdates(updates) : (updates[0] ?? null)
    const things = [...new Set(own.flatMap((each) => each.things))]
    return { update, number: own.at(-1)?.number ?? this.#kept, things, contained: [] }
  }

  async #keep({ update, number, things, contained, arrived }: Batch): Promise<void> {
    const isUnsent = number > this.#kept && number > this.#arrived
    const kept = await this.#ports.store.keep(this.#ports.board, {
      update,
      things: isUnsent ? things : null,
      contained,
      arrived,
    })
    this.#failures = 0
    this.#kept = Math.max(this.#kept, number)
    if (kept.unsent !== null) this.#unsent.push({ id: kept.unsent, upTo: number })
    this.#unsent = this.#unsent.filter(({ id }) => !arrived.includes(id))
    if (contained.length > 0) this.#records = []
    if (kept.record !== null) this.#records.push(kept.record)
    if (contained.length > 0) this.#wholeSize = update?.length ?? 0
    this.#addedSize = contained.length > 0 ? 0 : this.#addedSize + (update?.length ?? 0)
    this.#ports.changed()
  }

  get #areTooMany(): boolean {
    const count = this.#records.length
    return count > FAR_TOO_MANY || (count > MANY && this.#addedSize * 2 > this.#wholeSize)
  }

  #failed(): void {
    this.#isBehind = true
    this.#queue = []
    this.#isFailing = true
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures)
    this.#failures = Math.min(this.#failures + 1, 10)
    this.#callOffRetry = this.#ports.surroundings.later(() => void this.#again(), wait)
    this.#ports.changed()
  }

  async #again(): Promise<void> {
    if (this.#isClosed) return
    if (!this.#isLoaded) return this.#load().catch(() => this.#failed())
    const batch = this.#nextBatch()
    if (!batch) return
    this.#writing = this.#keep(batch).then(
      () => {
        this.#isFailing = false
        this.#ports.changed()
      },
      () => this.#failed(),
    )
    await this.#writing
    this.#writing = null
    this.#write()
  }
}

type Batch = {
  readonly update: Uint8Array | null
  readonly number: number
  readonly things: readonly string[]
  readonly contained: readonly number[]
  readonly arrived: readonly number[]
}

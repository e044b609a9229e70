import type { Problem } from '../../../schemas/types.ts'
import type { ActStore } from './act-store.ts'
import { isReplaceable, isWaiting, type Act, type KeptAct } from './act.ts'
import type { Alone } from './alone.ts'

/** What an outbox needs of the browser and the server; tests give it their own. */
export type OutboxPorts = {
  readonly store: ActStore
  /** The person whose acts these are. */
  readonly me: string
  /** Sends an act in its author's name: nobody is signed in, where somebody else is. Throws what `problemIn` knows. */
  readonly send: (act: Act) => Promise<unknown>
  /** Who is signed in here, as the server has it; null for nobody. Throws as `send` does. */
  readonly readPerson: () => Promise<string | null>
  /** The server's no in an error, or null when no answer came. */
  readonly problemIn: (error: unknown) => Problem | null
  readonly alone: Alone
  readonly now: () => number
  /** Runs something later; gives the function that calls it off. */
  readonly later: (run: () => void, ms: number) => () => void
  /** At least 0 and below 1. */
  readonly random: () => number
  /** Tells this person's other tabs that what lies on the device has changed, and hears it of them. */
  readonly tabs: { readonly tell: () => void; readonly listen: (hear: () => void) => () => void }
}

/** Why what waits is not sent just now. */
export type Hindrance =
  | 'no-answer'
  /** The server answers that it cannot, or not so many at once. */
  | 'not-now'
  | 'signed-out'
  /** Somebody else has signed in in this browser. */
  | 'somebody-else'

export type OutboxState = {
  /** All acts that are not settled, in the order in which they were made. */
  readonly acts: readonly KeptAct[]
  /** Those that the device cannot keep: they are only in the page, as long as that is open. */
  readonly unkept: ReadonlySet<string>
  readonly hindrance: Hindrance | null
  /** Since when the server has not answered, in milliseconds since 1970. */
  readonly apartSince: number | null
  /** When the server last took something of this person's here. */
  readonly takenAt: number | null
}

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000]
/** Another tab sends: it tells when it is done, but may die before. */
const BUSY_MS = 3_000
/** The same act goes well another time. */
const PASSING: readonly number[] = [408, 425, 429]

/**
 * A member's acts until the server has taken them. An act is on the device before anybody is told that it is; acts are
 * sent in their order, one at a time, by one tab at a time; one that the server refuses is set aside with its words, and
 * those after it go on.
 */
export class ActOutbox {
  readonly #ports: OutboxPorts
  readonly #listeners = new Set<() => void>()
  /** Pressed twice, a button makes one act, also when the first is settled by then. */
  readonly #made = new Set<string>()
  #kept: readonly KeptAct[] = []
  #unkept: readonly KeptAct[] = []
  /** What has become of acts where the device could not take it down: else they would be sent again and again. */
  readonly #news = new Map<string, Partial<KeptAct>>()
  readonly #gone = new Set<string>()
  #hindrance: Hindrance | null = null
  #apartSince: number | null = null
  #takenAt: number | null = null
  #failures = 0
  #isRunning = false
  #isAskedAgain = false
  #isClosed = false
  #callOff: () => void = () => undefined
  readonly #stopListening: () => void

  constructor(ports: OutboxPorts) {
    this.#ports = ports
    this.#stopListening = ports.tabs.listen(() => this.look())
  }

  get state(): OutboxState {
    return {
      acts: [...this.#kept, ...this.#unkept],
      unkept: new Set(this.#unkept.filter(({ hasArrived }) => !hasArrived).map(({ id }) => id)),
      hindrance: this.#hindrance,
      apartSince: this.#apartSince,
      takenAt: this.#takenAt,
    }
  }

  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /**
   * Takes an act; when this is answered, the device has it, or the state says that it cannot. `instead`: acts that it makes
   * needless, such as a position on the same words; they are taken out unless the server may have them.
   */
  async keep(act: Act, instead: readonly string[] = []): Promise<void> {
    if (this.#made.has(act.id)) return
    this.#made.add(act.id)
    try {
      await this.#ports.store.keep(act, instead)
      await this.#reload()
      this.#ports.tabs.tell()
    } catch {
      const isNeedless = (each: KeptAct) => instead.includes(each.id) && isReplaceable(each)
      this.#unkept = [
        ...this.#unkept.filter((each) => !isNeedless(each)),
        { ...act, isTried: false, hasArrived: false, refusal: null },
      ]
    }
    this.#changed()
    this.look()
  }

  /** Sends an act that the server has refused once more, as it is. */
  async sendAnew(id: string): Promise<void> {
    await this.#note(id, { refusal: null })
    this.look()
  }

  /** Lets go of an act that the server has refused. */
  async throwAway(id: string): Promise<void> {
    const act = this.state.acts.find((each) => each.id === id)
    if (act && act.refusal !== null) await this.#remove([id])
  }

  /** What came of these acts can be seen now. */
  async settle(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#remove(ids)
  }

  /** Sends what waits, now: the page has been opened or is looked at again, the network is back, somebody has signed in. */
  look(): void {
    if (this.#isClosed) return
    if (this.#isRunning) {
      this.#isAskedAgain = true
      return
    }
    this.#callOff()
    this.#isRunning = true
    void this.#run().then(() => {
      this.#isRunning = false
      if (!this.#isAskedAgain) return
      this.#isAskedAgain = false
      this.look()
    })
  }

  /** Another question to the server has been answered, or has not. */
  heard(isAnswered: boolean): void {
    const wasApart = this.#apartSince !== null
    if (isAnswered) this.#reached()
    else this.#apart()
    if (isAnswered && wasApart) this.look()
    this.#changed()
  }

  close(): void {
    this.#isClosed = true
    this.#callOff()
    this.#stopListening()
    this.#listeners.clear()
  }

  async #run(): Promise<void> {
    await this.#keepUnkept()
    await this.#reload()
    this.#changed()
    let mayGoOn = this.#next() !== undefined
    while (mayGoOn) {
      mayGoOn = false
      // One act at a time: a tab that wakes in the middle of one asks anew before it sends the next.
      const isDone = await this.#ports
        .alone(async () => {
          mayGoOn = await this.#sendNext()
        })
        .catch(() => false)
      if (!isDone) return this.#wait(BUSY_MS)
    }
  }

  /** Gives whether there is another one that may be sent. */
  async #sendNext(): Promise<boolean> {
    // Another tab may have sent some of it just now.
    await this.#reload()
    const next = this.#next()
    if (!next || this.#isClosed) return false
    // An act that has been tried may be there, and cannot be taken out any more: while nothing is heard, a question that
    // changes nothing goes first.
    if (this.#apartSince !== null) return this.#isAuthorHere()
    if (!(await this.#sendOne(next))) return false
    await this.#reload()
    return this.#next() !== undefined
  }

  /** Whether the server answers, and knows the author: else it is told why not, and waits. */
  async #isAuthorHere(): Promise<boolean> {
    try {
      const person = await this.#ports.readPerson()
      this.#reached()
      if (person === this.#ports.me) return true
      this.#hinder(person === null ? 'signed-out' : 'somebody-else')
    } catch (error) {
      this.#failed(this.#ports.problemIn(error))
    }
    return false
  }

  /** Gives whether the next one may be sent. */
  async #sendOne(act: KeptAct): Promise<boolean> {
    if (!act.isTried) await this.#note(act.id, { isTried: true })
    try {
      await this.#ports.send(act)
    } catch (error) {
      return this.#wasRefused(act, this.#ports.problemIn(error))
    }
    this.#answered()
    this.#takenAt = this.#ports.now()
    await this.#note(act.id, { hasArrived: true })
    return true
  }

  async #wasRefused(act: KeptAct, problem: Problem | null): Promise<boolean> {
    if (problem?.status === 401) {
      // Signed in again at this very moment, the author is asked for once more.
      if (await this.#isAuthorHere()) this.#wait(BUSY_MS)
      return false
    }
    if (problem === null || mayPass(problem)) {
      this.#failed(problem)
      return false
    }
    this.#answered()
    await this.#note(act.id, { refusal: problem })
    return true
  }

  #next(): KeptAct | undefined {
    return this.state.acts.find(isWaiting)
  }

  #failed(problem: Problem | null): void {
    if (problem === null) this.#apart()
    else this.#hinder('not-now')
    const pause = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 0
    // A hundred phones that the network comes back to at once do not all ask at once.
    const spread = pause * (0.75 + this.#ports.random() / 2)
    this.#wait(Math.max(spread, (problem?.retryAfter ?? 0) * 1_000))
  }

  #apart(): void {
    this.#apartSince ??= this.#ports.now()
    this.#hindrance = 'no-answer'
  }

  #reached(): void {
    this.#apartSince = null
    if (this.#hindrance === 'no-answer') this.#hindrance = null
  }

  #answered(): void {
    this.#reached()
    this.#hindrance = null
    this.#failures = 0
  }

  #hinder(hindrance: Hindrance): void {
    this.#hindrance = hindrance
    this.#changed()
  }

  #wait(ms: number): void {
    this.#callOff()
    if (!this.#isClosed) this.#callOff = this.#ports.later(() => this.look(), ms)
    this.#changed()
  }

  /** What the device could not keep before it may keep now. */
  async #keepUnkept(): Promise<void> {
    for (const act of this.#unkept) {
      try {
        await this.#ports.store.keep(act)
        await this.#ports.store.note(act.id, act)
      } catch {
        return
      }
      this.#unkept = this.#unkept.filter(({ id }) => id !== act.id)
    }
  }

  /** A device that does not answer is taken to have what it had. */
  async #reload(): Promise<void> {
    const kept = await this.#ports.store.of(this.#ports.me).catch(() => null)
    if (kept === null) return
    this.#kept = kept
      .filter(({ id }) => !this.#gone.has(id))
      .map((act) => ({ ...act, ...this.#news.get(act.id) }))
  }

  async #note(id: string, news: Partial<KeptAct>): Promise<void> {
    const noted = (acts: readonly KeptAct[]) =>
      acts.map((each) => (each.id === id ? { ...each, ...news } : each))
    this.#kept = noted(this.#kept)
    this.#unkept = noted(this.#unkept)
    const isStored = await this.#store(() => this.#ports.store.note(id, news))
    if (isStored) this.#news.delete(id)
    else this.#news.set(id, { ...this.#news.get(id), ...news })
    this.#changed()
  }

  async #remove(ids: readonly string[]): Promise<void> {
    const left = (acts: readonly KeptAct[]) => acts.filter(({ id }) => !ids.includes(id))
    this.#kept = left(this.#kept)
    this.#unkept = left(this.#unkept)
    const isStored = await this.#store(() => this.#ports.store.remove(ids))
    if (!isStored) for (const id of ids) this.#gone.add(id)
    this.#changed()
  }

  /** False where the device is full, or the browser has taken its store away. */
  async #store(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
    } catch {
      return false
    }
    this.#ports.tabs.tell()
    return true
  }

  #changed(): void {
    for (const changed of this.#listeners) changed()
  }
}

function mayPass({ status }: Problem): boolean {
  return status >= 500 || PASSING.includes(status)
}

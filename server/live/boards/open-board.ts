import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import { checkUpdate } from '../../board/check-update.ts'
import { applyKept, bindClients, NOBODY, writersOf } from '../../board/kept-board.ts'
import type { Writers } from '../../board/writers.ts'
import type { KeptBoard } from '../../storage/workshop-port.ts'
import { Breach } from './breach.ts'
import type { Journal } from './journal.ts'

export type Writer = { readonly seatId: string; readonly hand: string }

type Write = {
  readonly writer: Writer
  readonly update: Uint8Array
  readonly resolve: (isNew: boolean) => void
  readonly reject: (error: unknown) => void
}

type Ground = {
  readonly journal: Journal
  readonly now: () => Date
  readonly load: () => Promise<KeptBoard>
  /** Whether other programs write in the same storage. */
  readonly isShared: boolean
  /** Whether a backup has been put back lately: then devices have more of the board than is kept. */
  readonly isRestored?: () => boolean
}

/** What is to be kept of a write, and whose it is. */
type Checked = { readonly write: Write; readonly update: Uint8Array; readonly seatId: string }

/**
 * A board that somebody has open: the document, and the writing on it. What is written is taken in rounds: checked
 * against the document, kept, and then put into the document, which tells everybody. Between check and telling nothing
 * else touches the document, so what has been checked is what is kept and what is shown.
 */
export class OpenBoard {
  readonly groupId: string
  readonly document: Document
  readonly writers: Writers
  readonly #ground: Ground
  readonly #content: { readonly doc: Document; readonly writers: Writers }
  #waiting: Write[] = []
  #isAsked = false
  #running: Promise<void> | null = null
  /** The last update of the storage that is in the document. Of our own ones the storage does not tell the numbers. */
  #seenTo: number
  /** How many updates lie in the storage that are not folded, as far as this program knows. */
  unfolded: number
  /** Called when something has been kept. */
  onKept: () => void = () => undefined
  /** Whether something has been written since the last step of history was taken. */
  hasNews: boolean

  constructor(groupId: string, document: Document, kept: KeptBoard, ground: Ground) {
    this.groupId = groupId
    this.document = document
    this.#ground = ground
    this.writers = writersOf(kept)
    this.#content = { doc: document, writers: this.writers }
    this.#seenTo = kept.updates.at(-1)?.seq ?? kept.foldedTo
    this.unfolded = kept.updates.length
    this.hasNews = kept.updates.length > 0
    applyKept(document, kept)
  }

  /** Gives, when it has been kept and everybody told, whether there was anything new in it. Throws Breach. */
  write(writer: Writer, update: Uint8Array): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ writer, update, resolve, reject })
      this.#run()
    })
  }

  /** Whether there is nothing new in an update. */
  knows(update: Uint8Array): boolean {
    const check = checkUpdate(this.#content, { seatId: '', hand: '' }, update)
    return check.ok && check.update === null
  }

  /** Takes in what other programs have kept. */
  async catchUp(): Promise<void> {
    this.#isAsked = true
    this.#run()
    await this.#running
  }

  /** Waits until nothing is being written. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  get isIdle(): boolean {
    return this.#running === null
  }

  #run(): void {
    this.#running ??= this.#rounds().finally(() => {
      this.#running = null
      // Something may have come after the last round, before this was said.
      if (this.#waiting.length > 0 || this.#isAsked) this.#run()
    })
  }

  async #rounds(): Promise<void> {
    while (this.#waiting.length > 0 || this.#isAsked) {
      if (this.#isAsked) await this.#takeIn().catch(() => undefined)
      await this.#round()
    }
  }

  async #round(): Promise<void> {
    const taken = new Map<string, Checked>()
    const later: Write[] = []
    for (const write of this.#waiting.splice(0)) {
      // Another connection of the seat may be bringing the same pieces: it is looked at when these are in.
      if (taken.has(write.writer.seatId) || taken.has(NOBODY)) {
        later.push(write)
        continue
      }
      try {
        const checked = await this.#checked(write)
        if (!checked) write.resolve(false)
        else if (checked.seatId === NOBODY && taken.size > 0) later.push(write)
        else taken.set(checked.seatId, checked)
      } catch (error) {
        write.reject(error)
      }
    }
    this.#waiting.unshift(...later)
    if (taken.size > 0) await this.#keep([...taken.values()])
  }

  async #checked(write: Write): Promise<Checked | null> {
    const { writer, update } = write
    let check = checkUpdate(this.#content, writer, update)
    if (!check.ok && this.#ground.isShared) {
      // It may build on what has been written at another program's board.
      await this.#takeIn()
      check = checkUpdate(this.#content, writer, update)
    }
    let { seatId } = writer
    if (!check.ok && check.fault === 'not-yours' && this.#ground.isRestored?.()) {
      const brought = checkUpdate(this.#content, writer, update, { brings: true })
      if (brought.ok) [check, seatId] = [brought, NOBODY]
    }
    if (!check.ok) throw new Breach(check.fault)
    for (const client of check.newClients) this.writers.bind(client, seatId)
    return check.update && { write, update: check.update, seatId }
  }

  async #keep(round: readonly Checked[]): Promise<void> {
    const at = this.#ground.now().toISOString()
    try {
      await this.#ground.journal.keep(
        round.map(({ seatId, update }) => ({ groupId: this.groupId, seatId, at, update })),
      )
    } catch (error) {
      for (const { write } of round) write.reject(new Breach('not-kept', error))
      return
    }
    this.unfolded += round.length
    this.hasNews = true
    // One transaction: everybody is told once.
    this.document.transact(() => {
      for (const { update } of round) Y.applyUpdate(this.document, update)
    })
    for (const { write } of round) write.resolve(true)
    this.onKept()
  }

  async #takeIn(): Promise<void> {
    this.#isAsked = false
    const { state, foldedTo, writers, updates } = await this.#ground.load()
    const isBehind = foldedTo > this.#seenTo
    const news = updates.filter(({ seq }) => seq > this.#seenTo)
    if (isBehind)
      for (const [client, seatId] of Object.entries(writers)) this.writers.bind(Number(client), seatId)
    for (const { seatId, update } of news) bindClients(this.writers, seatId, update)
    applyKept(this.document, { state: isBehind ? state : null, writers, updates: news })
    this.#seenTo = Math.max(this.#seenTo, foldedTo, news.at(-1)?.seq ?? 0)
    this.unfolded = updates.length
    if (news.length > 0) this.hasNews = true
  }
}

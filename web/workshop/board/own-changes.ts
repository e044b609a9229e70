import * as Y from 'yjs'
import { BOARD_PARTS, type BoardPart } from '../../../server/domain/workshop/board-form.ts'

export type OwnChange = {
  /** Its place among all that has been written here: 1, 2, 3 … */
  readonly number: number
  readonly update: Uint8Array
  readonly things: readonly string[]
}

const PARTS = Object.keys(BOARD_PARTS) as BoardPart[]

/**
 * What happens to a document and does not come from the server: each update with a number, and with the things that it
 * touches. People are told of things, not of keystrokes: three cards and a mark are four changes, however many letters
 * were written in them and whatever else was done with them; the cards behind a wording count with the wording.
 */
export class OwnChanges {
  readonly #doc: Y.Doc
  readonly #now: () => number
  #made = 0
  #touched = new Set<string>()
  #isTakingIn = false
  /** Each thing with the number of the last change to it. */
  #latest = new Map<string, number>()
  /** The numbers that have not arrived, with the times at which they were made. */
  #underWay: { readonly number: number; readonly at: number }[] = []
  readonly #stop: () => void

  /** `isServers` tells by a transaction's origin whether it comes from the server. */
  constructor(
    doc: Y.Doc,
    ports: {
      readonly isServers: (origin: unknown) => boolean
      readonly now: () => number
      readonly made: (change: OwnChange, origin: unknown) => void
    },
  ) {
    this.#doc = doc
    this.#now = ports.now
    const watched = PARTS.map((part) => {
      const type = doc.getMap(part)
      const note = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction) => {
        if (this.#isTakingIn || ports.isServers(origin)) return
        for (const event of events) for (const thing of thingsIn(part, event)) this.#touched.add(thing)
      }
      type.observeDeep(note)
      return () => type.unobserveDeep(note)
    })
    // Yjs tells the observers of a transaction before it tells of its update.
    const updated = (update: Uint8Array, origin: unknown) => {
      if (ports.isServers(origin)) return
      const things = [...this.#touched]
      this.#touched.clear()
      ports.made({ number: this.#count(things), update, things }, origin)
    }
    doc.on('update', updated)
    this.#stop = () => {
      doc.off('update', updated)
      for (const unwatch of watched) unwatch()
    }
  }

  get made(): number {
    return this.#made
  }

  /**
   * Applies what was kept on the device. Of it only these things are changes that wait; the rest had arrived, or came
   * from the server. Gives the number that all of it arrives with, and the places of those that
   * could not be read: they are passed over, for the others are worth more than their mistake.
   */
  takeIn(
    updates: readonly Uint8Array[],
    things: readonly string[],
    origin: unknown,
  ): { number: number; unreadable: ReadonlySet<number> } {
    const unreadable = new Set<number>()
    this.#isTakingIn = true
    try {
      this.#doc.transact(() => {
        for (const [place, update] of updates.entries())
          if (!isApplied(this.#doc, update, origin)) unreadable.add(place)
      }, origin)
    } finally {
      this.#isTakingIn = false
    }
    for (const thing of things) this.#latest.set(thing, this.#made)
    return { number: this.#made, unreadable }
  }

  /** Everything up to this number is on the server. */
  settle(arrived: number): void {
    for (const [thing, number] of this.#latest) if (number <= arrived) this.#latest.delete(thing)
    const left = this.#underWay.findIndex(({ number }) => number > arrived)
    this.#underWay.splice(0, left < 0 ? this.#underWay.length : left)
  }

  /** The things that are not on the server as they are here. */
  get waiting(): readonly string[] {
    return [...this.#latest.keys()]
  }

  get waitingCount(): number {
    return this.#latest.size
  }

  /** When the first of what has not arrived was made; null where everything has. */
  get waitingSince(): number | null {
    return this.#underWay[0]?.at ?? null
  }

  stop(): void {
    this.#stop()
  }

  #count(things: readonly string[]): number {
    const number = ++this.#made
    for (const thing of things) this.#latest.set(thing, number)
    this.#underWay.push({ number, at: this.#now() })
    return number
  }
}

function thingsIn(part: BoardPart, event: Y.YEvent<Y.AbstractType<unknown>>): string[] {
  const [key] = event.path
  const keys = key === undefined ? [...event.changes.keys.keys()] : [String(key)]
  if (part === 'uses') return keys.map((each) => each.slice(0, each.indexOf(':')))
  return BOARD_PARTS[part].kind === 'things' ? keys : keys.map((each) => `${part}/${each}`)
}

function isApplied(doc: Y.Doc, update: Uint8Array, origin: unknown): boolean {
  try {
    Y.applyUpdate(doc, update, origin)
    return true
  } catch {
    return false
  }
}

import * as Y from 'yjs'
import {
  MOST_LETTERS,
  MOST_THEMES,
  MOST_THINGS,
  BOARD_PARTS,
  type BoardPart,
} from '../domain/workshop/board-form.ts'
import { mayDelete, mayPut, type Hand } from './may-write.ts'
import {
  knownInDoc,
  knownOf,
  kindOf,
  placeIn,
  placeInPart,
  type Gap,
  type Known,
  type Place,
} from './place-structs.ts'
import { readNew, type ReadUpdate } from './read-update.ts'
import { Refused, type Fault } from './refused.ts'
import type { Writers } from './writers.ts'

export type UpdateCheck =
  | {
      readonly ok: true
      /** What is new to the document in it; null where nothing is. */
      readonly update: Uint8Array | null
      /** Clients that have not written before: they are the writer's from now on. */
      readonly newClients: readonly number[]
    }
  | { readonly ok: false; readonly fault: Fault }

/** In pieces, over all that one seat has written: a board of an hour has some thousands in all. */
const MOST_PIECES = 100_000
/**
 * In letters and values, over all that one seat has written, what was taken away since too: ten days of typing without a
 * pause. Without it one seat could fill a board until nobody's connection can take it any more.
 */
const MOST_WRITTEN = 500_000
/**
 * Over how many pieces Yjs looks to find where those of an update stand. Whoever writes beside what they see has none
 * between; a program can have it look over a whole text for each of some ten thousand, and everybody waits.
 */
const MOST_STEPS = 200_000
/** What all seats of a group may have written that bring back what a board has lost. */
const MOST_BROUGHT = 12 * MOST_WRITTEN
/** Openings of a page by one person, with three numbers each: for what carries their hand, for the rest, and for their caret. */
export const MOST_CLIENTS_OF_A_SEAT = 1500
/** Values by key are by pairs: of card and hand, of wording and card. */
const MOST_VALUES = MOST_THINGS * 10

/**
 * Whether a Yjs update does what that hand may do to a board, and nothing else: only what the form knows, only one's own
 * where it is one's own, nothing that waits for what is not here. The document is not touched; that is for the caller to
 * do with the update that is given back, and before the next one is looked at. To a board that has been put back from a
 * backup a device may bring what others have written since: then it is nobody's who brings it.
 */
export function checkUpdate(
  board: { readonly doc: Y.Doc; readonly writers: Writers },
  writer: { readonly seatId: string; readonly hand: string },
  update: Uint8Array,
  { brings = false }: { readonly brings?: boolean } = {},
): UpdateCheck {
  try {
    const read = readNew(board.doc, update)
    const look = new Look(board.doc, board.writers, { ...writer, brings })
    const newClients = look.ownersIn(read)
    look.putAll(read)
    const deletesAnything = look.deleteAll(read)
    look.holdLimits()
    const isNew = read.structs.size > 0 || deletesAnything
    return { ok: true, update: isNew ? read.bytes : null, newClients }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault }
    throw error
  }
}

type Writer = { readonly seatId: string; readonly hand: string; readonly brings: boolean }

/** One look at one update. */
class Look {
  readonly #doc: Y.Doc
  readonly #writers: Writers
  readonly #seatId: string
  readonly #hand: Hand
  /** What has come with the update and could be put in place so far, by client. */
  readonly #come = new Map<number, Known[]>()
  readonly #letters = new Map<string, { readonly text: Known; more: number }>()
  #steps = 0
  readonly #newKeys = new Map<BoardPart, Set<string>>()

  constructor(doc: Y.Doc, writers: Writers, writer: Writer) {
    this.#doc = doc
    this.#writers = writers
    this.#seatId = writer.seatId
    const { hand, brings } = writer
    this.#hand = { hand, brings, hasMade: (thing) => this.#isOwn(thing) }
  }

  /** Refuses what is written in another seat's name; gives the clients that are nobody's yet. */
  ownersIn({ structs }: ReadUpdate): number[] {
    const newClients: number[] = []
    let pieces = 0
    let written = 0
    for (const [client, theirs] of structs) {
      if (client > 0xffffffff || client === this.#doc.clientID) throw new Refused('wrong-shape')
      const seatId = this.#writers.seatOf(client)
      if (seatId === undefined) newClients.push(client)
      else if (seatId !== this.#seatId && !this.#hand.brings) throw new Refused('not-yours')
      pieces += theirs.length
      for (const { length } of theirs) written += length
    }
    if (this.#hand.brings) {
      for (const client of this.#doc.store.clients.keys()) written += Y.getState(this.#doc.store, client)
      if (written > MOST_BROUGHT) throw new Refused('too-large')
      return []
    }
    const own = this.#writers.clientsOf(this.#seatId)
    for (const client of own) {
      pieces += this.#doc.store.clients.get(client)?.length ?? 0
      written += Y.getState(this.#doc.store, client)
    }
    if (
      pieces > MOST_PIECES ||
      written > MOST_WRITTEN ||
      own.length + newClients.length > MOST_CLIENTS_OF_A_SEAT
    )
      throw new Refused('too-large')
    return newClients
  }

  /** In the order in which Yjs will: a piece after those that it names. */
  putAll({ structs }: ReadUpdate): void {
    const waiting = new Map([...structs].map(([client, theirs]) => [client, { theirs, next: 0 }]))
    while (waiting.size > 0) {
      let hasMoved = false
      for (const [client, queue] of waiting) {
        for (;;) {
          const struct = queue.theirs[queue.next]
          if (struct && !this.#isReady(struct)) break
          hasMoved = true
          if (!struct) {
            waiting.delete(client)
            break
          }
          this.#put(struct)
          queue.next += 1
        }
      }
      if (!hasMoved) throw new Refused('out-of-step')
    }
  }

  /** Gives whether anything is deleted that was not. */
  deleteAll({ deletions }: ReadUpdate): boolean {
    let deletesAnything = false
    for (const [client, ranges] of deletions) {
      for (const { clock, len } of ranges) {
        const end = clock + len
        if (end > this.#endOf(client)) throw new Refused('out-of-step')
        if (this.#deleteInDoc(client, clock, end)) deletesAnything = true
        this.#deleteCome(client, clock, end)
      }
    }
    return deletesAnything
  }

  holdLimits(): void {
    for (const { text, more } of this.#letters.values())
      if (more > 0 && lengthOf(text) + more > MOST_LETTERS) throw new Refused('too-large')
    for (const [part, keys] of this.#newKeys) {
      const mostThings = part === 'themes' ? MOST_THEMES : MOST_THINGS
      const most = BOARD_PARTS[part].kind === 'things' ? mostThings : MOST_VALUES
      if (this.#doc.getMap(part)._map.size + keys.size > most) throw new Refused('too-large')
    }
  }

  #isReady(struct: Y.Item | Y.GC): boolean {
    if (!(struct instanceof Y.Item)) return true
    const { origin, rightOrigin, parent } = struct
    return [origin, rightOrigin, parent].every(
      (id) => !(id instanceof Y.ID) || id.clock < this.#endOf(id.client),
    )
  }

  #put(struct: Y.Item | Y.GC): void {
    const { client, clock } = struct.id
    const place = struct instanceof Y.Item ? this.#placeOf(struct) : null
    const holds = struct instanceof Y.Item ? kindOf(struct.content) : 'other'
    if (struct instanceof Y.Item) {
      mayPut(this.#hand, place, struct.content, { before: place && this.#entryAt(place) })
      if (place?.in === 'text' && struct.content instanceof Y.ContentString) this.#count(place, struct.length)
      if (place?.in === 'part') this.#countKey(place.part, place.key)
    }
    const gap = struct instanceof Y.Item ? this.#gapOf(struct) : undefined
    if (place && gap) this.#countSteps(place, gap)
    const known = {
      client,
      clock,
      end: clock + struct.length,
      place,
      holds,
      item: undefined,
      ...(gap && { gap }),
    }
    const come = this.#come.get(client)
    if (come) come.push(known)
    else this.#come.set(client, [known])
  }

  /** Null where it will stand nowhere, since what it belongs to is gone. */
  #placeOf({ origin, rightOrigin, parent, parentSub }: Y.Item): Place | null {
    const left = origin && this.#find(origin)
    const right = rightOrigin && this.#find(rightOrigin)
    if (left || right) {
      if (left?.place === null || right?.place === null) return null
      const place = (left ?? right)?.place ?? null
      if (
        left &&
        right &&
        (left.place?.at !== right.place?.at || !isBefore(left, right, { origin, rightOrigin }))
      )
        throw new Refused('wrong-shape')
      return place
    }
    if (parent instanceof Y.ID) {
      const holder = this.#find(parent)
      if (holder.place === null || (holder.holds !== 'map' && holder.holds !== 'text')) return null
      return placeIn(holder, parentSub) ?? refuse('wrong-shape')
    }
    // In an update that has not been applied the parent is the part's name, whatever the types say.
    const name: unknown = parent
    return (typeof name === 'string' && placeInPart(name, parentSub)) || refuse('wrong-shape')
  }

  #gapOf({ origin, rightOrigin }: Y.Item): Gap {
    const left = origin && this.#find(origin)
    const right = rightOrigin && this.#find(rightOrigin)
    return {
      after: left?.item ?? left?.gap?.after ?? null,
      before: right?.item ?? right?.gap?.before ?? null,
    }
  }

  /** By key the newest stands last, and Yjs looks from there. */
  #countSteps(place: Place, { after, before }: Gap): void {
    const isInText = place.in === 'text'
    const first = isInText ? (after ? after.right : typeIn(place.text)?._start) : this.#entryAt(place)?.item
    const last = isInText ? before : after
    for (let item = first; item && item !== last; item = isInText ? item.right : item.left) {
      this.#steps += 1
      if (this.#steps > MOST_STEPS) throw new Refused('too-large')
    }
  }

  #find({ client, clock }: Y.ID): Known {
    const inDoc = knownInDoc(this.#doc, client, clock)
    if (inDoc) return inDoc
    const come = this.#come.get(client) ?? []
    return come[indexAt(come, clock)] ?? refuse('out-of-step')
  }

  /** The newest that the document has under that key, whether it is deleted or not. */
  #entryAt(place: Place): Known | undefined {
    const map =
      place.in === 'part'
        ? this.#doc.share.get(place.part)
        : place.in === 'thing'
          ? typeIn(place.thing)
          : undefined
    const item = map?._map.get(place.in === 'part' ? place.key : place.in === 'thing' ? place.field : '')
    return item && knownOf(this.#doc, item)
  }

  #deleteInDoc(client: number, from: number, to: number): boolean {
    const structs = this.#doc.store.clients.get(client)
    if (!structs || from >= Y.getState(this.#doc.store, client)) return false
    let deletesAnything = false
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at += 1) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= to) break
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      deletesAnything = true
      const known = knownOf(this.#doc, struct)
      mayDelete(this.#hand, known)
      this.#countGone(known, from, to)
    }
    return deletesAnything
  }

  /** What one has brought oneself one may take away; it only does not count as letters. */
  #deleteCome(client: number, from: number, to: number): void {
    const come = this.#come.get(client)
    if (!come || to <= (come[0]?.clock ?? 0)) return
    for (let at = Math.max(indexAt(come, from), 0); at < come.length; at += 1) {
      const known = come[at]
      if (!known || known.clock >= to) break
      this.#countGone(known, from, to)
    }
  }

  #countGone(known: Known, from: number, to: number): void {
    if (known.place?.in === 'text' && known.holds === 'letters')
      this.#count(known.place, Math.max(known.clock, from) - Math.min(known.end, to))
  }

  #count(place: Place & { in: 'text' }, letters: number): void {
    const count = this.#letters.get(place.at)
    if (count) count.more += letters
    else this.#letters.set(place.at, { text: place.text, more: letters })
  }

  #countKey(part: BoardPart, key: string): void {
    if (this.#doc.share.get(part)?._map.has(key)) return
    const keys = this.#newKeys.get(part) ?? new Set()
    this.#newKeys.set(part, keys.add(key))
  }

  #endOf(client: number): number {
    return this.#come.get(client)?.at(-1)?.end ?? Y.getState(this.#doc.store, client)
  }

  #isOwn(thing: Known): boolean {
    const seatId = this.#writers.seatOf(thing.client)
    if (seatId !== undefined) return seatId === this.#seatId
    // What others have brought back says itself whose it is.
    return this.#come.has(thing.client) || makerOf(thing) === this.#hand.hand
  }
}

function makerOf(thing: Known): unknown {
  const type = typeIn(thing)
  return type instanceof Y.Map ? type.get('by') : undefined
}

function typeIn({ item }: Known): Y.AbstractType<unknown> | undefined {
  return item?.content instanceof Y.ContentType ? item.content.type : undefined
}

/**
 * Whether one stands before the other. Where they stand the other way round, or are the same, Yjs puts what comes between
 * them in one place here and in another there. Of what has come with the update it is not known yet where it will stand.
 */
function isBefore(
  left: Known,
  right: Known,
  { origin, rightOrigin }: Pick<Y.Item, 'origin' | 'rightOrigin'>,
): boolean {
  if (left.client === right.client && left.clock === right.clock)
    return (origin?.clock ?? 0) < (rightOrigin?.clock ?? 0)
  if (!left.item || !right.item) return true
  let item = left.item.right
  while (item && item !== right.item) item = item.right
  return item !== null
}

function lengthOf(text: Known): number {
  const type = typeIn(text)
  return type instanceof Y.Text ? type.length : 0
}

/** -1 where none has that number. */
function indexAt(come: readonly Known[], clock: number): number {
  let low = 0
  let high = come.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const each = come[middle]
    if (!each) return -1
    if (clock < each.clock) high = middle - 1
    else if (clock >= each.end) low = middle + 1
    else return middle
  }
  return -1
}

function refuse(fault: Fault): never {
  throw new Refused(fault)
}

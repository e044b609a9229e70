import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'
import type { Seat } from '../../../schemas/types.ts'

/** What a board needs to open without a network, beside what stands on it. */
export type KeptSeat = {
  readonly groupId: string
  readonly seat: Seat
  /** What the server's clock is ahead of the device's, in milliseconds. */
  readonly clockAhead: number
  /** When the board was last open on this device, in milliseconds since 1970. */
  readonly openedAt: number
  /** The server takes nothing from this seat any more: its board is here for the sake of the words on it. */
  readonly isOut?: boolean
}

export type Kept = {
  /** The records of the board, with what they are known by. */
  readonly records: readonly { readonly id: number; readonly update: Uint8Array }[]
  /** What the server has not acknowledged, as far as was known here. */
  readonly unsent: readonly { readonly id: number; readonly things: readonly string[] }[]
}

export type ToKeep = {
  readonly update: Uint8Array | null
  /** The things that it touches, where it did not come from the server. */
  readonly things: readonly string[] | null
  /** Records that are contained in the update, and unsent ones that have arrived. */
  readonly contained: readonly number[]
  readonly arrived: readonly number[]
}

/**
 * The boards on this device, each under its own name: a group's and a seat's, so that nothing is ever sent in somebody
 * else's name. Every promise is refused where the browser cannot keep things.
 */
export type BoardStore = {
  readonly read: (board: string) => Promise<Kept>
  /** Keeps it to the last or not at all; when it is answered, the device has it. Gives the ids. */
  readonly keep: (board: string, what: ToKeep) => Promise<{ record: number | null; unsent: number | null }>
  readonly keepSeat: (kept: KeptSeat) => Promise<void>
  /** The seats that have been taken on this device, the one that was open last first. */
  readonly seats: () => Promise<KeptSeat[]>
  /** The device's own id: the same for all boards and tabs. */
  readonly deviceId: () => Promise<string>
  /**
   * Forgets a board and its seat; false where something on it is unsent, and everything stays. `evenUnsent`: the words
   * have been brought elsewhere.
   */
  readonly forget: (board: string, options?: { readonly evenUnsent?: boolean }) => Promise<boolean>
  /** Forgets boards that nobody has opened for long, but none with something unsent that could yet be sent. */
  readonly forgetOld: (now: number) => Promise<void>
  readonly close: () => Promise<void>
}

interface Schema extends DBSchema {
  records: { key: number; value: { board: string; update: Uint8Array }; indexes: { board: string } }
  unsent: {
    key: number
    value: { board: string; things: readonly string[] }
    indexes: { board: string }
  }
  seats: { key: string; value: KeptSeat }
  device: { key: string; value: string }
}

const DAY_MS = 86_400_000
const OLD_MS = 60 * DAY_MS
const ALL: ('records' | 'unsent' | 'seats')[] = ['records', 'unsent', 'seats']

export const nameOfBoard = (groupId: string, seatId: string) => `${groupId}/${seatId}`

export function openBoardStore(newId: () => string, name = 'profilverkstad-boards'): BoardStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null
  const forget = () => (opened = null)
  const db = () =>
    (opened ??= open(name, forget).catch((error: unknown) => {
      forget()
      throw error
    }))
  return {
    async read(board) {
      const transaction = (await db()).transaction(['records', 'unsent'])
      const [records, unsent] = [transaction.objectStore('records'), transaction.objectStore('unsent')]
      const read = await Promise.all([
        records.index('board').getAllKeys(board),
        records.index('board').getAll(board),
        unsent.index('board').getAllKeys(board),
        unsent.index('board').getAll(board),
        transaction.done,
      ])
      return {
        records: read[1].map(({ update }, at) => ({ id: read[0][at] ?? 0, update })),
        unsent: read[3].map(({ things }, at) => ({ id: read[2][at] ?? 0, things })),
      }
    },
    async keep(board, { update, things, contained, arrived }) {
      // What is one's own must be on the disk itself; what others wrote can be had from the server again.
      const durability = things ? 'strict' : 'relaxed'
      const transaction = (await db()).transaction(['records', 'unsent'], 'readwrite', { durability })
      const [records, unsentOnes] = [transaction.objectStore('records'), transaction.objectStore('unsent')]
      const [record, unsent] = await Promise.all([
        update && records.add({ board, update }),
        things && unsentOnes.add({ board, things }),
        ...contained.map((id) => records.delete(id)),
        ...arrived.map((id) => unsentOnes.delete(id)),
        transaction.done,
      ])
      return { record, unsent }
    },
    async keepSeat(kept) {
      const key = nameOfBoard(kept.groupId, kept.seat.seatId)
      const transaction = (await db()).transaction('seats', 'readwrite')
      const before = await transaction.store.get(key)
      // The word is given once; whoever takes the seat up again on the same device need not lose it.
      const word = kept.seat.word ?? before?.seat.word ?? null
      await Promise.all([
        transaction.store.put({ ...kept, seat: { ...kept.seat, word } }, key),
        transaction.done,
      ])
    },
    async seats() {
      const seats = await (await db()).getAll('seats')
      return seats.sort((one, other) => other.openedAt - one.openedAt)
    },
    async deviceId() {
      const transaction = (await db()).transaction('device', 'readwrite')
      const id = (await transaction.store.get('id')) ?? newId()
      await Promise.all([transaction.store.put(id, 'id'), transaction.done])
      return id
    },
    async forget(board, { evenUnsent = false } = {}) {
      const transaction = (await db()).transaction(ALL, 'readwrite')
      const unsent = await transaction.objectStore('unsent').index('board').count(board)
      const isForgotten = evenUnsent || unsent === 0
      if (isForgotten) await forgetBoard(transaction, board)
      await transaction.done
      return isForgotten
    },
    async forgetOld(now) {
      const transaction = (await db()).transaction(ALL, 'readwrite')
      const seats = transaction.objectStore('seats')
      for (const board of await seats.getAllKeys()) {
        const kept = await seats.get(board)
        const unsent = await transaction.objectStore('unsent').index('board').count(board)
        if (!kept || now - kept.openedAt < OLD_MS || (unsent > 0 && !kept.isOut)) continue
        await forgetBoard(transaction, board)
      }
      await transaction.done
    },
    async close() {
      const database = await opened?.catch(() => null)
      forget()
      database?.close()
    },
  }
}

async function forgetBoard(
  transaction: IDBPTransaction<Schema, ('records' | 'unsent' | 'seats')[], 'readwrite'>,
  board: string,
): Promise<void> {
  for (const part of ['records', 'unsent'] as const) {
    const store = transaction.objectStore(part)
    for (const id of await store.index('board').getAllKeys(board)) await store.delete(id)
  }
  await transaction.objectStore('seats').delete(board)
}

function open(name: string, forget: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('records', { autoIncrement: true }).createIndex('board', 'board')
      db.createObjectStore('unsent', { autoIncrement: true }).createIndex('board', 'board')
      db.createObjectStore('seats')
      db.createObjectStore('device')
    },
    /** Another tab with a newer page wants to change the database: it waits until this one lets go. */
    blocking(_current, _blocked, event) {
      forget()
      ;(event.target as IDBDatabase).close()
    },
    /** The browser has thrown it away, or lost it. */
    terminated: forget,
  })
}

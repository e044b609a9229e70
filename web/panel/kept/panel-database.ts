import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { KeptAct } from '../acts/act.ts'

/** What lies on the device for the panel's pages. Everything bears the id of the person whose it is. */
export interface PanelSchema extends DBSchema {
  /** In the order in which they were made. */
  acts: { key: number; value: KeptAct; indexes: { id: string; person: string } }
  /** The last answer to each question that the pages ask, by person and path. */
  answers: { key: [personId: string, path: string]; value: KeptAnswer }
  /** Words that have been begun, and not been sent, by person and by what they are about. */
  drafts: { key: [personId: string, about: string]; value: HalfWritten }
  /** Who may send just now, in browsers without locks. */
  leases: { key: string; value: { holder: string; until: number } }
}

export type KeptAnswer = {
  readonly personId: string
  readonly path: string
  readonly answer: unknown
  /** When the server gave it, in milliseconds since 1970 by the device's clock. */
  readonly readAt: number
}

export type HalfWritten = {
  readonly personId: string
  readonly about: string
  /** The id that the act will have: pressed twice, it is the same act. */
  readonly actId: string
  readonly fields: Readonly<Record<string, string>>
}

/** Opens the database when it is first asked for, and again when the browser has let go of it. Refused where it cannot. */
export type PanelDatabase = {
  readonly opened: () => Promise<IDBPDatabase<PanelSchema>>
  readonly close: () => Promise<void>
}

export function panelDatabase(name = 'profilverkstad-panel'): PanelDatabase {
  let opened: Promise<IDBPDatabase<PanelSchema>> | null = null
  const forget = () => (opened = null)
  return {
    opened: () =>
      (opened ??= open(name, forget).catch((error: unknown) => {
        forget()
        throw error
      })),
    async close() {
      const database = await opened?.catch(() => null)
      forget()
      database?.close()
    },
  }
}

function open(name: string, forget: () => void): Promise<IDBPDatabase<PanelSchema>> {
  return openDB<PanelSchema>(name, 1, {
    upgrade(db) {
      const acts = db.createObjectStore('acts', { autoIncrement: true })
      acts.createIndex('id', 'id', { unique: true })
      acts.createIndex('person', 'personId')
      db.createObjectStore('answers', { keyPath: ['personId', 'path'] })
      db.createObjectStore('drafts', { keyPath: ['personId', 'about'] })
      db.createObjectStore('leases')
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

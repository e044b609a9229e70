import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Reason } from '../../schemas/types.ts'
import type { EditCommand } from '../../server/domain/profile/edit-draft.ts'

/** An edit that the server has not answered for yet. Keys sort in the order of the edits. */
export type PendingEdit = {
  readonly key: string
  readonly slug: string
  /** The tab that will send it; another tab takes over when that one is closed. */
  readonly tab: string
  /** Whose it is: it is never sent in somebody else's name. Edits from before people had accounts are anybody's. */
  readonly by?: string
  readonly command: EditCommand
  readonly because?: Reason
}

interface OutboxSchema extends DBSchema {
  edits: { key: string; value: PendingEdit; indexes: { slug: string } }
}

/** Where edits lie until the server has answered for them: they survive a closed tab, a dead battery and a lost network. */
export type Outbox = {
  readonly put: (edit: PendingEdit) => Promise<void>
  readonly remove: (key: string) => Promise<void>
  /** A person's edits of a draft that are this tab's, or whose tab is gone, oldest first. */
  readonly takeOver: (
    slug: string,
    here: { readonly tab: string; readonly openTabs: ReadonlySet<string>; readonly me: string },
  ) => Promise<PendingEdit[]>
}

export function openOutbox(): Outbox {
  let opened: Promise<IDBPDatabase<OutboxSchema>> | undefined
  const database = () =>
    (opened ??= openDB<OutboxSchema>('profilverkstad', 1, {
      upgrade(db) {
        db.createObjectStore('edits', { keyPath: 'key' }).createIndex('slug', 'slug')
      },
    }))
  return {
    put: async (edit) => void (await (await database()).put('edits', edit)),
    remove: async (key) => (await database()).delete('edits', key),
    async takeOver(slug, { tab, openTabs, me }) {
      const db = await database()
      const transaction = db.transaction('edits', 'readwrite')
      const found: PendingEdit[] = []
      for (const edit of await transaction.store.index('slug').getAll(slug)) {
        if (edit.tab !== tab && openTabs.has(edit.tab)) continue
        if (edit.by !== undefined && edit.by !== me) continue
        const mine = { ...edit, tab }
        await transaction.store.put(mine)
        found.push(mine)
      }
      await transaction.done
      return found.sort((a, b) => (a.key < b.key ? -1 : 1))
    },
  }
}

/**
 * A name for this tab, and the names of those that are open. A tab holds a lock of its name for as long as it lives,
 * so that nobody sends its edits twice, and somebody sends them when it is gone.
 */
export async function enterTab(): Promise<{ tab: string; openTabs: ReadonlySet<string> }> {
  const tab = `tab-${crypto.randomUUID()}`
  const { held = [] } = await navigator.locks.query()
  const openTabs = new Set(held.map(({ name = '' }) => name))
  await new Promise<void>((entered) => {
    void navigator.locks.request(tab, () => {
      entered()
      return new Promise(() => undefined)
    })
  })
  return { tab, openTabs }
}

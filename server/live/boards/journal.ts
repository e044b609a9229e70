import type { Storage } from '../../storage/storage.ts'
import type { BoardUpdate } from '../../storage/workshop-port.ts'

/** Keeps what is written on boards: what has been kept outlives a power cut. */
export type Journal = {
  /** Throws what the storage says; then none of it has been kept. */
  readonly keep: (updates: readonly BoardUpdate[]) => Promise<void>
}

type Entry = {
  readonly updates: readonly BoardUpdate[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** While one transaction is on its way to the disk all that comes gathers for the next: many boards, one commit. */
export function openJournal(storage: Pick<Storage, 'write'>): Journal {
  let waiting: Entry[] = []
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      // SQLite commits without letting anything else happen. What has come to the other sockets meanwhile is read first,
      // or each letter would have a commit of its own, one after the other, and the sockets would wait for all of them.
      await new Promise((resolve) => setImmediate(resolve))
      const entries = waiting
      waiting = []
      if (!(await append(entries)) && entries.length > 1)
        // One board's trouble is not the others'.
        for (const entry of entries) await append([entry], true)
    }
    isRunning = false
  }

  /** The last to try tells whoever waits how it went. */
  async function append(entries: readonly Entry[], isLast = entries.length === 1): Promise<boolean> {
    try {
      await storage.write(({ boards }) => boards.append(entries.flatMap(({ updates }) => updates)))
      for (const { resolve } of entries) resolve()
      return true
    } catch (error) {
      if (isLast) for (const { reject } of entries) reject(error)
      return false
    }
  }

  return {
    keep: (updates) =>
      new Promise((resolve, reject) => {
        waiting.push({ updates, resolve, reject })
        if (!isRunning) void run()
      }),
  }
}

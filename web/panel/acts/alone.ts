import type { PanelDatabase } from '../kept/panel-database.ts'

/** Does the work unless another tab is at it; gives whether it did. Other tabs wait their turn meanwhile. */
export type Alone = (work: () => Promise<void>) => Promise<boolean>

const NAME = 'profilverkstad-panel-sending'
/**
 * A tab that has held on for so long, three times what a request may take, has been put to sleep. What it sends yet when it
 * wakes is done once all the same.
 */
const TOO_LONG_MS = 60_000

/** By the browser's locks, which go when a tab dies. */
export function aloneByLocks(locks: LockManager, now: () => number): Alone {
  let busySince: number | null = null
  return async (work) => {
    const steal = busySince !== null && now() - busySince > TOO_LONG_MS
    let isDone = false
    await locks
      .request(NAME, steal ? { steal } : { ifAvailable: true }, async (lock) => {
        if (!lock) return
        await work()
        isDone = true
      })
      .catch((error: unknown) => {
        // Another tab thought that this one slept. Its work goes on to its end all the same.
        if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
      })
    busySince = isDone ? null : (busySince ?? now())
    return isDone
  }
}

/** By a lease in the database, which runs out when a tab has died. */
export function aloneByLease(
  { opened }: PanelDatabase,
  { holder, now }: { readonly holder: string; readonly now: () => number },
): Alone {
  /** Not where the lease ran out meanwhile and another tab has it: a third would send beside that one. */
  const giveBack = async () => {
    const transaction = (await opened()).transaction('leases', 'readwrite')
    if ((await transaction.store.get(NAME))?.holder === holder) await transaction.store.delete(NAME)
    await transaction.done
  }
  return async (work) => {
    const transaction = (await opened()).transaction('leases', 'readwrite')
    const lease = await transaction.store.get(NAME)
    const isFree = !lease || lease.holder === holder || lease.until < now()
    if (isFree) await transaction.store.put({ holder, until: now() + TOO_LONG_MS }, NAME)
    await transaction.done
    if (!isFree) return false
    try {
      await work()
    } finally {
      await giveBack()
    }
    return true
  }
}

import type { Kysely, Transaction } from 'kysely'
import type { Readers, Storage, Writers } from '../storage.ts'
import { accessStore } from './access-store.ts'
import { boardStore } from './board-store.ts'
import { draftStore } from './draft-store.ts'
import { editionStore } from './edition-store.ts'
import { translateFailure } from './failures.ts'
import { installationStore, jobStore } from './installation-store.ts'
import { logStore } from './log-store.ts'
import { mailStore } from './mail-store.ts'
import { organisationStore } from './organisation-store.ts'
import { peopleStore } from './people-store.ts'
import { profileStore } from './profile-store.ts'
import { reviewStore } from './review-store.ts'
import { workshopStore } from './workshop-store.ts'
import { forget } from './erased-bytes.ts'
import type { Dialect } from './migrations/seal-table.ts'
import { sizeOf } from './size-of.ts'
import type { Tables } from './tables.ts'

export function kyselyStorage({ db, dialect }: { db: Kysely<Tables>; dialect: Dialect }): Storage {
  return {
    read: (work) =>
      translated(
        db
          .transaction()
          .setAccessMode('read only')
          .setIsolationLevel('repeatable read')
          .execute((transaction) => work(readersOn(transaction))),
      ),
    async write(work) {
      const afterCommit: (() => void)[] = []
      const result = await translated(
        db
          .transaction()
          .execute((transaction) => work(writersOn(transaction, (run) => afterCommit.push(run)))),
      )
      for (const run of afterCommit) run()
      return result
    },
    forget: () => translated(forget(db, dialect)),
    size: () => translated(sizeOf(db, dialect)),
    close: () => db.destroy(),
  }
}

type Stores = Omit<Writers, 'afterCommit'>

/** The stores read and write alike; that a reader does not write is kept by its type, and by its read-only transaction. */
function storesOn(transaction: Transaction<Tables>): Stores {
  return {
    profiles: profileStore(transaction),
    drafts: draftStore(transaction),
    editions: editionStore(transaction),
    log: logStore(transaction),
    people: peopleStore(transaction),
    access: accessStore(transaction),
    organisations: organisationStore(transaction),
    mails: mailStore(transaction),
    installation: installationStore(transaction),
    jobs: jobStore(transaction),
    workshops: workshopStore(transaction),
    boards: boardStore(transaction),
    reviews: reviewStore(transaction),
  }
}

function readersOn(transaction: Transaction<Tables>): Readers {
  return storesOn(transaction)
}

function writersOn(transaction: Transaction<Tables>, afterCommit: Writers['afterCommit']): Writers {
  return { ...storesOn(transaction), afterCommit }
}

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw translateFailure(error)
  }
}

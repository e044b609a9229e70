import { kyselyStorage } from '../../server/storage/kysely/kysely-storage.ts'
import { migrate } from '../../server/storage/kysely/migrations/index.ts'
import { openSqlite } from '../../server/storage/kysely/sqlite.ts'
import type { Storage } from '../../server/storage/storage.ts'

/** SQLite in memory: the fake database of the tests is the product's own. */
export async function openMemoryStorage(): Promise<Storage> {
  const db = openSqlite(':memory:')
  await migrate(db, 'sqlite')
  return kyselyStorage({ db, dialect: 'sqlite' })
}

import { bringToLatest } from '../../server/storage/database-form.ts'
import { kyselyStorage } from '../../server/storage/kysely/kysely-storage.ts'
import { openSqlite } from '../../server/storage/kysely/sqlite.ts'
import type { Storage } from '../../server/storage/storage.ts'

/** SQLite in memory: the fake database of the tests is the product's own. */
export async function openMemoryStorage(): Promise<Storage> {
  const db = openSqlite(':memory:')
  await bringToLatest({ db, dialect: 'sqlite' })
  return kyselyStorage({ db, dialect: 'sqlite' })
}

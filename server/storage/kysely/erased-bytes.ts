import { sql, type Kysely } from 'kysely'
import { StorageFailure } from '../storage.ts'
import type { Dialect } from './migrations/seal-table.ts'
import { BUSY_TIMEOUT_MS } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** Tables that hold what can be erased. */
const ABOUT_PEOPLE = [
  'person',
  'person_grant',
  'session',
  'sign_in_link',
  'identity',
  'passkey',
  'challenge',
  'mail',
  'seat',
  'panel_member',
]

/**
 * SQLite has written zeros over what was deleted (`secure_delete`), but its write-ahead log still holds the pages as
 * they were: they are put into the file and the log is emptied. PostgreSQL gives the rows' room free.
 */
export async function forget(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    for (const table of ABOUT_PEOPLE) await sql`vacuum ${sql.table(table)}`.execute(db)
    return
  }
  const isBusy = await db.connection().execute(async (connection) => {
    // Without waiting: SQLite would hold up everybody here, also the backup that it perhaps waits for.
    await sql`pragma busy_timeout = 0`.execute(connection)
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection)
    await sql.raw(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`).execute(connection)
    return rows[0]?.busy === 1
  })
  if (isBusy) throw new StorageFailure('unavailable', 'somebody is still reading the write-ahead log')
}

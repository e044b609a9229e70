import { sql, type Transaction } from 'kysely'
import { BrokenBackup, rowsIn } from './backup.ts'
import { logErasuresAgain, withoutErased } from './carry-over-erasures.ts'
import { bringTo, bringToLatest, keptTablesIn, type Database, type Form } from './database-form.ts'
import { translateFailure } from './kysely/failures.ts'
import { jobStore } from './kysely/installation-store.ts'
import { KEPT_TABLES, putRow } from './kysely/table-rows.ts'
import type { Tables } from './kysely/tables.ts'
import { RESTORE, StorageFailure } from './storage.ts'

/** A backup that has been checked, and what is done with it. */
export type Rebuild = {
  readonly file: string
  /** Of which form its rows are. */
  readonly form: Form
  /** People who are not to come back. */
  readonly erased: readonly string[]
  readonly now: string
  readonly onRow: (rows: number) => void
}

/**
 * Makes a database without data into what a backup holds: of the form that the rows have, with the rows, and upgraded
 * from there. Throws BrokenBackup when this version of the program cannot keep them.
 */
export async function rebuild(database: Database, backup: Rebuild): Promise<void> {
  const { db, dialect } = database
  try {
    if (backup.form !== null) await bringTo(database, backup.form)
    await db.transaction().execute((transaction) => putRows(transaction, backup))
    await bringToLatest(database)
    await db.transaction().execute(async (transaction) => {
      if (dialect === 'postgres') await countOn(transaction)
      await logErasuresAgain(transaction, backup.erased, backup.now)
      const jobs = jobStore(transaction)
      await jobs.begin(RESTORE, backup.now, backup.now)
      await jobs.end(RESTORE, backup.now, true, {})
    })
  } catch (error) {
    const failure = translateFailure(error)
    if (failure instanceof StorageFailure || failure instanceof BrokenBackup) throw failure
    throw new BrokenBackup('misfit', { cause: error })
  }
}

/** All rows in one transaction, but for those about people who have been erased. */
async function putRows(transaction: Transaction<Tables>, { file, erased, onRow }: Rebuild): Promise<void> {
  // Migrations put rows there of their own, which the backup has too: the end of an empty log, for one.
  for (const table of (await keptTablesIn(transaction)).toReversed()) {
    await sql`delete from ${sql.table(table)}`.execute(transaction)
  }
  const gone = new Set<unknown>(erased)
  let rows = 0
  for await (const kept of rowsIn(file)) {
    if (!KEPT_TABLES.includes(kept.table)) throw new BrokenBackup('misfit')
    const row = withoutErased(gone, kept)
    if (row) await putRow(transaction, kept.table, row)
    onRow(++rows)
  }
}

/** Rows that have been put back with their numbers have not been counted by PostgreSQL, which would give them again. */
async function countOn(transaction: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`.execute(transaction)
  for (const { table, column } of rows) {
    const last = sql`(select max(${sql.ref(column)}) from ${sql.table(table)})`
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(${last}, 1), ${last} is not null)`.execute(
      transaction,
    )
  }
}

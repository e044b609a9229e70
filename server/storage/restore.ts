import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { sql, type Kysely } from 'kysely'
import { checkBackup, rowsIn, type BackupSummary, type Progress } from './backup.ts'
import { openSqliteFile } from './kysely/sqlite.ts'
import { putRow } from './kysely/table-rows.ts'
import type { Tables } from './kysely/tables.ts'
import { openDatabase, SQLITE_FILE, type StoragePlace } from './open-storage.ts'

/** There is data where the backup would go, and nobody has said that it may be set aside. */
export class DataInTheWay extends Error {
  override readonly name = 'DataInTheWay'
}

/** The program is running on the data; stop it first. */
export class DataInUse extends Error {
  override readonly name = 'DataInUse'
}

export type Restored = BackupSummary & {
  /** Where the data that was in the way lies now; null when there was none. */
  readonly setAside: string | null
}

/**
 * Puts a backup back. Data that is there is never overwritten: it is refused (DataInTheWay), or set aside under
 * another name when `replace` says so. Throws BrokenBackup, having touched nothing, when the file is not whole.
 */
export async function restore(
  place: StoragePlace,
  file: string,
  { replace, now, onProgress = () => undefined }: { replace: boolean; now: string; onProgress?: Progress },
): Promise<Restored> {
  const summary = await checkBackup(file)
  const onRow = (rows: number) => onProgress(rows, summary.rows)
  const suffix = now.replaceAll(/\D/gu, '').slice(0, 14)
  const setAside = place.databaseUrl
    ? await restoreIntoPostgres(place, file, replace, suffix, onRow)
    : await restoreIntoSqlite(place, file, replace, suffix, onRow)
  return { ...summary, setAside }
}

/** Into a file beside the data, which takes its place when it is whole: a kill at any moment leaves the one or the other. */
async function restoreIntoSqlite(
  { dataDir }: StoragePlace,
  file: string,
  replace: boolean,
  suffix: string,
  onRow: (rows: number) => void,
): Promise<string | null> {
  const target = path.join(dataDir, SQLITE_FILE)
  const inTheWay = existsSync(target) && (await holdsData({ databaseUrl: undefined, dataDir }))
  if (inTheWay && !replace) throw new DataInTheWay(target)
  const building = path.join(dataDir, `restoring-${suffix}`)
  await mkdir(building, { recursive: true })
  const { db } = await openDatabase({ databaseUrl: undefined, dataDir: building }, () => undefined)
  await putRows(db, file, onRow)
  await db.destroy()
  foldLog(path.join(building, SQLITE_FILE))
  const aside = inTheWay ? `${target}.before-${suffix}` : null
  if (existsSync(target)) {
    foldLog(target)
    if (aside) await rename(target, aside)
  }
  await rename(path.join(building, SQLITE_FILE), target)
  await rm(building, { recursive: true })
  return aside
}

/** Brings the write-ahead log into the file, so that the file alone is everything. Refused while another process has it open. */
function foldLog(file: string): void {
  const database = openSqliteFile(file)
  try {
    database.pragma('busy_timeout = 200')
    database.pragma('journal_mode = delete')
  } catch (error) {
    throw new DataInUse(file, { cause: error })
  } finally {
    database.close()
  }
}

/** What is there is set aside as a schema of its own, in the same database. */
async function restoreIntoPostgres(
  place: StoragePlace,
  file: string,
  replace: boolean,
  suffix: string,
  onRow: (rows: number) => void,
): Promise<string | null> {
  const inTheWay = await holdsData(place)
  if (inTheWay && !replace) throw new DataInTheWay('the database')
  const aside = inTheWay ? `before_${suffix}` : null
  if (aside) await setSchemaAside(place, aside)
  const { db } = await openDatabase(place, () => undefined)
  await putRows(db, file, onRow)
  const last = sql`(select coalesce(max(number), 1) from edition)`
  await sql`select setval(pg_get_serial_sequence('edition', 'number'), ${last})`.execute(db)
  await db.destroy()
  return aside
}

async function setSchemaAside(place: StoragePlace, aside: string): Promise<void> {
  const { db } = await openDatabase(place, () => undefined)
  await db.transaction().execute(async (transaction) => {
    await sql`alter schema public rename to ${sql.id(aside)}`.execute(transaction)
    await sql`create schema public`.execute(transaction)
  })
  await db.destroy()
}

async function putRows(db: Kysely<Tables>, file: string, onRow: (rows: number) => void): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('log_head').execute() // the first migration has put an empty one there
    let rows = 0
    for await (const { table, row } of rowsIn(file)) {
      await putRow(transaction, table, row)
      onRow(++rows)
    }
  })
}

async function holdsData(place: StoragePlace): Promise<boolean> {
  const { db } = await openDatabase(place, () => undefined)
  const { count } = await db
    .selectFrom('log')
    .select(sql<number | string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  await db.destroy()
  return Number(count) > 0
}

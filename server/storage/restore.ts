import { existsSync } from 'node:fs'
import { link, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { sql, type Kysely } from 'kysely'
import { BrokenBackup, checkBackup, rowsIn, type BackupSummary, type Progress } from './backup.ts'
import { translateFailure } from './kysely/failures.ts'
import { openPostgres } from './kysely/postgres.ts'
import { KEPT_TABLES, putRow } from './kysely/table-rows.ts'
import type { Tables } from './kysely/tables.ts'
import { openDatabase, SQLITE_FILE, type StoragePlace } from './open-storage.ts'
import { DatabaseFromTheFuture, StorageFailure } from './storage.ts'

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
    ? await restoreIntoPostgres(place, place.databaseUrl, file, replace, suffix, onRow)
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
  await mkdir(building, { recursive: true, mode: 0o700 })
  try {
    const { db } = await openDatabase({ databaseUrl: undefined, dataDir: building }, () => undefined)
    try {
      await putRows(db, file, onRow)
    } finally {
      await db.destroy()
    }
    foldLog(path.join(building, SQLITE_FILE))
    if (existsSync(target)) foldLog(target)
    const aside = `${target}.before-${suffix}`
    // What is left of another database's write-ahead log would be taken for the restored one's, and spoil it.
    for (const end of ['-wal', '-shm']) await rename(target + end, aside + end).catch(unlessAbsent)
    if (inTheWay) await link(target, aside).catch(() => rename(target, aside)) // not every file system has links
    await rename(path.join(building, SQLITE_FILE), target)
    return inTheWay ? aside : null
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

/**
 * Brings the write-ahead log into the file, so that the file alone is everything. Refused while another process has
 * it open; a file that is damaged is left as it is.
 */
function foldLog(file: string): void {
  const database = new Database(file)
  try {
    database.pragma('busy_timeout = 200')
    database.pragma('journal_mode = delete')
  } catch (error) {
    if (!isDamage(error)) throw new DataInUse(file, { cause: error })
  } finally {
    database.close()
  }
}

/** What is there is set aside as a schema of its own, in the same database. */
async function restoreIntoPostgres(
  place: StoragePlace,
  databaseUrl: string,
  file: string,
  replace: boolean,
  suffix: string,
  onRow: (rows: number) => void,
): Promise<string | null> {
  const inTheWay = await holdsData(place)
  if (inTheWay && !replace) throw new DataInTheWay('the database')
  const aside = inTheWay ? `before_${suffix}` : null
  if (aside) await setSchemaAside(databaseUrl, aside)
  const { db } = await openDatabase(place, () => undefined)
  try {
    await putRows(db, file, onRow)
    const last = sql`(select coalesce(max(number), 1) from edition)`
    await sql`select setval(pg_get_serial_sequence('edition', 'number'), ${last})`.execute(db)
    return aside
  } catch (error) {
    if (aside) await takeSchemaBack(db, aside)
    throw error
  } finally {
    await db.destroy()
  }
}

/** Not by openDatabase: what is set aside may be of a later version, or none of ours. */
async function setSchemaAside(databaseUrl: string, aside: string): Promise<void> {
  const db = openPostgres(databaseUrl, () => undefined)
  try {
    await db.transaction().execute(async (transaction) => {
      await sql`alter schema public rename to ${sql.id(aside)}`.execute(transaction)
      await sql`create schema public`.execute(transaction)
    })
  } finally {
    await db.destroy()
  }
}

async function takeSchemaBack(db: Kysely<Tables>, aside: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`drop schema public cascade`.execute(transaction)
    await sql`alter schema ${sql.id(aside)} rename to public`.execute(transaction)
  })
}

/** All rows in one transaction. Throws BrokenBackup when they are none that this version of the program can keep. */
async function putRows(db: Kysely<Tables>, file: string, onRow: (rows: number) => void): Promise<void> {
  const work = db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('log_head').execute() // the first migration has put an empty one there
    let rows = 0
    for await (const { table, row } of rowsIn(file)) {
      if (!KEPT_TABLES.includes(table)) throw new BrokenBackup('misfit')
      await putRow(transaction, table, row)
      onRow(++rows)
    }
  })
  await work.catch((error: unknown) => {
    const failure = translateFailure(error)
    throw failure instanceof StorageFailure ? failure : new BrokenBackup('misfit', { cause: error })
  })
}

/** What this version of the program cannot read is data too. */
async function holdsData(place: StoragePlace): Promise<boolean> {
  let db: Kysely<Tables> | undefined
  try {
    db = (await openDatabase(place, () => undefined)).db
    const { count } = await db
      .selectFrom('log')
      .select(sql<number | string>`count(*)`.as('count'))
      .executeTakeFirstOrThrow()
    return Number(count) > 0
  } catch (error) {
    if (error instanceof DatabaseFromTheFuture || isDamage(error)) return true
    throw error
  } finally {
    await db?.destroy()
  }
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:NOTADB|CORRUPT)/u.test(String((error as { code?: unknown }).code))
}

/** SQLite takes its own files away when the last connection closes, which may be just now. */
function unlessAbsent(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}

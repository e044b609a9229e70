import { existsSync } from 'node:fs'
import { link, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql, type Kysely } from 'kysely'
import { BrokenBackup, checkBackup, type BackupSummary, type Progress } from './backup.ts'
import { erasedIn } from './carry-over-erasures.ts'
import { isLatest, migrationsRun, migrationsUpTo, type Database, type Form } from './database-form.ts'
import { translateFailure } from './kysely/failures.ts'
import { openPostgres } from './kysely/postgres.ts'
import type { Tables } from './kysely/tables.ts'
import { openAsItIs, SQLITE_FILE, type StoragePlace } from './open-storage.ts'
import { rebuild, type Rebuild } from './rebuild.ts'

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
  /** How many people are erased in what was there, and so have not come back; null when it could not be read. */
  readonly erased: number | null
}

/**
 * Puts a backup back, of this form or a former one. Data that is there is never overwritten: it is refused
 * (DataInTheWay), or set aside under another name when `replace` says so; and people who are erased in it stay erased.
 * Throws BrokenBackup, having touched nothing, when the file is not whole or is of a later form.
 */
export async function restore(
  place: StoragePlace,
  file: string,
  { replace, now, onProgress = () => undefined }: { replace: boolean; now: string; onProgress?: Progress },
): Promise<Restored> {
  const { form, ...summary } = await checkBackup(file)
  if (!migrationsUpTo(form)) throw new BrokenBackup('misfit')
  const there = await lookAt(place)
  if (there.holdsData && !replace) {
    throw new DataInTheWay(place.databaseUrl ? 'the database' : path.join(place.dataDir, SQLITE_FILE))
  }
  const onRow = (rows: number) => onProgress(rows, summary.rows)
  const backup: Rebuild = { file, form, erased: there.erased ?? [], now, onRow }
  const setAside = place.databaseUrl
    ? await restoreIntoPostgres(place, place.databaseUrl, there, backup)
    : await restoreIntoSqlite(place, there, backup)
  return { ...summary, setAside, erased: there.erased?.length ?? null }
}

/** To the second, as part of a name. */
const suffixOf = ({ now }: Rebuild) => now.replaceAll(/\D/gu, '').slice(0, 14)

/** Into a file beside the data, which takes its place when it is whole: a kill at any moment leaves the one or the other. */
async function restoreIntoSqlite(
  { dataDir }: StoragePlace,
  { holdsData }: There,
  backup: Rebuild,
): Promise<string | null> {
  const target = path.join(dataDir, SQLITE_FILE)
  const building = path.join(dataDir, `restoring-${suffixOf(backup)}`)
  await mkdir(building, { recursive: true, mode: 0o700 })
  try {
    const database = openAsItIs({ databaseUrl: undefined, dataDir: building }, () => undefined)
    try {
      await rebuild(database, backup)
    } finally {
      await database.db.destroy()
    }
    foldLog(path.join(building, SQLITE_FILE))
    if (existsSync(target)) foldLog(target)
    const aside = `${target}.before-${suffixOf(backup)}`
    // What is left of another database's write-ahead log would be taken for the restored one's, and spoil it.
    for (const end of ['-wal', '-shm']) await rename(target + end, aside + end).catch(unlessAbsent)
    if (holdsData) await link(target, aside).catch(() => rename(target, aside)) // not every file system has links
    await rename(path.join(building, SQLITE_FILE), target)
    return holdsData ? aside : null
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

/**
 * Brings the write-ahead log into the file, so that the file alone is everything. Refused while another process has
 * it open; a file that is damaged is left as it is.
 */
function foldLog(file: string): void {
  const database = new Sqlite(file)
  try {
    database.pragma('busy_timeout = 200')
    database.pragma('journal_mode = delete')
  } catch (error) {
    if (!isDamage(error)) throw new DataInUse(file, { cause: error })
  } finally {
    database.close()
  }
}

/**
 * What is there is set aside as a schema of its own, in the same database; so is an empty installation whose form the
 * backup's rows would not fit.
 */
async function restoreIntoPostgres(
  place: StoragePlace,
  databaseUrl: string,
  { holdsData, isBlank }: There,
  backup: Rebuild,
): Promise<string | null> {
  const aside = holdsData || !(isBlank || isLatest(backup.form)) ? `before_${suffixOf(backup)}` : null
  if (aside) await setSchemaAside(databaseUrl, aside)
  const database = openAsItIs(place, () => undefined)
  try {
    await rebuild(database, backup)
    return aside
  } catch (error) {
    if (aside) await takeSchemaBack(database.db, aside)
    throw error
  } finally {
    await database.db.destroy()
  }
}

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

type There = {
  readonly holdsData: boolean
  /** No migration has been run there. */
  readonly isBlank: boolean
  /** Null when that cannot be told. */
  readonly erased: readonly string[] | null
}

/** What lies where the backup would go, left as it is. What this version of the program cannot read is data too. */
async function lookAt(place: StoragePlace): Promise<There> {
  if (!place.databaseUrl && !existsSync(path.join(place.dataDir, SQLITE_FILE))) {
    return { holdsData: false, isBlank: true, erased: [] }
  }
  let database: Database | undefined
  let form: Form = null
  try {
    database = openAsItIs(place, () => undefined)
    form = (await migrationsRun(database.db)).at(-1) ?? null
    if (form === null) return { holdsData: false, isBlank: true, erased: [] }
    const { db } = database
    const entry = await db.selectFrom('log').select('seq').limit(1).executeTakeFirst()
    const holdsData = entry !== undefined || !migrationsUpTo(form)
    return { holdsData, isBlank: false, erased: await erasedIn(db) }
  } catch (error) {
    const isUnreadable = isDamage(error) || error instanceof SyntaxError || !migrationsUpTo(form)
    if (isUnreadable) return { holdsData: true, isBlank: false, erased: null }
    throw translateFailure(error)
  } finally {
    await database?.db.destroy()
  }
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:NOTADB|CORRUPT)/u.test(String((error as { code?: unknown }).code))
}

/** SQLite takes its own files away when the last connection closes, which may be just now. */
function unlessAbsent(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}

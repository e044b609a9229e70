import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { backUpBeforeUpgrade } from './back-up-before-upgrade.ts'
import { bringToLatest, type Database } from './database-form.ts'
import { translateFailure } from './kysely/failures.ts'
import { kyselyStorage } from './kysely/kysely-storage.ts'
import { openPostgres } from './kysely/postgres.ts'
import { openSqlite } from './kysely/sqlite.ts'
import type { Tables } from './kysely/tables.ts'
import type { Storage } from './storage.ts'

/** Where the data lies: a PostgreSQL server if there is an address to one, else a file in the data folder. */
export type StoragePlace = {
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  /** Where an upgrade leaves the backup that it begins with: beside the data, unless somebody says otherwise. */
  readonly backups?: { readonly folder: string }
}

export const SQLITE_FILE = 'profilverkstad.sqlite'

/**
 * The database, brought to this program's form, and backed up first if it has a former one. Throws StorageFailure,
 * UpgradeWithoutBackup or DatabaseFromTheFuture.
 */
export async function openStorage(
  place: StoragePlace,
  onLostConnection: (error: Error) => void,
): Promise<Storage> {
  return kyselyStorage(await openDatabase(place, onLostConnection))
}

export async function openDatabase(
  place: StoragePlace,
  onLostConnection: (error: Error) => void,
): Promise<Database> {
  const database = openAsItIs(place, onLostConnection)
  try {
    await backUpBeforeUpgrade(database, place.backups?.folder ?? path.join(place.dataDir, 'backups'))
    await bringToLatest(database)
    return database
  } catch (error) {
    await database.db.destroy()
    throw translateFailure(error)
  }
}

/** The database as it lies there, of whatever form; one that is not there is new. Throws StorageFailure. */
export function openAsItIs(
  { databaseUrl, dataDir }: StoragePlace,
  onLostConnection: (error: Error) => void,
): Database {
  try {
    return databaseUrl
      ? { db: openPostgres(databaseUrl, onLostConnection), dialect: 'postgres' }
      : { db: openPrivately(dataDir), dialect: 'sqlite' }
  } catch (error) {
    throw translateFailure(error)
  }
}

/** The names of people are in it: a folder and a file that are made here are for whoever runs the program alone. */
function openPrivately(dataDir: string): Kysely<Tables> {
  const before = process.umask(0o077)
  try {
    mkdirSync(dataDir, { recursive: true })
    return openSqlite(path.join(dataDir, SQLITE_FILE))
  } finally {
    process.umask(before)
  }
}

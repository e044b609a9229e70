import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { translateFailure } from './kysely/failures.ts'
import { kyselyStorage } from './kysely/kysely-storage.ts'
import { migrate } from './kysely/migrations/index.ts'
import type { Dialect } from './kysely/migrations/seal-table.ts'
import { openPostgres } from './kysely/postgres.ts'
import { openSqlite } from './kysely/sqlite.ts'
import type { Tables } from './kysely/tables.ts'
import type { Storage } from './storage.ts'

/** Where the data lies: a PostgreSQL server if there is an address to one, else a file in the data folder. */
export type StoragePlace = { readonly databaseUrl: string | undefined; readonly dataDir: string }

export const SQLITE_FILE = 'profilverkstad.sqlite'

/** The database, brought to this program's form. Throws StorageFailure or DatabaseFromTheFuture. */
export async function openStorage(
  place: StoragePlace,
  onLostConnection: (error: Error) => void,
): Promise<Storage> {
  return kyselyStorage((await openDatabase(place, onLostConnection)).db)
}

export async function openDatabase(
  { databaseUrl, dataDir }: StoragePlace,
  onLostConnection: (error: Error) => void,
): Promise<{ db: Kysely<Tables>; dialect: Dialect }> {
  const dialect: Dialect = databaseUrl ? 'postgres' : 'sqlite'
  let db: Kysely<Tables> | undefined
  try {
    db = databaseUrl ? openPostgres(databaseUrl, onLostConnection) : openPrivately(dataDir)
    await migrate(db, dialect)
    return { db, dialect }
  } catch (error) {
    await db?.destroy()
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

import { Migrator, type Kysely, type Migration } from 'kysely'
import { DatabaseFromTheFuture } from '../../storage.ts'
import { first } from './0001-first.ts'
import { people } from './0002-people.ts'
import type { Dialect } from './seal-table.ts'

/** In order of their names. A migration that has been released is never edited. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return {
    '0001-first': { up: first(dialect) },
    '0002-people': { up: people(dialect) },
  }
}

/**
 * Brings a database to this program's form. Throws DatabaseFromTheFuture, having changed nothing, when a later
 * version of the program has been at it.
 */
export async function migrate<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  const known = migrations(dialect)
  // Named, so that a former installation that was set aside in a schema of its own is not taken for this one.
  const migrationTableSchema = dialect === 'postgres' ? { migrationTableSchema: 'public' } : {}
  const provider = { getMigrations: () => Promise.resolve(known) }
  const migrator = new Migrator({ db, provider, ...migrationTableSchema })
  const there = await namesOf(db)
  const unknown = there.filter((name) => !(name in known))
  if (unknown.length > 0) throw new DatabaseFromTheFuture(`unknown migrations: ${unknown.join(', ')}`)
  if (there.length === Object.keys(known).length) return
  const { error } = await migrator.migrateToLatest()
  if (error) throw error as Error
}

async function namesOf<T>(db: Kysely<T>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name, schema }) => name === 'kysely_migration' && (schema ?? 'public') === 'public'))
    return []
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map(({ name }) => name)
}

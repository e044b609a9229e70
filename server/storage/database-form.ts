import { Migrator, sql, type Kysely } from 'kysely'
import { migrations } from './kysely/migrations/index.ts'
import type { Dialect } from './kysely/migrations/seal-table.ts'
import { KEPT_TABLES, type TableName } from './kysely/table-rows.ts'
import type { Tables } from './kysely/tables.ts'
import { DatabaseFromTheFuture } from './storage.ts'

/** A database with what has to be known to speak to it. */
export type Database = { readonly db: Kysely<Tables>; readonly dialect: Dialect }

/** A database's form is told by the last migration that has been run on it; null is one on which none has. */
export type Form = string | null

/** Backups did not say their form while there was only this one. */
export const FIRST_FORM = '0001-first'

/** Every migration that this program knows, in order. */
const KNOWN: readonly string[] = Object.keys(migrations('sqlite')).sort()

/** The migrations that lead to a form, in order; undefined when this program does not know it. */
export function migrationsUpTo(form: Form): readonly string[] | undefined {
  if (form === null) return []
  return KNOWN.includes(form) ? KNOWN.slice(0, KNOWN.indexOf(form) + 1) : undefined
}

export function isLatest(form: Form): boolean {
  return form === KNOWN.at(-1)
}

/** The migrations that have been run on a database, in order, those of a later version of the program among them. */
export async function migrationsRun(db: Kysely<Tables>): Promise<string[]> {
  if (!(await tablesOf(db)).includes('kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Throws DatabaseFromTheFuture. */
export async function formOf(db: Kysely<Tables>): Promise<Form> {
  const run = await migrationsRun(db)
  const unknown = run.filter((name) => !KNOWN.includes(name))
  if (unknown.length > 0) throw new DatabaseFromTheFuture(`unknown migrations: ${unknown.join(', ')}`)
  return run.at(-1) ?? null
}

/**
 * Brings a database to this program's form. Throws DatabaseFromTheFuture, having changed nothing, when a later
 * version of the program has been at it.
 */
export async function bringToLatest(database: Database): Promise<void> {
  const latest = KNOWN.at(-1)
  if (latest !== undefined && latest !== (await formOf(database.db))) await bringTo(database, latest)
}

/** Gives a database of a former form, or a new one, a later form: this program's, or that of one in between. */
export async function bringTo({ db, dialect }: Database, form: string): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrations(dialect)) }
  // Named, so that a former installation that was set aside in a schema of its own is not taken for this one.
  const migrationTableSchema = dialect === 'postgres' ? { migrationTableSchema: 'public' } : {}
  const { error } = await new Migrator({ db, provider, ...migrationTableSchema }).migrateTo(form)
  if (error) throw error as Error
}

/** The tables of a database that are kept in backups, in an order in which rows never point at rows still to come. */
export async function keptTablesIn(db: Kysely<Tables>): Promise<TableName[]> {
  const there = await tablesOf(db)
  return KEPT_TABLES.filter((table) => there.includes(table))
}

/** Not those of an installation that has been set aside in a schema of its own. */
async function tablesOf(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  return tables.filter(({ schema }) => (schema ?? 'public') === 'public').map(({ name }) => name)
}

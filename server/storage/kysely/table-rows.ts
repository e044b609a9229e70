import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** What is kept in a backup, in an order in which rows never point at rows that are still to come. */
export const KEPT_TABLES = [
  'organisation',
  'profile',
  'person',
  'person_grant',
  'identity',
  'passkey',
  'installation',
  'draft',
  'draft_module',
  'edition',
  'log',
  'log_head',
] as const satisfies readonly (keyof Tables)[]

export type TableName = (typeof KEPT_TABLES)[number]

/** By what each table is walked through; all but draft_module's first column are keys. */
const ORDER: Record<TableName, readonly string[]> = {
  organisation: ['id'],
  profile: ['id'],
  person: ['id'],
  person_grant: ['id'],
  identity: ['issuer', 'subject'],
  passkey: ['id'],
  installation: ['id'],
  draft: ['profile_id'],
  draft_module: ['profile_id', 'module_id'],
  edition: ['number'],
  log: ['seq'],
  log_head: ['id'],
}

const BATCH = 200

/** Every row of a table, in batches, so that a large database does not have to fit in memory. */
export async function* rowsOf(
  db: Transaction<Tables>,
  table: TableName,
): AsyncGenerator<Record<string, unknown>> {
  const order = sql.join(ORDER[table].map((column) => sql.ref(column)))
  for (let offset = 0; ; offset += BATCH) {
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} order by ${order} limit ${BATCH} offset ${offset}`.execute(db)
    yield* rows
    if (rows.length < BATCH) return
  }
}

/** Puts a row back as it was. */
export async function putRow(
  db: Kysely<Tables>,
  table: TableName,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(db)
}

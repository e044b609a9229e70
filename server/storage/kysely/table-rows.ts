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
  'workshop',
  'workshop_group',
  'seat',
  'seat_device',
  'board',
  'board_fold',
  'board_update',
  'board_step',
  'ruling',
  'theme_module',
  'origin',
  'review',
  'revision',
  'panel_member',
  'position',
  'amendment',
  'confirmation',
  'remark',
  'meeting',
  'attendance',
  'equivalence',
  'rating',
  'panel_decision',
  'recall',
  'review_act',
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
  workshop: ['id'],
  workshop_group: ['id'],
  seat: ['id'],
  seat_device: ['secret_hash'],
  board: ['group_id'],
  board_fold: ['group_id'],
  board_update: ['group_id', 'seq'],
  board_step: ['group_id', 'at'],
  ruling: ['workshop_id', 'row_id'],
  theme_module: ['workshop_id', 'theme_id'],
  origin: ['profile_id', 'item_id', 'workshop_id'],
  review: ['id'],
  revision: ['id'],
  panel_member: ['id'],
  position: ['review_id', 'member_id', 'scope', 'item_id', 'wording_hash'],
  amendment: ['id'],
  confirmation: ['review_id', 'amendment_id', 'member_id'],
  remark: ['review_id', 'id'],
  meeting: ['review_id', 'id'],
  attendance: ['review_id', 'meeting_id', 'member_id'],
  equivalence: ['review_id', 'item_id', 'former_hash', 'wording_hash'],
  rating: ['review_id', 'round', 'member_id', 'part_id'],
  panel_decision: ['review_id', 'id'],
  recall: ['review_id', 'decision_id'],
  review_act: ['review_id', 'act_id'],
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
    for (const row of rows)
      yield mapped(row, (value) => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value))
    if (rows.length < BATCH) return
  }
}

/** Puts a row back as it was. */
export async function putRow(
  db: Kysely<Tables>,
  table: TableName,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const values = Object.values(
    mapped(row, (value) => (isBytes(value) ? Buffer.from(value.base64, 'base64') : value)),
  )
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(values)})`.execute(db)
}

function mapped(
  row: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, change(value)]))
}

/** As bytes stand in a row that is kept as JSON. */
function isBytes(value: unknown): value is { readonly base64: string } {
  return typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string'
}

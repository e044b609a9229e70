import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import type { Dialect } from './seal-table.ts'

/** Workshops with their groups and seats, boards as folded states and updates, and where each item comes from. */
export function workshops(dialect: Dialect) {
  const bytes = dialect === 'postgres' ? 'bytea' : 'blob'
  const bigint = dialect === 'postgres' ? 'bigint' : 'integer'
  const reference = (table: string) => (column: ColumnDefinitionBuilder) =>
    column.notNull().references(`${table}.id`).onDelete('cascade')

  return async function up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('workshop')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('profile_id', 'varchar(36)', reference('profile'))
      .addColumn('date', 'varchar(10)', (column) => column.notNull())
      .addColumn('plan', 'text', (column) => column.notNull())
      .addColumn('conduct', 'text', (column) => column.notNull())
      .addColumn('created_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('ended_at', 'varchar(30)')
      .execute()
    await db.schema
      .createTable('workshop_group')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('workshop_id', 'varchar(36)', reference('workshop'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('place', 'varchar(60)', (column) => column.notNull())
      .addColumn('seats', 'integer', (column) => column.notNull())
      .addColumn('code', 'varchar(6)', (column) => column.notNull().unique())
      .addUniqueConstraint('workshop_group_number', ['workshop_id', 'number'])
      .execute()
    await db.schema
      .createTable('seat')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('group_id', 'varchar(36)', reference('workshop_group'))
      .addColumn('name', 'varchar(40)', (column) => column.notNull())
      .addColumn('perspective', 'varchar(40)', (column) => column.notNull())
      .addColumn('hand', 'varchar(36)', (column) => column.notNull().unique())
      .addColumn('word_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('taken_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('removed_at', 'varchar(30)')
      .execute()
    await db.schema
      .createTable('seat_device')
      .addColumn('secret_hash', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('seat_id', 'varchar(36)', reference('seat'))
      .addColumn('at', 'varchar(30)', (column) => column.notNull())
      .execute()
    // The number of the last update. Counted here and not by the database, whose counters a restore would not move; and
    // in a row of its own, which is written for every keystroke.
    await db.schema
      .createTable('board')
      .addColumn('group_id', 'varchar(36)', (column) =>
        column.primaryKey().references('workshop_group.id').onDelete('cascade'),
      )
      .addColumn('seq', bigint, (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('board_fold')
      .addColumn('group_id', 'varchar(36)', (column) =>
        column.primaryKey().references('workshop_group.id').onDelete('cascade'),
      )
      .addColumn('folded_to', bigint, (column) => column.notNull())
      .addColumn('writers', 'text', (column) => column.notNull())
      .addColumn('state', bytes, (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('board_update')
      .addColumn('group_id', 'varchar(36)', reference('workshop_group'))
      .addColumn('seq', bigint, (column) => column.notNull())
      .addColumn('seat_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('at', 'varchar(30)', (column) => column.notNull())
      .addColumn('data', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('board_update_key', ['group_id', 'seq'])
      .execute()
    await db.schema
      .createTable('board_step')
      .addColumn('group_id', 'varchar(36)', reference('workshop_group'))
      .addColumn('at', 'varchar(30)', (column) => column.notNull())
      .addColumn('changes', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('board_step_key', ['group_id', 'at'])
      .execute()
    await db.schema
      .createTable('ruling')
      .addColumn('workshop_id', 'varchar(36)', reference('workshop'))
      .addColumn('row_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('at', 'varchar(30)', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('ruling_key', ['workshop_id', 'row_id'])
      .execute()
    await db.schema
      .createTable('theme_module')
      .addColumn('workshop_id', 'varchar(36)', reference('workshop'))
      .addColumn('theme_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('module_id', 'varchar(36)', (column) => column.notNull())
      .addPrimaryKeyConstraint('theme_module_key', ['workshop_id', 'theme_id'])
      .execute()
    await db.schema
      .createTable('origin')
      .addColumn('profile_id', 'varchar(36)', reference('profile'))
      .addColumn('item_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('workshop_id', 'varchar(36)', reference('workshop'))
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('origin_key', ['profile_id', 'item_id', 'workshop_id'])
      .execute()
    for (const [table, column] of [
      ['workshop', 'profile_id'],
      ['workshop_group', 'workshop_id'],
      ['seat', 'group_id'],
      ['seat_device', 'seat_id'],
    ] as const) {
      await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute()
    }
  }
}

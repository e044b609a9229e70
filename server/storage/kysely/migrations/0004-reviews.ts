import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import { sealTable, type Dialect } from './seal-table.ts'

/** Reviews with their panels, positions on words, remarks, meetings and decisions; and what a mail is about. */
export function reviews(dialect: Dialect) {
  const review = (column: ColumnDefinitionBuilder) => column.notNull().references('review.id')

  return async function up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('review')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('profile_id', 'varchar(36)', (column) => column.notNull().references('profile.id'))
      .addColumn('status', 'varchar(20)', (column) => column.notNull())
      .addColumn('submitted_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('review_by_profile').on('review').column('profile_id').execute()
    await db.schema
      .createTable('revision')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('review_id', 'varchar(36)', review)
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('at', 'varchar(30)', (column) => column.notNull())
      .addColumn('digest', 'varchar(64)', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addUniqueConstraint('revision_number', ['review_id', 'number'])
      .execute()
    await db.schema
      .createTable('panel_member')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('review_id', 'varchar(36)', review)
      // The place outlasts the person: what was said from it still counts when they have been erased.
      .addColumn('person_id', 'varchar(36)', (column) => column.references('person.id').onDelete('set null'))
      .addColumn('document', 'text', (column) => column.notNull())
      .addUniqueConstraint('panel_member_person', ['review_id', 'person_id'])
      .execute()
    await db.schema.createIndex('panel_member_by_person').on('panel_member').column('person_id').execute()
    await db.schema
      .createTable('position')
      .addColumn('review_id', 'varchar(36)', review)
      .addColumn('member_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('scope', 'varchar(4)', (column) => column.notNull())
      .addColumn('item_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('wording_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('act_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('position', 'varchar(20)')
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('at', 'varchar(30)', (column) => column.notNull())
      .addColumn('round', 'integer', (column) => column.notNull())
      .addColumn('by_coordinator', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('position_key', ['review_id', 'member_id', 'scope', 'item_id', 'wording_hash'])
      .execute()
    await db.schema
      .createTable('amendment')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('review_id', 'varchar(36)', review)
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addUniqueConstraint('amendment_number', ['review_id', 'number'])
      .execute()
    // What belongs to a review and has a key of its own in it: a remark, a meeting, an answer to a summons.
    for (const [table, key] of IN_REVIEWS) {
      let created = db.schema.createTable(table).addColumn('review_id', 'varchar(36)', review)
      for (const column of key) created = created.addColumn(column, 'varchar(64)', (c) => c.notNull())
      await created
        .addColumn('at', 'varchar(30)', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint(`${table}_key`, ['review_id', ...key] as never)
        .execute()
    }
    await db.schema.createIndex('meeting_by_id').on('meeting').column('id').execute()
    await db.schema
      .createTable('review_act')
      .addColumn('review_id', 'varchar(36)', review)
      .addColumn('act_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('at', 'varchar(30)', (column) => column.notNull())
      .addPrimaryKeyConstraint('review_act_key', ['review_id', 'act_id'])
      .execute()
    for (const table of ['revision', 'amendment', 'panel_decision']) await sealTable(db, dialect, table)
    await db.schema.alterTable('mail').addColumn('about', 'varchar(36)').execute()
  }
}

const IN_REVIEWS = [
  ['confirmation', ['amendment_id', 'member_id']],
  ['remark', ['id']],
  ['meeting', ['id']],
  ['attendance', ['meeting_id', 'member_id']],
  ['equivalence', ['item_id', 'former_hash', 'wording_hash']],
  ['rating', ['round', 'member_id', 'part_id']],
  ['panel_decision', ['id']],
  ['recall', ['decision_id']],
] as const

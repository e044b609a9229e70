import { sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely'
import type { Dialect } from './seal-table.ts'

/** Roles as data, organisations, more ways in, an outbox for mail, and what runs by itself. */
export function people(dialect: Dialect) {
  const reference = (table: string) => (column: ColumnDefinitionBuilder) =>
    column.notNull().references(`${table}.id`).onDelete('cascade')

  return async function up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('organisation')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('name', 'varchar(200)', (column) => column.notNull())
      .execute()
    await db.schema.alterTable('profile').addColumn('organisation_id', 'varchar(36)').execute()
    await db.schema.alterTable('person').addColumn('organisation_id', 'varchar(36)').execute()
    await db.schema
      .alterTable('person')
      .addColumn('locale', 'varchar(2)', (column) => column.notNull().defaultTo('sv'))
      .execute()
    await db.schema.alterTable('person').addColumn('password_hash', 'varchar(200)').execute()
    await db.schema
      .alterTable('person')
      .addColumn('second_step', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema.alterTable('person').addColumn('last_signed_in_at', 'varchar(30)').execute()
    await db.schema.createIndex('person_email').on('person').column('email').unique().execute()
    await db.schema
      .createTable('person_grant')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('person_id', 'varchar(36)', reference('person'))
      .addColumn('role', 'varchar(40)', (column) => column.notNull())
      .addColumn('scope_kind', 'varchar(20)', (column) => column.notNull())
      // Empty, and not null, for everything: what is null counts as different from what is null in a key.
      .addColumn('scope_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('granted_at', 'varchar(30)', (column) => column.notNull())
      .addUniqueConstraint('person_grant_once', ['person_id', 'role', 'scope_kind', 'scope_id'])
      .execute()
    await sql`insert into person_grant (id, person_id, role, scope_kind, scope_id, granted_at)
      select id, id, role, 'everything', '', created_at from person`.execute(db)
    await db.schema.alterTable('person').dropColumn('role').execute()
    // Everybody signs in once more: the sessions of the former form do not say what they are on.
    await db.schema.dropTable('session').execute()
    await db.schema
      .createTable('session')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('secret_hash', 'varchar(64)', (column) => column.notNull().unique())
      .addColumn('person_id', 'varchar(36)', reference('person'))
      .addColumn('by', 'varchar(20)', (column) => column.notNull())
      .addColumn('device', 'varchar(80)', (column) => column.notNull())
      .addColumn('created_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('last_seen_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('expires_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('is_half', 'integer', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('session_of_person').on('session').column('person_id').execute()
    await db.schema
      .createTable('identity')
      .addColumn('issuer', 'varchar(300)', (column) => column.notNull())
      .addColumn('subject', 'varchar(255)', (column) => column.notNull())
      .addColumn('person_id', 'varchar(36)', reference('person'))
      .addColumn('connected_at', 'varchar(30)', (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_key', ['issuer', 'subject'])
      .execute()
    await db.schema
      .createTable('passkey')
      .addColumn('id', 'varchar(1400)', (column) => column.primaryKey())
      .addColumn('person_id', 'varchar(36)', reference('person'))
      .addColumn('name', 'varchar(60)', (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('counter', dialect === 'postgres' ? 'bigint' : 'integer', (column) => column.notNull())
      .addColumn('transports', 'varchar(200)', (column) => column.notNull())
      .addColumn('created_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('last_used_at', 'varchar(30)')
      .execute()
    await db.schema
      .createTable('challenge')
      .addColumn('hash', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('purpose', 'varchar(20)', (column) => column.notNull())
      .addColumn('person_id', 'varchar(36)', (column) => column.references('person.id').onDelete('cascade'))
      .addColumn('expires_at', 'varchar(30)', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('mail')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('person_id', 'varchar(36)', reference('person'))
      .addColumn('kind', 'varchar(20)', (column) => column.notNull())
      .addColumn('locale', 'varchar(2)', (column) => column.notNull())
      .addColumn('status', 'varchar(20)', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('next_attempt_at', 'varchar(30)')
      .addColumn('claimed_at', 'varchar(30)')
      .addColumn('sent_at', 'varchar(30)')
      .addColumn('problem', 'varchar(40)')
      .execute()
    for (const table of ['sign_in_link', 'identity', 'passkey', 'challenge', 'mail']) {
      await db.schema.createIndex(`${table}_of_person`).on(table).column('person_id').execute()
    }
    await db.schema.createIndex('mail_due').on('mail').columns(['status', 'next_attempt_at']).execute()
    await db.schema
      .createTable('installation')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('settings', 'text')
      .addColumn('logo', 'text')
      .execute()
    await db.schema
      .createTable('job')
      .addColumn('name', 'varchar(40)', (column) => column.primaryKey())
      .addColumn('started_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('ended_at', 'varchar(30)')
      .addColumn('ok', 'integer', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('log_of_actor').on('log').columns(['actor', 'seq']).execute()
    await db.schema.createIndex('log_at').on('log').column('at').execute()
  }
}

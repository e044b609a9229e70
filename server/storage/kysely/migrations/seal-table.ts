import { sql, type Kysely } from 'kysely'

export type Dialect = 'sqlite' | 'postgres'

/** From here on the database itself refuses to change or take away a row of this table, whoever asks. */
export async function sealTable(db: Kysely<unknown>, dialect: Dialect, table: string): Promise<void> {
  const refusal = `rows of ${table} never change`
  if (dialect === 'sqlite') {
    for (const act of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger ${table}_refuses_${act} before ${act} on ${table} begin select raise(abort, '${refusal}'); end`,
        )
        .execute(db)
    }
    return
  }
  await sql
    .raw(
      `create or replace function ${table}_is_sealed() returns trigger language plpgsql as $$ begin raise exception '${refusal}'; end $$`,
    )
    .execute(db)
  for (const act of ['update', 'delete', 'truncate']) {
    await sql
      .raw(
        `create trigger ${table}_refuses_${act} before ${act} on ${table} for each ${act === 'truncate' ? 'statement' : 'row'} execute function ${table}_is_sealed()`,
      )
      .execute(db)
  }
}

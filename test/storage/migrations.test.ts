import { sql } from 'kysely'
import { openDatabase, openStorage } from '../../server/storage/open-storage.ts'
import { DatabaseFromTheFuture } from '../../server/storage/storage.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import { depsOn, publish } from '../support/published.ts'

/** Every table and trigger there is, and the migrations that have been run. */
async function formOf({ db }: Pick<FreshDatabase, 'db'>): Promise<unknown> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  const names = tables.map(
    ({ name, columns }) => `${name}(${columns.map((column) => column.name).join(',')})`,
  )
  const { rows } = await sql<{
    name: string
    timestamp: string
  }>`select * from kysely_migration order by name`.execute(db)
  return { tables: names.sort(), rows }
}

const reopen = ({ place }: FreshDatabase) => openDatabase(place, () => undefined)

onEachDatabase((open) => {
  test('an empty database gets this program’s form, and keeps it', async () => {
    const fresh = await open()
    const form = await formOf(fresh)
    expect(form).toMatchObject({ rows: [{ name: '0001-first' }] })
    await publish(depsOn(fresh.storage))
    const again = await reopen(fresh)
    expect(await formOf(again)).toEqual(form)
    await again.db.destroy()
    expect(await verify(fresh.storage)).toMatchObject({ editions: 1, breaches: [] })
  })

  test('a database that a later version has been at is left as it is', async () => {
    const fresh = await open()
    await publish(depsOn(fresh.storage))
    await sql`alter table profile add column colour varchar(10)`.execute(fresh.db)
    await sql`insert into kysely_migration (name, timestamp) values ('0099-colours', '2099-01-01')`.execute(
      fresh.db,
    )
    const form = await formOf(fresh)
    await expect(openStorage(fresh.place, () => undefined)).rejects.toThrow(DatabaseFromTheFuture)
    await expect(openStorage(fresh.place, () => undefined)).rejects.toThrow(
      'unknown migrations: 0099-colours',
    )
    expect(await formOf(fresh)).toEqual(form)
  })

  test('a migration that fails in the middle leaves nothing half made', async () => {
    const fresh = await open()
    for (const table of [
      'kysely_migration',
      'kysely_migration_lock',
      'session',
      'sign_in_link',
      'person',
      'log_head',
      'log',
      'edition',
      'draft_module',
      'draft',
      'profile',
    ]) {
      await sql.raw(`drop table ${table}`).execute(fresh.db)
    }
    await sql`create table person (id integer)`.execute(fresh.db)
    await expect(reopen(fresh)).rejects.toMatchObject({
      message: expect.stringContaining('person') as string,
    })
    const tables = await fresh.db.introspection.getTables()
    expect(tables.map(({ name }) => name)).toEqual(['person'])
    await sql`drop table person`.execute(fresh.db)
    const { db } = await reopen(fresh)
    expect(await formOf({ db })).toMatchObject({ rows: [{ name: '0001-first' }] })
    await db.destroy()
  })

  test('two programs that start at the same moment both come up, on one and the same form', async () => {
    const fresh = await open()
    const opened = await Promise.all([reopen(fresh), reopen(fresh), reopen(fresh)])
    for (const { db } of opened) await db.destroy()
    expect(await formOf(fresh)).toMatchObject({ rows: [{ name: '0001-first' }] })
  })
})

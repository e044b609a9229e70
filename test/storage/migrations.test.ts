import { sql } from 'kysely'
import { kyselyStorage } from '../../server/storage/kysely/kysely-storage.ts'
import { openAsItIs, openDatabase, openStorage } from '../../server/storage/open-storage.ts'
import { DatabaseFromTheFuture } from '../../server/storage/storage.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import { depsOn, publish } from '../support/published.ts'
import { becomeFormer, everythingIn, wipe } from './upgrade-from-0001.ts'

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

const FORM = {
  rows: [
    { name: '0001-first' },
    { name: '0002-people' },
    { name: '0003-workshops' },
    { name: '0004-reviews' },
  ],
}

const reopen = ({ place }: FreshDatabase) => openDatabase(place, () => undefined)

onEachDatabase((open) => {
  test('an empty database gets this program’s form, and keeps it', async () => {
    const fresh = await open()
    const form = await formOf(fresh)
    expect(form).toMatchObject(FORM)
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
    await wipe(fresh)
    const blank = openAsItIs(fresh.place, () => undefined)
    await sql`create table person (id integer)`.execute(blank.db)
    await expect(reopen(fresh)).rejects.toMatchObject({
      message: expect.stringContaining('person') as string,
    })
    const tables = await blank.db.introspection.getTables()
    expect(tables.map(({ name }) => name)).toEqual(['person'])
    await sql`drop table person`.execute(blank.db)
    await blank.db.destroy()
    const { db } = await reopen(fresh)
    expect(await formOf({ db })).toMatchObject(FORM)
    await db.destroy()
  })

  test('people of the first form keep their names, their rights and what the log says of them', async () => {
    const fresh = await open()
    await becomeFormer(fresh)
    const before = await everythingIn(fresh.place)
    const { db } = await reopen(fresh)
    const storage = kyselyStorage({ db, dialect: fresh.dialect })
    const former = before.person!.map((row) => JSON.parse(String(row)) as Record<string, string>)
    const stored = await storage.read(async ({ people }) => ({
      people: await people.list(),
      grants: await people.grants(),
    }))
    expect(stored.people).toEqual(
      former
        .map(({ id, name, email, created_at: createdAt }) => ({
          id,
          name,
          email,
          createdAt,
          organisationId: null,
          locale: 'sv',
          secondStep: false,
          hasPassword: false,
          lastSignedInAt: null,
        }))
        .toSorted((a, b) => (a.id! < b.id! ? -1 : 1)),
    )
    const granted = stored.grants.map(({ personId, role, scope }) => ({ personId, role, scope }))
    expect(granted).toHaveLength(former.length)
    for (const { id: personId, role } of former) {
      expect(granted).toContainEqual({ personId, role, scope: { kind: 'everything', id: null } })
    }
    expect(former.map(({ role }) => role)).toContain('administrator')
    await db.destroy()
    const after = await everythingIn(fresh.place)
    for (const table of ['log', 'log_head', 'edition', 'draft', 'draft_module']) {
      expect(after[table]).toEqual(before[table])
    }
    expect(after.session).toEqual([])
    const again = await reopen(fresh)
    expect((await verify(kyselyStorage({ ...again }))).breaches).toEqual([])
    await again.db.destroy()
  })

  test('two programs that start at the same moment both come up, on one and the same form', async () => {
    const fresh = await open()
    const opened = await Promise.all([reopen(fresh), reopen(fresh), reopen(fresh)])
    for (const { db } of opened) await db.destroy()
    expect(await formOf(fresh)).toMatchObject(FORM)
  })
})

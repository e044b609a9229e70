import { sql } from 'kysely'
import type { Edition } from '../../schemas/types.ts'
import { seal } from '../../server/seal.ts'
import { editDraft } from '../../server/usecases/profile/edit-draft.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { startDraft } from '../../server/usecases/profile/start-draft.ts'
import { bringToLatest } from '../../server/storage/database-form.ts'
import { kyselyStorage } from '../../server/storage/kysely/kysely-storage.ts'
import { openSqlite } from '../../server/storage/kysely/sqlite.ts'
import { buildProfile } from '../support/build-profile.ts'
import { depsOn, publish } from '../support/published.ts'

async function installation() {
  const db = openSqlite(':memory:')
  await bringToLatest({ db, dialect: 'sqlite' })
  const storage = kyselyStorage({ db, dialect: 'sqlite' })
  const deps = depsOn(storage)
  await publish(deps)
  await startDraft(deps, THE_PROGRAM, { slug: 'testare' })
  const fields = { title: { from: 'Testare', to: 'Provare' } }
  const command = { act: 'amend', itemKind: 'profile', itemId: buildProfile().id, fields } as const
  await editDraft(deps, THE_PROGRAM, { slug: 'testare', command })
  /** Does what nobody can do without taking the guards down first. */
  const tamper = async (statement: string) => {
    const guards = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(
      db,
    )
    for (const { name } of guards.rows) await sql.raw(`drop trigger ${name}`).execute(db)
    await sql.raw(statement).execute(db)
  }
  /** Rewrites the edition, and seals what it says then. */
  const reseal = async (alter: (edition: Edition) => Edition) => {
    const { document } = await db.selectFrom('edition').select('document').executeTakeFirstOrThrow()
    const sealed = seal(alter(JSON.parse(document) as Edition))
    await tamper(`update edition set document = '${sealed.document}', digest = '${sealed.digest}'`)
  }
  return { storage, tamper, reseal }
}

test('all that is published and logged holds', async () => {
  const { storage } = await installation()
  const { hash: head } = await storage.read(({ log }) => log.head())
  expect(await verify(storage)).toEqual({ editions: 1, entries: 4, head, breaches: [] })
})

describe('when somebody takes the guards down and', () => {
  test.each([
    [
      'rewrites an edition',
      `update edition set document = replace(document, 'Testrådet', 'Andra')`,
      ['edition-digest'],
    ],
    [
      'rewrites an edition with its digest',
      `update edition set document = '{}', digest = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'`,
      ['edition-form', 'edition-unlogged'],
    ],
    ['takes an edition away', 'delete from edition', ['edition-missing']],
    [
      'renames a version',
      `update edition set version = '1.0.1'`,
      ['edition-form', 'edition-unlogged', 'edition-missing'],
    ],
    ['rewrites a log entry', `update log set actor = 'x' where seq = 2`, ['log-chain']],
    ['takes a log entry out', 'delete from log where seq = 3', ['log-chain']],
    ['cuts the end off the log', 'delete from log where seq = 4', ['log-end']],
  ])('%s, it is seen', async (_, statement, codes) => {
    const { storage, tamper } = await installation()
    await tamper(statement)
    const { breaches } = await verify(storage)
    expect(breaches.map(({ code }) => code)).toEqual(codes)
  })

  const nothing = '0'.repeat(64)
  test.each<[string, (edition: Edition) => Edition, string]>([
    [
      'lets an edition say that a wording is another',
      (edition) => ({
        ...edition,
        wordingHashes: { ...edition.wordingHashes, [edition.profile.id]: nothing },
      }),
      'edition-wordings',
    ],
    [
      'rewrites a wording',
      (edition) => ({ ...edition, profile: { ...edition.profile, title: 'Provare' } }),
      'edition-wordings',
    ],
    [
      'lets an edition supersede one that there never was',
      (edition) => ({ ...edition, supersedes: { version: '0.9.0', digest: nothing } }),
      'edition-chain',
    ],
  ])('%s, sealed anew, it is seen', async (_, alter, code) => {
    const { storage, reseal } = await installation()
    await reseal(alter)
    const { breaches } = await verify(storage)
    expect(breaches.map((breach) => breach.code)).toEqual([code, 'edition-unlogged'])
  })
})

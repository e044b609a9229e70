import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { backUp } from '../../server/storage/back-up.ts'
import { BrokenBackup } from '../../server/storage/backup.ts'
import { kyselyStorage } from '../../server/storage/kysely/kysely-storage.ts'
import { openSqliteFile } from '../../server/storage/kysely/sqlite.ts'
import { openDatabase, openStorage, SQLITE_FILE } from '../../server/storage/open-storage.ts'
import { DataInTheWay, restore } from '../../server/storage/restore.ts'
import { StorageFailure } from '../../server/storage/storage.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { buildDecision, buildProfile } from '../support/build-profile.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import { depsOn, draft, publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const now = '2026-03-01T09:00:00.000Z'
let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-failures-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const DRAFT = '/api/v1/profiles/testare/draft'
type Agent = Awaited<ReturnType<TestApp['signedIn']>>

/** A program on a database, with a draft in it and somebody signed in. */
async function programOn({ storage }: Pick<FreshDatabase, 'storage'>): Promise<Agent> {
  await draft(depsOn(storage))
  return (await startTestApp({}, storage)).signedIn()
}

/** Rewords the draft's purpose; gives the status and the kind of problem. */
async function save(agent: Agent, from: string, to: string): Promise<string> {
  const { status, body } = await agent.patch(DRAFT).send({ purpose: { from, to } })
  return status === 200 ? '200' : `${status} ${(body as { type: string }).type}`
}

describe('when the disk is full', () => {
  const purposeOf = async (agent: Agent) =>
    ((await agent.get(DRAFT).expect(200)).body as { profile: { purpose: string } }).profile.purpose
  const { purpose } = buildProfile()
  const long = 'Mycket text. '.repeat(300).trim()

  /** A database on a disk with so little room left that a long text does not go in; and more room, later. */
  async function onSmallDisk(firstPurpose = purpose) {
    const { db } = await openDatabase({ databaseUrl: undefined, dataDir: folder }, () => undefined)
    const storage = kyselyStorage({ db, dialect: 'sqlite' })
    const agent = await programOn({ storage })
    await save(agent, purpose, firstPurpose)
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db)
    const makeRoom = () => sql`pragma max_page_count = 100000`.execute(db)
    return { storage, agent, makeRoom }
  }

  test('a save says so, the draft before it stands, and saves work again when there is room', async () => {
    const { storage, agent, makeRoom } = await onSmallDisk()
    let last = purpose
    let answer = '200'
    for (let n = 0; answer === '200' && n < 100; n++) {
      answer = await save(agent, last, `${n} ${long}`)
      if (answer === '200') last = `${n} ${long}`
    }
    expect(answer).toBe('507 /problems/storage-full')
    expect(await purposeOf(agent)).toBe(last)
    expect((await verify(storage)).breaches).toEqual([])
    await makeRoom()
    expect(await save(agent, last, 'Kort.')).toBe('200')
    expect(await purposeOf(agent)).toBe('Kort.')
    expect((await verify(storage)).breaches).toEqual([])
    await storage.close()
  })

  test('publishing says so, the draft is still there and no version is, until there is room', async () => {
    const { storage, agent, makeRoom } = await onSmallDisk(long)
    const publishNow = async () => {
      const { headers } = await agent.get(DRAFT)
      return agent
        .post('/api/v1/profiles/testare/editions')
        .set('If-Match', headers.etag as string)
        .send({ version: '1.0.0', versionReason: '', decision: buildDecision(), rulings: [] })
    }
    expect((await publishNow()).body).toMatchObject({ type: '/problems/storage-full', status: 507 })
    expect(await purposeOf(agent)).toBe(long)
    expect(await verify(storage)).toMatchObject({ editions: 0, breaches: [] })
    await makeRoom()
    expect((await publishNow()).status).toBe(201)
    expect(await verify(storage)).toMatchObject({ editions: 1, breaches: [] })
    await storage.close()
  })
})

onEachDatabase((open) => {
  test('where nothing may be written, what is there can be read, and a save says why it failed', async () => {
    const fresh = await open()
    await programOn(fresh)
    const { storage, db } = await readOnly(fresh)
    const app = await startTestApp({}, fresh.storage)
    const cookie = await app.cookie('Karin Ek')
    const reader = await startTestApp({}, storage)
    const { status, body } = await reader.stranger
      .patch(DRAFT)
      .set('Cookie', cookie)
      .send({ purpose: { from: buildProfile().purpose, to: 'Nytt.' } })
    expect({ status, body }).toMatchObject({ status: 503, body: { type: '/problems/storage-read-only' } })
    const read = await reader.stranger.get(DRAFT).set('Cookie', cookie).expect(200)
    expect(read.body).toMatchObject({ revision: 2, profile: { purpose: buildProfile().purpose } })
    reader.now = new Date(app.now.getTime() + 60 * 60_000) // when they were last seen would be noted now
    await reader.stranger.get(DRAFT).set('Cookie', cookie).expect(200)
    await db.destroy()
    expect(await save(await app.signedIn(), buildProfile().purpose, 'Nytt.')).toBe('200')
  })

  test('a backup of another form is refused, and what was there is still there', async () => {
    const fresh = await open()
    await publish(depsOn(fresh.storage))
    await fresh.storage.close()
    const file = path.join(folder, 'kopia.gz')
    await backUp(fresh.place, file, now)
    for (const alter of [
      (line: string) => line.replace('"seq":', '"colour":"red","seq":'),
      (line: string) => line.replace('"table":"log"', '"table":"kysely_migration"'),
      (line: string) => line.replace(/("table":"edition".*"profile_id":")[^"]+/u, '$1nobody'),
    ]) {
      writeFileSync(file, resealed(gunzipSync(readFileSync(file)).toString(), alter))
      const put = restore(fresh.place, file, { replace: true, now })
      await expect(put).rejects.toMatchObject({ name: 'BrokenBackup', reason: 'misfit' })
      const storage = await openStorage(fresh.place, () => undefined)
      expect(await verify(storage)).toMatchObject({ editions: 1, breaches: [] })
      await storage.close()
      expect(readdirSync(fresh.place.dataDir).filter((name) => name.startsWith('restoring-'))).toEqual([])
      rmSync(file)
      await backUp(fresh.place, file, now)
    }
  })

  test('a database from a later version can be set aside for a backup, when somebody says so', async () => {
    const [source, future] = [await open(), await open()]
    await publish(depsOn(source.storage))
    const file = path.join(folder, 'kopia.gz')
    await backUp(source.place, file, now)
    await sql`insert into kysely_migration (name, timestamp) values ('0099-colours', '2099-01-01')`.execute(
      future.db,
    )
    await future.storage.close()
    await expect(restore(future.place, file, { replace: false, now })).rejects.toThrow(DataInTheWay)
    const { setAside } = await restore(future.place, file, { replace: true, now })
    expect(setAside).toContain('20260301090000')
    const storage = await openStorage(future.place, () => undefined)
    expect(await verify(storage)).toMatchObject({ editions: 1, breaches: [] })
    await storage.close()
  })
})

/** The same database through connections that the database itself lets read only, whoever runs the test. */
async function readOnly({ db: writing, place, dialect }: FreshDatabase) {
  if (dialect === 'postgres') {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(writing)
    await sql.raw(`alter database ${rows[0]?.name} set default_transaction_read_only = on`).execute(writing)
  }
  const { db } = await openDatabase(place, () => undefined)
  if (dialect === 'sqlite') await sql`pragma query_only = on`.execute(db)
  return { db, storage: kyselyStorage({ db, dialect: 'postgres' }) }
}

/** A backup with its lines altered and its seal made anew, as a program with other tables would have written it. */
function resealed(text: string, alter: (line: string) => string): Buffer {
  const lines = text.trimEnd().split('\n').slice(0, -1).map(alter)
  const body = lines.map((line) => `${line}\n`).join('')
  const sha256 = createHash('sha256').update(body).digest('hex')
  return gzipSync(`${body}${JSON.stringify({ rows: lines.length - 1, sha256 })}\n`)
}

describe('a database file', () => {
  const place = () => ({ databaseUrl: undefined, dataDir: path.join(folder, 'data') })
  const database = () => path.join(place().dataDir, SQLITE_FILE)
  const opening = () => openStorage(place(), () => undefined)
  async function backedUp(): Promise<string> {
    const storage = await opening()
    await publish(depsOn(storage))
    await storage.close()
    const file = path.join(folder, 'kopia.gz')
    await backUp(place(), file, now)
    return file
  }

  test('that cannot be opened is told as a place that cannot be written to', async () => {
    mkdirSync(database(), { recursive: true })
    await expect(opening()).rejects.toMatchObject({ name: 'StorageFailure', kind: 'read-only' })
  })

  test('that another process holds for too long is told as not answering, and works again afterwards', async () => {
    const { db } = await openDatabase(place(), () => undefined)
    const storage = kyselyStorage({ db, dialect: 'sqlite' })
    await sql`pragma busy_timeout = 20`.execute(db)
    const agent = await programOn({ storage })
    const other = openSqliteFile(database())
    other.exec('begin immediate')
    const { purpose } = buildProfile()
    expect(await save(agent, purpose, 'Nytt.')).toBe('503 /problems/storage-unavailable')
    other.exec('rollback')
    other.close()
    expect(await save(agent, purpose, 'Nytt.')).toBe('200')
    await storage.close()
  })

  test.each<[string, () => void]>([
    ['is no database', () => writeFileSync(database(), 'hej '.repeat(1000))],
    ['is damaged in the middle', () => writeFileSync(database(), spoilt(readFileSync(database())))],
    ['has been cut off', () => writeFileSync(database(), readFileSync(database()).subarray(0, 6000))],
  ])('that %s is set aside for a backup, when somebody says so', async (_, damage) => {
    const file = await backedUp()
    damage()
    const damaged = readFileSync(database())
    await expect(restore(place(), file, { replace: false, now })).rejects.toThrow(DataInTheWay)
    const { setAside } = await restore(place(), file, { replace: true, now })
    expect(readFileSync(setAside ?? '').subarray(4096)).toEqual(damaged.subarray(4096))
    const storage = await opening()
    expect(await verify(storage)).toMatchObject({ editions: 1, breaches: [] })
    await storage.close()
  })

  test('that is gone, but for its write-ahead log, can be restored: the log is set aside and not taken for the new one’s', async () => {
    const file = await backedUp()
    const storage = await opening()
    await publish(depsOn(storage), buildProfile({ title: 'Provare' }), '2.0.0').catch(() => undefined)
    const log = readFileSync(`${database()}-wal`)
    await storage.close()
    rmSync(database())
    writeFileSync(`${database()}-wal`, log)
    await restore(place(), file, { replace: false, now })
    const restored = await opening()
    expect(await verify(restored)).toMatchObject({ editions: 1, entries: 2, breaches: [] })
    await restored.close()
    expect(readFileSync(`${database()}.before-20260301090000-wal`)).toEqual(log)
  })

  test('a backup that cannot be written is an error, and leaves nothing half made', async () => {
    await backedUp()
    mkdirSync(path.join(folder, 'mapp'))
    for (const file of [path.join(folder, 'mapp'), path.join(folder, 'borta', 'kopia.gz')]) {
      await expect(backUp(place(), file, now)).rejects.toMatchObject({ code: /EISDIR|ENOENT/u })
    }
    expect(readdirSync(folder).sort()).toEqual(['data', 'kopia.gz', 'mapp'])
  })
})

/** The first page is whole; of the others nothing is left. */
function spoilt(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0xff)])
}

test('a failure says what it means to the rest of the program, and keeps its cause', () => {
  const failure = new StorageFailure('full', new Error('database or disk is full'))
  expect(failure).toMatchObject({
    kind: 'full',
    message: 'storage is full',
    cause: { message: 'database or disk is full' },
  })
  expect(new BrokenBackup('misfit')).toMatchObject({ reason: 'misfit' })
})

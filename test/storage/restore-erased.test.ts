import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { backUp } from '../../server/storage/back-up.ts'
import {
  openDatabase,
  openStorage,
  SQLITE_FILE,
  type StoragePlace,
} from '../../server/storage/open-storage.ts'
import { restore } from '../../server/storage/restore.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import { ANNA, everythingIn, formerBackup, wipe } from './upgrade-from-0001.ts'

const LATER = ['2026-03-02T09:00:00.000Z', '2026-03-03T09:00:00.000Z'] as const
let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-erased-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const putBack = ({ place }: FreshDatabase, file: string, now: string = LATER[0]) =>
  restore(place, file, { replace: true, now })

/** An installation that Anna Öst and Bo Ek have worked in, and a backup of it; Anna has ways in of her own. */
async function withBackup(fresh: FreshDatabase): Promise<string> {
  await wipe(fresh)
  const former = path.join(folder, 'former.gz')
  writeFileSync(former, formerBackup())
  await putBack(fresh, former)
  const { db } = await openDatabase(fresh.place, () => undefined)
  await sql`insert into identity (issuer, subject, person_id, connected_at)
    values ('https://id.example', 'anna-hos-utgivaren', ${ANNA}, '2026-03-01')`.execute(db)
  await db.destroy()
  const file = path.join(folder, 'backup.gz')
  await backUp(fresh.place, file, '2026-03-01T12:00:00.000Z')
  return file
}

/** What the erasure of a person leaves behind. */
async function eraseAnna(place: StoragePlace): Promise<void> {
  const storage = await openStorage(place, () => undefined)
  const event = { kind: 'person-erased', forPerson: ANNA } as const
  await storage.write(async ({ people, log }) => {
    await people.erase(ANNA)
    await log.append([{ at: '2026-03-01T15:00:00.000Z', actor: null, profileId: null, event }])
  })
  await storage.close()
}

/** Whom there is something about, in which tables, and whether the log's chain holds and how it ends. */
async function whatStands({ place }: FreshDatabase) {
  const found: Record<string, string[]> = { Anna: [], Bo: [] }
  for (const [table, rows] of Object.entries(await everythingIn(place))) {
    const text = rows.join('\n')
    if (/Anna|anna-hos/u.test(text) || (text.includes(ANNA) && table !== 'log')) found.Anna?.push(table)
    if (text.includes('Bo Ek')) found.Bo?.push(table)
  }
  const storage = await openStorage(place, () => undefined)
  const { breaches, entries } = await verify(storage)
  const last = await storage.read(async ({ log }) => log.find(entries))
  await storage.close()
  return { ...found, breaches, entries, end: last?.event.kind, by: last?.actor }
}
const WITHOUT_ANNA = {
  Anna: [],
  Bo: ['person'],
  breaches: [],
  entries: 7,
  end: 'person-erased',
  by: null,
}

onEachDatabase((open) => {
  test('whoever has been erased since the backup stays erased, and the log says so', async () => {
    const fresh = await open()
    const file = await withBackup(fresh)
    await eraseAnna(fresh.place)
    expect(await putBack(fresh, file)).toMatchObject({ erased: 1, setAside: expect.any(String) as string })
    expect(await whatStands(fresh)).toEqual(WITHOUT_ANNA)
  })

  test('and stays so when the same backup is put back once more', async () => {
    const fresh = await open()
    const file = await withBackup(fresh)
    await eraseAnna(fresh.place)
    await putBack(fresh, file)
    expect(await putBack(fresh, file, LATER[1])).toMatchObject({ erased: 1 })
    expect(await whatStands(fresh)).toEqual(WITHOUT_ANNA)
  })

  test('and when the backup is of a former form', async () => {
    const fresh = await open()
    await withBackup(fresh)
    await eraseAnna(fresh.place)
    await putBack(fresh, path.join(folder, 'former.gz'))
    expect(await whatStands(fresh)).toEqual(WITHOUT_ANNA)
  })

  test('an erasure that the backup knows of is not logged twice', async () => {
    const fresh = await open()
    await withBackup(fresh)
    await eraseAnna(fresh.place)
    const file = path.join(folder, 'after.gz')
    await backUp(fresh.place, file, '2026-03-01T16:00:00.000Z')
    expect(await putBack(fresh, file)).toMatchObject({ erased: 1 })
    expect(await whatStands(fresh)).toEqual(WITHOUT_ANNA)
  })

  test('where nobody has been erased everybody comes back', async () => {
    const fresh = await open()
    const file = await withBackup(fresh)
    expect(await putBack(fresh, file)).toMatchObject({ erased: 0 })
    expect(await whatStands(fresh)).toMatchObject({
      Anna: ['identity', 'person', 'person_grant'],
      breaches: [],
      entries: 6,
    })
  })
})

describe('on SQLite', () => {
  const place = () => ({ databaseUrl: undefined, dataDir: path.join(folder, 'data') })
  const opened = async () => {
    const database = await openDatabase(place(), () => undefined)
    const storage = await openStorage(place(), () => undefined)
    await storage.close()
    return { ...database, place: place(), storage: { ...storage, close: () => database.db.destroy() } }
  }

  test('no byte of an erased person reaches the restored file', async () => {
    const fresh = await opened()
    const file = await withBackup(fresh)
    await eraseAnna(fresh.place)
    await putBack(fresh, file)
    const restored = readdirSync(fresh.place.dataDir).filter((name) => !name.includes('before'))
    expect(restored).toEqual([SQLITE_FILE])
    const bytes = readFileSync(path.join(fresh.place.dataDir, SQLITE_FILE))
    expect(['Anna', 'anna-hos', 'Bo Ek'].filter((text) => bytes.includes(text))).toEqual(['Bo Ek'])
  })

  test('when what was there is damaged, nobody can tell who was erased, and that is said', async () => {
    const fresh = await opened()
    const file = await withBackup(fresh)
    writeFileSync(path.join(fresh.place.dataDir, SQLITE_FILE), 'hej '.repeat(1000))
    expect(await putBack(fresh, file)).toMatchObject({ erased: null })
  })
})

import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { explain } from '../../server/cli/explain.ts'
import { UpgradeWithoutBackup } from '../../server/storage/back-up-before-upgrade.ts'
import { backUp } from '../../server/storage/back-up.ts'
import { checkBackup } from '../../server/storage/backup.ts'
import { openSqliteFile } from '../../server/storage/kysely/sqlite.ts'
import { openStorage, SQLITE_FILE } from '../../server/storage/open-storage.ts'
import { restore } from '../../server/storage/restore.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import {
  ANNA,
  becomeFormer,
  everythingIn,
  fillFormer,
  formerBackup,
  start,
  wipe,
} from './upgrade-from-0001.ts'

const now = '2026-03-02T09:00:00.000Z'
let folder: string
let backups: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-upgrade-'))
  backups = path.join(folder, 'backups')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const inside = () => readdirSync(backups)
const placeOf = ({ place }: FreshDatabase) => ({ ...place, backups: { folder: backups } })

/** What a person would look for first after an upgrade. */
async function whatStands({ place }: FreshDatabase): Promise<unknown> {
  const storage = await openStorage(place, () => undefined)
  const { breaches, editions, entries, head } = await verify(storage)
  const title = await storage.read(async ({ profiles, drafts }) => {
    const profile = await profiles.find('testare')
    return profile && (await drafts.find(profile.id))?.profile.title
  })
  const name = await storage.read(async ({ people }) => (await people.names([ANNA])).get(ANNA))
  await storage.close()
  return { breaches, editions, entries, head: head.slice(0, 8), title, name }
}
const AS_BEFORE = {
  breaches: [],
  editions: 1,
  entries: 6,
  head: '424c1060',
  title: 'Testare i förflyttning',
  name: 'Anna Öst',
}

onEachDatabase((open) => {
  test('an upgrade begins with a backup of the former form, and loses nothing', async () => {
    const fresh = await open()
    await becomeFormer(fresh)
    await start(placeOf(fresh))
    expect(await whatStands(fresh)).toEqual(AS_BEFORE)
    expect(inside()).toEqual([expect.stringMatching(/^before-upgrade-0001-first-\d{17}\.backup\.gz$/u)])
    const file = path.join(backups, inside()[0]!)
    expect(await checkBackup(file)).toMatchObject({ form: '0001-first', rows: 13 })
    expect([statSync(backups).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
  })

  test('the backup from before an upgrade is put back by the upgraded program, whatever is there', async () => {
    const [fresh, blank, empty] = [await open(), await open(), await open()]
    await becomeFormer(fresh)
    await start(placeOf(fresh))
    const upgraded = await everythingIn(fresh.place)
    const file = path.join(backups, inside()[0]!)
    await wipe(blank)
    await empty.storage.close()
    for (const there of [blank, empty, fresh]) {
      await fresh.storage.close()
      await restore(there.place, file, { replace: true, now })
      expect(await everythingIn(there.place)).toEqual(upgraded)
    }
    expect(inside()).toHaveLength(1)
  }, 30_000)

  test('a backup by the former program itself, which did not say its form, is put back too', async () => {
    const fresh = await open()
    await wipe(fresh)
    const file = path.join(folder, 'former.gz')
    writeFileSync(file, formerBackup())
    await restore(fresh.place, file, { replace: false, now })
    expect(await whatStands(fresh)).toEqual(AS_BEFORE)
  })

  test('a backup of a database of a former form leaves it so', async () => {
    const fresh = await open()
    await becomeFormer(fresh)
    const before = await everythingIn(fresh.place)
    const { rows } = await backUp(fresh.place, path.join(folder, 'by-hand.gz'), now)
    expect(rows).toBe(13)
    expect(await everythingIn(fresh.place)).toEqual(before)
  })

  test('data of a former form that is in the way of a restore is refused as it is, and set aside as it is', async () => {
    const fresh = await open()
    await becomeFormer(fresh)
    const before = await everythingIn(fresh.place)
    const file = path.join(folder, 'former.gz')
    writeFileSync(file, formerBackup())
    const putBack = (replace: boolean) => restore(placeOf(fresh), file, { replace, now })
    await expect(putBack(false)).rejects.toMatchObject({ name: 'DataInTheWay' })
    expect(await everythingIn(fresh.place)).toEqual(before)
    expect((await putBack(true)).setAside).toContain('before')
    expect(await whatStands(fresh)).toEqual(AS_BEFORE)
  })

  test('a new database, and one that has this form already, are not backed up', async () => {
    const fresh = await open()
    await start(placeOf(fresh))
    await wipe(fresh)
    await start(placeOf(fresh))
    await start(placeOf(fresh))
    expect(inside).toThrow('ENOENT')
  })

  test('without the backup there is no upgrade; when it can be made, there is', async () => {
    const fresh = await open()
    await becomeFormer(fresh)
    const before = await everythingIn(fresh.place)
    writeFileSync(backups, 'a file where the folder should be')
    await expect(start(placeOf(fresh))).rejects.toBeInstanceOf(UpgradeWithoutBackup)
    expect(await everythingIn(fresh.place)).toEqual(before)
    rmSync(backups)
    await start(placeOf(fresh))
    expect(await whatStands(fresh)).toEqual(AS_BEFORE)
  })

  test('programs that are upgraded at the same moment all come up, with a whole backup', async () => {
    const fresh = await open()
    await becomeFormer(fresh)
    await Promise.all([start(placeOf(fresh)), start(placeOf(fresh)), start(placeOf(fresh))])
    expect(await whatStands(fresh)).toEqual(AS_BEFORE)
    expect(inside().length).toBeGreaterThan(0)
    for (const name of inside()) {
      expect(await checkBackup(path.join(backups, name))).toMatchObject({ form: '0001-first', rows: 13 })
    }
  })
})

test('a backup in whose middle another process upgrades the database is thrown away', async () => {
  const place = { databaseUrl: undefined, dataDir: path.join(folder, 'data') }
  await fillFormer(place)
  const upgrade = () => {
    const other = openSqliteFile(path.join(place.dataDir, SQLITE_FILE))
    other.prepare('insert or ignore into kysely_migration values (?, ?)').run('0002-people', now)
    other.close()
  }
  const work = backUp(place, path.join(folder, 'by-hand.gz'), now, upgrade)
  await expect(work).rejects.toMatchObject({ kind: 'unavailable' })
  expect(readdirSync(folder)).toEqual(['data'])
})

test.each([
  ['ENOSPC', 'disken är full.'],
  ['EACCES', 'rättigheterna räcker inte.'],
  ['ENOTDIR', 'det ligger en fil där det ska vara en mapp.'],
])('that no backup could be made because of %s is told in words, with what to do', (code, reason) => {
  const error = new UpgradeWithoutBackup(
    '/data/backups',
    Object.assign(new Error('x'), { code, syscall: 'write' }),
  )
  expect(explain(error, 'sv')).toEqual({
    exitCode: 3,
    message: `Databasen behöver uppgraderas, men säkerhetskopian som ska tas först går inte att skriva i /data/backups: ${reason} Ingenting är ändrat. Åtgärda felet, eller välj en annan mapp med BACKUP_DIR, och starta igen.`,
  })
})

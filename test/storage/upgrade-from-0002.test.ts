import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { backUp } from '../../server/storage/back-up.ts'
import { checkBackup } from '../../server/storage/backup.ts'
import { KEPT_TABLES } from '../../server/storage/kysely/table-rows.ts'
import { openAsItIs, openStorage, type StoragePlace } from '../../server/storage/open-storage.ts'
import { restore } from '../../server/storage/restore.ts'
import { verify } from '../../server/usecases/operations/verify.ts'
import { id } from '../support/build-profile.ts'
import { onEachDatabase, type FreshDatabase } from '../support/databases.ts'
import {
  storedGroup,
  storedOrigin,
  storedRuling,
  storedSeat,
  storedWorkshop,
} from '../support/stored-workshop.ts'
import { everythingIn, fillWith, start, wipe } from './upgrade-from-0001.ts'

/** The lines of a backup that the program wrote while there were no workshops: a person with a role in an organisation, a profile with a version and a draft. */
const LINES = readFileSync(path.join(import.meta.dirname, 'upgrade-from-0002.jsonl'), 'utf8')
const ANNA = '01a2070c-44a1-7220-b68f-595c8f8cd517'
const NOW = '2026-03-12T09:00:00.000Z'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-upgrade-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Makes a database into what the program of that backup had. */
async function becomeFormer(fresh: FreshDatabase): Promise<void> {
  await wipe(fresh)
  await fillWith(fresh.place, '0002-people', LINES)
}

/** What a person would look for first after an upgrade. */
async function whatStands(place: StoragePlace): Promise<unknown> {
  const storage = await openStorage(place, () => undefined)
  const { breaches, editions, entries, head } = await verify(storage)
  const found = await storage.read(async ({ profiles, drafts, people, workshops }) => {
    const profile = await profiles.find('testare')
    const [grant] = await people.grants(ANNA)
    return {
      title: profile && (await drafts.find(profile.id))?.profile.title,
      isTheirs: grant?.scope.kind === 'organisation' && grant.scope.id === profile?.organisationId,
      name: (await people.names([ANNA])).get(ANNA),
      workshops: await workshops.list(profile?.id ?? ''),
    }
  })
  await storage.close()
  return { breaches, editions, entries, head: head.slice(0, 8), ...found }
}
const AS_BEFORE = {
  breaches: [],
  editions: 1,
  entries: 8,
  head: '64e17bba',
  title: 'Testare i förflyttning',
  isTheirs: true,
  name: 'Anna Öst',
  workshops: [],
}

/** Something in every table that has to do with workshops. */
async function holdWorkshop(place: StoragePlace): Promise<void> {
  const storage = await openStorage(place, () => undefined)
  await storage.write(async ({ profiles, workshops, boards }) => {
    const profile = await profiles.find('testare')
    const profileId = profile?.id ?? ''
    await workshops.insert(storedWorkshop({ profileId }))
    await workshops.insertGroup(storedGroup())
    await workshops.insertSeat(storedSeat())
    await workshops.addDevice('d'.repeat(64), id('seat'), NOW)
    await workshops.saveRuling(storedRuling())
    await workshops.nameModule(id('workshop'), id('theme'), id('m1'))
    await workshops.addOrigin(profileId, storedOrigin())
    const update = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const written = { groupId: id('group'), seatId: id('seat'), at: NOW, update }
    await boards.append([written, written])
    const step = { at: NOW, changes: '{"kort":"å"}' }
    await boards.fold(id('group'), { state: update, foldedTo: 1, writers: { 1: id('seat') }, step })
  })
  await storage.close()
}

/** The tables that a backup keeps, with their rows. */
async function keptIn(place: StoragePlace): Promise<Record<string, unknown[]>> {
  const all = await everythingIn(place)
  return Object.fromEntries(KEPT_TABLES.map((table) => [table, all[table] ?? []]))
}

onEachDatabase((open) => {
  test('the upgrade to workshops begins with a backup, loses nothing, and leaves no workshop', async () => {
    const fresh = await open()
    await becomeFormer(fresh)
    await start({ ...fresh.place, backups: { folder } })
    expect(await whatStands(fresh.place)).toEqual(AS_BEFORE)
    const [name, ...more] = readdirSync(folder)
    expect([name, more]).toEqual([
      expect.stringMatching(/^before-upgrade-0002-people-\d{17}\.backup\.gz$/u),
      [],
    ])
    expect(await checkBackup(path.join(folder, name!))).toMatchObject({ form: '0002-people', rows: 16 })
  })

  test('a backup by the program without workshops is put back into one with them', async () => {
    const fresh = await open()
    await fresh.storage.close()
    const file = path.join(folder, 'former.gz')
    writeFileSync(file, gzipSync(LINES))
    await restore(fresh.place, file, { replace: true, now: NOW })
    expect(await whatStands(fresh.place)).toEqual(AS_BEFORE)
  })

  test('workshops and boards of an upgraded database come back from a backup as they were, row by row', async () => {
    const [fresh, target] = [await open(), await open()]
    await becomeFormer(fresh)
    await start({ ...fresh.place, backups: { folder: path.join(folder, 'before') } })
    await holdWorkshop(fresh.place)
    const before = await keptIn(fresh.place)
    const file = path.join(folder, 'backup.gz')
    await backUp(fresh.place, file, NOW)
    await target.storage.close()
    await restore(target.place, file, { replace: false, now: NOW })
    const after = await keptIn(target.place)
    expect(after).toEqual(before)
    const ours = KEPT_TABLES.slice(KEPT_TABLES.indexOf('workshop'), KEPT_TABLES.indexOf('review'))
    expect(ours.map((table) => [table, after[table]?.length])).toEqual([
      ['workshop', 1],
      ['workshop_group', 1],
      ['seat', 1],
      ['seat_device', 1],
      ['board', 1],
      ['board_fold', 1],
      ['board_update', 1],
      ['board_step', 1],
      ['ruling', 1],
      ['theme_module', 1],
      ['origin', 1],
    ])
  })

  test('a workshop that goes takes all that is its own with it, and nothing else', async () => {
    const fresh = await open()
    await becomeFormer(fresh)
    await start({ ...fresh.place, backups: { folder } })
    await holdWorkshop(fresh.place)
    const { db } = openAsItIs(fresh.place, () => undefined)
    await sql`delete from workshop where id = ${id('workshop')}`.execute(db)
    await db.destroy()
    const left = await keptIn(fresh.place)
    const rows = KEPT_TABLES.slice(KEPT_TABLES.indexOf('workshop')).flatMap((table) => left[table])
    expect([rows, left.draft?.length]).toEqual([[], 1])
  })
})

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '../../server/config.ts'
import { nightlyBackup } from '../../server/operations/nightly-backup.ts'
import { backUp } from '../../server/storage/back-up.ts'
import { KEPT_TABLES } from '../../server/storage/kysely/table-rows.ts'
import { openStorage, type StoragePlace } from '../../server/storage/open-storage.ts'
import { restore } from '../../server/storage/restore.ts'
import { onEachDatabase } from '../support/databases.ts'
import { ASTA, BO, fillReview, putReview, REVIEW, storedMember, storedPosition } from '../support/stored-review.ts' // prettier-ignore
import { id } from '../support/build-profile.ts'
import { everythingIn } from './upgrade-from-0001.ts'

const NOW = '2026-03-12T09:00:00.000Z'
const OF_REVIEWS = KEPT_TABLES.slice(KEPT_TABLES.indexOf('review'))

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-reviews-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The rows of every table that a backup keeps. */
async function keptIn(place: StoragePlace): Promise<Record<string, unknown[]>> {
  const all = await everythingIn(place)
  return Object.fromEntries(KEPT_TABLES.map((table) => [table, all[table] ?? []]))
}

onEachDatabase((open) => {
  test('every table of a review comes back from a backup as it was, row by row', async () => {
    const [source, target] = [await open(), await open()]
    await putReview(source.storage)
    await fillReview(source.storage)
    const before = await keptIn(source.place)
    expect(OF_REVIEWS.map((table) => [table, before[table]?.length])).toEqual(
      OF_REVIEWS.map((table) => [table, 1]),
    )
    const file = path.join(folder, 'backup.gz')
    await backUp(source.place, file, NOW)
    await target.storage.close()
    await restore(target.place, file, { replace: false, now: NOW })
    expect(await keptIn(target.place)).toEqual(before)
  })

  test('whoever has been erased since does not come back to their place, which stays with what was said from it', async () => {
    const fresh = await open()
    await putReview(fresh.storage)
    await fillReview(fresh.storage)
    await fresh.storage.write(({ reviews }) => reviews.saveMember(storedMember({ id: id('seat2'), personId: BO }))) // prettier-ignore
    const before = await keptIn(fresh.place)
    const file = path.join(folder, 'backup.gz')
    await backUp(fresh.place, file, NOW)
    await fresh.storage.write(async ({ people, log }) => {
      await people.erase(ASTA)
      const event = { kind: 'person-erased', forPerson: ASTA } as const
      await log.append([{ at: NOW, actor: null, profileId: null, event }])
    })
    await fresh.storage.close()
    await restore(fresh.place, file, { replace: true, now: NOW })
    const storage = await openStorage(fresh.place, () => undefined)
    const there = await storage.read(async ({ reviews, people }) => ({
      places: new Set(await reviews.members(REVIEW)),
      positions: await reviews.positions(REVIEW),
      people: (await people.list()).map((person) => person.id),
    }))
    await storage.close()
    expect(there).toEqual({
      places: new Set([storedMember({ personId: null }), storedMember({ id: id('seat2'), personId: BO })]),
      positions: [storedPosition()],
      people: [BO],
    })
    const { panel_member: _places, person: _people, log: _log, log_head: _head, ...rest } = before
    expect(await keptIn(fresh.place)).toMatchObject(rest)
  })
})

test('the backup of each night holds the reviews that there are', async () => {
  const place = { databaseUrl: undefined, dataDir: path.join(folder, 'data') }
  const storage = await openStorage(place, () => undefined)
  await putReview(storage)
  await fillReview(storage)
  await storage.close()
  const config = readConfig({ DATA_DIR: place.dataDir, BACKUPS_KEPT: '1' })
  await nightlyBackup(config, () => new Date(NOW))?.run(null)
  const [name = ''] = readdirSync(config.backups.folder)
  const target = { databaseUrl: undefined, dataDir: path.join(folder, 'target') }
  await restore(target, path.join(config.backups.folder, name), { replace: false, now: NOW })
  expect(await keptIn(target)).toEqual(await keptIn(place))
})

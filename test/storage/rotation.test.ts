import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig, type Config } from '../../server/config.ts'
import { nightlyBackup } from '../../server/operations/nightly-backup.ts'
import { checkBackup } from '../../server/storage/backup.ts'
import { openStorage } from '../../server/storage/open-storage.ts'
import { depsOn, publish } from '../support/published.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let dataDir: string
beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-rotation-'))
  const storage = await openStorage({ databaseUrl: undefined, dataDir }, () => undefined)
  await publish(depsOn(storage))
  await storage.close()
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** The job on an installation with a profile in it, with a clock that is set by hand. */
function nights(kept: number) {
  const config: Config = readConfig({ DATA_DIR: dataDir, BACKUPS_KEPT: String(kept) })
  const clock = { now: new Date('2026-03-01T02:00:00.000Z') }
  const job = nightlyBackup(config, () => clock.now)
  const { folder } = config.backups
  return { job: job!, clock, folder, inside: () => readdirSync(folder).sort() }
}

test('a backup is made each night, and only the last ones are kept', async () => {
  const { job, clock, inside, folder } = nights(2)
  const removed: unknown[] = []
  let detail: Record<string, string | number> = {}
  for (let night = 0; night < 4; night++) {
    detail = await job.run(null)
    removed.push(detail.removed)
    clock.now = job.nextDue(clock.now, clock.now)
  }
  expect(inside()).toEqual(['nightly-20260303020000000.backup.gz', 'nightly-20260304020000000.backup.gz'])
  expect(removed).toEqual([0, 0, 1, 1])
  const { rows } = await checkBackup(path.join(folder, inside()[0]!))
  expect(detail).toEqual({ file: inside()[1], rows, removed: 1 })
})

test('a backup that fails removes nothing, and is tried again in an hour', async () => {
  const { job, clock, inside, folder } = nights(1)
  await job.run(null)
  const last = clock.now
  const [kept] = inside()
  const next = new Date(last.getTime() + DAY_MS)
  clock.now = next
  // The name that the next backup would have is taken.
  const taken = path.join(folder, 'nightly-20260302020000000.backup.gz')
  writeFileSync(taken, 'in the way')
  await expect(job.run(null)).rejects.toThrow(taken)
  expect(inside()).toContain(kept)
  expect(job.nextDue(last, next)).toEqual(new Date('2026-03-02T03:00:00.000Z'))
  rmSync(taken)
  clock.now = job.nextDue(last, next)
  await job.run(null)
  expect(inside()).toEqual(['nightly-20260302030000000.backup.gz'])
  expect(job.nextDue(clock.now, clock.now)).toEqual(new Date('2026-03-03T02:00:00.000Z'))
})

test('files that are not the program’s own stay in the folder', async () => {
  const { job, inside, folder } = nights(1)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'profilverkstad-20200101000000.backup.gz'), 'by hand')
  writeFileSync(path.join(folder, 'nightly-20200101000000000.backup.gz'), 'old')
  await job.run(null)
  expect(inside()).toEqual(['nightly-20260301020000000.backup.gz', 'profilverkstad-20200101000000.backup.gz'])
})

test('an installation that keeps none makes none', () => {
  expect(nights(0).job).toBeNull()
})

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStorage, SQLITE_FILE } from '../../server/storage/open-storage.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-open-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a data folder and a database that are made are for nobody else to read', async () => {
  const dataDir = path.join(folder, 'data')
  const before = process.umask()
  const storage = await openStorage({ databaseUrl: undefined, dataDir }, () => undefined)
  const modes = [dataDir, path.join(dataDir, SQLITE_FILE)].map((place) => statSync(place).mode & 0o777)
  expect(modes).toEqual([0o700, 0o600])
  expect(process.umask()).toBe(before)
  await storage.close()
})

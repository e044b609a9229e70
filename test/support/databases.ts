import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { openDatabase, type StoragePlace } from '../../server/storage/open-storage.ts'
import { kyselyStorage } from '../../server/storage/kysely/kysely-storage.ts'
import { startPostgres, type PostgresServer } from './postgres.ts'

/** An empty database of this program's form. */
export type FreshDatabase = Awaited<ReturnType<typeof openDatabase>> & {
  readonly place: StoragePlace
  readonly storage: ReturnType<typeof kyselyStorage>
}

/** Writes a suite once and runs it on SQLite and on a real PostgreSQL. */
export function onEachDatabase(suite: (open: () => Promise<FreshDatabase>) => void): void {
  describe('on SQLite', () => {
    const folders: string[] = []
    const opened = closing()
    suite(async () => {
      const dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-'))
      folders.push(dataDir)
      return opened.add({ databaseUrl: undefined, dataDir })
    })
    afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
  })

  describe('on PostgreSQL', () => {
    let server: PostgresServer
    let count = 0
    const opened = closing()
    beforeAll(async () => {
      server = await startPostgres()
    }, 60_000)
    afterAll(() => server.stop())
    suite(async () => {
      const name = `test_${process.pid}_${count++}`
      const client = new Client({ connectionString: server.url })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return opened.add({ databaseUrl: server.url.replace(/\/\w+$/u, `/${name}`), dataDir: tmpdir() })
    })
  })
}

function closing() {
  const open: FreshDatabase[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map(({ storage }) => storage.close()))
  })
  return {
    async add(place: StoragePlace): Promise<FreshDatabase> {
      const database = await openDatabase(place, () => undefined)
      const fresh = { ...database, place, storage: kyselyStorage(database) }
      open.push(fresh)
      return fresh
    },
  }
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../../server/storage/open-storage.ts'
import { AS_DECIDED, openBench, profileFile, type Bench } from './run-cli.ts'

let bench: Bench
let database: string
beforeEach(() => {
  bench = openBench()
  database = path.join(bench.dataDir, 'profilverkstad.sqlite')
})
afterEach(() => bench.remove())

const importIn = (words: readonly string[] = []) =>
  bench.run(['import', bench.file('in.json', profileFile()), ...AS_DECIDED, ...words])

test.each<[string, () => string, (dataDir: string) => string]>([
  ['a file', () => bench.file('fil', ''), (place) => `${place}: det ligger en fil där det ska vara en mapp.`],
  [
    'under a file',
    () => path.join(bench.file('fil', ''), 'data'),
    (place) => `${place}: det ligger en fil där det ska vara en mapp.`,
  ],
])('a data folder that is %s is told by its name', async (_, place, message) => {
  const dataDir = place()
  expect(await bench.run(['admin-link'], { DATA_DIR: dataDir })).toEqual({
    exitCode: 3,
    stdout: '',
    stderr: message(dataDir),
  })
})

test('a database that cannot be opened is told', async () => {
  mkdirSync(database, { recursive: true })
  const { exitCode, stderr } = await bench.run(['admin-link'])
  expect({ exitCode, stderr }).toEqual({
    exitCode: 3,
    stderr: 'Det går inte att skriva till databasen: unable to open database file. Ingenting är ändrat.',
  })
})

test('a file that is no database is told, and the advice that is given works', async () => {
  await importIn()
  await bench.run(['backup', path.join(bench.folder, 'kopia.gz')])
  writeFileSync(database, 'hej '.repeat(1000))
  const { exitCode, stderr } = await bench.run(['verify'])
  expect(exitCode).toBe(3)
  expect(stderr).toMatch(
    /^Databasfilen är skadad.* profilverkstad restore --replace\. Ingenting är ändrat\.$/u,
  )
  expect(readFileSync(database, 'utf8')).toBe('hej '.repeat(1000))
  expect((await bench.run(['restore', '--replace', path.join(bench.folder, 'kopia.gz')])).exitCode).toBe(0)
  expect((await bench.run(['verify'])).exitCode).toBe(0)
})

test('a database from a later version is told and not touched, and the advice that is given works', async () => {
  await importIn()
  await bench.run(['backup', path.join(bench.folder, 'kopia.gz')])
  const { db } = await openDatabase({ databaseUrl: undefined, dataDir: bench.dataDir }, () => undefined)
  await sql`insert into kysely_migration (name, timestamp) values ('0099-colours', '2099-01-01')`.execute(db)
  await db.destroy()
  const before = readFileSync(database)
  for (const command of ['verify', 'export testare', 'backup', 'admin-link']) {
    const { exitCode, stdout, stderr } = await bench.run(command.split(' '))
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' })
    expect(stderr).toMatch(/^Databasen är gjord av en senare version av programmet\. Uppgradera, eller lägg/u)
  }
  expect(readFileSync(database)).toEqual(before)
  expect((await bench.run(['restore', '--replace', path.join(bench.folder, 'kopia.gz')])).exitCode).toBe(0)
  expect((await bench.run(['verify'])).exitCode).toBe(0)
})

test.each<[string, string, RegExp]>([
  [
    'that does not answer',
    'postgres://eva:hemligt@127.0.0.1:1/profiler',
    /^Databasen svarar inte: .*ECONNREFUSED/u,
  ],
  [
    'whose name leads nowhere',
    'postgres://eva:hemligt@db.invalid/profiler',
    /^Adressen db\.invalid finns inte\. Kontrollera HOST eller DATABASE_URL\.$/u,
  ],
])('a PostgreSQL server %s is told, without the password', async (_, url, message) => {
  const { exitCode, stdout, stderr } = await bench.run(['verify'], { DATABASE_URL: url })
  expect(exitCode).toBeGreaterThan(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('hemligt')
})

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { openDatabase } from '../../server/storage/open-storage.ts'
import { buildProfile } from '../support/build-profile.ts'
import { AS_DECIDED, openBench, profileFile, type Bench } from './run-cli.ts'

let bench: Bench
let backupFile: string
beforeEach(async () => {
  bench = openBench()
  backupFile = path.join(bench.folder, 'kopia.gz')
  await bench.run(['import', bench.file('in.json', profileFile()), ...AS_DECIDED])
})
afterEach(() => bench.remove())

const HOLDS =
  /^Allt stämmer och är orört\. Versioner: 1, loggrader: 2\.\nLoggens sista kontrollsumma: [0-9a-f]{64}\n$/u
const sealedBytes = (here: Bench) =>
  here.look((storage) =>
    storage.read(async ({ profiles, editions }) =>
      editions.latest((await profiles.find('testare'))?.id ?? ''),
    ),
  )

/** Does in the database what nobody can do without taking the guards down first. */
async function tamper(...statements: string[]): Promise<void> {
  const { db } = await openDatabase({ databaseUrl: undefined, dataDir: bench.dataDir }, () => undefined)
  const guards = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(
    db,
  )
  for (const { name } of guards.rows) await sql.raw(`drop trigger ${name}`).execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  await db.destroy()
}

describe('backup, restore and verify', () => {
  test('bring everything to another place, sealed bytes and all', async () => {
    const backedUp = await bench.run(['backup', backupFile])
    expect(backedUp).toMatchObject({ exitCode: 0, stdout: `${backupFile} är skriven. Rader: 5.\n` })
    const elsewhere = openBench()
    const restored = await elsewhere.run(['restore', backupFile])
    expect(restored.exitCode).toBe(0)
    expect(restored.stdout).toMatch(/^Säkerhetskopian från \d{4}-\d\d-\d\dT\S+Z är tillbaka\. Rader: 5\.\n$/u)
    expect(await elsewhere.run(['verify'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(HOLDS) as string,
    })
    expect(await sealedBytes(elsewhere)).toEqual(await sealedBytes(bench))
    expect(readdirSync(elsewhere.dataDir)).toEqual(['profilverkstad.sqlite'])
    elsewhere.remove()
  })

  test('answer scripts in JSON', async () => {
    const asJson = async (...words: string[]) =>
      JSON.parse((await bench.run([...words, '--json'])).stdout) as Record<string, unknown>
    const { createdAt } = await asJson('backup', backupFile)
    expect(await asJson('verify')).toEqual({
      editions: 1,
      entries: 2,
      head: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
      breaches: [],
    })
    expect(await asJson('restore', backupFile, '--replace')).toEqual({
      rows: 5,
      createdAt,
      setAside: expect.stringMatching(/profilverkstad\.sqlite\.before-\d{14}$/u) as string,
      erased: 0,
    })
  })

  test('need no name for the file: it then lies in the data folder, with its time', async () => {
    const { stdout } = await bench.run(['backup'])
    expect(stdout).toMatch(/\/data\/profilverkstad-\d{14}\.backup\.gz är skriven/u)
    expect(existsSync(stdout.split(' ')[0] ?? '')).toBe(true)
  })
})

describe('restore', () => {
  beforeEach(() => bench.run(['backup', backupFile]))

  test('leaves data that is there alone, and says how to set it aside', async () => {
    await bench.run([
      'import',
      bench.file('more.json', profileFile({ profile: buildProfile({ title: 'Nyare' }) })),
    ])
    const { exitCode, stdout, stderr } = await bench.run(['restore', backupFile])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toBe(
      `Det finns redan data i ${bench.dataDir}/profilverkstad.sqlite. Ingenting är gjort. Lägg till --replace för att ställa undan det.`,
    )
    expect((await bench.run(['export', 'testare', '--draft'])).stdout).toContain('Nyare')
  })

  test('--replace sets aside what was there, whole, and says where', async () => {
    await bench.run([
      'import',
      bench.file('more.json', profileFile({ profile: buildProfile({ title: 'Nyare' }) })),
    ])
    const { exitCode, stdout } = await bench.run(['restore', '--replace', backupFile])
    expect(exitCode).toBe(0)
    const [, aside = ''] = /\nDet som fanns ligger nu i (.+)\.\n$/u.exec(stdout) ?? []
    expect((await bench.run(['export', 'testare', '--draft'])).exitCode).toBe(1)
    const former = openBench()
    former.file('data/profilverkstad.sqlite', readFileSync(aside))
    expect((await former.run(['export', 'testare', '--draft'])).stdout).toContain('Nyare')
    former.remove()
  })

  const unzipped = () => gunzipSync(readFileSync(backupFile)).toString()
  test.each<[string, () => Buffer, RegExp]>([
    ['is some other file', () => Buffer.from('Hej'), /går inte att läsa till slut/u],
    [
      'is some other gzipped file',
      () => gzipSync('{"a": 1}\n'),
      /är ingen säkerhetskopia från Profilverkstad/u,
    ],
    ['is empty', () => Buffer.alloc(0), /går inte att läsa till slut/u],
    [
      'is cut off',
      () => readFileSync(backupFile).subarray(0, -20),
      /går inte att läsa till slut: den är avkapad/u,
    ],
    [
      'lacks a row',
      () => gzipSync(unzipped().replace(/^\{"table":"log".*\n/mu, '')),
      /rader fattas eller är ändrade/u,
    ],
    [
      'has an altered row',
      () => gzipSync(unzipped().replaceAll('Testrådet', 'Någon annan')),
      /rader fattas eller är ändrade/u,
    ],
    [
      'was made by a later version',
      () => gzipSync(unzipped().replace('backup-1', 'backup-2')),
      /passar inte den här versionen/u,
    ],
  ])('of a file that %s is refused with its reason, and touches nothing', async (_, damaged, reason) => {
    writeFileSync(backupFile, damaged())
    const before = readdirSync(bench.dataDir)
    const { exitCode, stdout, stderr } = await bench.run(['restore', '--replace', backupFile])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(reason)
    expect(stderr).toContain('Ingenting är gjort.')
    expect(readdirSync(bench.dataDir)).toEqual(before)
    expect((await bench.run(['verify'])).stdout).toMatch(HOLDS)
  })

  test('of a file that is not there says so', async () => {
    expect(await bench.run(['restore', 'borta.gz'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'borta.gz finns inte eller går inte att läsa.',
    })
  })
})

describe('backup', () => {
  test.each<[string, () => string, (file: string) => string]>([
    [
      'in a folder that does not exist',
      () => path.join(bench.folder, 'borta', 'kopia.gz'),
      (file) => `${path.dirname(file)}/: filen eller mappen finns inte.`,
    ],
    ['to a folder', () => bench.folder, (file) => `${file}: det är en mapp, inte en fil.`],
    [
      'under a file',
      () => path.join(bench.file('fil', ''), 'kopia.gz'),
      (file) => `${path.dirname(file)}/: det ligger en fil där det ska vara en mapp.`,
    ],
  ])('%s says what is wrong, and leaves no half file', async (_, target, reason) => {
    const file = target()
    const before = readdirSync(bench.folder)
    const { exitCode, stdout, stderr } = await bench.run(['backup', file])
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 3, stdout: '', stderr: reason(file) })
    expect(readdirSync(bench.folder)).toEqual(before)
  })
})

test.each([
  ['the database', () => path.join(bench.dataDir, 'profilverkstad.sqlite')],
  ['an earlier backup', () => bench.file('kopia.gz', 'den förra')],
])('a backup never takes the place of %s', async (_, target) => {
  const file = target()
  const before = readFileSync(file)
  const { exitCode, stderr } = await bench.run(['backup', file])
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: `${file} finns redan. Ingenting är skrivet. Ange en annan fil.`,
  })
  expect(readFileSync(file)).toEqual(before)
  expect((await bench.run(['verify'])).stdout).toContain('Allt stämmer')
})

describe('verify', () => {
  test('names each edition and each log entry that has been altered, and ends with 1', async () => {
    await tamper(
      `update edition set document = replace(document, 'Testrådet', 'Någon annan')`,
      `update log set at = '2020-01-01T00:00:00.000Z' where seq = 1`,
    )
    expect(await bench.run(['verify'])).toEqual({
      exitCode: 1,
      stdout: [
        'Det här stämmer inte (2):',
        '  Loggrad 1: loggraden är ändrad, eller så fattas en före den',
        '  testare 1.0.0: versionen är ändrad sedan den publicerades',
        '',
      ].join('\n'),
      stderr: '',
    })
    const { exitCode, stdout } = await bench.run(['verify', '--json'])
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      breaches: [
        { code: 'log-chain', where: '1' },
        { code: 'edition-digest', where: 'testare 1.0.0' },
      ],
    })
  })

  test.each<[string, string[], string]>([
    [
      'a log entry that holds no JSON any more',
      [`update log set event = 'hej' where seq = 2`],
      'Loggrad 2: loggen går inte att läsa',
    ],
    [
      'a log entry that holds nothing',
      [`update log set event = 'null' where seq = 2`],
      'Loggrad 2: loggraden är ändrad',
    ],
    [
      'a log whose end has been cut off',
      ['delete from log where seq = 2'],
      'Loggrad 2: loggrader fattas i slutet',
    ],
    ['a log that has been emptied', ['delete from log'], 'Loggrad 1: loggrader fattas i slutet'],
    [
      'a log whose head has been taken away',
      ['delete from log_head'],
      'Loggrad 3: loggrader fattas i slutet',
    ],
    [
      'an edition that holds no JSON any more',
      [`update edition set document = 'hej'`],
      'testare 1.0.0: versionen är ändrad',
    ],
    [
      'an edition that has been taken away',
      ['delete from edition'],
      'testare 1.0.0: versionen står i loggen men finns inte',
    ],
  ])('sees %s', async (_, statements, said) => {
    await tamper(...statements)
    const { exitCode, stdout, stderr } = await bench.run(['verify'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    expect(stdout).toContain(said)
  })
})

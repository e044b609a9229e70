import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { MAX_ITEMS } from '../../server/domain/profile/edit-draft.ts'
import { buildLink, buildProfile, id } from '../support/build-profile.ts'
import { openBench, profileFile, type Bench } from './run-cli.ts'

let bench: Bench
beforeAll(() => (bench = openBench()))
afterAll(() => bench.remove())

/** A profile file in which something has been changed as no builder would. */
function spoilt(change: (file: Record<string, unknown>, profile: Record<string, unknown>) => void): unknown {
  const file = JSON.parse(JSON.stringify(profileFile())) as Record<string, unknown>
  change(file, file.profile as Record<string, unknown>)
  return file
}

test('a file that is ready to be published is so', async () => {
  const file = bench.file('hel.json', profileFile())
  expect(await bench.run(['validate', file])).toEqual({
    exitCode: 0,
    stdout: `${file}: stämmer med schemat och är färdig att publicera.\n`,
    stderr: '',
  })
  const { exitCode, stdout } = await bench.run(['validate', '--json', file])
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toEqual({ ok: true, missing: [], repaired: [], leftOut: [] })
})

test('what a profile lacks before it can be published is told item by item, by number and name', async () => {
  const modules = [
    buildLink({ title: 'Förflyttning', seqfLevel: null }),
    buildLink({ title: 'Måltider', outcomes: [] }),
  ]
  const file = bench.file(
    'halv.json',
    profileFile({ profile: buildProfile({ modules, levelRationale: '' }) }),
  )
  const { exitCode, stdout } = await bench.run(['validate', file])
  expect(exitCode).toBe(1)
  expect(stdout.split('\n')).toEqual([
    `${file}: stämmer med schemat. Innan den kan publiceras saknas:`,
    '  Nivån för Testare saknar motivering',
    '  1 Förflyttning saknar nivå',
    '  2 Måltider har inget läranderesultat',
    '',
  ])
})

test.each<[string, unknown, RegExp]>([
  ['is not there', undefined, /finns inte eller går inte att läsa/u],
  ['is empty', '', /är inte giltig JSON/u],
  ['is cut off', '{"format": "profilverk', /är inte giltig JSON/u],
  ['is no JSON at all', 'Yrkesprofil för testare', /är inte giltig JSON/u],
  [
    'is in another encoding than UTF-8',
    Buffer.from('{"a": "f\xF6rst\xE5r"}', 'latin1'),
    /är inte skriven i UTF-8/u,
  ],
])('a file that %s is refused in words', async (_, content, reason) => {
  const file = content === undefined ? path.join(bench.folder, 'borta.json') : bench.file('fel.json', content)
  const { exitCode, stdout, stderr } = await bench.run(['validate', file])
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
  expect(stderr).toMatch(reason)
  expect(stderr.startsWith(file)).toBe(true)
})

test('a folder in place of a file is refused in words', async () => {
  const { exitCode, stderr } = await bench.run(['validate', bench.folder])
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: `${bench.folder} finns inte eller går inte att läsa.`,
  })
})

test('a byte order mark, as some editors put first, is no fault', async () => {
  const file = bench.file('bom.json', `\uFEFF${JSON.stringify(profileFile())}`)
  expect((await bench.run(['validate', file])).exitCode).toBe(0)
})

test('every fault against the schema is told, with its place in the file', async () => {
  const file = bench.file(
    'fel.json',
    spoilt((whole, profile) => {
      whole.published = 'ja'
      Object.assign(profile, { title: 7, seqfLevel: 'fyra', modules: [5], id: '1' })
    }),
  )
  const places = ['/published', '/profile/title', '/profile/seqfLevel', '/profile/modules/0', '/profile/id']
  const { exitCode, stdout } = await bench.run(['validate', file])
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/^.*: går inte att läsa in\.\n/u)
  for (const place of places) expect(stdout).toContain(`\n  ${place}: `)
  const json = await bench.run(['validate', '--json', file])
  expect(json.exitCode).toBe(1)
  const { ok, errors } = JSON.parse(json.stdout) as { ok: boolean; errors: { pointer: string }[] }
  expect(ok).toBe(false)
  expect(errors.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(places))
})

test('of very many faults, the first hundred are told and the rest counted', async () => {
  const file = bench.file(
    'fel.json',
    spoilt((_, profile) => (profile.modules = Array.from({ length: 500 }, () => 5))),
  )
  const { stdout } = await bench.run(['validate', file])
  expect(stdout.split('\n')).toHaveLength(1 + 100 + 1 + 1)
  expect(stdout).toContain('  … och 400 fel till\n')
})

test('what would be mended or left out on the way in is told, and the answer is no', async () => {
  const file = bench.file(
    'nästan.json',
    spoilt((whole, profile) => {
      whole.colour = 'red'
      profile.title = 'Test\u200Bare'
      Object.assign(profile, { 'a/b': 1 })
    }),
  )
  const { exitCode, stdout } = await bench.run(['validate', file])
  expect(exitCode).toBe(1)
  expect(stdout.split('\n')).toEqual([
    `${file}: går att läsa in, men inte precis som den är.`,
    'Rättat:',
    '  Osynliga tecken är borttagna, och bokstäver som å, ä och ö är skrivna på ett enhetligt sätt.',
    '    /profile/title',
    'Togs inte med:',
    '  Fältet känns inte igen och är inte med.',
    '    /colour',
    '    /profile/a~1b',
    '',
  ])
  const json = JSON.parse((await bench.run(['validate', '--json', file])).stdout) as unknown
  expect(json).toMatchObject({
    ok: true,
    missing: [],
    repaired: [{ code: 'text-cleaned', pointer: '/profile/title' }],
    leftOut: [{ code: 'unknown-field' }, { code: 'unknown-field' }],
  })
})

test('control characters in the names of fields do not reach the terminal', async () => {
  const file = bench.file(
    'styr.json',
    spoilt((whole) => (whole['\u001B[2J\u009B31m'] = 1)),
  )
  const { stdout } = await bench.run(['validate', file])
  expect(stdout).toContain('/\uFFFD[2J\uFFFD31m')
})

test('a profile with more in it than anyone can use is refused at once', async () => {
  const modules = Array.from({ length: MAX_ITEMS + 1 }, (_, n) =>
    buildLink({ id: id(`m${n}`), outcomes: [] }),
  )
  const file = bench.file('stor.json', profileFile({ profile: buildProfile({ modules }) }))
  for (const command of ['validate', 'lint']) {
    const { exitCode, stderr } = await bench.run([command, file])
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^Profilen är för stor\n/u),
    })
  }
})

const shipped = path.join(import.meta.dirname, '../../profiles')
test.each(readdirSync(shipped).filter((name) => name.endsWith('.json')))(
  'the shipped profile %s is ready to be published as it is',
  async (name) => {
    expect(JSON.parse(readFileSync(path.join(shipped, name), 'utf8'))).toHaveProperty('format')
    expect((await bench.run(['validate', path.join(shipped, name)])).exitCode).toBe(0)
  },
)

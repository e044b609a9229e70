import path from 'node:path'
import {
  logLevelIn,
  readConfig,
  SETTINGS,
  WrongSettings,
  type Config,
  type SettingName,
} from '../../server/config.ts'
import { text } from '../../server/i18n/text.ts'
import { openBench } from './run-cli.ts'

/** Which settings are wrong. */
function mistakesIn(environment: NodeJS.ProcessEnv): SettingName[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof WrongSettings) return error.mistakes.map(({ name }) => name)
    throw error
  }
}

test('with nothing set, the program runs on this machine alone, in Swedish, on SQLite in ./data', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    dataDir: path.resolve('data'),
    databaseUrl: undefined,
    locale: 'sv',
    seedExamples: true,
    contactEmail: '',
    trustedProxies: 'loopback',
    mail: null,
    openId: null,
    metricsToken: null,
    backups: { folder: path.resolve('data/backups'), kept: 14 },
  } satisfies Config)
})

type Row = [name: SettingName, value: string, field: keyof Config, means: unknown]
test.each<Row>([
  ['PORT', '0', 'port', 0],
  ['PORT', '65535', 'port', 65_535],
  ['PORT', '8080', 'baseUrl', 'http://localhost:8080'],
  ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
  ['HOST', '::1', 'host', '::1'],
  ['HOST', 'profiler.example', 'host', 'profiler.example'],
  ['BASE_URL', 'https://profiler.example', 'baseUrl', 'https://profiler.example'],
  ['BASE_URL', 'https://profiler.example/', 'baseUrl', 'https://profiler.example'],
  ['BASE_URL', 'http://10.0.0.7:8080', 'baseUrl', 'http://10.0.0.7:8080'],
  ['DATA_DIR', '/var/lib/profilverkstad', 'dataDir', '/var/lib/profilverkstad'],
  ['DATA_DIR', 'här', 'dataDir', path.resolve('här')],
  ['DATABASE_URL', 'postgres://a:b@c/d', 'databaseUrl', 'postgres://a:b@c/d'],
  ['DATABASE_URL', 'postgresql:///d?host=/run', 'databaseUrl', 'postgresql:///d?host=/run'],
  ['LOCALE', 'en', 'locale', 'en'],
  ['SEED_EXAMPLES', 'no', 'seedExamples', false],
  ['CONTACT_EMAIL', 'profiler@example.org', 'contactEmail', 'profiler@example.org'],
])('%s=%s makes %s %p', (name, value, field, means) => {
  expect(readConfig({ [name]: value })[field]).toBe(means)
})

test.each([
  ['silent', 'silent'],
  ['debug', 'debug'],
  ['', 'info'],
  ['verbose', 'info'],
])('LOG_LEVEL=%s logs from %s on', (asked, level) => {
  expect(logLevelIn({ LOG_LEVEL: asked })).toBe(level)
})

test.each(Object.keys(SETTINGS) as SettingName[])('an empty %s counts as none', (name) => {
  expect(readConfig({ [name]: '' })).toEqual(readConfig({}))
})

test.each<[SettingName, string[]]>([
  ['PORT', ['65536', '-1', '80a', ' 80', '3e3', '٣']],
  ['HOST', ['min dator', 'a/b', 'å']],
  [
    'BASE_URL',
    [
      'profiler.example',
      'ftp://profiler.example',
      'https://profiler.example/profiler',
      'https://profiler.example?a=b',
      'https://profiler.example?',
      'https://profiler.example#a',
      'https://eva:hemligt@profiler.example',
      ' https://profiler.example',
    ],
  ],
  ['DATA_DIR', ['  ']],
  ['DATABASE_URL', ['mysql://a/b', 'data.sqlite', 'postgres']],
  ['LOCALE', ['fi', 'SV', 'sv_SE.UTF-8']],
  ['SEED_EXAMPLES', ['true', '0', 'nej']],
  ['CONTACT_EMAIL', ['example.org', 'a b@example.org', '@']],
  ['LOG_LEVEL', ['verbose', 'INFO']],
])('%s is none of %j', (name, values) => {
  expect(values.filter((value) => mistakesIn({ [name]: value })[0] !== name)).toEqual([])
})

test('every setting has words for what it should be, in both languages', () => {
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    expect(text('sv', `cli.settings.${name}`)).toMatch(/^ska vara \p{L}/u)
    expect(text('en', `cli.settings.${name}`)).toMatch(/^must be \p{L}/u)
  }
})

test('all mistakes are told at once, in order, and the password of the database is not among them', async () => {
  const bench = openBench()
  const answer = await bench.run(['verify'], {
    PORT: 'tre',
    BASE_URL: 'profiler.example',
    DATABASE_URL: 'mysql://eva:hemligt@db.example/profiler',
    SEED_EXAMPLES: 'nej',
  })
  bench.remove()
  expect(answer).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: [
      'Några inställningar är fel. Programmet startar inte förrän de är rättade:',
      '  PORT=tre: ska vara ett portnummer, 0–65535',
      '  BASE_URL=profiler.example: ska vara adressen som människor använder, http:// eller https://, utan sökväg',
      '  DATABASE_URL=…: ska vara tom för SQLite, eller postgres://…',
      '  SEED_EXAMPLES=nej: ska vara yes eller no',
    ].join('\n'),
  })
})

test('a wrong LOCALE is told in Swedish', async () => {
  const bench = openBench()
  expect((await bench.run(['--help'], { LOCALE: 'no' })).stderr).toContain('LOCALE=no: ska vara sv eller en')
  bench.remove()
})

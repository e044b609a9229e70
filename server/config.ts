import path from 'node:path'

/** How the program is set up, as the environment says it. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly baseUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly locale: 'sv' | 'en'
  readonly thirdCategory: 'responsibilityAutonomy' | 'competences'
  readonly seedExamples: boolean
  readonly contactEmail: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

type Setting = {
  readonly fallback: string
  readonly expected: string
  readonly accepts: (value: string) => boolean
}

/** Every setting with its default. The README's table says the same; a test compares the two. */
export const SETTINGS = {
  PORT: { fallback: '3000', expected: 'a port, 0-65535', accepts: (value) => inRange(value, 0, 65535) },
  HOST: {
    fallback: '127.0.0.1',
    expected: 'an address to listen on',
    accepts: (value) => /^[\w.:-]+$/u.test(value),
  },
  BASE_URL: {
    fallback: '',
    expected: 'the address that people use, http:// or https://, without a path',
    accepts: (value) => value === '' || isOrigin(value),
  },
  DATA_DIR: { fallback: './data', expected: 'a folder', accepts: (value) => value.trim() !== '' },
  DATABASE_URL: {
    fallback: '',
    expected: 'empty for SQLite, or postgres://…',
    accepts: (value) => value === '' || isUrl(value, ['postgres:', 'postgresql:']),
  },
  LOCALE: oneOf('sv', 'en'),
  THIRD_CATEGORY: oneOf('responsibilityAutonomy', 'competences'),
  SEED_EXAMPLES: oneOf('yes', 'no'),
  CONTACT_EMAIL: {
    fallback: '',
    expected: 'empty, or an e-mail address to show to readers',
    accepts: (value) => value === '' || /^[^\s@]+@[^\s@]+$/u.test(value),
  },
  LOG_LEVEL: oneOf('info', 'debug', 'warn', 'error', 'silent'),
} satisfies Record<string, Setting>

type Name = keyof typeof SETTINGS

/** Some settings are wrong; `mistakes` names them all. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(`wrong settings:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`)
    this.mistakes = mistakes
  }
}

/** Reads the environment. An empty value counts as none. Throws WrongSettings. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const valueOf = (name: Name) => environment[name] || SETTINGS[name].fallback
  const names = Object.keys(SETTINGS) as Name[]
  const mistakes = names
    .filter((name) => !SETTINGS[name].accepts(valueOf(name)))
    .map((name) => `${name}=${valueOf(name)}: expected ${SETTINGS[name].expected}`)
  if (mistakes.length > 0) throw new WrongSettings(mistakes)
  const port = Number(valueOf('PORT'))
  return {
    port,
    host: valueOf('HOST'),
    baseUrl: valueOf('BASE_URL').replace(/\/$/u, '') || `http://localhost:${port}`,
    dataDir: path.resolve(valueOf('DATA_DIR')),
    databaseUrl: valueOf('DATABASE_URL') || undefined,
    locale: valueOf('LOCALE') as Config['locale'],
    thirdCategory: valueOf('THIRD_CATEGORY') as Config['thirdCategory'],
    seedExamples: valueOf('SEED_EXAMPLES') === 'yes',
    contactEmail: valueOf('CONTACT_EMAIL'),
    logLevel: valueOf('LOG_LEVEL') as Config['logLevel'],
  }
}

function oneOf(fallback: string, ...others: string[]): Setting {
  const allowed = [fallback, ...others]
  return { fallback, expected: `one of ${allowed.join(', ')}`, accepts: (value) => allowed.includes(value) }
}

function inRange(value: string, low: number, high: number): boolean {
  return /^\d+$/u.test(value) && Number(value) >= low && Number(value) <= high
}

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}

function isOrigin(value: string): boolean {
  return (
    isUrl(value, ['http:', 'https:']) &&
    ['', '/'].includes(new URL(value).pathname) &&
    new URL(value).search === ''
  )
}

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
}

type Setting = { readonly fallback: string; readonly accepts: (value: string) => boolean }

/** Every setting with its default. The README's table says the same; a test compares the two. */
export const SETTINGS = {
  PORT: { fallback: '3000', accepts: (value) => inRange(value, 0, 65535) },
  HOST: { fallback: '127.0.0.1', accepts: (value) => /^[\w.:-]+$/u.test(value) },
  BASE_URL: { fallback: '', accepts: (value) => value === '' || isOrigin(value) },
  DATA_DIR: { fallback: './data', accepts: (value) => value.trim() !== '' },
  DATABASE_URL: {
    fallback: '',
    accepts: (value) => value === '' || isUrl(value, ['postgres:', 'postgresql:']),
  },
  LOCALE: oneOf('sv', 'en'),
  THIRD_CATEGORY: oneOf('responsibilityAutonomy', 'competences'),
  SEED_EXAMPLES: oneOf('yes', 'no'),
  CONTACT_EMAIL: { fallback: '', accepts: (value) => value === '' || /^[^\s@]+@[^\s@]+$/u.test(value) },
  LOG_LEVEL: oneOf('info', 'debug', 'warn', 'error', 'silent'),
} satisfies Record<string, Setting>

export type SettingName = keyof typeof SETTINGS

/** Some settings are wrong; `mistakes` has them all. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
  readonly mistakes: readonly { readonly name: SettingName; readonly value: string }[]

  constructor(mistakes: WrongSettings['mistakes']) {
    super(`wrong settings: ${mistakes.map(({ name }) => name).join(', ')}`)
    this.mistakes = mistakes
  }
}

/** Reads the environment. An empty value counts as none. Throws WrongSettings. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const valueOf = (name: SettingName) => environment[name] || SETTINGS[name].fallback
  const names = Object.keys(SETTINGS) as SettingName[]
  const mistakes = names
    .map((name) => ({ name, value: valueOf(name) }))
    .filter(({ name, value }) => !SETTINGS[name].accepts(value))
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
  }
}

/** The level that the environment asks for; one that there is not is told by readConfig, and until then is the usual one. */
export function logLevelIn({ LOG_LEVEL: asked = '' }: NodeJS.ProcessEnv): string {
  return SETTINGS.LOG_LEVEL.accepts(asked) ? asked : SETTINGS.LOG_LEVEL.fallback
}

function oneOf(fallback: string, ...others: string[]): Setting {
  const allowed = [fallback, ...others]
  return { fallback, accepts: (value) => allowed.includes(value) }
}

function inRange(value: string, low: number, high: number): boolean {
  return /^\d+$/u.test(value) && Number(value) >= low && Number(value) <= high
}

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}

/** Addresses are made by putting more after it as it stands, so what the URL parser forgives will not do. */
function isOrigin(value: string): boolean {
  return isUrl(value, ['http:', 'https:']) && new URL(value).pathname === '/' && !/[\s?#@]/u.test(value)
}

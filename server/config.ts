import path from 'node:path'
import { isAllowedIssuer } from './people/open-id-issuer.ts'

/** How the program is set up, as the environment says it. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly baseUrl: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly locale: 'sv' | 'en'
  readonly seedExamples: boolean
  readonly contactEmail: string
  /** Whose word is taken for where a request comes from: Express' names for networks, or addresses. */
  readonly trustedProxies: string
  /** Null where no mail is sent: links are then handed over by an administrator. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  /** Null where nobody comes in by another organisation's sign-in. */
  readonly openId: OpenIdConfig | null
  /** Null where nobody may read the metrics. */
  readonly metricsToken: string | null
  readonly backups: { readonly folder: string; readonly kept: number }
}

/** An OpenID Connect issuer, and what it knows this installation as. */
export type OpenIdConfig = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people know it as: the words on the button are ”Logga in med …”. */
  readonly name: string
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
  SEED_EXAMPLES: oneOf('yes', 'no'),
  CONTACT_EMAIL: { fallback: '', accepts: (value) => value === '' || isAddress(value) },
  TRUSTED_PROXIES: { fallback: 'loopback', accepts: (value) => /^[\w.:/, -]+$/u.test(value) },
  SMTP_URL: { fallback: '', accepts: (value) => value === '' || isUrl(value, ['smtp:', 'smtps:']) },
  MAIL_FROM: { fallback: '', accepts: (value) => value === '' || isAddress(value) },
  OIDC_ISSUER: { fallback: '', accepts: (value) => value === '' || isAllowedIssuer(value) },
  OIDC_CLIENT_ID: { fallback: '', accepts: () => true },
  OIDC_CLIENT_SECRET: { fallback: '', accepts: () => true },
  OIDC_NAME: { fallback: 'OpenID Connect', accepts: (value) => value.length <= 60 },
  METRICS_TOKEN: { fallback: '', accepts: (value) => value === '' || value.length >= 16 },
  BACKUP_DIR: { fallback: '', accepts: () => true },
  BACKUPS_KEPT: { fallback: '14', accepts: (value) => inRange(value, 0, 999) },
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
    .concat(halves(valueOf))
  if (mistakes.length > 0) throw new WrongSettings(mistakes)
  const port = Number(valueOf('PORT'))
  const dataDir = path.resolve(valueOf('DATA_DIR'))
  return {
    port,
    host: valueOf('HOST'),
    baseUrl: valueOf('BASE_URL').replace(/\/$/u, '') || `http://localhost:${port}`,
    dataDir,
    databaseUrl: valueOf('DATABASE_URL') || undefined,
    locale: valueOf('LOCALE') as Config['locale'],
    seedExamples: valueOf('SEED_EXAMPLES') === 'yes',
    contactEmail: valueOf('CONTACT_EMAIL'),
    trustedProxies: valueOf('TRUSTED_PROXIES'),
    mail: valueOf('SMTP_URL') ? { smtpUrl: valueOf('SMTP_URL'), from: valueOf('MAIL_FROM') } : null,
    openId: valueOf('OIDC_ISSUER')
      ? {
          issuer: valueOf('OIDC_ISSUER'),
          clientId: valueOf('OIDC_CLIENT_ID'),
          clientSecret: valueOf('OIDC_CLIENT_SECRET'),
          name: valueOf('OIDC_NAME'),
        }
      : null,
    metricsToken: valueOf('METRICS_TOKEN') || null,
    backups: {
      folder: path.resolve(valueOf('BACKUP_DIR') || path.join(dataDir, 'backups')),
      kept: Number(valueOf('BACKUPS_KEPT')),
    },
  }
}

/** Settings that are nothing without each other: a mail server has a sender, an issuer knows us by a name. */
const TOGETHER = { SMTP_URL: ['MAIL_FROM'], OIDC_ISSUER: ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] } as const

function halves(valueOf: (name: SettingName) => string): { name: SettingName; value: string }[] {
  return (['SMTP_URL', 'OIDC_ISSUER'] as const)
    .filter((name) => valueOf(name) !== '')
    .flatMap((name) => TOGETHER[name].filter((needed) => valueOf(needed) === ''))
    .map((name) => ({ name, value: '' }))
}

/** The level that the environment asks for; one that there is not is told by readConfig, and until then is the usual one. */
export function logLevelIn({ LOG_LEVEL: asked = '' }: NodeJS.ProcessEnv): string {
  return SETTINGS.LOG_LEVEL.accepts(asked) ? asked : SETTINGS.LOG_LEVEL.fallback
}

function oneOf(fallback: string, ...others: string[]): Setting {
  const allowed = [fallback, ...others]
  return { fallback, accepts: (value) => allowed.includes(value) }
}

function isAddress(value: string): boolean {
  return /^[^\s@<>"]+@[^\s@<>"]+$/u.test(value)
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

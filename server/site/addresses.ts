import type { Locale } from '../i18n/catalogue.ts'

/** The addresses of the public pages: Swedish ones plain, English ones the same under `/en`. */
export type Addresses = ReturnType<typeof addressesIn>

export function addressesIn(locale: Locale) {
  const prefix = locale === 'sv' ? '' : `/${locale}`
  const path = (...parts: readonly string[]) => `${prefix}/${parts.map(encodeURIComponent).join('/')}`
  return {
    profiles: prefix === '' ? '/' : `${prefix}/`,
    profile: (slug: string) => path('profiler', slug),
    edition: (slug: string, version: string) => path('profiler', slug, version),
    versions: (slug: string) => path('profiler', slug, 'versioner'),
    differences: (slug: string, later: string, former: string) =>
      path('profiler', slug, later, 'jamfor', former),
    panelDecision: (slug: string, version: string) => path('profiler', slug, version, 'beslut'),
    chain: (slug: string, version: string, itemId: string) =>
      path('profiler', slug, version, 'kedja', itemId),
    check: (slug: string, version: string) => path('v', slug, version),
    signIn: path('logga-in'),
    signInWith: (token: string) => path('logga-in', token),
    signInByPassword: path('logga-in', 'losenord'),
    signInByOpenId: path('logga-in', 'oidc'),
    linkSent: path('logga-in', 'skickad'),
    secondStep: path('logga-in', 'nyckel'),
    signOut: path('logga-ut'),
    ownData: path('konto', 'uppgifter'),
    dataOf: (personId: string) => path('administration', 'personer', personId, 'uppgifter'),
    howWeWork: path('sa-arbetar-vi'),
    privacy: path('integritet'),
    accessibility: path('tillganglighet'),
    problem: (code: string) => path('problems', code),
    /** Not translated: the workshop and its neighbours speak the language of their user, the API is described in English. */
    workshop: '/verkstad',
    account: '/konto',
    /** The account of somebody who has just connected it to a sign-in elsewhere: the page says that it went well. */
    connected: '/konto#kopplat',
    person: (personId: string) => `/administration/personer/${encodeURIComponent(personId)}`,
    api: '/api',
    ownDataFile: '/api/v1/account/data',
    dataFileOf: (personId: string) => `/api/v1/people/${encodeURIComponent(personId)}/data`,
    pdf: (slug: string, version: string) =>
      `/api/v1/profiles/${slug}/editions/${version}/pdf?language=${locale}`,
    file: (slug: string, version: string) => `/api/v1/profiles/${slug}/editions/${version}/file`,
  }
}

/** The same page in the other language. */
export function translated(path: string, locale: Locale): string {
  const swedish = path.replace(/^\/en(?=\/|$)/u, '') || '/'
  return locale === 'sv' ? swedish : `/en${swedish}`
}

/** The language that an address is in. */
export function localeOfPath(path: string): Locale {
  return /^\/en(?:\/|$)/u.test(path) ? 'en' : 'sv'
}

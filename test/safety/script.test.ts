import { faultsOf } from '../../server/contract.ts'
import { ROUTES } from '../../server/http/v1/routes.ts'
import { textOf } from '../support/read-html.ts'
import { expectHarmless } from '../support/expect-harmless.ts'
import { PANEL_CRITERION } from '../support/panels-in-world.ts'
import { SAMPLES } from '../support/requests-by-route.ts'
import { talkTo, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { buildWorld, type KnownProfile, type World } from '../support/world.ts'

const ATTACK = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
/** For fields that are shorter than that. */
const SHORT = `"><img src=x onerror=alert(1)>`

let world: World
let app: TestApp
let talk: Talk
let cookie: string
const planted = new Set<string>()

beforeAll(async () => {
  world = await buildWorld()
  app = await startTestApp({}, world.copy())
  talk = await talkTo(app.app)
  cookie = `profilverkstad=${world.visitors.find(({ name }) => name === 'administrator of everything')?.secret}`
  await plantEverywhere()
}, 30_000)
afterAll(async () => {
  await talk.close()
  await app.close()
  world.remove()
})

/** Every route that takes a text is given the attack in every field that accepts it; what ends something comes last. */
async function plantEverywhere(): Promise<void> {
  const isLate = (id: string) => ['importProfile', 'publishEdition'].indexOf(id)
  const taking = ROUTES.filter(({ body, access }) => body && access !== 'anyone').toSorted(
    (a, b) => isLate(a.id) - isLate(b.id),
  )
  for (const { id, method, path, body = '' } of taking) {
    for (const profile of world.profiles.filter(({ status }) => status !== 'published')) {
      const { params, body: sample } = SAMPLES[id]?.(world, profile) ?? {}
      const sent = await poisoned(body, sample, profile)
      const named: Readonly<Record<string, string>> = { slug: profile.slug, ...params }
      const address = path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => named[name] ?? '')
      const headers = { cookie, 'if-match': `"r${await revision(profile)}"` }
      const { status } = await talk.ask({
        method: method.toUpperCase(),
        path: `/api/v1${address}`,
        headers,
        body: sent.body,
      })
      if (status < 300) for (const field of sent.fields) planted.add(`${body}${field}`)
    }
  }
}

/** The body with the attack wherever it is still what its schema says; what an amendment has seen stays as it is. */
async function poisoned(schema: string, sample: unknown, profile: KnownProfile) {
  let body = structuredClone(sample)
  const fields: string[] = []
  for (const pointer of stringsIn(body)) {
    if (/\/(?:id|parentId|from|slug|format|password|current)$/u.test(pointer)) continue
    for (const attack of [ATTACK, SHORT]) {
      const tried = await current(replaced(body, pointer.split('/').slice(1), attack), profile)
      if (!isTaken(schema, tried)) continue
      body = tried
      fields.push(pointer)
      break
    }
  }
  return { body, fields }
}

/** A file to import is held to its own schema when it is read. */
function isTaken(schema: string, body: unknown): boolean {
  const isFile = schema === 'import-profile'
  const faults = isFile ? faultsOf('profile-file', (body as { file: unknown }).file) : []
  return [...faults, ...faultsOf(`requests/${schema}`, body)].length === 0
}

/** An amendment names what stands there, which an earlier one may have changed. */
async function current(body: unknown, { id }: KnownProfile): Promise<unknown> {
  const title = (body as { title?: { from?: unknown } }).title
  if (typeof title?.from !== 'string' || title.from === 'Förflyttning') return body
  const draft = await app.storage.read(({ drafts }) => drafts.find(id))
  return replaced(body, ['title', 'from'], draft?.profile.title)
}

function stringsIn(node: unknown, at = ''): string[] {
  if (typeof node === 'string') return [at]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => stringsIn(value, `${at}/${key}`))
}

function replaced(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const within = (node as Record<string, unknown>)[key]
  if (Array.isArray(node))
    return node.map((each, index) => (String(index) === key ? replaced(each, rest, value) : each))
  return { ...(node as object), [key]: replaced(within, rest, value) }
}

async function revision({ id }: KnownProfile): Promise<number> {
  return (await app.storage.read(({ drafts }) => drafts.revision(id))) ?? 0
}

test('the attack has been taken in as the text that it is, by every kind of request that holds texts', () => {
  const kinds = new Set([...planted].map((field) => field.split('/')[0] ?? ''))
  expect(kinds).toEqual(
    new Set([
      'add-criterion',
      'add-group',
      'add-module',
      'add-outcome',
      'add-suitability-item',
      'add-word',
      'amend-account',
      'amend-criterion',
      'amend-group',
      'amend-module',
      'amend-outcome',
      'amend-person',
      'amend-profile',
      'amend-suitability-item',
      'amend-text',
      'amend-word',
      'amend-workshop',
      'change-settings',
      'close-review',
      'compose-panel',
      'create-profile',
      'explain-change',
      'import-profile',
      'invite-person',
      'move-item',
      'name-organisation',
      'plan-meeting',
      'plan-workshop',
      'publish-edition',
      'publish-review',
      'recuse-member',
      'rule-on-row',
      'say-to-all',
      'settle-remark',
    ]),
  )
  expect(planted.size).toBeGreaterThan(50)
})

const PAGES = [
  '/',
  '/profiler/drafted',
  '/profiler/drafted/versioner',
  '/profiler/drafted/9.0.0',
  '/profiler/revised',
  '/profiler/revised/versioner',
  '/profiler/revised/9.0.0/jamfor/1.0.0',
  '/v/revised/9.0.0',
  '/profiler/panel-approved/2.0.0/beslut',
  `/profiler/panel-approved/2.0.0/kedja/${PANEL_CRITERION}`,
  '/konto/uppgifter',
  '/integritet',
  '/sa-arbetar-vi',
  '/tillganglighet',
  '/logga-in',
  '/api',
  '/problems/not-found',
]

describe.each(
  PAGES.flatMap((page) => [page, `/en${page === '/' ? '/' : page}`]).filter((page) => page !== '/en/api'),
)('%s', (path) => {
  test('holds the attack as nothing but text', async () => {
    const { status, text } = await read(path)
    expect(status).toBe(200)
    expectHarmless(text)
  })
})

test('the register’s page about a person holds it as nothing but text', async () => {
  const { status, text } = await read(`/administration/personer/${world.target.id}/uppgifter`)
  expect(status).toBe(200)
  expectHarmless(text)
  expect(textOf(text)).toContain(ATTACK)
})

test('what was planted is really there to be read', async () => {
  for (const path of ['/profiler/drafted', '/profiler/revised/9.0.0', '/konto/uppgifter'])
    expect(textOf((await read(path)).text)).toContain('<script>alert(1)</script>')
  expect(textOf((await read('/')).text)).toContain('onerror=alert(1)')
})

test.each([
  ['GET', `/profiler/${encodeURIComponent(ATTACK)}`],
  ['GET', `/profiler/revised/${encodeURIComponent(ATTACK)}`],
  ['GET', `/profiler/revised/9.0.0/jamfor/${encodeURIComponent(ATTACK)}`],
  ['GET', `/v/${encodeURIComponent(ATTACK)}/1.0.0`],
  ['GET', `/profiler/panel-approved/${encodeURIComponent(ATTACK)}/beslut`],
  ['GET', `/profiler/panel-approved/2.0.0/kedja/${encodeURIComponent(ATTACK)}`],
  ['GET', `/panel/${encodeURIComponent(ATTACK)}`],
  ['GET', `/problems/${encodeURIComponent(ATTACK)}`],
  ['GET', `/logga-in/${encodeURIComponent(ATTACK)}`],
  ['POST', `/logga-in/${encodeURIComponent(ATTACK)}`],
  ['GET', `/${encodeURIComponent(ATTACK)}`],
  ['GET', `/en/${encodeURIComponent(ATTACK)}?${encodeURIComponent(ATTACK)}=${encodeURIComponent(ATTACK)}`],
  ['GET', `/?sida=${encodeURIComponent(ATTACK)}`],
  ['GET', `/profiler/revised?visa=${encodeURIComponent(ATTACK)}`],
  ['GET', `/logga-in/oidc/svar?error=${encodeURIComponent(ATTACK)}&state=${encodeURIComponent(ATTACK)}`],
  ['GET', `/schemas/v1/${encodeURIComponent(ATTACK)}`],
  ['GET', `/logo/${encodeURIComponent(ATTACK)}`],
])('%s %s is not echoed', async (method, path) => {
  const { headers, text } = await talk.ask({ method, path, headers: { accept: 'text/html', cookie } })
  expect(headers['content-security-policy']).toContain("default-src 'self'")
  expectHarmless(text)
})

test.each(['email', 'password', ATTACK])(
  'a form’s field %s comes back as nothing but text',
  async (field) => {
    for (const path of ['/logga-in', '/logga-in/losenord', '/en/logga-in']) {
      const body = new URLSearchParams({ email: ATTACK, password: ATTACK, [field]: ATTACK }).toString()
      const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }
      expectHarmless((await talk.ask({ method: 'POST', path, headers, body })).text)
    }
  },
)

test.each(
  ROUTES.filter(({ method, answer }) => method === 'get' && answer.mediaType !== 'text/event-stream').map(
    (route) => [route.id, route] as const,
  ),
)('%s is no page, whatever it holds', async (id, route) => {
  const profile = world.profiles.find(({ slug }) => slug === 'revised')
  const { params, query = '' } = (profile && SAMPLES[id]?.(world, profile)) ?? {}
  const named: Readonly<Record<string, string>> = { slug: 'revised', ...params }
  const path = route.path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => named[name] ?? '')
  const headers = { accept: 'text/html', cookie }
  const answer = await talk.ask({ method: 'GET', path: `/api/v1${path}${query}`, headers })
  expect(answer.headers['content-type']).toMatch(
    /^application\/(?:problem\+|pdf|json|x-ndjson)|^text\/calendar/u,
  )
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})

function read(path: string) {
  return talk.ask({ method: 'GET', path, headers: { accept: 'text/html', cookie } })
}

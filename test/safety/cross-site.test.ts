import { ROUTES } from '../../server/http/v1/routes.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { handOverLink } from '../../server/usecases/people/sign-in-link.ts'
import { SAMPLES } from '../support/requests-by-route.ts'
import { talkTo, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { buildWorld, cookieOfWhoever, type World } from '../support/world.ts'

/* Another website's page makes the browser of somebody who is signed in ask; the browser says where it comes from. */

let world: World
let app: TestApp
let talk: Talk
let cookie: string
beforeAll(async () => {
  world = await buildWorld()
  app = await startTestApp({}, world.copy())
  talk = await talkTo(app.app)
  cookie = `profilverkstad=${world.visitors.find(({ name }) => name === 'administrator of everything')?.secret}`
})
afterAll(async () => {
  await talk.close()
  await app.close()
  world.remove()
})

const FOREIGN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'another site': { 'sec-fetch-site': 'cross-site' },
  'a neighbour under the same name': { 'sec-fetch-site': 'same-site', origin: 'http://annan.localhost' },
  'another origin': { origin: 'https://annan.example' },
  'another port': { origin: 'http://127.0.0.1:1' },
  'an origin that is hidden': { origin: 'null' },
  'an origin that is none': { origin: 'nonsense' },
  'an origin that begins like ours': { origin: 'http://127.0.0.1.annan.example' },
}

const writing = ROUTES.filter(({ method }) => method !== 'get').map((route) => [route.id, route] as const)

test.each(writing)('%s is not done for another site', async (id, route) => {
  const profile = world.profiles.find(({ status }) => status === 'revised')
  const { params, body } = (profile && SAMPLES[id]?.(world, profile)) ?? {}
  const named: Readonly<Record<string, string>> = { slug: 'revised', ...params }
  const path = `/api/v1${route.path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => named[name] ?? '')}`
  const before = await head()
  for (const [whence, said] of Object.entries(FOREIGN)) {
    const headers = {
      cookie: cookieOfWhoever(world, route.access),
      'if-match': `"r${profile?.revision}"`,
      ...said,
    }
    const { code } = await talk.ask({
      method: route.method.toUpperCase(),
      path,
      headers,
      ...(body !== undefined && { body }),
    })
    expect([whence, code]).toEqual([whence, 'cross-site'])
  }
  expect(await head()).toEqual(before)
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
  'a form of another site cannot send %j as JSON, in a browser that says nothing',
  async (type) => {
    const before = await head()
    for (const [id, route] of writing.filter(([, { body }]) => body !== undefined)) {
      const profile = world.profiles.find(({ status }) => status === 'revised')
      const { params, body } = (profile && SAMPLES[id]?.(world, profile)) ?? {}
      const named: Readonly<Record<string, string>> = { slug: 'revised', ...params }
      const path = `/api/v1${route.path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => named[name] ?? '')}`
      const headers = {
        cookie: cookieOfWhoever(world, route.access),
        'if-match': '"r0"',
        'content-type': type,
      }
      const { code } = await talk.ask({
        method: route.method.toUpperCase(),
        path,
        headers,
        body: JSON.stringify(body),
      })
      expect([id, code]).toEqual([id, 'media-type-unsupported'])
    }
    expect(await head()).toEqual(before)
  },
)

describe('the forms of our own pages', () => {
  const link = async () => {
    const { token } = await handOverLink(app.context.deps, THE_PROGRAM, { personId: world.target.id })
    return `/logga-in/${token}`
  }
  const FORMS: Readonly<Record<string, () => Promise<string> | string>> = {
    'signing in by a link': link,
    'the same in English': async () => `/en${await link()}`,
    'asking for a link': () => '/logga-in',
    'signing in by password': () => '/logga-in/losenord',
    'signing out': () => '/logga-ut',
    'signing out in English': () => '/en/logga-ut',
  }

  test.each(Object.entries(FORMS))('%s is not done for another site', async (_, form) => {
    const path = await form()
    const before = await head()
    const body = 'email=karin%40exempel.se&password=en-mening'
    for (const [whence, said] of Object.entries(FOREIGN)) {
      const headers = {
        cookie,
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        ...said,
      }
      const answer = await talk.ask({ method: 'POST', path, headers, body })
      expect([whence, answer.status, answer.headers['set-cookie']]).toEqual([whence, 403, undefined])
    }
    expect(await head()).toEqual(before)
  })

  test('a link still opens afterwards for its owner: nobody else’s page has used it up', async () => {
    const path = await link()
    await talk.ask({ method: 'POST', path, headers: { 'sec-fetch-site': 'cross-site' } })
    const { status, headers } = await talk.ask({
      method: 'POST',
      path,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect([status, headers['set-cookie']?.[0]]).toEqual([
      303,
      expect.stringMatching(/^profilverkstad=[\w-]{43};/u),
    ])
  })

  test('nothing but opening a page is done by GET, and a session outlives it', async () => {
    for (const path of ['/logga-ut', '/en/logga-ut', '/logga-in/losenord'])
      expect([404, 405, 410]).toContain((await talk.ask({ method: 'GET', path, headers: { cookie } })).status)
    expect((await talk.ask({ method: 'GET', path: '/api/v1/account', headers: { cookie } })).status).toBe(200)
  })
})

describe('a cookie', () => {
  const enter = async (settings: Parameters<typeof startTestApp>[0]) => {
    const there = await startTestApp(settings, world.copy())
    const { token } = await handOverLink(there.context.deps, THE_PROGRAM, { personId: world.target.id })
    const talked = await talkTo(there.app)
    const answers = [
      await talked.ask({ method: 'POST', path: '/api/v1/session', body: { token } }),
      await talked.ask({
        method: 'POST',
        path: `/logga-in/${(await handOverLink(there.context.deps, THE_PROGRAM, { personId: world.target.id })).token}`,
      }),
    ]
    await talked.close()
    await there.close()
    expect(answers.map(({ status }) => status)).toEqual([201, 303])
    return answers.flatMap(({ headers }) => headers['set-cookie'] ?? [])
  }

  /** The one that scripts may read says who is here, to pages that open without a network, and opens nothing. */
  const isToBeRead = (set: string) => /^(?:__Host-)?profilverkstad-person=[0-9a-f-]{36};/u.test(set)

  test('that scripts may read says who somebody is, and opens nothing', async () => {
    const readable = (await enter({ baseUrl: 'http://localhost:3000' })).filter(isToBeRead)
    expect(readable).toHaveLength(2)
    for (const set of readable) {
      expect(set).toMatch(/=[0-9a-f-]{36}; Max-Age=\d+; Path=\/; Expires=[^;]+; SameSite=Lax$/u)
      const { code } = await talk.ask({ method: 'GET', path: '/api/v1/account', headers: { cookie: set.split(';')[0] ?? '' } }) // prettier-ignore
      expect(code).toBe('not-signed-in')
    }
  })

  test('is out of reach of scripts, of other sites’ requests, and of all but this program', async () => {
    for (const set of (await enter({ baseUrl: 'http://localhost:3000' })).filter(
      (each) => !isToBeRead(each),
    )) {
      expect(set).toMatch(
        /^profilverkstad(?:-mail)?=[\w-]*; (?:Max-Age=\d+; )?Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/u,
      )
    }
  })

  test('behind TLS it keeps to this host and to TLS', async () => {
    for (const set of await enter({ baseUrl: 'https://profil.example' })) {
      expect([isToBeRead(set), set.includes('; HttpOnly; ')]).toContain(true)
      expect(set).toMatch(
        /^__Host-profilverkstad(?:-mail|-person)?=[\w-]*; (?:Max-Age=\d+; )?Path=\/; Expires=[^;]+; (?:HttpOnly; )?Secure; SameSite=Lax$/u,
      )
      expect(set).not.toContain('Domain')
    }
  })

  test('behind TLS, one that came without is nobody’s: another program of the host may have planted it', async () => {
    const there = await startTestApp({ baseUrl: 'https://profil.example' }, world.copy())
    const talked = await talkTo(there.app)
    const { code } = await talked.ask({ method: 'GET', path: '/api/v1/account', headers: { cookie } })
    expect(code).toBe('not-signed-in')
    await talked.close()
    await there.close()
  })
})

describe('what another site’s script may read', () => {
  test.each([
    '/api/v1/profiles',
    '/api/v1/account',
    '/api/v1/openapi.json',
    '/',
    '/konto/uppgifter',
    '/schemas/v1/role.schema.json',
  ])('%s: nothing', async (path) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await talk.ask({
        method,
        path,
        headers: {
          cookie,
          origin: 'https://annan.example',
          'access-control-request-method': 'PUT',
          'access-control-request-headers': 'content-type',
        },
      })
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
  })
})

function head(): Promise<unknown> {
  return app.storage.read(({ log }) => log.head())
}

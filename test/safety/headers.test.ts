import { connect } from 'node:net'
import { ROUTES } from '../../server/http/v1/routes.ts'
import { SAMPLES } from '../support/requests-by-route.ts'
import { talkTo, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { buildWorld, type World } from '../support/world.ts'

let world: World
let app: TestApp
let talk: Talk
let cookie: string
beforeAll(async () => {
  world = await buildWorld()
  app = await startTestApp({ baseUrl: 'http://profil.example' }, world.copy())
  talk = await talkTo(app.app)
  cookie = `profilverkstad=${world.visitors.find(({ name }) => name === 'administrator of everything')?.secret}`
})
afterAll(async () => {
  await talk.close()
  await app.close()
  world.remove()
})

const addressOf = (id: string, path: string) => {
  const profile = world.profiles.find(({ status }) => status === 'revised')
  const { params } = (profile && SAMPLES[id]?.(world, profile)) ?? {}
  const named: Readonly<Record<string, string>> = { slug: 'revised', ...params }
  return `/api/v1${path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => named[name] ?? '')}`
}

describe('a method', () => {
  const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override']

  test('is the one that the request has, whatever else it says', async () => {
    const before = await head()
    for (const name of OVERRIDES) {
      const path = `/api/v1/people/${world.target.id}?_method=DELETE`
      const { status } = await talk.ask({ method: 'GET', path, headers: { cookie, [name]: 'DELETE' } })
      expect(status).toBe(200)
    }
    const { text } = await talk.ask({
      method: 'GET',
      path: `/api/v1/people/${world.target.id}`,
      headers: { cookie },
    })
    expect(JSON.parse(text)).toMatchObject({ id: world.target.id })
    expect(await head()).not.toEqual(before) // that a person was read is noted
  })

  const onlyWritten = ROUTES.filter(
    ({ path }) => !ROUTES.some((each) => each.path === path && each.method === 'get'),
  )
  test.each(onlyWritten.map(({ id, path }) => [id, path]))(
    '%s is not done by asking for its head',
    async (id, path) => {
      const before = await head()
      for (const method of ['HEAD', 'GET', 'OPTIONS', 'TRACE', 'PROPFIND', 'LINK']) {
        const { status } = await talk.ask({
          method,
          path: addressOf(id, path),
          headers: { cookie, 'if-match': '"r0"' },
        })
        expect([method, status]).toEqual([method, 405])
      }
      expect(await head()).toEqual(before)
    },
  )

  test('the head of what nobody may read is refused as the whole is', async () => {
    for (const path of ['/api/v1/people', '/api/v1/log/file', '/api/v1/profiles/drafted/draft'])
      expect((await talk.ask({ method: 'HEAD', path })).status).toBe(401)
  })
})

describe('what an answer is headed with', () => {
  test.each([
    ['/api/v1/account/data', 'mina-uppgifter.json'],
    [`/api/v1/log/file`, 'logg.ndjson'],
    ['/api/v1/profiles/revised/editions/1.0.0/file', 'revised-1.0.0.json'],
    ['/api/v1/profiles/revised/draft/file', 'revised.json'],
  ])('%s is saved as %s', async (path, name) => {
    const { headers } = await talk.ask({ method: 'GET', path, headers: { cookie } })
    expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`)
  })

  test('a line break in an address is none in an answer', async () => {
    const path = '/api/v1/profiles/revised/editions/1.0.0%22%0d%0aset-cookie:x=y/file'
    const { headers, status } = await talk.ask({ method: 'GET', path, headers: { cookie } })
    expect([status, headers['set-cookie'], headers['content-disposition']]).toEqual([
      404,
      undefined,
      undefined,
    ])
  })

  test.each(['a\r\nset-cookie: a=b', 'å".json', '../../x', 'y\u0000', '=cmd|calc'])(
    'a profile called %j gets a plain address, and its file a plain name',
    async (title) => {
      const made = await talk.ask({
        method: 'POST',
        path: '/api/v1/profiles',
        headers: { cookie },
        body: { title },
      })
      const { location = '' } = made.headers
      expect(location).toMatch(/^\/api\/v1\/profiles\/[a-z0-9-]+$/u)
      const file = await talk.ask({ method: 'GET', path: `${location}/draft/file`, headers: { cookie } })
      expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9-]+\.json"$/u)
      expect(file.headers['set-cookie']).toBeUndefined()
    },
  )

  test.each(['annan.example', 'annan.example/x', 'localhost:1@annan.example'])(
    'what asks for the host %s gets no address of that',
    async (host) => {
      const said = {
        cookie,
        accept: 'text/html',
        host,
        'x-forwarded-host': host,
        'x-forwarded-proto': 'https',
        forwarded: `host=${host}`,
      }
      for (const path of [
        '/',
        '/profiler/revised',
        '/v/revised/1.0.0',
        '/api/v1/api-info',
        '/api/v1/openapi.json',
        '/konto/uppgifter',
      ]) {
        const { text, headers } = await talk.ask({ method: 'GET', path, headers: said })
        expect([
          path,
          text.includes('annan.example'),
          String(headers.location).includes('annan.example'),
        ]).toEqual([path, false, false])
      }
      const link = await talk.ask({
        method: 'POST',
        path: `/api/v1/people/${world.target.id}/sign-in-links`,
        headers: said,
      })
      expect((JSON.parse(link.text) as { address: string }).address).toMatch(
        /^http:\/\/profil\.example\/logga-in\//u,
      )
    },
  )

  test.each(['a'.repeat(500), '<script>', 'a b', 'å'])('a request’s id of %s is not repeated', async (id) => {
    const { headers } = await talk.ask({
      method: 'GET',
      path: '/api/v1/profiles',
      headers: { 'x-request-id': Buffer.from(id).toString('latin1') },
    })
    expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/u)
  })

  test('every kind of answer says what may be loaded, and that nothing is to be guessed or framed', async () => {
    for (const path of [
      '/',
      '/api',
      '/api/v1/profiles',
      '/api/v1/borta',
      '/borta',
      '/logga-in',
      '/verkstad',
      '/assets/borta',
      '/healthz',
      '/metrics',
    ]) {
      const { headers } = await talk.ask({ method: 'GET', path, headers: { accept: 'text/html' } })
      const policy = headers['content-security-policy']
      expect([
        path,
        headers['x-content-type-options'],
        headers['x-frame-options'],
        headers['x-powered-by'],
      ]).toEqual([path, 'nosniff', 'SAMEORIGIN', undefined])
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe-|\*|https?:/u)
    }
  })
})

test('nobody is let over to another protocol: there are no sockets here but streams of events', async () => {
  for (const upgrade of ['websocket', 'h2c', 'TLS/1.3']) {
    const headers = {
      upgrade,
      connection: 'keep-alive',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      'sec-websocket-version': '13',
    }
    expect((await talk.ask({ method: 'GET', path: '/api/v1/profiles', headers })).status).toBe(200)
    const answer = await raw(
      `GET /api/v1/profiles HTTP/1.1\r\nHost: localhost\r\nUpgrade: ${upgrade}\r\nConnection: Upgrade, close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200|400)/u)
  }
})

/** What comes back when those very bytes are sent. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(talk.port, '127.0.0.1', () => socket.write(text))
    let answered = ''
    socket.on('data', (chunk) => (answered += chunk.toString()))
    socket.on('close', () => resolve(answered))
    socket.on('error', reject)
  })
}

describe('two requests in one', () => {
  test.each([
    [
      'both a length and pieces',
      'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/log HTTP/1.1\r\n\r\n',
    ],
    ['two lengths', 'Content-Length: 0\r\nContent-Length: 30\r\n\r\nGET /api/v1/log HTTP/1.1\r\n\r\n'],
    ['a length that is none', 'Content-Length: +4\r\n\r\nabcd'],
    ['a header over two lines', 'X-A: a\r\n b: c\r\n\r\n'],
    ['a header with a space', 'Content-Length : 4\r\n\r\nabcd'],
    ['a line break alone', 'X-A: a\nX-B: b\r\n\r\n'],
  ])('with %s are refused', async (_, rest) => {
    const answer = await raw(
      `POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${rest}`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 (?:400|415)/u)
    expect(answer.match(/HTTP\/1\.1/gu)).toHaveLength(1)
  })
})

function head(): Promise<unknown> {
  return app.storage.read(({ log }) => log.head())
}

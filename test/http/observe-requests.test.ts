import { once } from 'node:events'
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { Router } from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { observeRequests } from '../../server/http/observe-requests.ts'
import { giveRequestId } from '../../server/http/request-id.ts'
import type { Observed } from '../../server/metrics.ts'
import { ProblemError } from '../../server/problems.ts'

type Line = Readonly<Record<string, unknown>>

/** A small program like ours: an API, pages in two languages, assets. What it observes is what the test looks at. */
function watchedApp(level = 'info') {
  const lines: Line[] = []
  const observed: Observed[] = []
  const log = pino({ level }, { write: (line: string) => void lines.push(JSON.parse(line) as Line) })
  const api = Router({ caseSensitive: true, strict: true })
  api.get('/profiles/:slug', (_request, response) => void response.json({}))
  api.get('/profiles/:slug/broken', async () => {
    await Promise.resolve()
    throw new ProblemError('internal-error')
  })
  api.all('/profiles/:slug', () => {
    throw new ProblemError('method-not-allowed')
  })
  api.get('/slow', () => {})
  api.get('/events', (_request, response) => {
    response.type('text/event-stream').write('data: 1\n\n')
  })
  const pages = Router()
  pages.get('/logga-in/:token', (_request, response) => void response.send('sign in'))
  const app = express()
    .use(giveRequestId)
    .use(observeRequests({ observe: (one) => observed.push(one) }, log))
    .get('/healthz', (_request, response) => void response.send('ok'))
    .use('/api/v1', api)
    .use('/assets', (_request, response) => void response.send('asset'))
    .get(/^\/verkstad(?:\/|$)/u, (_request, response) => void response.send('workshop'))
    .use('/en', pages)
    .use('/', pages)
    .use(() => {
      throw new ProblemError('not-found')
    })
    .use(((error: ProblemError, _request, response, _next) => {
      response.status(error.status).end()
    }) satisfies express.ErrorRequestHandler)
  return { app, lines, observed }
}

test.each([
  ['GET', '/api/v1/profiles/personlig-assistent', '/api/v1/profiles/{slug}', 200],
  ['GET', '/api/v1/profiles/personlig-assistent?name=Karin', '/api/v1/profiles/{slug}', 200],
  ['GET', '/API/V1/profiles/x', '/api/v1/profiles/{slug}', 200],
  ['PUT', '/api/v1/profiles/x', '/api/v1/profiles/{slug}', 405],
  ['GET', '/api/v1/profiles/x/broken', '/api/v1/profiles/{slug}/broken', 500],
  ['GET', '/api/v1/nowhere/198112189876', 'other', 404],
  ['GET', '/logga-in/SECRET', '/logga-in/{token}', 200],
  ['GET', '/en/logga-in/SECRET', '/en/logga-in/{token}', 200],
  ['GET', '/english', 'other', 404],
  ['GET', '/verkstad/profiler/x', '/verkstad', 200],
  ['GET', '/SECRET/karin@example.se', 'other', 404],
  ['GET', '/%E0%A4%A', 'other', 404],
] as const)('%s %s is told of as %s, %i', async (method, address, route, status) => {
  const { app, lines, observed } = watchedApp()
  await request(app)[method === 'PUT' ? 'put' : 'get'](address)
  const ms: unknown = expect.any(Number)
  expect(observed).toEqual([{ method, route, status, ms }])
  expect(lines).toMatchObject([{ level: 30, msg: 'request', method, route, status, ms }])
})

test('a line holds the request’s id and nothing about a person', async () => {
  const { app, lines } = watchedApp()
  const { headers } = await request(app)
    .get('/logga-in/SECRET?email=karin@example.se')
    .set('cookie', 'profilverkstad=COOKIE')
    .set('user-agent', 'Karins telefon')
    .set('referer', 'https://example.se/karin')
    .set('x-forwarded-for', '203.0.113.9')
  const [line = {}] = lines
  expect(Object.keys(line).sort()).toEqual(
    ['level', 'time', 'pid', 'hostname', 'requestId', 'method', 'route', 'status', 'ms', 'msg'].sort(),
  )
  expect(line.requestId).toBe(headers['x-request-id'])
  expect(JSON.stringify(line)).not.toMatch(/SECRET|COOKIE|karin|203\.0\.113\.9|127\.0\.0\.1/iu)
})

test.each(['/assets/a.js', '/healthz'])(
  '%s is told of to those only who want to know everything',
  async (address) => {
    const [usual, curious] = [watchedApp('info'), watchedApp('debug')]
    await request(usual.app).get(address)
    await request(curious.app).get(address)
    expect(usual.lines).toEqual([])
    expect(usual.observed).toHaveLength(1)
    expect(curious.lines).toHaveLength(1)
  },
)

describe('whoever leaves early', () => {
  let server: Server
  afterEach(() => void server.close())

  async function leave(address: string) {
    const watched = watchedApp()
    server = createServer((incoming, response) => {
      watched.app(incoming, response)
      response.once('close', () => server.emit('left'))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const arrived = once(server, 'request')
    const asked = get({ port: (server.address() as AddressInfo).port, path: address }).on('error', () => {})
    asked.on('response', (response) => response.on('error', () => {}).resume())
    await arrived
    const left = once(server, 'left')
    if (address.endsWith('events')) await once(asked, 'response')
    asked.destroy()
    await left
    return watched
  }

  test('is told of as one who left', async () => {
    const { lines, observed } = await leave('/api/v1/slow')
    expect(lines).toMatchObject([{ route: '/api/v1/slow', status: 'aborted' }])
    expect(observed).toMatchObject([{ route: '/api/v1/slow', status: 'aborted' }])
  })

  test('is no matter where one listens until one leaves, and says nothing of how quick answers are', async () => {
    const { lines, observed } = await leave('/api/v1/events')
    expect(lines).toMatchObject([{ route: '/api/v1/events', status: 200 }])
    expect(observed).toEqual([])
  })
})

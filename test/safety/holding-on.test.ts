import { once } from 'node:events'
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { serve, type Serving } from '../../server/serve.ts'
import { buildProfile } from '../support/build-profile.ts'
import { depsOn, draft } from '../support/published.ts'
import { ask } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/* A real server that listens, and connections that are held on to. Others are answered all the while. */

let app: TestApp
let serving: Serving
let agent: Agent
const open: (Socket | ClientRequest)[] = []
beforeEach(async () => {
  app = await startTestApp({ port: 0 })
  await draft(depsOn(app.storage), buildProfile())
  serving = await serve(app.context, { headersMs: 200, requestMs: 400, lookEveryMs: 50 })
  agent = new Agent({ keepAlive: false })
})
afterEach(async () => {
  for (const each of open.splice(0)) each.destroy()
  agent.destroy()
  await serving.stop(100)
})

const others = async () =>
  (await ask(agent, serving.port, { method: 'GET', path: '/api/v1/profiles' })).status

async function say(text: string): Promise<Socket> {
  const socket = connect(serving.port, '127.0.0.1')
  open.push(socket)
  await once(socket, 'connect')
  socket.write(text)
  return socket
}

async function allThatIsSaidTo(socket: Socket): Promise<string> {
  let said = ''
  socket.on('data', (chunk) => (said += chunk.toString()))
  await once(socket, 'close')
  return said
}

const HEAD = 'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

test.each<[string, string]>([
  ['says nothing', ''],
  ['never ends its headers', 'GET /api/v1/profiles HTTP/1.1\r\nHost: localhost\r\nX-A: '],
  ['never begins its body', `${HEAD}Content-Length: 100\r\n\r\n`],
  ['never ends its body', `${HEAD}Content-Length: 100\r\n\r\n{"token": "`],
  ['never ends its pieces', `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{"tok\r\n`],
])(
  '200 connections on which somebody %s are told so and let go, and others are answered',
  async (_, text) => {
    const held = await Promise.all(Array.from({ length: 200 }, () => say(text)))
    const ends = held.map(allThatIsSaidTo)
    expect(await others()).toBe(200)
    const said = await Promise.all(ends)
    expect(said.filter((each) => !each.startsWith('HTTP/1.1 408'))).toEqual([])
    expect(await others()).toBe(200)
  },
)

test.each<[string, string]>([
  ['a header of 20,000 letters', `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['an address of 20,000 letters', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
  [
    'a cookie of 20,000 letters',
    `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a=${'a'.repeat(20_000)}\r\n\r\n`,
  ],
  [
    'five thousand headers',
    `GET / HTTP/1.1\r\nHost: localhost\r\n${Array.from({ length: 5_000 }, (_, one) => `X-${one}: a\r\n`).join('')}\r\n`,
  ],
])('%s are refused as too large', async (_, text) => {
  const socket = await say(text)
  expect(await allThatIsSaidTo(socket)).toMatch(/^HTTP\/1\.1 431 /u)
  expect(await others()).toBe(200)
})

test.each<[string, string]>([
  ['no HTTP', 'hello\r\n\r\n'],
  ['a version that there is not', 'GET / HTTP/9.9\r\n\r\n'],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['bytes', '\u0000\u0001\u0016\u0003\r\n\r\n'],
])('%s is no request', async (_, text) => {
  expect(await allThatIsSaidTo(await say(text))).toMatch(/^HTTP\/1\.1 (?:400|505) /u)
  expect(await others()).toBe(200)
})

describe('1,000 streams of events that one person opens', () => {
  const path = '/api/v1/profiles/testare/draft/announcements'

  async function listen(cookie: string): Promise<{ answer: IncomingMessage; leave: () => void }> {
    const asking = request({ port: serving.port, host: '127.0.0.1', path, headers: { cookie }, agent: false })
    asking.on('error', () => undefined)
    open.push(asking)
    asking.end()
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    answer.on('error', () => undefined)
    return { answer, leave: () => asking.destroy() }
  }

  test('are fifty, and the others are told to wait; somebody else listens all the same', async () => {
    const [karin, nils] = [await app.cookie('Karin'), await app.cookie('Nils')]
    const streams: Awaited<ReturnType<typeof listen>>[] = []
    for (let round = 0; round < 10; round++)
      streams.push(...(await Promise.all(Array.from({ length: 100 }, () => listen(karin)))))
    const statuses = streams.map(({ answer }) => answer.statusCode)
    expect([
      statuses.filter((status) => status === 200).length,
      statuses.filter((status) => status === 429).length,
    ]).toEqual([50, 950])
    const refused = streams.find(({ answer }) => answer.statusCode === 429)
    expect(Number(refused?.answer.headers['retry-after'])).toBeGreaterThan(0)
    expect((await listen(nils)).answer.statusCode).toBe(200)
    expect(await others()).toBe(200)
    expect(app.context.announcements.count()).toBe(51)

    for (const { answer, leave } of streams) if (answer.statusCode === 200) leave()
    while (app.context.announcements.count() > 1) await others()
    expect((await listen(karin)).answer.statusCode).toBe(200)
  })
})

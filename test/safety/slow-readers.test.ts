import { once } from 'node:events'
import { connect } from 'node:net'
import type { LogEntry } from '../../schemas/types.ts'
import { serve, type Serving } from '../../server/serve.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { API, grant, invite, linkFor, type Agent } from '../usecases/acquaintances.ts'

/* The whole log, which is longer than the system keeps for a connection, and somebody who takes their time over it. */

const ENTRIES = 6000
let app: TestApp
let serving: Serving
let karin: Agent
let boId: string
let roleId: string
let cookie: string
beforeEach(async () => {
  app = await startTestApp({ port: 0 })
  serving = await serve(app.context)
  karin = await app.signedIn()
  boId = (await invite(karin)).id
  roleId = await grant(karin, boId, 'administrator')
  const token = await linkFor(karin, boId)
  const { headers } = await app.stranger.post(`${API}/session`).send({ token }).expect(201)
  cookie = String(headers['set-cookie']?.[0]).split(';')[0] ?? ''
  const event = { kind: 'change-explained', of: 1, text: 'å'.repeat(2000) } as const
  const entry = { at: '2026-03-01T09:00:00.000Z', actor: null, profileId: null, event }
  await app.storage.write(({ log }) => log.append(Array.from({ length: ENTRIES }, () => entry)))
})
afterEach(() => serving.stop(100))

/** Bo asks for the log and waits before he reads it; gives the numbers of the entries that he gets. */
async function readLater(meanwhile: () => Promise<unknown>): Promise<number[]> {
  const socket = connect(serving.port, '127.0.0.1')
  socket.write(
    `GET ${API}/log/file HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: ${cookie}\r\n\r\n`,
  )
  const [first] = (await once(socket, 'data')) as [Buffer]
  socket.pause()
  await meanwhile()
  const pieces = [first]
  socket.on('data', (piece: Buffer) => pieces.push(piece)).on('error', () => undefined)
  socket.resume()
  await once(socket, 'close')
  const lines = Buffer.concat(pieces).toString().split('\n')
  return lines.flatMap((line) => (/^\{"seq".*\}$/u.test(line) ? [(JSON.parse(line) as LogEntry).seq] : []))
}

test('the log is read to its end by somebody who may, however long they wait', async () => {
  const seqs = await readLater(() => karin.get(`${API}/people`).expect(200))
  expect(seqs).toEqual(seqs.map((_, index) => index + 1))
  expect(seqs.length).toBeGreaterThan(ENTRIES)
})

test('it breaks off when the right to read it is withdrawn', async () => {
  const seqs = await readLater(() => karin.delete(`${API}/people/${boId}/roles/${roleId}`).expect(204))
  expect(seqs.length).toBeLessThan(ENTRIES)
})

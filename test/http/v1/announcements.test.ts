import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Announcement } from '../../../schemas/types.ts'
import { faultsOf } from '../../../server/contract.ts'
import { buildVariedProfile } from '../../support/arbitrary-edits.ts'
import { id } from '../../support/build-profile.ts'
import { depsOn, draft } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let server: Server
let karin: Awaited<ReturnType<TestApp['signedIn']>>
beforeEach(async () => {
  app = await startTestApp()
  await draft(depsOn(app.storage), buildVariedProfile())
  karin = await app.signedIn()
  server = createServer(app.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await app.close()
})

/** A connection that hears, and waits for as many announcements as one asks for. */
async function listen() {
  const { port } = server.address() as AddressInfo
  const cookie = await app.cookie('Bo Ek')
  const response = await new Promise<IncomingMessage>((resolve) => {
    get({ port, path: '/api/v1/profiles/testare/draft/announcements', headers: { cookie } }, resolve)
  })
  const heard: Announcement[] = []
  let waiting: { count: number; go: () => void } | undefined
  response.setEncoding('utf8').on('data', (chunk: string) => {
    for (const [, data] of chunk.matchAll(/^data: (.+)$/gmu)) heard.push(JSON.parse(data!) as Announcement)
    if (waiting && heard.length >= waiting.count) waiting.go()
  })
  return {
    response,
    until: (count: number) =>
      new Promise<Announcement[]>((go) => {
        waiting = { count, go: () => go(heard) }
        if (heard.length >= count) go(heard)
      }),
    ended: new Promise<boolean>((resolve) => response.once('close', () => resolve(response.complete))),
  }
}
const reword = (name: string) =>
  karin
    .patch(`/api/v1/profiles/testare/draft/criteria/${id(name)}`)
    .send({ text: { from: `Visar ${name}.`, to: 'Ny.' } })

test('whoever has the draft open hears where it stands, and then every edit with its author', async () => {
  const { response, until } = await listen()
  expect(response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  expect(await until(1)).toEqual([{ kind: 'listening', revision: 1 }])
  await reword('m1ka').expect(200)
  await reword('m1kb').expect(200)
  const [, first, second] = await until(3)
  expect(first).toMatchObject({
    kind: 'draft-edited',
    revision: 2,
    by: { name: 'Karin Ek' },
    changes: [{ itemId: id('m1ka'), to: 'Ny.' }],
  })
  expect(second).toMatchObject({ revision: 3 })
  expect(faultsOf('announcement', first)).toEqual([])
})

test('a server that stops lets listeners go', async () => {
  const { until, ended } = await listen()
  await until(1)
  app.context.announcements.end()
  expect(await ended).toBe(true)
})

test('an edit that is refused is announced to nobody', async () => {
  const { until } = await listen()
  await karin
    .patch(`/api/v1/profiles/testare/draft/criteria/${id('m1ka')}`)
    .send({ text: { from: 'aldrig', to: 'x' } })
    .expect(409)
  await reword('m1ka').expect(200)
  expect((await until(2)).map(({ kind }) => kind)).toEqual(['listening', 'draft-edited'])
})

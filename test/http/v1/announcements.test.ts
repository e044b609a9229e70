import { once } from 'node:events'
import { createServer, get, request as ask, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Announcement } from '../../../schemas/types.ts'
import type { AppContext } from '../../../server/context.ts'
import { faultsOf } from '../../../server/contract.ts'
import { mountRoutes } from '../../../server/http/mount-routes.ts'
import type { Route } from '../../../server/http/route.ts'
import { liveRoutes } from '../../../server/http/v1/live.ts'
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
  expect(await until(1)).toEqual([{ kind: 'listening', revision: 2 }])
  await reword('m1ka').expect(200)
  await reword('m1kb').expect(200)
  const [, first, second] = await until(3)
  expect(first).toMatchObject({
    kind: 'draft-edited',
    revision: 3,
    by: { name: 'Karin Ek' },
    changes: [{ itemId: id('m1ka'), to: 'Ny.' }],
  })
  expect(second).toMatchObject({ revision: 4 })
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

describe('a listener', () => {
  let alone: Server
  afterEach(async () => {
    alone.closeAllConnections()
    await new Promise((resolve) => alone.close(resolve))
  })

  /** The route alone, on a server of its own; `open` says how many the program believes to be listening. */
  async function serveLive({
    route,
    before,
    method = 'GET',
  }: {
    route: Route
    before?: Route['handle']
    method?: string
  }) {
    const seen = { open: 0 }
    let stopped = () => {}
    const forgotten = new Promise<void>((resolve) => (stopped = resolve))
    const context: AppContext = {
      ...app.context,
      announcements: {
        ...app.context.announcements,
        listen(...listener) {
          const stop = app.context.announcements.listen(...listener)
          seen.open++
          return () => {
            seen.open--
            stop()
            stopped()
          }
        },
      },
    }
    const handle: Route['handle'] = before ?? route.handle
    alone = createServer(express().use(mountRoutes([{ ...route, handle }], context)))
    await new Promise<void>((resolve) => alone.listen(0, '127.0.0.1', resolve))
    const { port } = alone.address() as AddressInfo
    const cookie = await app.cookie('Bo Ek')
    const path = '/profiles/testare/draft/announcements'
    const request = ask({ port, path, method, headers: { cookie } }).end()
    request.on('error', () => undefined) // whoever leaves, leaves
    return { seen, forgotten, request, cookie }
  }

  test('that leaves before the answer begins is forgotten', async () => {
    const [route] = liveRoutes()
    let left = () => {}
    const sent = new Promise<void>((resolve) => (left = resolve))
    const { seen, request } = await serveLive({
      route: route!,
      async before(...asked) {
        const answer = await route!.handle(...asked)
        return {
          ...answer,
          send(response) {
            expect(seen.open).toBe(1)
            response.once('close', () => {
              answer.send?.(response)
              left()
            })
            request.destroy()
          },
        }
      },
    })
    await sent
    expect(seen.open).toBe(0)
  })

  test('hears at every interval that the connection lives, and is forgotten when it is closed', async () => {
    const [route] = liveRoutes(1)
    const { seen, forgotten, request } = await serveLive({ route: route! })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    let heard = ''
    for await (const chunk of response.setEncoding('utf8')) {
      heard += String(chunk)
      if (heard.split(': still here\n\n').length > 3) break
    }
    expect(heard).toMatch(/^data: .+"listening".+\n\n(?:: still here\n\n)+$/u)
    expect(seen.open).toBe(1)
    request.destroy()
    await forgotten
  })

  test('that signs out hears no more', async () => {
    const [route] = liveRoutes(1)
    const { forgotten, request, cookie } = await serveLive({ route: route! })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    await app.stranger.delete('/api/v1/session').set('cookie', cookie).expect(204)
    await once(response.resume(), 'end')
    await forgotten
  })

  test('that asks for the headers only is not kept', async () => {
    const [route] = liveRoutes()
    const { seen, forgotten, request } = await serveLive({ route: route!, method: 'HEAD' })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(200)
    await forgotten
    expect(seen.open).toBe(0)
  })
})

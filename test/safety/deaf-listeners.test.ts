import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { serve, type Serving } from '../../server/serve.ts'
import { buildProfile } from '../support/build-profile.ts'
import { depsOn, draft } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/* Those who have a draft open and do not read what they are told: nothing is kept for them for long, and nothing ends by them. */

let app: TestApp
let serving: Serving
let deaf: Socket
beforeEach(async () => {
  app = await startTestApp({ port: 0 })
  await draft(depsOn(app.storage), buildProfile())
  serving = await serve(app.context)
})
afterEach(async () => {
  deaf.destroy()
  await serving.stop(100)
})

const listening = () => app.context.announcements.count()

/** Listens in a session of its own, and then reads no more. Gives its person's id. */
async function listenAndTurnDeaf(): Promise<string> {
  const cookie = await app.cookie('Karin Ek')
  deaf = connect(serving.port, '127.0.0.1')
  deaf.write(
    `GET /api/v1/profiles/testare/draft/announcements HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`,
  )
  await once(deaf, 'data')
  deaf.pause()
  const people = await app.storage.read((stores) => stores.people.list())
  return people.find(({ name }) => name === 'Karin Ek')?.id ?? ''
}

/** What is said of one change, of about 10 kB. */
function say(): void {
  const by = { id: '0198a000-0000-7000-8000-000000000001', name: 'å'.repeat(5000) }
  app.context.announcements.announce({ kind: 'draft-discarded', slug: 'testare', by })
}

/** Says more than the system keeps for a connection, so that the program has to; gives whether they still listen. */
async function sayMuch(times: number): Promise<boolean> {
  for (let said = 0; said < times && listening() > 0; said++) {
    say()
    if (said % 50 === 0) await new Promise(setImmediate)
  }
  return listening() > 0
}

test('somebody who does not read is let go when a megabyte waits for them', async () => {
  await listenAndTurnDeaf()
  expect(await sayMuch(5000)).toBe(false)
  say()
  expect((await fetch(`http://127.0.0.1:${serving.port}/healthz`)).status).toBe(200)
})

test('what happens after somebody has been shown out is not written to them, read they or not', async () => {
  const personId = await listenAndTurnDeaf()
  for (let said = 0; said < 80; said++) say()
  app.context.announcements.letGo({ personId })
  expect(listening()).toBe(0)
  say()
  expect((await fetch(`http://127.0.0.1:${serving.port}/healthz`)).status).toBe(200)
})

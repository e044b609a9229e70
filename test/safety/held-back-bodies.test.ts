import { once } from 'node:events'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { serve, type Serving } from '../../server/serve.ts'
import type { Account } from '../../schemas/types.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { API, EVERYTHING, grant, invite, linkFor, type Agent } from '../usecases/acquaintances.ts'

/* A request is begun while its sender may, and its body is kept back until they may not any more. */

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
})
afterEach(() => serving.stop(100))

/** Bo asks for something, and has sent all but the last letter of it. */
async function begin(method: string, path: string, body: unknown): Promise<() => Promise<number>> {
  const text = JSON.stringify(body)
  const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  const asked: ClientRequest = request({ port: serving.port, method, path: `${API}${path}`, headers })
  asked.write(text.slice(0, -1))
  await untilItIsRead()
  return async () => {
    asked.end(text.slice(-1))
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    answer.resume()
    return answer.statusCode ?? 0
  }
}

/** Whoever asks after it on a connection of their own is answered after it has been let in. */
async function untilItIsRead(): Promise<void> {
  for (let asked = 0; asked < 5; asked++) await fetch(`http://127.0.0.1:${serving.port}${API}/session`)
}

const rolesOf = async (personId: string) =>
  (await app.storage.read(({ people }) => people.grants(personId))).map(({ role }) => role)

test('an administrator who is one no more cannot make themself one again', async () => {
  const finish = await begin('POST', `/people/${boId}/roles`, { role: 'administrator', scope: EVERYTHING })
  await karin.delete(`${API}/people/${boId}/roles/${roleId}`).expect(204)
  expect(await finish()).toBe(401)
  expect(await rolesOf(boId)).toEqual([])
})

test.each<[string, () => Promise<unknown>]>([
  ['been signed out by an administrator', () => karin.delete(`${API}/people/${boId}/sessions`).expect(204)],
  ['been erased', () => karin.delete(`${API}/people/${boId}`).expect(204)],
])('somebody who has %s changes nothing any more', async (_, end) => {
  const finish = await begin('PATCH', '/account', { name: 'Någon annan' })
  await end()
  expect(await finish()).toBe(401)
  const { people } = (await karin.get(`${API}/people`).expect(200)).body as { people: Account['person'][] }
  expect(people.map(({ name }) => name)).not.toContain('Någon annan')
})

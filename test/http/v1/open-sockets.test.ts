import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import request from 'supertest'
import type { Account } from '../../../schemas/types.ts'
import { buildProfile } from '../../support/build-profile.ts'
import { depsOn, draft } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import {
  API,
  comeIn,
  grant,
  invite,
  linkFor,
  organisation,
  type Agent,
} from '../../usecases/acquaintances.ts'

const PASSWORD = 'sju sköna sjuksköterskor'
let app: TestApp
let server: Server
let admin: Agent
let bo: Agent
let boId: string
let roleId: string
beforeEach(async () => {
  app = await startTestApp()
  await draft(depsOn(app.storage), buildProfile())
  admin = await app.signedIn()
  boId = (await invite(admin)).id
  roleId = await grant(admin, boId, 'editor')
  bo = await comeIn(app, admin, boId)
  server = createServer(app.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await app.close()
})

/** One that keeps no cookies by itself. */
const browser = () => request(app.app)
const cookieIn = ({ headers }: { headers: Record<string, unknown> }) =>
  String((headers['set-cookie'] as string[])[0]).split(';')[0] ?? ''
/** A session of a person's, by its cookie, and a stream of what happens to the draft that is open in it. */
async function openIn(cookie: string) {
  const { port } = server.address() as AddressInfo
  const stream = await new Promise<IncomingMessage>((resolve) => {
    get({ port, path: `${API}/profiles/testare/draft/announcements`, headers: { cookie } }, resolve)
  })
  let heard = ''
  const listening = new Promise<void>((resolve) => {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      heard += chunk
      if (heard.includes('listening')) resolve()
    })
  })
  await listening
  const over = new Promise<string>((resolve) => stream.once('end', () => resolve(heard)))
  return { cookie, stream, over }
}
async function listen(personId: string) {
  const token = await linkFor(admin, personId)
  return openIn(cookieIn(await browser().post(`${API}/session`).send({ token }).expect(201)))
}
const isOpen = ({ stream }: { stream: IncomingMessage }) => !stream.readableEnded && !stream.destroyed
const stillOpens = async (cookie: string) => {
  const { status } = await browser().get(`${API}/profiles/testare/draft`).set('cookie', cookie)
  return status === 200
}

/** What ends somebody's session elsewhere, as the one who does it does it. */
const ENDINGS: [string, () => Promise<unknown>][] = [
  ['when their right is withdrawn', () => admin.delete(`${API}/people/${boId}/roles/${roleId}`).expect(204)],
  ['when an administrator signs them out', () => admin.delete(`${API}/people/${boId}/sessions`).expect(204)],
  ['when they are erased', () => admin.delete(`${API}/people/${boId}`).expect(204)],
  ['when they sign out everywhere else', () => bo.delete(`${API}/account/sessions`).expect(200)],
  [
    'when they choose a password',
    async () => {
      await admin.patch(`${API}/installation/settings`).send({ passwords: true }).expect(200)
      await bo.put(`${API}/account/password`).send({ password: PASSWORD }).expect(204)
    },
  ],
  [
    'when they sign out there, from elsewhere',
    async () => {
      const { sessions } = (await bo.get(`${API}/account`).expect(200)).body as Account
      const there = sessions.find(({ isThisOne }) => !isThisOne)
      await bo.delete(`${API}/account/sessions/${there?.id}`).expect(204)
    },
  ],
]

test.each(ENDINGS)(
  'what somebody has open is closed %s, and the secret opens nothing more',
  async (_, end) => {
    const theirs = await listen(boId)
    const other = await listen((await invite(admin, { role: 'editor', name: 'Ulla Ny' })).id)
    await end()
    await theirs.over
    expect(await stillOpens(theirs.cookie)).toBe(false)
    expect([isOpen(other), await stillOpens(other.cookie)]).toEqual([true, true])
  },
)

test('nothing that happens after it is heard by whoever has been shown out', async () => {
  const theirs = await listen(boId)
  await admin.delete(`${API}/people/${boId}/roles/${roleId}`).expect(204)
  const title = { from: 'Testare', to: 'Hemlig titel' }
  await admin.patch(`${API}/profiles/testare/draft`).send({ title }).expect(200)
  expect(await theirs.over).not.toContain('Hemlig titel')
})

test('what is open in the session that somebody signs out of is closed', async () => {
  const theirs = await listen(boId)
  await browser().delete(`${API}/session`).set('cookie', theirs.cookie).expect(204)
  await theirs.over
})

test('what is open in a session is closed when somebody else signs in in the same browser', async () => {
  const theirs = await listen(boId)
  const token = await linkFor(admin, (await invite(admin, { name: 'Ulla Ny' })).id)
  await browser().post(`${API}/session`).set('cookie', theirs.cookie).send({ token }).expect(201)
  await theirs.over
  expect(await stillOpens(theirs.cookie)).toBe(false)
})

test('what somebody has open is closed when the profile is handed away from their organisation', async () => {
  const hand = (organisationId: string) =>
    admin.put(`${API}/profiles/testare/organisation`).send({ organisationId }).expect(200)
  const [former, next] = [await organisation(admin, 'Rådet'), await organisation(admin, 'Nämnden')]
  await hand(former)
  const scope = { kind: 'organisation', id: former } as const
  const theirs = await listen((await invite(admin, { role: 'editor', scope })).id)
  await hand(next)
  await theirs.over
  expect(await stillOpens(theirs.cookie)).toBe(false)
})

test('the session that asks stays open when all others end', async () => {
  const token = await linkFor(admin, boId)
  const own = await openIn(cookieIn(await browser().post(`${API}/session`).send({ token }).expect(201)))
  const other = await listen(boId)
  await browser().delete(`${API}/account/sessions`).set('cookie', own.cookie).expect(200)
  await other.over
  expect([isOpen(own), await stillOpens(own.cookie)]).toEqual([true, true])
})

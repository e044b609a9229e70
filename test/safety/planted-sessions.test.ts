import type { Account } from '../../schemas/types.ts'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { changeSettings } from '../../server/usecases/installation/settings.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { handOverLink } from '../../server/usecases/people/sign-in-link.ts'
import { talkTo, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/* Whoever can put a cookie into somebody's browser before they sign in, or gets hold of one afterwards, gets nothing by it. */

let app: TestApp
let talk: Talk
let personId: string
beforeEach(async () => {
  app = await startTestApp()
  talk = await talkTo(app.app)
  await changeSettings(app.context.deps, THE_PROGRAM, { passwords: true })
  const about = {
    name: 'Karin',
    email: 'karin@exempel.se',
    organisationId: null,
    locale: 'sv',
    sendMail: false,
  } as const
  const person = await invitePerson(app.context.deps, THE_PROGRAM, {
    ...about,
    role: 'reader',
    scope: EVERYTHING,
  })
  personId = person.id
})
afterEach(async () => {
  await talk.close()
  await app.close()
})

const token = async () => (await handOverLink(app.context.deps, THE_PROGRAM, { personId })).token
const ask = (line: string, secret: string | undefined, body?: unknown) => {
  const [method = '', path = ''] = line.split(' ')
  const headers: Record<string, string> = secret === undefined ? {} : { cookie: `profilverkstad=${secret}` }
  return talk.ask({ method, path, headers, ...(body !== undefined && { body }) })
}
const isIn = async (secret: string | undefined) => (await ask('GET /api/v1/account', secret)).status === 200
const secretIn = ({ headers }: Awaited<ReturnType<Talk['ask']>>) =>
  /^profilverkstad=([^;]*)/u.exec(headers['set-cookie']?.[0] ?? '')?.[1]
const come = async (former?: string) =>
  secretIn(await ask('POST /api/v1/session', former, { token: await token() }))

test('a made-up session that is planted before signing in stays nobody’s', async () => {
  const planted = 'planted-by-somebody-else-0123456789-0123456'
  const own = await come(planted)
  expect(own).not.toBe(planted)
  expect([await isIn(planted), await isIn(own)]).toEqual([false, true])
})

test('a session that somebody else has begun and planted ends when its finder signs in', async () => {
  const planted = await come()
  const own = await come(planted)
  expect([await isIn(planted), await isIn(own)]).toEqual([false, true])
})

test('by the page’s form too', async () => {
  const planted = await come()
  const answer = await ask(`POST /logga-in/${await token()}`, planted)
  expect([await isIn(planted), await isIn(secretIn(answer))]).toEqual([false, true])
})

test('each time somebody comes in, their session is another', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => come()))
  expect(new Set(secrets).size).toBe(20)
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/u)
})

test('of two cookies of the name, only one counts: both are never tried', async () => {
  const own = await come()
  const headers = { cookie: `profilverkstad=planted; profilverkstad=${own}` }
  expect((await talk.ask({ method: 'GET', path: '/api/v1/account', headers })).status).toBe(401)
})

test('half a session, planted, becomes nobody’s whole one', async () => {
  await app.storage.write(({ people }) => people.amend(personId, { secondStep: true }))
  const half = await come()
  expect(await isIn(half)).toBe(false)
  await app.storage.write(({ people }) => people.amend(personId, { secondStep: false }))
  const whole = await come(half)
  expect([await isIn(half), await isIn(whole)]).toEqual([false, true])
})

test('a link that has been used opens nothing more, by no door', async () => {
  const used = await token()
  expect((await ask('POST /api/v1/session', undefined, { token: used })).status).toBe(201)
  expect((await ask('POST /api/v1/session', undefined, { token: used })).status).toBe(410)
  expect((await ask(`POST /logga-in/${used}`, undefined)).status).toBe(410)
  expect((await ask(`GET /logga-in/${used}`, undefined)).status).toBe(410)
})

test('what has been signed out of opens nothing more, wherever it was copied to', async () => {
  const own = await come()
  expect((await ask('DELETE /api/v1/session', own)).status).toBe(204)
  expect(await isIn(own)).toBe(false)
  const other = await come()
  await ask('POST /logga-ut', other)
  expect(await isIn(other)).toBe(false)
})

test('a changed password ends what others have open, and not one’s own', async () => {
  const [own, stolen] = [await come(), await come()]
  expect((await ask('PUT /api/v1/account/password', own, { password: 'en helt ny mening' })).status).toBe(204)
  expect([await isIn(own), await isIn(stolen)]).toEqual([true, false])
})

test('nobody ends or sees a session of somebody else’s', async () => {
  const own = await come()
  const [mine] = (JSON.parse((await ask('GET /api/v1/account', own)).text) as Account).sessions
  const admin = await app.signedIn()
  await admin.delete(`/api/v1/account/sessions/${mine?.id}`).expect(404)
  expect(JSON.stringify((await admin.get('/api/v1/account').expect(200)).body)).not.toContain(mine?.id)
  expect(await isIn(own)).toBe(true)
})

test('no answer holds the secret of a session or of a link, but the one that it is made for', async () => {
  const own = await come()
  for (const path of [
    '/api/v1/account',
    '/api/v1/account/data',
    '/api/v1/session',
    '/konto/uppgifter',
    '/verkstad',
  ])
    expect((await ask(`GET ${path}`, own)).text).not.toContain(own)
})

import request from 'supertest'
import { THE_PROGRAM } from '../../../server/usecases/deps.ts'
import { endSessionsOf } from '../../../server/usecases/people/end-sessions.ts'
import { setPassword } from '../../../server/usecases/people/own-account.ts'
import { readAsker } from '../../../server/usecases/people/sign-in.ts'
import {
  API,
  comeIn,
  FIREFOX,
  invite,
  loggedSince,
  nameOf,
  SAFARI,
  wholeLog,
  type Agent,
} from '../../usecases/acquaintances.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

const [PASSWORD, OTHER] = ['sju sköna sjuksköterskor', 'en helt annan lösenfras']
const email = 'bo@exempel.se'
let app: TestApp
let admin: Agent
let bo: Agent
let boId: string
beforeEach(async () => {
  app = await startTestApp()
  admin = await app.signedIn()
  await passwordsAre(true)
  boId = (await invite(admin, { email, role: 'editor' })).id
  bo = await comeIn(app, admin, boId)
})
afterEach(() => app.close())

const passwordsAre = (passwords: boolean) =>
  admin.patch(`${API}/installation/settings`).send({ passwords }).expect(200)
const choose = (password: string) => bo.put(`${API}/account/password`).send({ password })
const signIn = (credentials: { email: string; password: string }, agent: Agent = request.agent(app.app)) =>
  agent.post(`${API}/session/password`).send(credentials)

test('whoever has chosen a password comes in by it, however the e-mail’s letters are written', async () => {
  await choose(PASSWORD).expect(204)
  const agent = request.agent(app.app)
  await signIn({ email: 'BO@Exempel.se', password: PASSWORD }, agent).expect(201)
  expect(await nameOf(agent)).toBe('Bo Ek')
})

test('whoever is shown out while their password is being made unreadable leaves none behind', async () => {
  const { deps } = app.context
  const cookie = await app.cookie('Karin Ek')
  const asker = await readAsker(deps, cookie.split('=')[1])
  const passwords = {
    ...deps.passwords,
    async hash(password: string) {
      await endSessionsOf(deps, THE_PROGRAM, { personId: asker.personId ?? '' })
      return deps.passwords.hash(password)
    },
  }
  const chosen = setPassword({ ...deps, passwords }, asker, { password: PASSWORD })
  await expect(chosen).rejects.toMatchObject({ code: 'not-signed-in' })
  expect(await app.storage.read(({ people }) => people.passwordHash(asker.personId ?? ''))).toBeUndefined()
})

test('whoever types the same letters put together in another way comes in', async () => {
  await choose('Åsa Öberg äter ål'.normalize('NFC')).expect(204)
  await signIn({ email, password: 'Åsa Öberg äter ål'.normalize('NFD') }).expect(201)
})

test('a wrong password and an unknown e-mail get the same answer', async () => {
  await choose(PASSWORD).expect(204)
  const refusals = await Promise.all([
    signIn({ email, password: OTHER }),
    signIn({ email: 'ingen@exempel.se', password: PASSWORD }),
  ])
  const [wrong, unknown] = refusals.map(({ status, body, headers }) => {
    const { requestId: _, ...rest } = body as Record<string, unknown>
    return { status, rest, cookie: headers['set-cookie'] }
  })
  expect(wrong).toEqual(unknown)
  expect(wrong).toMatchObject({ status: 403, rest: { type: '/problems/sign-in-refused' }, cookie: undefined })
})

test('whoever has none comes in by no password, not by an empty-looking one either', async () => {
  await signIn({ email, password: PASSWORD }).expect(403)
  await signIn({ email, password: ' ' }).expect(403)
})

test('where the installation has no passwords nobody chooses one or comes in by one', async () => {
  await choose(PASSWORD).expect(204)
  await passwordsAre(false)
  await signIn({ email, password: PASSWORD }).expect(403)
  await choose(OTHER).expect(403)
  await passwordsAre(true)
  await signIn({ email, password: PASSWORD }).expect(201)
})

describe('of those who have come in by a password', () => {
  const sitting = async () => {
    await choose(PASSWORD).expect(204)
    const agent = request.agent(app.app)
    await signIn({ email, password: PASSWORD }, agent).expect(201)
    return agent
  }

  test.each([
    ['changed when it is not said', { password: OTHER }, 403],
    ['changed when another is said', { password: OTHER, current: OTHER }, 403],
    ['taken away when it is not said', { password: null }, 403],
    ['taken away when another is said', { password: null, current: OTHER }, 403],
    ['changed when nothing is said at all', { password: OTHER, current: '' }, 422],
  ])('it is not %s', async (_, body, status) => {
    const agent = await sitting()
    await agent.put(`${API}/account/password`).send(body).expect(status)
    await signIn({ email, password: PASSWORD }).expect(201)
  })

  test('it is asked for, and then it is changed', async () => {
    const agent = await sitting()
    await agent.put(`${API}/account/password`).send({ password: OTHER, current: PASSWORD }).expect(204)
    await signIn({ email, password: OTHER }).expect(201)
  })
})

test('whoever has forgotten theirs comes in by a link and chooses another', async () => {
  await choose(PASSWORD).expect(204)
  await choose(OTHER).expect(204)
  await signIn({ email, password: PASSWORD }).expect(403)
  await signIn({ email, password: OTHER }).expect(201)
})

test.each([
  ['chosen', () => choose(OTHER)],
  ['taken away', () => bo.put(`${API}/account/password`).send({ password: null })],
])('when a password is %s, the former opens nothing and all other sessions end', async (_, act) => {
  await choose(PASSWORD).expect(204)
  const phone = await comeIn(app, admin, boId, SAFARI)
  await act().expect(204)
  expect([await nameOf(bo), await nameOf(phone)]).toEqual(['Bo Ek', null])
  await signIn({ email, password: PASSWORD }).expect(403)
})

test.each(['kort', 'elva tecken'])('a password as short as “%s” is refused', async (password) => {
  expect(password.length).toBeLessThan(12)
  await choose(password).expect(422)
})

test('the log says that it happened, and not what', async () => {
  const { length } = await wholeLog(app.storage)
  await choose(PASSWORD).expect(204)
  await signIn({ email, password: OTHER }).expect(403)
  await signIn({ email, password: PASSWORD }).expect(201)
  expect(await loggedSince(app.storage, length)).toEqual(['person-amended', 'signed-in'])
  const entries = JSON.stringify(await wholeLog(app.storage))
  expect(entries).toContain('"fields":["password"]')
  for (const secret of [PASSWORD, OTHER, email, FIREFOX, 'argon2']) expect(entries).not.toContain(secret)
})

test('wrong guesses from one place are stopped, and the owner’s other ways stay open', async () => {
  await choose(PASSWORD).expect(204)
  const statuses: number[] = []
  for (let guess = 0; guess < 14; guess++) {
    statuses.push((await signIn({ email, password: `gissning nummer ${guess}` })).status)
  }
  expect(statuses.slice(-4)).toEqual([429, 429, 429, 429])
  await signIn({ email, password: PASSWORD }).expect(429)
  expect(await nameOf(await comeIn(app, admin, boId))).toBe('Bo Ek')
})

import request from 'supertest'
import type { Account } from '../../../schemas/types.ts'
import { authenticatorAt, type Authenticator } from '../../support/authenticator.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import {
  API,
  comeIn,
  invite,
  linkFor,
  loggedSince,
  nameOf,
  SAFARI,
  wholeLog,
  type Agent,
} from '../../usecases/acquaintances.ts'

let app: TestApp
let admin: Agent
let bo: Agent
let boId: string
let phone: Authenticator
beforeEach(async () => {
  app = await startTestApp()
  admin = await app.signedIn()
  boId = (await invite(admin, { role: 'editor' })).id
  bo = await comeIn(app, admin, boId)
  phone = authenticatorAt(app.context.config.baseUrl)
})
afterEach(() => app.close())

type Options<Kind extends 'register' | 'signIn'> = Parameters<Authenticator[Kind]>[0]

async function addPasskey(agent: Agent, device = phone, name = 'Min telefon'): Promise<Account> {
  const { body } = await agent.post(`${API}/account/passkey-options`).send({}).expect(200)
  const response = device.register((body as { options: Options<'register'> }).options)
  return (await agent.post(`${API}/account/passkeys`).send({ name, response }).expect(201)).body as Account
}
async function askFor(agent: Agent): Promise<Options<'signIn'>> {
  const { body } = await agent.post(`${API}/session/passkey-options`).send({}).expect(200)
  return (body as { options: Options<'signIn'> }).options
}
async function show(agent: Agent, device = phone) {
  return agent.post(`${API}/session/passkey`).send({ response: device.signIn(await askFor(agent)) })
}
const asksForSecondStep = (agent: Agent, secondStep = true) =>
  agent.patch(`${API}/account`).send({ secondStep })
/** A browser in which the first of two steps has been taken. */
async function halfWayIn(): Promise<Agent> {
  const agent = request.agent(app.app).set('user-agent', SAFARI)
  const { body } = await agent
    .post(`${API}/session`)
    .send({ token: await linkFor(admin, boId) })
    .expect(201)
  expect(body).toMatchObject({ person: null, secondStep: true })
  return agent
}

describe('a passkey alone', () => {
  test('lets its owner in, without a name or an e-mail', async () => {
    await addPasskey(bo)
    const agent = request.agent(app.app)
    const options = await askFor(agent)
    expect(options.allowCredentials ?? []).toEqual([])
    const { status, body } = await agent
      .post(`${API}/session/passkey`)
      .send({ response: phone.signIn(options) })
    expect([status, body]).toMatchObject([201, { person: { name: 'Bo Ek' }, secondStep: false }])
    expect(await nameOf(agent)).toBe('Bo Ek')
  })

  test('is enough also for whoever asks two steps of themself', async () => {
    await addPasskey(bo)
    await asksForSecondStep(bo).expect(200)
    const agent = request.agent(app.app)
    expect((await show(agent)).body).toMatchObject({ person: { name: 'Bo Ek' }, secondStep: false })
  })

  test('is remembered to have been used', async () => {
    await addPasskey(bo)
    app.now = new Date('2026-03-02T09:00:00Z')
    await show(request.agent(app.app))
    const { body } = await bo.get(`${API}/account`).expect(200)
    expect((body as Account).passkeys).toMatchObject([{ name: 'Min telefon', lastUsedAt: '2026-03-02T09:00:00.000Z' }]) // prettier-ignore
  })

  test.each<[string, () => Promise<{ agent: Agent; response: unknown }>]>([
    [
      'answers what has been answered already',
      async () => {
        const agent = request.agent(app.app)
        const response = phone.signIn(await askFor(agent))
        await agent.post(`${API}/session/passkey`).send({ response }).expect(201)
        return { agent: request.agent(app.app), response }
      },
    ],
    [
      'answers after five minutes',
      async () => {
        const agent = request.agent(app.app)
        const response = phone.signIn(await askFor(agent))
        app.now = new Date('2026-03-01T09:05:00.001Z')
        return { agent, response }
      },
    ],
    [
      'answers what was asked when it was added',
      async () => {
        const { body } = await bo.post(`${API}/account/passkey-options`).send({}).expect(200)
        const { challenge } = (body as { options: { challenge: string } }).options
        const agent = request.agent(app.app)
        return { agent, response: phone.signIn({ ...(await askFor(agent)), challenge }) }
      },
    ],
    [
      'has been taken away',
      async () => {
        const { passkeys } = (await bo.get(`${API}/account`)).body as Account
        await bo.delete(`${API}/account/passkeys/${passkeys[0]?.id}`).expect(200)
        const agent = request.agent(app.app)
        return { agent, response: phone.signIn(await askFor(agent)) }
      },
    ],
  ])('that %s lets nobody in', async (_, prepare) => {
    await addPasskey(bo)
    const { agent, response } = await prepare()
    const { body } = await agent.post(`${API}/session/passkey`).send({ response }).expect(403)
    expect(body).toMatchObject({ type: '/problems/passkey-refused' })
    expect(await nameOf(agent)).toBeNull()
  })

  test('that has been copied is refused when the original has been used since', async () => {
    await addPasskey(bo)
    for (let use = 0; use < 3; use++) expect((await show(request.agent(app.app))).status).toBe(201)
    const agent = request.agent(app.app)
    const response = phone.signIn(await askFor(agent), { counter: 2 })
    await agent.post(`${API}/session/passkey`).send({ response }).expect(403)
  })
})

describe('a second step', () => {
  beforeEach(async () => {
    await addPasskey(bo)
    await asksForSecondStep(bo).expect(200)
  })

  test('half-way in opens nothing: not one’s account, not a draft, not the right to sign out others', async () => {
    const half = await halfWayIn()
    expect(await nameOf(half)).toBeNull()
    for (const path of ['/account', '/account/data', '/people', '/log', '/profiles/testare/history']) {
      await half.get(`${API}${path}`).expect(401)
    }
    await half.post(`${API}/profiles`).send({ title: 'X' }).expect(401)
    await half.patch(`${API}/account`).send({ secondStep: false }).expect(401)
    await half.delete(`${API}/account/sessions`).expect(401)
    await half.post(`${API}/account/passkey-options`).send({}).expect(401)
  })

  test('is taken with one’s passkey, in a session that is new again', async () => {
    const half = await halfWayIn()
    const options = await askFor(half)
    expect(options.allowCredentials).toHaveLength(1)
    const { headers } = await half
      .post(`${API}/session/passkey`)
      .send({ response: phone.signIn(options) })
      .expect(201)
    expect(headers['set-cookie']?.[0]).toMatch(/^profilverkstad=/u)
    expect(await nameOf(half)).toBe('Bo Ek')
  })

  test('is not taken with somebody else’s passkey', async () => {
    const theirs = authenticatorAt(app.context.config.baseUrl)
    await addPasskey(admin, theirs)
    const half = await halfWayIn()
    const { challenge } = await askFor(half)
    const response = theirs.signIn({ challenge })
    await half.post(`${API}/session/passkey`).send({ response }).expect(403)
    expect(await nameOf(half)).toBeNull()
  })

  test('is not taken with an answer that was asked for elsewhere', async () => {
    const elsewhere = await askFor(request.agent(app.app))
    const half = await halfWayIn()
    await half
      .post(`${API}/session/passkey`)
      .send({ response: phone.signIn(elsewhere) })
      .expect(403)
  })

  test('is waited for ten minutes', async () => {
    const half = await halfWayIn()
    app.now = new Date('2026-03-01T09:10:00Z')
    expect((await half.get(`${API}/session`)).body).toMatchObject({ person: null, secondStep: false })
  })

  test('does not count as having been in, nor among one’s sessions', async () => {
    await halfWayIn()
    const { sessions } = (await bo.get(`${API}/account`)).body as Account
    expect(sessions).toHaveLength(1)
  })

  test('goes with the last passkey, and cannot be asked for without one', async () => {
    const { passkeys } = await addPasskey(bo, authenticatorAt(app.context.config.baseUrl), 'Reserv')
    const remove = async (index: number) =>
      (await bo.delete(`${API}/account/passkeys/${passkeys[index]?.id}`).expect(200)).body as Account
    expect((await remove(0)).person.secondStep).toBe(true)
    expect((await remove(1)).person.secondStep).toBe(false)
    expect((await asksForSecondStep(bo)).body).toMatchObject({ type: '/problems/second-step-alone' })
    expect(await nameOf(await comeIn(app, admin, boId))).toBe('Bo Ek')
  })

  test('is lifted by an administrator for whoever has lost their passkey', async () => {
    await admin.patch(`${API}/people/${boId}`).send({ secondStep: false }).expect(200)
    expect(await nameOf(await comeIn(app, admin, boId))).toBe('Bo Ek')
  })
})

test('nobody takes away or adds to somebody else’s passkeys', async () => {
  const { passkeys } = await addPasskey(bo)
  const { body } = await admin.delete(`${API}/account/passkeys/${passkeys[0]?.id}`).expect(404)
  expect(body).toMatchObject({ type: '/problems/passkey-not-found' })
  const asked = await bo.post(`${API}/account/passkey-options`).send({}).expect(200)
  const other = authenticatorAt(app.context.config.baseUrl)
  const response = other.register((asked.body as { options: Options<'register'> }).options)
  await admin.post(`${API}/account/passkeys`).send({ name: 'Min', response }).expect(403)
})

test('each step has its entry in the log', async () => {
  const { length } = await wholeLog(app.storage)
  const { passkeys } = await addPasskey(bo)
  await asksForSecondStep(bo).expect(200)
  const half = await halfWayIn()
  await show(half)
  await bo.delete(`${API}/account/passkeys/${passkeys[0]?.id}`).expect(200)
  expect(await loggedSince(app.storage, length)).toEqual([
    'passkey-added',
    'person-amended',
    'sign-in-link-issued',
    'second-step-asked',
    'signed-in',
    'passkey-removed',
  ])
})

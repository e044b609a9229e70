import request from 'supertest'
import type { Account, PersonalData } from '../../../schemas/types.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import {
  API,
  comeIn,
  FIREFOX,
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
beforeEach(async () => {
  app = await startTestApp()
  admin = await app.signedIn()
  boId = (await invite(admin, { email: 'bo@exempel.se', role: 'editor' })).id
  bo = await comeIn(app, admin, boId)
})
afterEach(() => app.close())
const account = async (agent: Agent) => (await agent.get(`${API}/account`).expect(200)).body as Account

test('people see who they are here, by what they come in and what they may come in by', async () => {
  expect(await account(bo)).toMatchObject({
    person: { id: boId, name: 'Bo Ek', email: 'bo@exempel.se', locale: 'sv', roles: [{ role: 'editor' }] },
    passkeys: [],
    hasPassword: false,
    isConnected: false,
    offers: { mail: false, password: false, openId: null },
  })
})

describe('sessions', () => {
  test('are listed with what they are on, last used first, and no other person’s among them', async () => {
    app.now = new Date('2026-03-01T10:00:00Z')
    await comeIn(app, admin, boId, SAFARI)
    app.now = new Date('2026-03-01T11:00:00Z')
    const { sessions } = await account(bo)
    const shown = sessions.map(({ device, isThisOne, by }) => ({ device, isThisOne, by }))
    expect(shown).toEqual([
      { device: 'Firefox, Windows', isThisOne: true, by: 'link' },
      { device: 'Safari, iPhone', isThisOne: false, by: 'link' },
    ])
    expect(JSON.stringify(sessions)).not.toMatch(/Mozilla|secret|hash/iu)
  })

  test('say when they were last used, to the quarter of an hour', async () => {
    const seen = async () => (await account(bo)).sessions[0]?.lastSeenAt
    expect(await seen()).toBe('2026-03-01T09:00:00.000Z')
    app.now = new Date('2026-03-01T09:15:00Z')
    expect(await seen()).toBe('2026-03-01T09:00:00.000Z')
    app.now = new Date('2026-03-01T09:15:01Z')
    expect(await seen()).toBe('2026-03-01T09:15:01.000Z')
  })

  test('end fourteen days after they were opened, however much they are used', async () => {
    app.now = new Date('2026-03-15T08:59:59Z')
    expect(await nameOf(bo)).toBe('Bo Ek')
    app.now = new Date('2026-03-15T09:00:00Z')
    expect(await nameOf(bo)).toBeNull()
  })

  test('are ended one at a time by their owner', async () => {
    const phone = await comeIn(app, admin, boId, SAFARI)
    const there = (await account(bo)).sessions.find(({ isThisOne }) => !isThisOne)
    await bo.delete(`${API}/account/sessions/${there?.id}`).expect(204)
    expect([await nameOf(bo), await nameOf(phone)]).toEqual(['Bo Ek', null])
    await bo.delete(`${API}/account/sessions/${there?.id}`).expect(404)
  })

  test('are ended everywhere else by their owner, and nobody else’s are', async () => {
    const others = [await comeIn(app, admin, boId, SAFARI), await comeIn(app, admin, boId)]
    const { body } = await bo.delete(`${API}/account/sessions`).expect(200)
    expect((body as Account).sessions).toMatchObject([{ isThisOne: true }])
    expect(await Promise.all([bo, admin, ...others].map(nameOf))).toEqual(['Bo Ek', 'Karin Ek', null, null])
  })

  test('of others cannot be ended, and are not said to be there', async () => {
    const [theirs] = (await account(admin)).sessions
    const { body } = await bo.delete(`${API}/account/sessions/${theirs?.id}`).expect(404)
    expect(body).toMatchObject({ type: '/problems/session-not-found' })
    expect(await nameOf(admin)).toBe('Karin Ek')
  })

  test('of anybody are ended by an administrator, with the links that wait for them', async () => {
    const token = await linkFor(admin, boId)
    await admin.delete(`${API}/people/${boId}/sessions`).expect(204)
    expect(await nameOf(bo)).toBeNull()
    await app.stranger.post(`${API}/session`).send({ token }).expect(410)
  })

  test('each end of one is logged', async () => {
    await comeIn(app, admin, boId)
    const { length } = await wholeLog(app.storage)
    await bo.delete(`${API}/account/sessions`).expect(200)
    await admin.delete(`${API}/people/${boId}/sessions`).expect(204)
    expect(await loggedSince(app.storage, length)).toEqual(['session-ended', 'session-ended'])
  })
})

describe('people change of their own', () => {
  test('name and language, and the name is new everywhere at once', async () => {
    const { body } = await bo.patch(`${API}/account`).send({ name: 'Bo Öst', locale: 'en' }).expect(200)
    expect(body).toMatchObject({ person: { name: 'Bo Öst', locale: 'en' } })
    expect(await nameOf(bo)).toBe('Bo Öst')
    expect((await wholeLog(app.storage)).at(-1)?.event).toMatchObject({ fields: ['name', 'locale'] })
  })

  test.each<[string, object]>([
    ['e-mail', { email: 'annan@exempel.se' }],
    ['organisation', { organisationId: null }],
    ['roles', { roles: [{ role: 'administrator' }] }],
    ['name, to nothing', { name: '  ' }],
  ])('not their %s', async (_, fields) => {
    const before = await account(bo)
    await bo.patch(`${API}/account`).send(fields).expect(422)
    expect(await account(bo)).toEqual(before)
  })
})

describe('everything that is held about somebody', () => {
  test('is theirs to have as a file, and it is logged that they had it', async () => {
    const { body, headers } = await bo.get(`${API}/account/data`).expect(200)
    expect(headers['content-disposition']).toBe('attachment; filename="mina-uppgifter.json"')
    expect(body).toMatchObject({ person: { name: 'Bo Ek' }, sessions: [{ device: 'Firefox, Windows' }] })
    expect(body).toMatchObject({ log: [{ kind: 'personal-data-read', byThem: true }, { kind: 'signed-in' }, { kind: 'sign-in-link-issued', byThem: false }, { kind: 'role-granted' }, { kind: 'person-invited' }] }) // prettier-ignore
  })

  test('is given to an administrator as the same file, and nothing in it is about anybody else', async () => {
    const { body } = await admin.get(`${API}/people/${boId}/data`).expect(200)
    expect(body).toMatchObject({ person: { name: 'Bo Ek' } })
    expect((body as PersonalData).log[0]).toMatchObject({ kind: 'personal-data-read', byThem: false })
    expect(JSON.stringify(body)).not.toContain('Karin')
    await bo.get(`${API}/people/${boId}/data`).expect(403)
  })
})

test('a stranger has no account to see or to change', async () => {
  for (const [method, path] of [
    ['get', ''],
    ['patch', ''],
    ['get', '/data'],
    ['put', '/password'],
    ['delete', '/sessions'],
    ['post', '/passkey-options'],
    ['delete', '/identities'],
  ] as const) {
    await request(app.app)[method](`${API}/account${path}`).set('user-agent', FIREFOX).expect(401)
  }
})

import request from 'supertest'
import type { Session } from '../../../schemas/types.ts'
import { issueAdminLink } from '../../../server/usecases/people/sign-in-link.ts'
import { buildProfile } from '../../support/build-profile.ts'
import { depsOn, draft } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startTestApp()
  await draft(depsOn(app.storage), buildProfile())
})
afterEach(() => app.close())
const link = () => issueAdminLink(app.context.deps, { fallbackName: 'Administratör' })
const session = '/api/v1/session'

test('a stranger is nobody, and may read what is published and nothing else', async () => {
  expect((await app.stranger.get(session)).body).toMatchObject({
    person: null,
    abilities: { createProfile: false },
  })
  for (const path of [
    'draft',
    'draft/findings',
    'history',
    'draft/pdf',
    'draft/announcements',
    'draft/file',
  ]) {
    await app.stranger.get(`/api/v1/profiles/testare/${path}`).expect(401)
  }
  await app.stranger.post('/api/v1/profiles').send({ title: 'X' }).expect(401)
})

test('a link lets somebody in once', async () => {
  const { token } = await link()
  const { body, headers } = await app.stranger.post(session).send({ token }).expect(201)
  expect((body as Session).person?.name).toBe('Administratör')
  expect(headers['set-cookie']?.[0]).toMatch(
    /^profilverkstad=[\w-]{43}; Max-Age=1209600; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/u,
  )
  await app.stranger.post(session).send({ token }).expect(410)
})

test('a link that has gone out, or was never made, lets nobody in', async () => {
  const { token } = await link()
  app.now = new Date('2026-03-01T10:00:01Z')
  await app.stranger.post(session).send({ token }).expect(410)
  await app.stranger
    .post(session)
    .send({ token: 'a'.repeat(43) })
    .expect(410)
})

test('looking at a link does not use it up: a mail scanner that opens it leaves it open', async () => {
  const { token } = await link()
  for (const method of ['get', 'head'] as const) {
    const { headers } = await app.stranger[method](`/logga-in/${token}`)
      .set('accept', 'text/html')
      .expect(200)
    expect(headers['set-cookie']).toBeUndefined()
  }
  await app.stranger.post(session).send({ token }).expect(201)
})

test('two who use the same link at once: one gets in', async () => {
  const { token } = await link()
  const answers = await Promise.all([0, 1, 2].map(() => app.stranger.post(session).send({ token })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410, 410])
})

test('whoever signs out is out, also with the cookie they had', async () => {
  const karin = await app.signedIn()
  await karin.get('/api/v1/profiles/testare/draft').expect(200)
  await karin.delete(session).expect(204)
  await karin.get('/api/v1/profiles/testare/draft').expect(401)
})

test('a session ends by itself', async () => {
  const karin = await app.signedIn()
  app.now = new Date('2026-03-16T09:00:00Z')
  await karin.get('/api/v1/profiles/testare/draft').expect(401)
})

test('behind TLS the cookie keeps to it', async () => {
  const secure = await startTestApp({ baseUrl: 'https://profil.example' })
  const { token } = await issueAdminLink(secure.context.deps, { fallbackName: 'A' })
  const { headers } = await secure.stranger.post(session).send({ token }).expect(201)
  expect(headers['set-cookie']?.[0]).toMatch(/^__Host-profilverkstad=.*Secure/u)
  await secure.close()
})

describe('whoever signs in where somebody is signed in already', () => {
  /** One that keeps no cookies by itself. */
  const browser = () => request(app.app)

  test('has a new session, and the former secret opens nothing', async () => {
    const former = await app.cookie('Karin Ek')
    const { token } = await link()
    const { headers } = await browser().post(session).set('cookie', former).send({ token }).expect(201)
    const cookie = String(headers['set-cookie']?.[0]).split(';')[0]
    expect(cookie).not.toBe(former)
    const who = async (secret = '') =>
      ((await browser().get(session).set('cookie', secret)).body as Session).person?.name
    expect([await who(former), await who(cookie)]).toEqual([undefined, 'Karin Ek'])
  })

  test('does not get the session that somebody else has planted there', async () => {
    const planted = `profilverkstad=${'a'.repeat(43)}`
    const { token } = await link()
    const { headers } = await browser().post(session).set('cookie', planted).send({ token }).expect(201)
    expect(headers['set-cookie']?.[0]).not.toContain(planted)
    await browser().get('/api/v1/account').set('cookie', planted).expect(401)
  })
})

test.each([
  ['a link that was never made', '/session', { token: 'a'.repeat(43) }],
  ['a password', '/session/password', { email: 'anna@exempel.se', password: 'fel lösenord alls' }],
  ['a passkey', '/session/passkey', {}],
])('nobody comes in by %s, and keeps no cookie', async (_, path, body) => {
  const { status, headers } = await app.stranger.post(`/api/v1${path}`).send(body)
  expect([status >= 400 && status < 500, headers['set-cookie']]).toEqual([true, undefined])
})

describe('another website', () => {
  test.each([
    ['says where it comes from', { 'sec-fetch-site': 'cross-site' }],
    ['is a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }],
    ['is in an old browser', { origin: 'https://evil.example' }],
    ['hides where it comes from', { origin: 'null' }],
  ])('cannot act in a signed-in person’s name when it %s', async (_, headers) => {
    const karin = await app.signedIn()
    const { body } = await karin.post('/api/v1/profiles').set(headers).send({ title: 'X' }).expect(403)
    expect(body).toMatchObject({ type: '/problems/cross-site' })
  })

  test('does not keep our own pages, nor programs, from acting', async () => {
    const karin = await app.signedIn()
    await karin
      .post('/api/v1/profiles')
      .set('sec-fetch-site', 'same-origin')
      .send({ title: 'Ett' })
      .expect(201)
    await karin.post('/api/v1/profiles').send({ title: 'Två' }).expect(201)
  })
})

test('the log says that somebody came and went, and never who by name', async () => {
  const karin = await app.signedIn('Karin Hemlig')
  await karin.delete(session).expect(204)
  const written = await app.storage.read(async ({ log }) => {
    const entries = []
    for await (const entry of log.all()) entries.push(entry)
    return entries
  })
  expect(written.map(({ event }) => event.kind).slice(-3)).toEqual([
    'sign-in-link-issued',
    'signed-in',
    'signed-out',
  ])
  expect(JSON.stringify(written)).not.toContain('Hemlig')
})

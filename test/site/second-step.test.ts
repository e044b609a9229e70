import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import { issueAdminLink } from '../../server/usecases/people/sign-in-link.ts'
import { authenticatorAt, type Authenticator } from '../support/authenticator.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

let test: TestApp
let device: Authenticator
beforeEach(async () => {
  test = await startTestApp()
  device = authenticatorAt(test.context.config.baseUrl)
  const agent = await test.signedIn()
  const { options } = (await agent.post('/api/v1/account/passkey-options').send({})).body
  await agent
    .post('/api/v1/account/passkeys')
    .send({ name: 'Telefon', response: device.register(options) })
    .expect(201)
  await agent.patch('/api/v1/account').send({ secondStep: true }).expect(200)
})
afterEach(() => test.close())

const whoIs = async (agent: TestAgent) => (await agent.get('/api/v1/session')).body.person?.name ?? null
const useKey = async (agent: TestAgent) => {
  const { options } = (await agent.post('/api/v1/session/passkey-options').send({})).body
  return agent.post('/api/v1/session/passkey').send({ response: device.signIn(options) })
}

/** Karin's browser, when she has opened her link. */
async function halfIn(): Promise<TestAgent> {
  const agent = request.agent(test.app)
  const { token } = await issueAdminLink(test.context.deps, { fallbackName: 'Karin Ek' })
  const { headers } = await agent.post(`/logga-in/${token}`).expect(303)
  expect(headers.location).toBe('/logga-in/nyckel')
  return agent
}

it('a link leads to the page for the key, and opens nothing before that', async () => {
  const agent = await halfIn()
  expect(await whoIs(agent)).toBeNull()
  const { text, headers } = await agent.get('/logga-in/nyckel').expect(200)
  expect(headers['cache-control']).toBe('no-store')
  const [form, cancel] = elementsOf(text).filter(({ name }) => name === 'form')
  expect(form?.attributes).toMatchObject({ hidden: '', 'data-passkey': '', 'data-to': '/verkstad' })
  expect(cancel).toMatchObject({ text: 'Avbryt', attributes: { action: '/logga-ut', method: 'post' } })
  expect(textOf(text)).toContain('Är nyckeln borta?')
  expect(textOf(text)).toContain('Du har tio minuter')
})

it('the page says what to do where no script runs, and gives the script what it says', async () => {
  const { text } = await (await halfIn()).get('/logga-in/nyckel')
  const elements = elementsOf(text)
  expect(elements.find(({ attributes }) => 'data-no-passkey' in attributes)?.text).toContain(
    'kan inte använda nycklar',
  )
  const form = elements.find(({ attributes }) => 'data-passkey' in attributes)?.attributes ?? {}
  for (const told of ['data-refused', 'data-no-answer', 'data-cancelled', 'data-too-many']) {
    expect(form[told]).toMatch(/\.$/u)
  }
})

it('the key lets in the rest of the way, in a session of its own', async () => {
  const agent = await halfIn()
  const answer = await useKey(agent)
  expect(answer.status).toBe(201)
  expect(String(answer.headers['set-cookie'])).toMatch(/^profilverkstad=/u)
  expect(await whoIs(agent)).toBe('Karin Ek')
  expect((await agent.get('/logga-in/nyckel').expect(303)).headers.location).toBe('/logga-in')
})

it('who is half-way in is led on from the page for signing in', async () => {
  const agent = await halfIn()
  expect((await agent.get('/logga-in').expect(303)).headers.location).toBe('/logga-in/nyckel')
})

it('breaking off ends the half session, not only its cookie', async () => {
  const { token } = await issueAdminLink(test.context.deps, { fallbackName: 'Karin Ek' })
  const { headers } = await request(test.app).post(`/logga-in/${token}`)
  const [cookie = ''] = String(headers['set-cookie']?.[0]).split(';')
  const keyPage = () => request(test.app).get('/logga-in/nyckel').set('cookie', cookie)
  await keyPage().expect(200)
  const left = await request(test.app).post('/logga-ut').set('cookie', cookie).expect(303)
  expect(String(left.headers['set-cookie'])).toMatch(/^profilverkstad=; /u)
  expect((await keyPage().expect(303)).headers.location).toBe('/logga-in')
})

it('there is no page for the key for those who have not begun', async () => {
  expect((await test.stranger.get('/logga-in/nyckel').expect(303)).headers.location).toBe('/logga-in')
})

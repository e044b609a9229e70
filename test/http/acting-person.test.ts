import request from 'supertest'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let test: TestApp
let cookie: string
let personId: string
beforeAll(async () => {
  test = await startTestApp()
  cookie = await test.cookie('Gunilla Ek')
  const { body } = await request(test.app).get('/api/v1/session').set('cookie', cookie)
  personId = (body as { person: { id: string } }).person.id
})
afterAll(() => test.close())

const SOMEBODY_ELSE = '0192f0c1-7b1a-7c3e-9d55-3f2a8c1e4b77'

it.each([
  ['says nothing of it', () => ({}), 200],
  ['is in the name of whoever is signed in', () => ({ 'acting-person': personId }), 200],
  ['is in the name of somebody else', () => ({ 'acting-person': SOMEBODY_ELSE }), 401],
  ['is in nobody’s name', () => ({ 'acting-person': '' }), 401],
])('a request that %s gets its due', async (_what, headers, status) => {
  const answer = await request(test.app)
    .get('/api/v1/account')
    .set({ cookie, ...headers() })
  expect(answer.status).toBe(status)
})

it('in somebody else’s name, it is not told who is signed in either', async () => {
  const answer = await request(test.app)
    .get('/api/v1/session')
    .set({ cookie, 'acting-person': SOMEBODY_ELSE })
  expect((answer.body as { person: unknown }).person).toBeNull()
})

describe('the cookie that names the person to pages without a network', () => {
  const cookiesOf = (headers: Record<string, unknown>) => (headers['set-cookie'] ?? []) as string[]
  const namesPerson = (each: string) => each.startsWith('profilverkstad-person=')

  it('comes with the session, can be read, and is no way in', async () => {
    const { issueAdminLink } = await import('../../server/usecases/people/sign-in-link.ts')
    const { token } = await issueAdminLink(test.context.deps, { fallbackName: 'Karin Ek' })
    const { headers, body } = await request(test.app).post('/api/v1/session').send({ token })
    const found = cookiesOf(headers).find(namesPerson) ?? ''
    expect(found).toContain(`profilverkstad-person=${(body as { person: { id: string } }).person.id};`)
    expect(found).not.toContain('HttpOnly')
    const alone = await request(test.app)
      .get('/api/v1/session')
      .set('cookie', found.split(';')[0] ?? '')
    expect((alone.body as { person: unknown }).person).toBeNull()
  })

  it.each([
    ['the API', () => request(test.app).delete('/api/v1/session')],
    ['the page', () => request(test.app).post('/logga-ut').set('sec-fetch-site', 'same-origin')],
  ])('goes when one signs out by %s', async (_where, signOut) => {
    const { headers } = await signOut().set('cookie', await test.cookie('Bo Ek'))
    expect(cookiesOf(headers).find(namesPerson)).toContain('Expires=Thu, 01 Jan 1970')
  })
})

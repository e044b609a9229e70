import request from 'supertest'
import { issueAdminLink } from '../../server/usecases/people/sign-in-link.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
})
afterEach(() => test.close())

const link = async () => (await issueAdminLink(test.context.deps, { fallbackName: 'Karin Ek' })).token
const headingOf = (page: string) => elementsOf(page).find(({ name }) => name === 'h1')?.text

describe('a sign-in link', () => {
  it('is not used up by programs that open it, however often', async () => {
    const address = `/logga-in/${await link()}`
    for (const visit of ['get', 'get', 'head'] as const) {
      const { headers } = await test.stranger[visit](address).set('sec-purpose', 'prefetch').expect(200)
      expect(headers['set-cookie']).toBeUndefined()
    }
    expect((await test.stranger.post(address)).status).toBe(303)
  })

  it('gives a new session: a cookie that somebody has planted opens nothing', async () => {
    const address = `/logga-in/${await link()}`
    const planted = await test.cookie('Mallory')
    const answer = await request(test.app).post(address).set('cookie', planted).expect(303)
    const [cookie = ''] = String(answer.headers['set-cookie']?.[0]).split(';')
    expect(cookie).not.toBe(planted)
    const who = async (theirs: string) =>
      (await request(test.app).get('/api/v1/session').set('cookie', theirs)).body.person?.name ?? null
    expect([await who(planted), await who(cookie)]).toEqual([null, 'Karin Ek'])
  })

  it('cannot be guessed at for long from one address', async () => {
    for (let tries = 0; tries < 100; tries++)
      await test.stranger.post(`/logga-in/gissning-${tries}`).expect(410)
    const answer = await test.stranger.post(`/logga-in/${await link()}`).expect(429)
    expect(headingOf(answer.text)).toBe('För många försök på kort tid')
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('opens a page with one button, which signs in once and leads to the workshop', async () => {
    const address = `/logga-in/${await link()}`
    const elements = elementsOf((await test.stranger.get(address)).text)
    const form = elements.find(({ name }) => name === 'form')
    expect(form?.attributes).toEqual({ method: 'post', action: address })
    expect(elements.filter(({ name }) => name === 'button').map(({ text }) => text)).toEqual(['Logga in'])

    const agent = request.agent(test.app)
    const answer = await agent.post(address).expect(303)
    expect(answer.headers.location).toBe('/verkstad')
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^profilverkstad=\S+; .*HttpOnly; SameSite=Lax$/u)
    expect((await agent.get('/api/v1/session')).body.person.name).toBe('Karin Ek')
    await test.stranger.post(address).expect(410)
  })

  it.each([
    ['has been used', async (token: string) => void (await test.stranger.post(`/logga-in/${token}`))],
    ['is too old', async () => void (test.now = new Date('2026-03-01T10:00:01Z'))],
  ])('that %s says what to do instead', async (_why, happen) => {
    const token = await link()
    await happen(token)
    for (const answer of [
      await test.stranger.get(`/logga-in/${token}`),
      await request(test.app).post(`/logga-in/${token}`),
    ]) {
      expect(answer.status).toBe(410)
      expect(headingOf(answer.text)).toBe('Länken gäller inte längre')
      expect(textOf(answer.text)).toContain('profilverkstad admin-link')
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://annan.example' }],
    [{ origin: 'null' }],
  ])('signs nobody in from another website (%p)', async (headers) => {
    const address = `/logga-in/${await link()}`
    const answer = await test.stranger.post(address).set(headers).expect(403)
    expect(headingOf(answer.text)).toBe('Begäran kom från en annan webbplats')
    await test.stranger.post(address).expect(303)
  })

  it('tells nobody its address, and nothing keeps its page', async () => {
    const { headers } = await test.stranger.get(`/logga-in/${await link()}`)
    expect(headers).toMatchObject({ 'referrer-policy': 'strict-origin', 'cache-control': 'no-store' })
  })

  it('is found by no search engine', async () => {
    const elements = elementsOf((await test.stranger.get(`/logga-in/${await link()}`)).text)
    expect(elements.find(({ attributes }) => attributes.name === 'robots')?.attributes.content).toBe(
      'noindex',
    )
    expect(elements.filter(({ attributes }) => attributes.rel === 'alternate')).toEqual([])
  })

  it('works in English too', async () => {
    const address = `/en/logga-in/${await link()}`
    expect(headingOf((await test.stranger.get(address)).text)).toBe('The link works')
    await test.stranger.post(address).expect(303)
  })
})

describe('the page about signing in', () => {
  it('says how to get a link, since this installation sends no mail', async () => {
    const text = textOf((await test.stranger.get('/logga-in')).text)
    expect(text).toContain('Härifrån skickas ingen e-post.')
    expect(text).toContain('profilverkstad admin-link')
  })

  it('lets those who are signed in go to the workshop or sign out', async () => {
    const agent = await test.signedIn('Åsa Öberg')
    const { text } = await agent.get('/logga-in')
    expect(headingOf(text)).toBe('Du är inloggad som Åsa Öberg')
    expect(elementsOf(text).find(({ name }) => name === 'form')?.attributes.action).toBe('/logga-ut')
  })
})

describe('signing out', () => {
  it('ends the session and leads to the list', async () => {
    const agent = await test.signedIn()
    const answer = await agent.post('/logga-ut').expect(303)
    expect(answer.headers.location).toBe('/')
    expect((await agent.get('/api/v1/session')).body.person).toBeNull()
  })

  it('is nothing that another website can do', async () => {
    const agent = await test.signedIn()
    await agent.post('/logga-ut').set('sec-fetch-site', 'cross-site').expect(403)
    expect((await agent.get('/api/v1/session')).body.person).not.toBeNull()
  })

  it('does no harm to those who are not signed in', async () => {
    const { status, headers } = await test.stranger.post('/en/logga-ut')
    expect([status, headers.location]).toEqual([303, '/en/'])
  })
})

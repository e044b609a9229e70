import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { startIssuer, type TestIssuer } from '../support/issuer.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

const KARIN = 'karin.ek@assistans.example'

let issuer: TestIssuer
let test: TestApp
beforeEach(async () => {
  issuer = await startIssuer()
  issuer.accounts.set('karin', { sub: 'k-1', email: KARIN, email_verified: true, name: 'Karin Ek' })
  issuer.accounts.set('okand', { sub: 'o-1', email: 'okand@assistans.example', email_verified: true })
  issuer.accounts.set('utan-intyg', { sub: 'u-1', email: KARIN, email_verified: false })
  issuer.accounts.set('personnummer', { sub: '19811218-9876', email: KARIN, email_verified: true })
  test = await startTestApp({ openId: issuer.config })
  // The issuer's tokens are of the present.
  test.now = new Date()
  const invited = {
    name: 'Karin Ek',
    email: KARIN,
    organisationId: null,
    locale: 'sv',
    sendMail: false,
  } as const
  await invitePerson(test.context.deps, THE_PROGRAM, invited)
})
afterEach(async () => {
  await test.close()
  await issuer.close()
})

const headingOf = (page: string) => elementsOf(page).find(({ name }) => name === 'h1')?.text
const whoIs = async (agent: TestAgent) => (await agent.get('/api/v1/session')).body.person?.name ?? null
const pathOf = ({ pathname, search }: URL) => pathname + search

/** Leaves for the issuer; gives its address. */
async function leave(agent: TestAgent, from = '/logga-in/oidc'): Promise<string> {
  const { headers } = await agent.get(from).set('sec-fetch-site', 'same-origin').expect(303)
  return headers.location ?? ''
}
const signInAs = async (agent: TestAgent, account: string, from?: string) =>
  agent.get(pathOf(await issuer.signIn(await leave(agent, from), account)))

describe('signing in at another organisation', () => {
  it('begins with a link, and what has to come back is in a cookie that no script reads', async () => {
    const { text } = await test.stranger.get('/logga-in')
    const link = elementsOf(text).find(({ attributes }) => attributes.href === '/logga-in/oidc')
    expect(link).toMatchObject({ name: 'a', text: 'Logga in med Testkonto' })
    const { headers } = await test.stranger.get('/logga-in/oidc').expect(303)
    expect(headers.location).toMatch(new RegExp(`^${issuer.config.issuer}/`, 'u'))
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^profilverkstad-oidc=\S+; Max-Age=600; .*HttpOnly; SameSite=Lax$/u),
    ])
  })

  it('lets in whoever is registered with the e-mail that the issuer has verified, and next time by the account', async () => {
    const agent = request.agent(test.app)
    const answer = await signInAs(agent, 'karin')
    expect([answer.status, answer.headers.location]).toEqual([303, '/verkstad'])
    expect(String(answer.headers['set-cookie'])).toContain('profilverkstad-oidc=; ')
    expect(await whoIs(agent)).toBe('Karin Ek')

    issuer.accounts.set('karin', { sub: 'k-1' })
    const later = request.agent(test.app)
    await signInAs(later, 'karin')
    expect(await whoIs(later)).toBe('Karin Ek')
  })

  it.each([
    ['okand', 'Vi känner inte igen dig'],
    ['utan-intyg', 'Vi känner inte igen dig'],
    ['personnummer', 'Inloggningen skickade ett personnummer'],
  ])('does not let in %s: %s', async (account, heading) => {
    const agent = request.agent(test.app)
    const answer = await signInAs(agent, account)
    expect([answer.status, headingOf(answer.text)]).toEqual([403, heading])
    expect(answer.text).toContain('href="/logga-in"')
    expect(await whoIs(agent)).toBeNull()
  })

  it('can be broken off, and nothing that the issuer has said is on the page', async () => {
    const agent = request.agent(test.app)
    const back = await issuer.cancel(await leave(agent))
    const answer = await agent.get(pathOf(back)).expect(403)
    expect(headingOf(answer.text)).toBe('Inloggningen blev inte klar')
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    for (const [name, said] of back.searchParams)
      expect([name, answer.text.includes(said)]).toEqual([name, false])
  })

  it('answers in the language in which somebody left', async () => {
    const agent = request.agent(test.app)
    const back = await issuer.cancel(await leave(agent, '/en/logga-in/oidc'))
    expect(back.pathname).toBe('/logga-in/oidc/svar')
    const { text } = await agent.get(pathOf(back)).expect(403)
    expect(elementsOf(text).find(({ name }) => name === 'html')?.attributes.lang).toBe('en')
  })

  it('takes an answer once, and only in the browser that left', async () => {
    const agent = request.agent(test.app)
    const back = pathOf(await issuer.signIn(await leave(agent), 'karin'))
    await request(test.app).get(back).expect(403)
    await agent.get(back).expect(303)
    await agent.get(back).expect(403)
  })

  it('ends a session that somebody has planted', async () => {
    const planted = await test.cookie('Mallory')
    const agent = request.agent(test.app).set('cookie', planted)
    const { headers } = await agent.get('/logga-in/oidc')
    const memory = String(headers['set-cookie']?.[0]).split(';')[0]
    const back = await issuer.signIn(headers.location ?? '', 'karin')
    await request(test.app).get(pathOf(back)).set('cookie', `${planted}; ${memory}`).expect(303)
    expect((await request(test.app).get('/api/v1/session').set('cookie', planted)).body.person).toBeNull()
  })

  it('says so when the issuer does not answer', async () => {
    await issuer.goDown()
    const { text, status } = await test.stranger.get('/logga-in/oidc')
    expect([status, headingOf(text)]).toEqual([503, 'Inloggningstjänsten svarar inte'])
    expect(textOf(text)).toContain('Till sidan Logga in')
  })

  it('asks the issuer no more than so often from one address', async () => {
    for (let times = 0; times < 100; times++)
      await test.stranger.get('/logga-in/oidc/svar?code=x').expect(403)
    await test.stranger.get('/logga-in/oidc/svar?code=x').expect(429)
  })
})

describe('connecting an account elsewhere', () => {
  const CONNECT = '/logga-in/oidc?koppla=1'

  it('makes it a way in for whoever is signed in', async () => {
    const agent = await test.signedIn('Åsa Öberg')
    const answer = await signInAs(agent, 'okand', CONNECT)
    expect([answer.status, answer.headers.location]).toEqual([303, '/konto#kopplat'])
    expect((await agent.get('/api/v1/account')).body.isConnected).toBe(true)
    const later = request.agent(test.app)
    await signInAs(later, 'okand')
    expect(await whoIs(later)).toBe('Åsa Öberg')
  })

  it('is for those who are signed in', async () => {
    const { headers } = await test.stranger.get(CONNECT).expect(303)
    expect(headers.location).toBe('/logga-in')
  })

  it('is refused for an account that is another person’s way in', async () => {
    await signInAs(request.agent(test.app), 'karin')
    const answer = await signInAs(await test.signedIn('Åsa Öberg'), 'karin', CONNECT)
    expect([answer.status, headingOf(answer.text)]).toEqual([403, 'Inloggningen blev inte klar'])
  })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ referer: 'https://annan.example/' }],
    [{}],
  ])('is begun by no other website (%p)', async (headers) => {
    const agent = await test.signedIn('Åsa Öberg')
    const answer = await agent.get(CONNECT).set(headers).expect(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it('is begun by our own page where browsers say only that', async () => {
    const agent = await test.signedIn('Åsa Öberg')
    await agent.get(CONNECT).set({ host: 'verkstad.lan', referer: 'http://verkstad.lan/konto' }).expect(303)
  })

  it('is not finished as somebody else, who has signed in on the same computer meanwhile', async () => {
    const left = await test.cookie('Åsa Öberg')
    const begun = await request(test.app).get(CONNECT).set({ cookie: left, 'sec-fetch-site': 'same-origin' })
    const memory = String(begun.headers['set-cookie']?.[0]).split(';')[0]
    const back = pathOf(await issuer.signIn(begun.headers.location ?? '', 'okand'))
    const other = await test.cookie('Amina Said')
    await request(test.app).get(back).set('cookie', `${other}; ${memory}`).expect(403)
  })

  it('is not finished by somebody who is signed out meanwhile', async () => {
    const agent = await test.signedIn('Åsa Öberg')
    const back = pathOf(await issuer.signIn(await leave(agent, CONNECT), 'okand'))
    await agent.post('/logga-ut').expect(303)
    expect(headingOf((await agent.get(back).expect(401)).text)).toBe('Du är inte inloggad')
  })
})

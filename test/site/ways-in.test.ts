import request from 'supertest'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { issueAdminLink } from '../../server/usecases/people/sign-in-link.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { elementsOf, textOf, type Element } from '../support/read-html.ts'

const MAIL = { smtpUrl: 'smtp://localhost:1', from: 'profiler@exempel.example' }
const OPEN_ID = { issuer: 'http://localhost:1', clientId: 'x', clientSecret: 'y', name: 'Kommunkonto' }
const KARIN = 'karin.ek@assistans.example'
const PASSWORD = 'tre blå hästar på rad'

let test: TestApp
const start = async (settings: Parameters<typeof startTestApp>[0] = {}, passwords = false) => {
  test = await startTestApp(settings)
  const administrator = await test.signedIn()
  if (passwords) await administrator.patch('/api/v1/installation/settings').send({ passwords }).expect(200)
}
afterEach(() => test.close())

/** Karin with an e-mail of her own, and a password where one is asked for. */
async function registerKarin({ secret }: { secret?: string } = {}) {
  const invited = {
    name: 'Karin Ek',
    email: KARIN,
    organisationId: null,
    locale: 'sv',
    sendMail: false,
  } as const
  const { id } = await invitePerson(test.context.deps, THE_PROGRAM, {
    ...invited,
    role: 'editor',
    scope: EVERYTHING,
  })
  if (secret === undefined) return
  const hash = await test.context.deps.passwords.hash(secret)
  await test.storage.write(({ people }) => people.setPassword(id, hash))
}

const named = (page: string, wanted: string) => elementsOf(page).filter(({ name }) => name === wanted)
const headingOf = (page: string) => named(page, 'h1')[0]?.text
const actionsOf = (page: string) => named(page, 'form').map(({ attributes }) => attributes.action)
const fieldNamed = (page: string, id: string): Element['attributes'] =>
  named(page, 'input').find(({ attributes }) => attributes.id === id)?.attributes ?? {}
const askForLink = (email: string, agent = test.stranger) =>
  agent.post('/logga-in').type('form').send({ email })
const tryPassword = (email: string, password: string, agent = test.stranger) =>
  agent.post('/logga-in/losenord').type('form').send({ email, password })

describe('the page for signing in shows the ways in that there are', () => {
  it.each([
    ['nothing', {}, false, 'Logga in med en länk', [], 'skickas ingen e-post'],
    ['mail', { mail: MAIL }, false, 'Logga in med en länk', ['/logga-in'], 'Vi skickar en länk'],
    ['passwords', {}, true, 'Logga in', ['/logga-in/losenord'], 'Logga in med lösenord'],
    ['another sign-in', { openId: OPEN_ID }, false, 'Logga in', [], 'Logga in med Kommunkonto'],
    [
      'all of it',
      { mail: MAIL, openId: OPEN_ID },
      true,
      'Logga in',
      ['/logga-in', '/logga-in/losenord'],
      'Med en länk',
    ],
  ])('with %s', async (_what, settings, passwords, heading, actions, says) => {
    await start(settings, passwords)
    const { text } = await request(test.app).get('/logga-in')
    expect(headingOf(text)).toBe(heading)
    // The form for a passkey has no address: it is the script's, and hidden without it.
    expect(actionsOf(text)).toEqual([...actions, undefined])
    expect(textOf(text)).toContain(says)
    expect(textOf(text)).toContain('profilverkstad admin-link')
    const loud = elementsOf(text).filter(({ attributes }) => attributes.class?.split(' ').includes('go'))
    expect(loud.length).toBeLessThanOrEqual(1)
  })

  it('and takes nothing by those that there are not', async () => {
    await start()
    await askForLink(KARIN).expect(404)
    await tryPassword(KARIN, PASSWORD).expect(404)
    await test.stranger.get('/logga-in/oidc').expect(404)
    await test.stranger.get('/logga-in/oidc/svar?code=1&state=2').expect(404)
  })
})

describe('a link by mail', () => {
  beforeEach(() => start({ mail: MAIL }))
  const waiting = () => test.storage.read(({ mails }) => mails.countBy('waiting'))

  it('is on its way to whoever is known, and the page says the same to all others', async () => {
    await registerKarin()
    const pages: string[] = []
    for (const email of [KARIN, 'okand.person@assistans.example']) {
      const agent = request.agent(test.app)
      const answer = await askForLink(email, agent).expect(303)
      expect(answer.headers.location).toBe('/logga-in/skickad')
      pages.push((await agent.get('/logga-in/skickad').expect(200)).text.replaceAll(email, 'ADRESSEN'))
    }
    expect(pages[0]).toBe(pages[1])
    expect(headingOf(pages[0] ?? '')).toBe('Länken är skickad')
    expect(textOf(pages[0] ?? '')).toContain('Gäller i 15 minuter, och en gång')
    expect(await waiting()).toBe(1)
  })

  it('is not sent once more when the page is loaded again, but by its button', async () => {
    await registerKarin()
    const agent = request.agent(test.app)
    await askForLink(KARIN, agent)
    for (let visit = 0; visit < 3; visit++) await agent.get('/logga-in/skickad').expect(200)
    expect(await waiting()).toBe(1)
    const { text } = await agent.get('/logga-in/skickad')
    const again = named(text, 'input').find(({ attributes }) => attributes.type === 'hidden')?.attributes
    expect(again).toMatchObject({ name: 'email', value: KARIN })
    await agent.post('/logga-in').type('form').send({ email: again?.value }).expect(303)
    expect(await waiting()).toBe(2)
  })

  it('puts the address in no address, and in a cookie for as long as the link lasts', async () => {
    const { headers } = await askForLink(KARIN)
    expect(headers.location).not.toContain('karin')
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^profilverkstad-mail=karin\.ek%40assistans\.example; Max-Age=900; .*HttpOnly; SameSite=Lax$/u,
      ),
    ])
  })

  it('forgets the address when somebody comes in', async () => {
    const agent = request.agent(test.app)
    await askForLink(KARIN, agent)
    const { token } = await issueAdminLink(test.context.deps, { fallbackName: 'Karin Ek' })
    const { headers } = await agent.post(`/logga-in/${token}`).expect(303)
    expect(String(headers['set-cookie'])).toContain('profilverkstad-mail=; ')
    await agent.get('/logga-in/skickad').expect(303)
  })

  it.each(['', 'karin', 'karin@', '<script>@x', `${'a'.repeat(400)}@x.example`])(
    'is refused for %p, which stays in its field with what is wrong',
    async (email) => {
      const { text } = await askForLink(email).expect(422)
      const {
        value = '',
        'aria-invalid': invalid,
        'aria-describedby': at = '',
      } = fieldNamed(text, 'mail-email')
      expect([value, invalid]).toEqual([email, 'true'])
      expect(elementsOf(text).find(({ attributes: { id } }) => id === at)?.text).toContain(
        'Skriv hela e-postadressen',
      )
      expect(
        elementsOf(text).find(({ attributes }) => attributes.role === 'alert')?.attributes,
      ).toHaveProperty('autofocus')
      expect(named(text, 'title')[0]?.text).toMatch(/^Fel: /u)
    },
  )

  it('takes an address that a telephone has put a space after', async () => {
    await registerKarin()
    await askForLink(` ${KARIN.toUpperCase()} `).expect(303)
    expect(await waiting()).toBe(1)
  })

  it('is sent five times an hour, and then in words it is not, whether or not the address is known', async () => {
    await registerKarin()
    for (const email of [KARIN, 'okand.person@assistans.example']) {
      for (let times = 0; times < 5; times++) await askForLink(email).expect(303)
      const answer = await askForLink(email).expect(429)
      expect(headingOf(answer.text)).toBe('För många försök på kort tid')
      expect(textOf(answer.text)).toContain('Det går igen om högst tolv minuter.')
      expect(answer.text).toContain('href="/logga-in"')
      expect(answer.text).not.toContain(email)
    }
    expect(await waiting()).toBe(5)
  })

  it('is nothing that another website can ask for', async () => {
    await askForLink(KARIN).set('sec-fetch-site', 'cross-site').expect(403)
  })

  it('shows no page about a link that nobody has asked for', async () => {
    for (const cookie of ['', 'profilverkstad-mail=%', 'profilverkstad-mail=%3Cscript%3E']) {
      const { headers } = await request(test.app).get('/logga-in/skickad').set('cookie', cookie).expect(303)
      expect(headers.location).toBe('/logga-in')
    }
  })

  it.each([
    '{"email":"karin.ek@assistans.example"}',
    'email=a@b.example&email=c@d.example',
    'a&'.repeat(4000),
  ])('is not asked for by a body like %.30p', async (body) => {
    await test.stranger.post('/logga-in').type('form').send(body).expect(422)
    await test.stranger.post('/logga-in').type('json').send(body).expect(422)
  })

  it('refuses a form that is larger than any', async () => {
    await askForLink('a'.repeat(9000)).expect(413)
  })

  it('speaks English to those who read it', async () => {
    const agent = request.agent(test.app)
    const { headers } = await agent.post('/en/logga-in').type('form').send({ email: KARIN }).expect(303)
    expect(headers.location).toBe('/en/logga-in/skickad')
    expect(headingOf((await agent.get(headers.location ?? '')).text)).toBe('The link is sent')
  })
})

describe('a password', () => {
  beforeEach(() => start({}, true))

  it('lets in whoever it belongs to', async () => {
    await registerKarin({ secret: PASSWORD })
    const agent = request.agent(test.app)
    const { headers } = await tryPassword(KARIN, PASSWORD, agent).expect(303)
    expect(headers.location).toBe('/verkstad')
    expect((await agent.get('/api/v1/session')).body.person.name).toBe('Karin Ek')
  })

  it('that is wrong, and an address that nobody has, are refused with the same page', async () => {
    await registerKarin({ secret: PASSWORD })
    const pages: string[] = []
    for (const email of [KARIN, 'okand.person@assistans.example']) {
      const { text, headers } = await tryPassword(email, 'fel').expect(403)
      expect(headers['set-cookie']).toBeUndefined()
      expect(fieldNamed(text, 'password-email').value).toBe(email)
      pages.push(text.replaceAll(email, 'ADRESSEN'))
    }
    expect(pages[0]).toBe(pages[1])
    const page = pages[0] ?? ''
    expect(elementsOf(page).find(({ attributes }) => attributes.role === 'alert')?.text).toContain(
      'E-posten och lösenordet hör inte ihop',
    )
    for (const id of ['password-email', 'password']) {
      expect(fieldNamed(page, id)).toMatchObject({ 'aria-invalid': 'true', 'aria-describedby': 'fault' })
    }
  })

  it('never comes back to the page', async () => {
    const { text } = await tryPassword(KARIN, 'hemligt och fel')
    expect(text).not.toContain('hemligt och fel')
    expect(fieldNamed(text, 'password')).toMatchObject({ type: 'password', autocomplete: 'current-password' })
    expect(fieldNamed(text, 'password-email').autocomplete).toBe('username')
  })

  it.each([
    ['an e-mail', '', PASSWORD, 'password-email', 'Skriv hela e-postadressen'],
    ['the password', KARIN, '', 'password', 'Skriv ditt lösenord'],
  ])('is asked for again where %s is missing', async (_what, email, password, id, says) => {
    const { text } = await tryPassword(email, password).expect(422)
    const at = fieldNamed(text, id)['aria-describedby']
    expect(elementsOf(text).find(({ attributes }) => attributes.id === at)?.text).toContain(says)
  })

  it('can be tried ten times in ten minutes, and then the page says how long to wait', async () => {
    await registerKarin({ secret: PASSWORD })
    for (let times = 0; times < 10; times++) await tryPassword(KARIN, 'fel').expect(403)
    const answer = await tryPassword(KARIN, PASSWORD).expect(429)
    expect(textOf(answer.text)).toContain('Det går igen om högst en minut.')
    expect(answer.headers['retry-after']).toBe('60')
  })
})

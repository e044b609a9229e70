import type { LoggedEvent } from '../../schemas/types.ts'
import { SCHEMAS } from '../../server/contract.ts'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import texts from '../../server/site/texts.sv.json' with { type: 'json' }
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

let test: TestApp
beforeEach(async () => {
  test = await startTestApp({ mail: { smtpUrl: 'smtp://localhost:1', from: 'a@exempel.example' } })
})
afterEach(() => test.close())

const invite = (name: string) =>
  invitePerson(test.context.deps, THE_PROGRAM, {
    name,
    email: 'karin.ek@assistans.example',
    organisationId: null,
    locale: 'sv',
    role: 'editor',
    scope: EVERYTHING,
    sendMail: true,
  })
const dataOf = (id: string) => `/administration/personer/${id}/uppgifter`

describe('what is held about oneself', () => {
  it('is all there to read, with Swedish days and times, and as a file', async () => {
    const agent = await test.signedIn('Åsa Öberg')
    const { text, headers } = await agent.get('/konto/uppgifter').expect(200)
    expect(headers['cache-control']).toBe('no-store')
    const said = textOf(text)
    for (const part of [
      'Åsa Öberg',
      'administratör',
      '1 mars 2026 kl. 10.00',
      'länk',
      'inloggning',
      'person registrerad',
    ]) {
      expect(said).toContain(part)
    }
    expect(text).toContain('href="/api/v1/account/data"')
    expect(elementsOf(text).some(({ attributes }) => attributes.content === 'noindex')).toBe(true)
  })

  it('says as much as the file does', async () => {
    const agent = await test.signedIn('Åsa Öberg')
    const { body } = await agent.get('/api/v1/account/data')
    const { text } = await agent.get('/konto/uppgifter')
    const rows = elementsOf(text).filter(({ name }) => name === 'tr').length
    // One row for each thing, one for the heads of each table, and that the file has been read is in the log by now.
    const { sessions, passkeys, identities, mails, log, person } = body
    const lists = [sessions, passkeys, identities, mails, person.roles].filter((list) => list.length > 0)
    expect(rows).toBe(lists.flat().length + lists.length + log.length + 1 + 1)
    expect(text).toContain(person.id)
  })

  it('is read by nobody else: strangers are shown the door', async () => {
    for (const address of ['/konto/uppgifter', '/en/konto/uppgifter', dataOf('x')]) {
      const { headers } = await test.stranger.get(address).expect(303)
      expect(headers.location).toMatch(/^(?:\/en)?\/logga-in$/u)
    }
  })

  it('is there in English too', async () => {
    const agent = await test.signedIn('Åsa Öberg')
    expect(textOf((await agent.get('/en/konto/uppgifter')).text)).toContain('1 March 2026, 10:00')
  })

  it('shows what people have called themselves as they wrote it', async () => {
    const agent = await test.signedIn('<script>alert(1)</script>')
    const { text } = await agent.get('/konto/uppgifter')
    expect(text).not.toContain('<script>alert')
    expect(textOf(text)).toContain('<script>alert(1)</script>')
  })
})

describe('what is held about somebody else', () => {
  it('is read by those who keep the register, and the log says so', async () => {
    const { id } = await invite('Karin Ek')
    const agent = await test.signedIn('Åsa Öberg')
    const { text } = await agent.get(dataOf(id)).expect(200)
    const said = textOf(text)
    for (const part of ['Karin Ek', 'karin.ek@assistans.example', 'redaktör', 'inbjudan', 'väntar']) {
      expect(said).toContain(part)
    }
    expect(text).toContain(`href="/api/v1/people/${id}/data"`)
    expect(textOf((await agent.get(dataOf(id))).text)).toContain('personuppgifter lästa')
  })

  it('is no name in the window’s title', async () => {
    const { id } = await invite('Karin Ek')
    const { text } = await (await test.signedIn('Åsa Öberg')).get(dataOf(id))
    expect(elementsOf(text).find(({ name }) => name === 'title')?.text).not.toContain('Karin')
  })

  it('is nothing for other roles', async () => {
    const { id } = await invite('Karin Ek')
    const answer = await (await test.as('editor')).get(dataOf(id)).expect(403)
    expect(answer.text).not.toContain('karin.ek@')
  })

  it('is a page that there is not where there is no such person', async () => {
    await (await test.signedIn()).get(dataOf('019a0000-0000-7000-8000-000000000000')).expect(404)
    await (await test.signedIn()).get(dataOf('..%2F..%2Fkonto')).expect(404)
  })
})

it('the catalogue has words for every kind of event that the log may hold', () => {
  const kinds = ['event', 'change'].flatMap((name) =>
    [...JSON.stringify(SCHEMAS.get(name)).matchAll(/"kind":\{[^{}]*?"const":"([a-z-]+)"/gu)].map(
      ([, kind]) => kind,
    ),
  )
  expect(kinds.length).toBeGreaterThan(30)
  expect(new Set(Object.keys(texts.events))).toEqual(new Set(kinds))
  const spoken: Record<LoggedEvent['kind'], string> = texts.events
  expect(Object.values(spoken).filter((words) => words.trim() === '')).toEqual([])
})

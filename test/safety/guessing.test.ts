import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { randomBytes } from 'node:crypto'
import { jest } from '@jest/globals'
import { buildApp } from '../../server/app.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { changeSettings } from '../../server/usecases/installation/settings.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { handOverLink } from '../../server/usecases/people/sign-in-link.ts'
import { openPasswords } from '../../server/people/passwords.ts'
import { flood, talkTo, type Asked, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/* 10,000 guesses from one address. What the server hashes, and how much it keeps, is counted; nothing is timed. */

const EMAIL = 'karin@exempel.se'
const PASSWORD = 'hästen äter inte gröt'
const TIMES = 10_000
jest.setTimeout(60_000)

let app: TestApp
let talk: Talk
let personId: string
beforeEach(async () => {
  app = await startTestApp()
  // Not through the test's own watch over what is answered, which takes longer than the answer.
  talk = await talkTo(buildApp(app.context))
  const { deps, installation } = app.context
  await changeSettings(deps, THE_PROGRAM, { passwords: true })
  await installation.load()
  const about = { name: 'Karin', email: EMAIL, organisationId: null, locale: 'sv', sendMail: false } as const
  personId = (await invitePerson(deps, THE_PROGRAM, about)).id
  const hash = await deps.passwords.hash(PASSWORD)
  await app.storage.write(({ people }) => people.setPassword(personId, hash))
})
afterEach(async () => {
  await talk.close()
  await app.close()
})

const posted = (address: string, path: string, body?: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  path,
  headers: { 'x-forwarded-for': address, ...headers },
  ...(body !== undefined && { body }),
})
const from = (...posting: Parameters<typeof posted>) => talk.ask(posted(...posting))
/** Each connection ends with a look at whether the server is there: that is a 200. */
const many = async (times: number, asked: (time: number) => Asked) => {
  const { 200: alive, ...answers } = await flood(
    talk.port,
    Array.from({ length: times }, (_, time) => asked(time)),
  )
  expect(alive).toBe(8)
  return answers
}

const sessions = () => app.storage.read(({ access }) => access.sessions(personId, '2026-03-01T09:00:00.000Z'))

test('10,000 guessed links let nobody in, and the real one still opens from elsewhere', async () => {
  const { token } = await handOverLink(app.context.deps, THE_PROGRAM, { personId })
  const { 410: spent = 0, 429: later = 0 } = await many(TIMES, () =>
    posted('203.0.113.9', '/api/v1/session', { token: randomBytes(32).toString('base64url') }),
  )
  expect([spent <= 105, spent + later]).toEqual([true, TIMES])
  expect(await sessions()).toEqual([])
  expect((await from('203.0.113.9', '/api/v1/session', { token })).status).toBe(429)
  expect((await from('198.51.100.1', '/api/v1/session', { token })).status).toBe(201)
})

test('guessed links are stopped at the page’s form too', async () => {
  const { 410: spent = 0, 429: later = 0 } = await many(1_000, () =>
    posted('203.0.113.9', `/logga-in/${randomBytes(32).toString('base64url')}`, undefined, {
      accept: 'text/html',
    }),
  )
  expect([spent <= 101, spent + later]).toEqual([true, 1_000])
})

/** In bytes, without what only waits to be thrown away. */
function keptInMemory(): number {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  collectGarbage()
  return process.memoryUsage().heapUsed
}

test('10,000 wrong passwords from one address cost ten looks, and the owner comes in from theirs', async () => {
  const before = keptInMemory()
  const statuses = await many(TIMES, (time) =>
    posted('203.0.113.9', '/api/v1/session/password', { email: EMAIL, password: `gissning ${time}` }),
  )
  expect(statuses).toEqual({ 403: 10, 429: TIMES - 10 })
  expect(keptInMemory() - before).toBeLessThan(50 * 1024 * 1024)
  expect(await sessions()).toEqual([])
  const own = await from('198.51.100.1', '/api/v1/session/password', { email: EMAIL, password: PASSWORD })
  expect(own.status).toBe(201)
  const right = { email: EMAIL, password: PASSWORD }
  expect((await from('203.0.113.9', '/api/v1/session/password', right)).code).toBe('too-many-requests')
})

test('the page’s form counts with the same count, in both languages and however the address is spelled', async () => {
  const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }
  const spelled = [EMAIL, EMAIL.toUpperCase(), ` ${EMAIL} `]
  const statuses = await many(300, (time) => {
    const body = new URLSearchParams({ email: spelled[time % 3] ?? '', password: 'gissning' }).toString()
    return posted('203.0.113.9', time % 2 ? '/logga-in/losenord' : '/en/logga-in/losenord', body, form)
  })
  expect(statuses).toEqual({ 403: 10, 429: 290 })
  const guess = { email: EMAIL, password: 'gissning' }
  expect((await from('203.0.113.9', '/api/v1/session/password', guess)).status).toBe(429)
})

test('who is known is told neither by what is answered nor by how often one may ask', async () => {
  const asked = async (email: string, address: string) => {
    const answers: string[] = []
    for (let time = 0; time < 12; time++) {
      const { status, code, text } = await from(address, '/api/v1/session/password', { email, password: 'x' })
      const { title, detail } = JSON.parse(text) as Record<string, string>
      answers.push(`${status} ${code} ${title} ${detail}`)
    }
    const { status, text } = await from(address, '/api/v1/sign-in-links', { email })
    return [...answers, `${status} ${text}`]
  }
  expect(await asked('ingen@exempel.se', '203.0.113.7')).toEqual(await asked(EMAIL, '203.0.113.8'))
})

test('an address that somebody only says they have is not theirs', async () => {
  const direct = await startTestApp({ trustedProxies: '192.0.2.1' })
  const talked = await talkTo(direct.app)
  const statuses: number[] = []
  for (let time = 0; time < 12; time++) {
    const headers = {
      'x-forwarded-for': `203.0.113.${time}`,
      'x-real-ip': `203.0.113.${time}`,
      forwarded: `for=203.0.113.${time}`,
    }
    const body = { email: EMAIL, password: 'gissning' }
    statuses.push(
      (await talked.ask({ method: 'POST', path: '/api/v1/session/password', headers, body })).status,
    )
  }
  expect(statuses).toEqual([...Array<number>(10).fill(403), 429, 429])
  await talked.close()
  await direct.close()
})

test('however many sign in at once from everywhere, so many are hashed and so many wait; others are answered meanwhile', async () => {
  const crowd = Promise.all(
    Array.from({ length: 60 }, (_, one) =>
      from(`10.9.${one >> 8}.${one & 255}`, '/api/v1/session/password', {
        email: `p${one}@exempel.se`,
        password: 'x',
      }),
    ),
  )
  const others = await talk.ask({ method: 'GET', path: '/api/v1/profiles' })
  expect(others.status).toBe(200)
  const statuses = (await crowd).map(({ status }) => status)
  expect(statuses.every((status) => status === 403 || status === 429)).toBe(true)
  const passwords = openPasswords()
  const attempts = await Promise.allSettled(Array.from({ length: 60 }, () => passwords.fits(undefined, 'x')))
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(42)
})

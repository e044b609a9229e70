import type { LogPage } from '../../schemas/types.ts'
import { ROUTES } from '../../server/http/v1/routes.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { SAMPLES } from '../support/requests-by-route.ts'
import { talkTo, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { buildWorld, cookieOfWhoever, type World } from '../support/world.ts'

/* Every named part of every address is given what is no name of anything, as an administrator would. */

const TRICKS = {
  'a way up': '..%2f..%2f..%2fetc%2fpasswd',
  'a way up, as it is': '../../etc/passwd',
  'a way up, coded twice': '%252e%252e%252fetc%252fpasswd',
  dots: '%2e%2e',
  'a way up for Windows': '..%5c..%5cwindows',
  'a file of the program': '%2fproc%2fself%2fenviron',
  'the end of a text': 'published%00.json',
  'what cannot be decoded': '%ff%fe',
  'half a code': '%',
  'a line break': 'a%0d%0aset-cookie:%20a=b',
  '8,000 letters': 'a'.repeat(8_000),
  'what is no Latin': encodeURIComponent('ｐｕｂｌｉｓｈｅｄ'),
  'a surrogate alone': '%ed%a0%80',
  'a list': 'a[]=1',
  'an object': encodeURIComponent('{"$gt":""}'),
  'a piece of SQL': encodeURIComponent("' or 1=1; drop table person; --"),
  __proto__a: '__proto__',
  constructor: 'constructor',
  toString: 'toString',
  hasOwnProperty: 'hasOwnProperty',
  'a star': '*',
  'a template': encodeURIComponent('${7*7}{{7*7}}'),
} as const

let world: World
let storage: Storage
let app: TestApp
let talk: Talk
let cookie: string
beforeAll(async () => {
  world = await buildWorld()
  storage = world.copy()
  cookie = `profilverkstad=${world.visitors.find(({ name }) => name === 'administrator of everything')?.secret}`
})
// A program of its own for each, on the same data: how often one may ask is another matter.
beforeEach(async () => {
  app = await startTestApp({}, { ...storage, close: () => Promise.resolve() })
  talk = await talkTo(app.app)
})
afterEach(async () => {
  await talk.close()
  await app.close()
})
afterAll(async () => {
  await storage.close()
  world.remove()
})

const parts = ROUTES.flatMap((route) =>
  [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, part = '']) => [route.id, part, route] as const),
)

test.each(parts)('%s has nothing by another {%s}', async (id, part, route) => {
  const profile = world.profiles.find(({ status }) => status === 'revised')
  const sample = profile && SAMPLES[id]?.(world, profile)
  const named: Readonly<Record<string, string>> = { slug: 'revised', ...sample?.params }
  const before = await head()
  const wrong: string[] = []
  for (const [trick, value] of Object.entries(TRICKS)) {
    const address = route.path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) =>
      name === part ? value : (named[name] ?? ''),
    )
    const headers = { cookie: cookieOfWhoever(world, route.access), 'if-match': `"r${profile?.revision}"` }
    const { status, code, text } = await talk.ask({
      method: route.method.toUpperCase(),
      path: `/api/v1${address}`,
      headers,
      ...(sample?.body !== undefined && { body: sample.body }),
    })
    // Removing what is not there is no fault: two may do it at once.
    const isRemoved =
      (id.startsWith('remove') && text.endsWith('"changes":[]}')) || (part === 'recusalId' && status === 200)
    // What was written at a desk comes from no workshop, whatever it is called.
    const isFromNowhere = id === 'readOrigins' && text.startsWith('{"items":[],')
    const isUnknown = status === 404 && (code?.endsWith('not-found') === true || code === 'code-unknown')
    const isClear = isUnknown || isRemoved || isFromNowhere
    if (!isClear || text.includes('/etc/passwd:') || text.includes(process.cwd()))
      wrong.push(`${trick}: ${status} ${code}`)
  }
  expect(wrong).toEqual([])
  expect(await head()).toEqual(before)
})

describe('a page or file', () => {
  const PLACES = [
    '/assets/',
    '/logo/',
    '/profiler/',
    '/profiler/revised/',
    '/profiler/revised/1.0.0/jamfor/',
    '/v/revised/',
    '/problems/',
    '/schemas/v1/',
    '/schemas/v1/requests/',
    '/administration/personer/',
  ]
  test.each(PLACES)('%s has nothing beside what is to be there', async (place) => {
    const wrong: string[] = []
    for (const [trick, value] of Object.entries(TRICKS)) {
      const path = place === '/administration/personer/' ? `${place}${value}/uppgifter` : `${place}${value}`
      const { status, text } = await talk.ask({
        method: 'GET',
        path,
        headers: { cookie, accept: 'text/html' },
      })
      if (status !== 404 || /root:|better-sqlite3|node:internal/u.test(text))
        wrong.push(`${trick}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/data/profilverkstad.sqlite',
    '/verkstad/../../package.json',
    '/.env',
    '/.git/config',
    '/package.json',
    '/data/profilverkstad.sqlite',
    '//etc/passwd',
  ])('%s is not given out', async (path) => {
    const { text } = await talk.ask({ method: 'GET', path, headers: { accept: 'text/html' } })
    expect(text).not.toMatch(/"dependencies"|SQLite format|root:|repositoryformatversion/u)
  })
})

describe('a query', () => {
  test.each([
    '?limit=1&limit=2',
    '?limit[]=1',
    '?limit=1e3',
    '?limit=-1',
    '?limit=%00',
    '?page=99999999999999999999',
    '?limit=__proto__',
  ])('%s is refused, or counts as none', async (query) => {
    const { status, code } = await talk.ask({
      method: 'GET',
      path: `/api/v1/log${query}`,
      headers: { cookie },
    })
    expect([status, code]).toEqual(query.includes('[]') ? [200, null] : [422, 'request-invalid'])
  })

  test.each([
    '?person=%27%20or%201=1',
    '?person=a&person=b',
    '?item=%25',
    '?profile=__proto__',
    '?from=2026-01-01&__proto__[x]=1',
    `?profile=${'a'.repeat(8000)}`,
  ])('the log searched with %s gives no more than is there', async (query) => {
    const { status, code, text } = await talk.ask({
      method: 'GET',
      path: `/api/v1/log${query}`,
      headers: { cookie },
    })
    const isFew = status === 200 && (JSON.parse(text) as LogPage).entries.length <= 20
    expect(isFew || code === 'request-invalid').toBe(true)
    expect(({} as { x?: string }).x).toBeUndefined()
  })
})

function head(): Promise<unknown> {
  return app.storage.read(({ log }) => log.head())
}

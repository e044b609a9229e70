import type { Account } from '../../schemas/types.ts'
import { faultsOf } from '../../server/contract.ts'
import { ROUTES } from '../../server/http/v1/routes.ts'
import { SAMPLES } from '../support/requests-by-route.ts'
import { talkTo, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { buildWorld, cookieOfWhoever, type World } from '../support/world.ts'

let world: World
let app: TestApp
let talk: Talk
let cookie: string
beforeAll(async () => {
  world = await buildWorld()
  app = await startTestApp({}, world.copy())
  talk = await talkTo(app.app)
  cookie = `profilverkstad=${world.visitors.find(({ name }) => name === 'administrator of everything')?.secret}`
})
afterAll(async () => {
  await talk.close()
  await app.close()
  world.remove()
})

const deep = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`
const BAD: Readonly<Record<string, string>> = {
  'a prototype': '{"__proto__": {"isAdministrator": true}}',
  'a constructor': '{"constructor": {"prototype": {"isAdministrator": true}}}',
  'ten thousand lists in each other': deep('[', ']', 10_000),
  'ten thousand objects in each other': deep('{"a":', '}', 10_000),
  'a field of ten thousand letters': JSON.stringify({ ['a'.repeat(10_000)]: 1 }),
  'a number that is none': '{"limit": 1e999}',
  'two texts in one': '{} {}',
  'a comment': '{/* */}',
  'half a text': '{"name": "a',
  'a text with a mark before it': '\uFEFF{"name": 7}',
  nothing: '',
  'a list': '[{"name": "a"}]',
}

const taking = ROUTES.filter(({ body }) => body !== undefined).map((route) => [route.id, route] as const)

test.each(taking)('%s refuses what is no body of its', async (id, route) => {
  const profile = world.profiles.find(({ status }) => status === 'revised')
  const { params } = (profile && SAMPLES[id]?.(world, profile)) ?? {}
  const named: Readonly<Record<string, string>> = { slug: 'revised', ...params }
  const path = route.path.replaceAll(/\{(\w+)\}/gu, (_whole, name: string) => named[name] ?? '')
  const before = await app.storage.read(({ log }) => log.head())
  const wrong: string[] = []
  for (const [what, body] of Object.entries(BAD)) {
    const headers = {
      cookie: cookieOfWhoever(world, route.access),
      'if-match': '"r0"',
      'content-type': 'application/json',
    }
    const { status } = await talk.ask({
      method: route.method.toUpperCase(),
      path: `/api/v1${path}`,
      headers,
      body,
    })
    const isFine = body === '' && faultsOf(`requests/${route.body}`, {}).length === 0 && status < 500
    if (!isFine && ![400, 413, 415, 422].includes(status)) wrong.push(`${what}: ${status}`)
  }
  expect(wrong).toEqual([])
  expect(({} as { isAdministrator?: true }).isAdministrator).toBeUndefined()
  expect(await app.storage.read(({ log }) => log.head())).toEqual(before)
})

async function amended(body: string): Promise<{ status: number; name: string | undefined }> {
  const path = '/api/v1/account'
  const headers = { cookie, 'content-type': 'application/json' }
  const { status, text } = await talk.ask({ method: 'PATCH', path, headers, body })
  return { status, name: status === 200 ? (JSON.parse(text) as Account).person.name : undefined }
}

test.each<[string, string, number, string | undefined]>([
  [
    'of a field that is there twice, what is checked is what is kept',
    '{"name": 7, "name": "Andra"}',
    200,
    'Andra',
  ],
  ['and what is kept is what is checked', '{"name": "Första", "name": ""}', 422, undefined],
  ['half a letter becomes the sign for one that is lost', '{"name": "A\\ud800B"}', 200, 'A\uFFFDB'],
  ['a letter’s other half too', '{"name": "\\udc00"}', 200, '\uFFFD'],
  ['the end of a text is no part of it', '{"name": "Karin\\u0000Ek"}', 200, 'KarinEk'],
  ['nor is what turns its direction', '{"name": "\\u202egnp.Karin"}', 200, 'gnp.Karin'],
  ['nothing but what cannot be seen is no name', '{"name": "\\u200b\\u0000\\u2028"}', 422, undefined],
  ['a name that has a line break is one with it, and nothing else', '{"name": "A\\r\\nB"}', 200, 'A\nB'],
])('%s', async (_, body, status, name) => {
  expect(await amended(body)).toEqual({ status, name })
})

test('a body that unpacks to a thousand times its size is refused at its limit', async () => {
  const { gzipSync } = await import('node:zlib')
  const body = gzipSync(JSON.stringify({ name: 'a'.repeat(50_000_000) }))
  expect(body.length).toBeLessThan(100_000)
  const headers = { cookie, 'content-type': 'application/json', 'content-encoding': 'gzip' }
  const { code } = await talk.ask({ method: 'PATCH', path: '/api/v1/account', headers, body })
  expect(code).toBe('body-too-large')
})

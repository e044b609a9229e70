import { SCHEMAS } from '../../server/contract.ts'
import { PROBLEMS } from '../../server/problems.ts'
import { ROUTES } from '../../server/http/v1/routes.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

type Json = Record<string, unknown>
type Operation = {
  operationId: string
  summary: string
  parameters: { name: string; in: string; description: string; schema: Json }[]
  responses: Record<string, { description: string; content?: Json }>
}
type Document = {
  openapi: string
  info: Json & { contact: Json; license: Json }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json>; securitySchemes: { session: Json } }
}

let app: TestApp
let document: Document
beforeAll(async () => {
  app = await startTestApp({ contactEmail: 'api@profil.example' })
  document = (await app.stranger.get('/api/v1/openapi.json').expect(200)).body as Document
})
afterAll(() => app.close())
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )

test('every route is described, and nothing else is', () => {
  expect(
    operations()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort())
  expect(document.openapi).toBe('3.1.0')
})

test('every operation has a name of its own, a summary, its answer, and every problem it can answer with', () => {
  expect(new Set(operations().map(({ operationId }) => operationId)).size).toBe(ROUTES.length)
  for (const { summary, responses } of operations()) {
    expect(summary).toMatch(/^[A-Z].+[^.]$/u)
    expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true)
    expect(Object.values(responses).every(({ description }) => description.length > 3)).toBe(true)
    expect(responses['500']?.content).toHaveProperty('application/problem+json')
  }
})

test('every kind of problem is named by some route, or by the door', () => {
  const named = operations().flatMap(({ responses }) =>
    Object.values(responses).flatMap(({ description }) => description.split(', ')),
  )
  const beforeAnyRoute = ['not-found', 'method-not-allowed']
  // An issuer sends people back to a page, and not to the API.
  const onPages = Object.keys(PROBLEMS).filter((code) => code.startsWith('open-id-'))
  expect(
    Object.keys(PROBLEMS).filter((code) => ![...named, ...beforeAnyRoute, ...onPages].includes(code)),
  ).toEqual([])
})

test('every reference leads somewhere', () => {
  const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/gu) ?? []
  expect(references.length).toBeGreaterThan(100)
  for (const reference of new Set(references)) {
    const pointer = reference.slice('"$ref":"#/'.length, -1)
    const found = pointer.split('/').reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document)
    expect([pointer, typeof found]).toEqual([pointer, 'object'])
  }
})

test('every property of every schema is described', () => {
  const undescribed: string[] = []
  const walk = (node: unknown, where: string): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [name, property] of Object.entries((node as { properties?: Json }).properties ?? {})) {
      if (!(property as Json).description) undescribed.push(`${where} ${name}`)
    }
    for (const [key, part] of Object.entries(node)) walk(part, `${where}/${key}`)
  }
  for (const [name, schema] of SCHEMAS) walk(schema, name)
  expect(undescribed).toEqual([])
})

test('a page’s limits are those that the server holds to', async () => {
  const [limit, page] =
    operations().find(({ operationId }) => operationId === 'listProfiles')?.parameters ?? []
  expect(limit?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  expect(page?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 999_999, default: 1 })
  await app.stranger.get('/api/v1/profiles?limit=100&page=999999').expect(200)
  await app.stranger.get('/api/v1/profiles?limit=101').expect(422)
  await app.stranger.get('/api/v1/profiles?page=1000000').expect(422)
})

test.each([
  ['http://localhost:3000', 'profilverkstad'],
  ['https://profil.example', '__Host-profilverkstad'],
])('the session’s cookie is named as it is set at %s', async (baseUrl, name) => {
  const installation = await startTestApp({ baseUrl })
  const { body } = await installation.stranger.get('/api/v1/openapi.json').expect(200)
  expect((body as Document).components.securitySchemes.session).toMatchObject({ in: 'cookie', name })
  expect(await installation.cookie('Karin Ek')).toMatch(new RegExp(`^${name}=`, 'u'))
  await installation.close()
})

describe('DIGG’s REST profile', () => {
  test('nouns in lower case with hyphens, no other signs (RES.06, UFN.08)', () => {
    for (const { path } of operations())
      expect(path.replaceAll(/\{\w+\}/gu, 'x')).toMatch(/^(?:\/[a-z][a-z.-]*)+$/u)
  })

  test('one case for all fields (AME.05)', () => {
    const names = [...SCHEMAS.values()].flatMap((schema) => Object.keys((schema.properties ?? {}) as Json))
    expect(names.filter((name) => !/^[a-z][A-Za-z]*$/u.test(name))).toEqual([])
  })

  test('contact and licence are stated (DOK.03), parameters described (DOK.19)', () => {
    expect(document.info.contact).toMatchObject({ email: 'api@profil.example' })
    expect(document.info.license).toHaveProperty('name')
    for (const { parameters } of operations())
      for (const { description } of parameters) expect(description).toEqual(expect.any(String))
  })

  test('the API says which version it is (VER.05, VER.06)', async () => {
    const { body } = await app.stranger.get('/api/v1/api-info').expect(200)
    expect(body).toMatchObject({ apiName: 'Profilverkstad', apiVersion: '1.0.0', apiStatus: 'active' })
    await app.stranger.get('/api-info').expect(308).expect('location', '/api/v1/api-info')
  })

  test('errors are problems (FEL.01)', async () => {
    const { headers } = await app.stranger.get('/api/v1/profiles/borta').expect(404)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })
})

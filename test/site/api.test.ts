import { SCHEMAS } from '../../server/contract.ts'
import { ROUTES } from '../../server/http/v1/routes.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

let test: TestApp
let page: string
beforeAll(async () => {
  test = await startTestApp()
  page = (await test.stranger.get('/api').expect(200)).text
})
afterAll(() => test.close())

it.each(ROUTES.map((route) => [route.method.toUpperCase(), route.path, route] as const))(
  'the API page describes %s %s',
  (method, path, { id, summary, answer }) => {
    const operation = elementsOf(page).find(({ attributes }) => attributes.id === id)?.text ?? ''
    expect(operation.replaceAll(/\s/gu, '')).toContain(`${method}${path}`)
    expect(operation).toContain(summary)
    expect(operation).toContain(`Answer ${answer.status} ${answer.description}`)
    expect(operation).toContain('500 internal-error')
  },
)

it('shows a body as a table of its properties, with what they mean and how long they may be', () => {
  const operation = elementsOf(page).find(({ attributes }) => attributes.id === 'publishEdition')
  expect(operation?.text).toContain('those who may publish')
  expect(operation?.text).toContain(
    'versionReason optional string at most 1000 characters Why another version than the proposed one; needed only then.',
  )
  expect(operation?.text).toContain('409 ruling-missing')
})

it('shows each object by its name, and objects within it under their property', () => {
  const object = elementsOf(page).find(({ attributes }) => attributes.id === 'WordListEntry')
  expect(object?.text).toContain('translations list of object The term in other languages.')
  expect(object?.text).toContain('translations[].language string BCP 47 tag of the language.')
})

it('is in English and says so', () => {
  expect(page).toMatch(/^<!doctype html> <html lang="en">/u)
  expect(textOf(page)).toContain('http://localhost:3000/api/v1')
})

it.each([...SCHEMAS.keys()])('serves the schema %s as it is', async (name) => {
  const { headers, body, text } = await test.stranger
    .get(`/schemas/v1/${name}.schema.json`)
    .buffer(true)
    .expect(200)
  expect(headers['content-type']).toBe('application/schema+json; charset=utf-8')
  expect(Object.keys(body as object).length > 0 ? body : JSON.parse(text)).toEqual(SCHEMAS.get(name))
})

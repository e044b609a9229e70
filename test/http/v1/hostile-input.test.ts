import type { Draft, Problem } from '../../../schemas/types.ts'
import { buildVariedProfile } from '../../support/arbitrary-edits.ts'
import { buildCriterion, id } from '../../support/build-profile.ts'
import { depsOn, draft } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let karin: Awaited<ReturnType<TestApp['signedIn']>>
beforeAll(async () => {
  app = await startTestApp()
  await draft(depsOn(app.storage), buildVariedProfile())
  karin = await app.signedIn()
})
afterAll(() => app.close())
const address = '/api/v1/profiles/testare/draft'
const problem = ({ body }: { body: unknown }) => body as Problem
const stored = async () => (await karin.get(address)).body as Draft

test('broken JSON is answered for, and nothing is changed', async () => {
  const answer = await karin
    .patch(address)
    .set('content-type', 'application/json')
    .send('{"title": ')
    .expect(400)
  expect(problem(answer)).toMatchObject({
    type: '/problems/body-malformed',
    detail: 'Ingenting har ändrats. Skicka giltig JSON.',
  })
})

test.each(['gzip', 'deflate', 'br'])('what says that it is %s and is not is no JSON', async (encoding) => {
  const answer = await karin
    .patch(address)
    .set({ 'content-type': 'application/json', 'content-encoding': encoding })
    .send('{"title": {"from": "", "to": "x"}}')
    .expect(400)
  expect(problem(answer)).toMatchObject({ type: '/problems/body-malformed' })
})

test.each([
  '/api/v1/profiles/%00',
  '/api/v1/profiles/testare/editions/1.0.0%00',
  '/api/v1/profiles/testare/draft/criteria/%1b',
  '/profiler/%00',
  '/profiler/testare/%00',
  '/en/v/testare%00/1.0.0',
  '/assets/%00',
])('%s is no address', async (path) => {
  await karin.get(path).expect(404)
})

test.each(['"text"', '[]', '{}', 'null'])('%s is no amendment', async (body) => {
  const { status } = await karin.patch(address).set('content-type', 'application/json').send(body)
  expect([400, 422]).toContain(status)
})

test('20,000 wrong parts get one answer, and keep nobody waiting', async () => {
  const outcomes = Array.from({ length: 20_000 }, () => ({}))
  const item = { obligation: 'mandatory', module: { outcomes } }
  const answer = await karin.post(`${address}/modules`).send({ before: null, item }).expect(422)
  expect(problem(answer).errors).toHaveLength(1)
})

test('a problem is kept by nobody', async () => {
  const { headers } = await app.stranger.get('/api/v1/profiles/borta').expect(404)
  expect(headers['cache-control']).toBe('no-store')
})

test('nobody is told more than a hundred faults', async () => {
  const body = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, 1]))
  const answer = await karin.patch(address).send(body).expect(422)
  expect(problem(answer).errors).toHaveLength(100)
})

test('a stranger who signs in is not listened to for long', async () => {
  const answer = await app.stranger
    .post('/api/v1/session')
    .send({ token: 'x'.repeat(9000) })
    .expect(413)
  expect(problem(answer)).toMatchObject({ type: '/problems/body-too-large' })
})

test('every fault is named, with its place', async () => {
  const answer = await karin
    .post(`${address}/criteria`)
    .send({ parentId: 'x', before: 7, item: { ...buildCriterion(), text: 5, colour: 'red' }, extra: true })
    .expect(422)
  const pointers = new Set(problem(answer).errors?.map(({ pointer }) => pointer))
  expect([...pointers].sort()).toEqual(['/before', '/extra', '/item/colour', '/item/text', '/parentId'])
})

test('a body of ten megabytes is refused', async () => {
  const answer = await karin
    .patch(address)
    .send({ title: { from: '', to: 'x'.repeat(10_000_000) } })
    .expect(413)
  expect(problem(answer)).toMatchObject({ type: '/problems/body-too-large' })
})

test('another format than JSON is refused', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=iso-8859-1',
  ]) {
    const answer = await karin.patch(address).set('content-type', type).send('title=x').expect(415)
    expect(problem(answer)).toMatchObject({ type: '/problems/media-type-unsupported' })
  }
})

test.each(['__proto__', 'constructor', 'prototype', 'toString'])(
  'a field called %s is an unknown field like any other',
  async (name) => {
    const answer = await karin
      .patch(address)
      .set('content-type', 'application/json')
      .send(`{"${name}": {"from": "", "to": "x"}}`)
      .expect(422)
    expect(problem(answer).errors?.map(({ pointer }) => pointer)).toContain(`/${name}`)
    expect(({} as { to?: string }).to).toBeUndefined()
  },
)

test('a value nested ten thousand deep is refused', async () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
  const answer = await karin
    .patch(address)
    .set('content-type', 'application/json')
    .send(`{"title": ${deep}}`)
    .expect(422)
  expect(problem(answer).errors?.[0]?.code).toBe('depth')
})

test('letters are composed and invisible characters are gone before anything is kept', async () => {
  const { profile } = await stored()
  await karin
    .patch(address)
    .send({ title: { from: profile.title, to: '\uFEFFO\u0308ga\u200Bt\u202Eester' } })
    .expect(200)
  expect((await stored()).profile.title).toBe('Ögatester')
})

test('markup is kept as the text it is', async () => {
  const text = '<img src=x onerror=alert(1)> & "citat"'
  await karin
    .post(`${address}/criteria`)
    .send({ parentId: id('m1k'), before: null, item: buildCriterion({ id: id('html'), text }) })
    .expect(201)
  expect((await karin.get(`${address}/criteria/${id('html')}`)).body).toMatchObject({ item: { text } })
})

test.each([
  ['a word too long for its field', { title: { from: '', to: 'x'.repeat(201) } }, '/title/to'],
  ['a level that is none', { seqfLevel: { from: null, to: 9 } }, '/seqfLevel/to'],
  ['a level in words', { seqfLevel: { from: null, to: 'fyra' } }, '/seqfLevel/to'],
])('%s is refused', async (_, body, pointer) => {
  const answer = await karin.patch(address).send(body).expect(422)
  expect(problem(answer).errors?.map((error) => error.pointer)).toContain(pointer)
})

test.each([
  'criteria/not-an-id',
  `criteria/${id('gone')}`,
  `modules/${id('m1ka')}`,
  'criteria/..%2f..%2fetc',
  "criteria/'%20or%201=1",
])('%s is no item', async (path) => {
  const answer = await karin.get(`${address}/${path}`).expect(404)
  expect(problem(answer)).toMatchObject({ type: '/problems/item-not-found' })
})

test.each([
  '/api/v1/nothing',
  '/api/v1/profiles/testare/nothing',
  '/api/v1/profiles/testare/draft/',
  '/api/v1/PROFILES',
])('%s is no address', async (path) => {
  const answer = await karin.get(path).expect(404)
  expect(problem(answer)).toMatchObject({
    type: expect.stringMatching(/not-found$/u) as string,
    requestId: expect.any(String) as string,
  })
})

test('a method that an address does not have is named with those it has', async () => {
  const answer = await karin.put(address).send({}).expect(405)
  expect([answer.headers.allow, problem(answer).type]).toEqual([
    'GET, POST, PATCH, DELETE',
    '/problems/method-not-allowed',
  ])
})

test('an error that nobody foresaw says nothing of its cause', async () => {
  const broken = await startTestApp(
    {},
    {
      ...app.storage,
      read: () => Promise.reject(new Error('secret: password1')),
      close: () => Promise.resolve(),
    },
  )
  const answer = await broken.stranger.get('/api/v1/profiles').expect(500)
  expect(JSON.stringify(answer.body)).not.toContain('secret')
  expect(problem(answer)).toMatchObject({
    type: '/problems/internal-error',
    requestId: answer.headers['x-request-id'] as string,
  })
  await broken.close()
})

test('problems come in the language that is asked for', async () => {
  const answer = await app.stranger
    .get('/api/v1/profiles/borta')
    .set('accept-language', 'en-GB,en;q=0.9,sv;q=0.5')
    .expect(404)
  expect([problem(answer).title, answer.headers['content-language']]).toEqual([
    'There is no such profile',
    'en',
  ])
})

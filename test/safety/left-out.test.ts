import type { Account, PersonList, RegisteredPerson } from '../../schemas/types.ts'
import { sha256 } from '../../server/seal.ts'
import { buildDecision } from '../support/build-profile.ts'
import { newFile } from '../support/requests-by-route.ts'
import { talkTo, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { buildWorld, type World } from '../support/world.ts'

/* Nothing is allowed, and nobody becomes more than they are, by leaving a field, a header or a cookie out. */

let world: World
let app: TestApp
let talk: Talk
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  app = await startTestApp({}, world.copy())
  talk = await talkTo(app.app)
})
afterEach(async () => {
  await talk.close()
  await app.close()
})
afterAll(() => world.remove())

async function as(name: string, line: string, body?: unknown, headers: Record<string, string> = {}) {
  const [method = '', path = ''] = line.split(' ')
  const secret = world.visitors.find((visitor) => visitor.name === name)?.secret ?? ''
  const cookie = { cookie: `profilverkstad=${secret}` }
  const sent = body === undefined ? {} : { body }
  return talk.ask({ method, path: `/api/v1${path}`, headers: { ...cookie, ...headers }, ...sent })
}
const admin = 'administrator of everything'

describe('a new profile', () => {
  test.each<[string, object, string | number]>([
    ['editor of everything', {}, 201],
    ['editor of everything', { organisationId: null }, 201],
    ['editor of the organisation', { organisationId: null }, 'not-allowed'],
    ['editor of the profile', {}, 'not-allowed'],
    ['editor of the profile', { organisationId: null }, 'not-allowed'],
    ['facilitator of everything', {}, 'not-allowed'],
    ['administrator of everything', { organisationId: undefined }, 201],
  ])('by the %s with %j: %s', async (who, fields, wanted) => {
    const { status, code } = await as(who, 'POST /profiles', { title: 'Ny', ...fields })
    expect([status, code]).toContain(wanted)
  })

  test('for another’s organisation is not allowed, named or not', async () => {
    const { ours, theirs } = world
    for (const [who, organisationId] of [
      ['editor of the organisation', theirs],
      ['editor of another organisation', ours],
    ] as const) {
      expect((await as(who, 'POST /profiles', { title: 'Ny', organisationId })).code).toBe('not-allowed')
    }
  })

  test('of an organisation’s editor who names none is that organisation’s', async () => {
    const { text } = await as('editor of the organisation', 'POST /profiles', { title: 'Ny' })
    expect(JSON.parse(text)).toMatchObject({ organisationId: world.ours })
    expect((await as('editor of another organisation', 'GET /profiles/ny')).code).toBe('profile-not-found')
  })

  test('does not get the history of another organisation’s, by the name of one that was thrown away', async () => {
    const revision = world.profiles.find(({ slug }) => slug === 'drafted')?.revision
    await as(admin, 'DELETE /profiles/drafted/draft', undefined, { 'if-match': `"r${revision}"` })
    const theirs = await as('editor of another organisation', 'POST /profiles', { title: 'drafted' })
    expect(theirs.code).toBe('slug-taken')
    const theirFile = { file: newFile({ slug: 'drafted' }) }
    const taken = await as('editor of another organisation', 'POST /imports', theirFile)
    expect(JSON.parse(taken.text)).toMatchObject({ slug: 'drafted-2' })
    const history = await as('editor of another organisation', 'GET /profiles/drafted/history')
    expect(history.code).toBe('profile-not-found')
    expect((await as('editor of the organisation', 'POST /profiles', { title: 'drafted' })).status).toBe(201)
  })
})

describe('a file', () => {
  test('that says it is published is no draft because the request does not say so', async () => {
    const file = { ...newFile(), published: { version: '1.0.0', decision: buildDecision() } }
    const before = await head()
    expect((await as('editor of everything', 'POST /imports', { file })).code).toBe('not-allowed')
    expect(await head()).toEqual(before)
    expect((await as('editor of everything', 'POST /imports', { file, published: null })).status).toBe(201)
  })

  test('of a profile that is here takes no other organisation’s place', async () => {
    const known = world.profiles.find(({ slug }) => slug === 'published')
    const before = await head()
    const file = newFile({ id: known?.id ?? '', slug: 'published' })
    expect((await as('editor of another organisation', 'POST /imports', { file })).code).toBe('not-allowed')
    expect(await head()).toEqual(before)
  })
})

describe('whose a profile is', () => {
  const path = 'PUT /profiles/published/organisation'
  test.each<[string, unknown, string | number]>([
    ['editor of the organisation', { organisationId: null }, 'not-allowed'],
    ['coordinator of everything', { organisationId: null }, 'not-allowed'],
    [admin, {}, 'request-invalid'],
    [admin, { organisationId: null }, 200],
  ])('the %s with %j: %s', async (who, body, wanted) => {
    const { status, code } = await as(who, path, body)
    expect([status, code]).toContain(wanted)
  })

  test('what is nobody’s is no organisation’s editor’s any more', async () => {
    const amend = { title: { from: 'revised', to: 'Bytt' } }
    await as(admin, 'PUT /profiles/revised/organisation', { organisationId: null })
    expect((await as('editor of the organisation', 'PATCH /profiles/revised/draft', amend)).code).toBe(
      'not-allowed',
    )
    expect((await as('editor of the profile', 'PATCH /profiles/revised/draft', amend)).status).toBe(200)
  })
})

describe('a role', () => {
  const somebody = { name: 'Ny', email: null, organisationId: null, locale: 'sv', sendMail: false }
  const everything = { kind: 'everything', id: null }
  const scopeless = { kind: 'organisation', id: null }

  test.each<[string, object]>([
    ['nothing of it', {}],
    ['its scope', { role: 'administrator' }],
    ['its name', { scope: everything }],
  ])('is not given to somebody who is invited with %s left out', async (_, fields) => {
    const { status, text } = await as(admin, 'POST /people', { ...somebody, ...fields })
    const { roles = [] } = JSON.parse(text) as Partial<RegisteredPerson>
    expect([[201, 422].includes(status), roles]).toEqual([true, []])
  })

  test.each<[object]>([
    [{}],
    [{ role: 'editor' }],
    [{ scope: everything }],
    [{ role: 'editor', scope: null }],
    [{ role: 'editor', scope: {} }],
    [{ role: 'editor', scope: { kind: 'organisation' } }],
    [{ role: 'editor', scope: scopeless }],
    [{ role: 'editor', scope: { kind: 'profile', id: null } }],
    [{ role: 'editor', scope: { kind: 'everything', id: '00000000-0000-7000-8000-000000000000' } }],
    [{ role: 'administrator', scope: scopeless }],
    [{ role: 'ADMINISTRATOR', scope: everything }],
    [{ role: ['administrator'], scope: everything }],
    [{ role: null, scope: everything }],
  ])('%j is none', async (body) => {
    const before = await head()
    expect((await as(admin, `POST /people/${world.target.id}/roles`, body)).code).toBe('request-invalid')
    expect(await head()).toEqual(before)
  })

  test('is not given along with other fields', async () => {
    const roles = [{ role: 'administrator', scope: everything }]
    expect((await as('somebody without a role', 'PATCH /account', { roles })).code).toBe('request-invalid')
    expect((await as('somebody without a role', 'PATCH /account', { id: world.target.id })).code).toBe(
      'request-invalid',
    )
    const path = `PATCH /people/${world.target.id}`
    expect((await as(admin, path, { roles })).code).toBe('request-invalid')
    expect((await as(admin, path, { secondStep: true })).code).toBe('request-invalid')
  })
})

describe('an amendment of nothing', () => {
  test.each(['/account', '/installation/settings'])('%s stays as it is', async (path) => {
    const before = (await as(admin, `GET ${path}`)).text
    expect((await as(admin, `PATCH ${path}`, {})).status).toBe(200)
    expect((await as(admin, `GET ${path}`)).text).toBe(before)
  })

  test('a person stays as they are', async () => {
    const read = async () =>
      (JSON.parse((await as(admin, 'GET /people')).text) as PersonList).people.find(
        ({ id }) => id === world.target.id,
      )
    const before = await read()
    expect((await as(admin, `PATCH /people/${world.target.id}`, {})).status).toBe(200)
    expect(await read()).toEqual(before)
  })

  test('a draft is not amended', async () => {
    expect((await as(admin, 'PATCH /profiles/drafted/draft', {})).code).toBe('request-invalid')
  })
})

describe('a way in', () => {
  test('the second step is not left out by asking for something else first', async () => {
    const half = 'an administrator half-way in'
    for (const line of [
      'GET /account',
      'GET /people',
      'PATCH /account',
      'DELETE /account/passkeys/a',
      'POST /account/passkey-options',
    ])
      expect((await as(half, line, line.startsWith('GET') ? undefined : {})).code).toBe('not-signed-in')
    expect(JSON.parse((await as(half, 'GET /session')).text)).toMatchObject({
      person: null,
      secondStep: true,
    })
  })

  test.each([
    '',
    'profilverkstad',
    'profilverkstad=',
    'profilverkstad=; profilverkstad=',
    'profilverkstad=undefined',
    'profilverkstad=null',
    'profilverkstad=%00',
  ])('the cookie “%s” is nobody’s', async (cookie) => {
    const { code } = await talk.ask({ method: 'GET', path: '/api/v1/account', headers: { cookie } })
    expect(code).toBe('not-signed-in')
  })

  test('what lies in the database opens nothing', async () => {
    const secret = world.visitors.find(({ name }) => name === admin)?.secret ?? ''
    const account = (opener: string) =>
      talk.ask({
        method: 'GET',
        path: '/api/v1/account',
        headers: { cookie: `profilverkstad=${opener}`, authorization: `Bearer ${opener}` },
      })
    const { text } = await account(secret)
    const { sessions, person } = JSON.parse(text) as Account
    for (const kept of [sha256(secret), person.id, ...sessions.map(({ id }) => id)])
      expect((await account(kept)).code).toBe('not-signed-in')
  })
})

describe('a revision', () => {
  test.each([
    ['DELETE /profiles/drafted/draft', undefined],
    [
      'POST /profiles/drafted/editions',
      { version: '1.0.0', versionReason: '', decision: buildDecision(), rulings: [] },
    ],
  ])('%s is not carried out by whoever does not say on which', async (line, body) => {
    const before = await head()
    expect((await as(admin, line, body)).code).toBe('precondition-required')
    for (const tag of ['*', '"r*"', 'W/"r0"', '"r0", "r1", "r2"', ''])
      expect(['request-invalid', 'precondition-required']).toContain(
        (await as(admin, line, body, { 'if-match': tag })).code,
      )
    expect((await as('reader of everything', line, body)).code).toBe('not-allowed')
    expect(await head()).toEqual(before)
  })
})

function head(): Promise<unknown> {
  return app.storage.read(({ log }) => log.head())
}

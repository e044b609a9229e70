import type { OrganisationList, ProfileList, ProfileSummary } from '../../../schemas/types.ts'
import { buildProfile, id } from '../../support/build-profile.ts'
import { depsOn, draft, publish } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import {
  API,
  EVERYTHING,
  grant,
  invite,
  loggedSince,
  organisation,
  somebody,
  wholeLog,
  type Agent,
} from '../../usecases/acquaintances.ts'

let app: TestApp
let admin: Agent
let [A, B] = ['', '']
beforeEach(async () => {
  app = await startTestApp()
  admin = await app.signedIn()
  ;[A, B] = [await organisation(admin, 'Ålands råd'), await organisation(admin, 'Byggnämnden')]
})
afterEach(() => app.close())

const inside = (organisationId: string) => ({ kind: 'organisation', id: organisationId }) as const
const hand = (slug: string, organisationId: string | null, agent = admin) =>
  agent.put(`${API}/profiles/${slug}/organisation`).send({ organisationId })
const editorOf = async (organisationId: string) =>
  (await somebody(app, admin, { role: 'editor', scope: inside(organisationId) })).agent
const list = async (agent: Agent) =>
  ((await agent.get(`${API}/profiles`).expect(200)).body as ProfileList).profiles
/** An unpublished draft and a published profile with a draft, both of organisation B. */
async function profilesOfB() {
  const deps = depsOn(app.storage)
  await draft(deps, buildProfile({ id: id('hemlig'), slug: 'hemlig' }))
  await publish(deps, buildProfile({ id: id('allman'), slug: 'allman' }))
  await admin.post(`${API}/profiles/allman/draft`).send({}).expect(201)
  for (const slug of ['hemlig', 'allman']) await hand(slug, B).expect(200)
}
/** Everything that somebody with a right to it can do to a draft. */
const acts = (agent: Agent, slug: string) =>
  [
    agent.get(`${API}/profiles/${slug}/draft`),
    agent.get(`${API}/profiles/${slug}/history`),
    agent.get(`${API}/profiles/${slug}/draft/findings`),
    agent.get(`${API}/profiles/${slug}/draft/file`),
    agent.get(`${API}/profiles/${slug}/draft/announcements`),
    agent.patch(`${API}/profiles/${slug}/draft`).send({ title: { from: 'Testare', to: 'Kapad' } }),
    agent.delete(`${API}/profiles/${slug}/draft`).set('if-match', '"r1"'),
  ] as const

describe('somebody with a role in one organisation', () => {
  beforeEach(profilesOfB)

  test('does everything there', async () => {
    const agent = await editorOf(B)
    await agent.get(`${API}/profiles/hemlig/draft`).expect(200)
    await agent
      .patch(`${API}/profiles/allman/draft`)
      .send({ title: { from: 'Testare', to: 'Provare' } })
      .expect(200)
    expect((await list(agent)).map(({ slug }) => slug).toSorted()).toEqual(['allman', 'hemlig'])
  })

  test('is refused everything in another, where what is published is known to all', async () => {
    const agent = await editorOf(A)
    for (const act of acts(agent, 'allman')) expect((await act).status).toBe(403)
    expect(await list(agent)).toMatchObject([{ slug: 'allman', draft: null, abilities: { edit: false } }])
  })

  test('is told that there is no such profile where nothing is published, as those are who guess a name', async () => {
    const agent = await editorOf(A)
    const [hidden, none] = [acts(agent, 'hemlig'), acts(agent, 'finns-inte')]
    for (const [index, act] of hidden.entries()) {
      const [there, nowhere] = [await act, await none[index]!]
      expect([there.status, (there.body as { type: string }).type]).toEqual([
        404,
        '/problems/profile-not-found',
      ])
      expect([nowhere.status, (nowhere.body as { type: string }).type]).toEqual([
        404,
        '/problems/profile-not-found',
      ])
    }
    await agent.get(`${API}/profiles/hemlig`).expect(404)
    await agent.get(`/profiler/hemlig`).expect(404)
  })

  test('loses a profile that is handed to another organisation', async () => {
    const agent = await editorOf(B)
    await agent.get(`${API}/profiles/hemlig/draft`).expect(200)
    await hand('hemlig', A).expect(200)
    await agent.get(`${API}/profiles/hemlig/draft`).expect(404)
    await hand('hemlig', null).expect(200)
    await agent.get(`${API}/profiles/hemlig/draft`).expect(404)
  })
})

describe('somebody with a role for one profile', () => {
  test('sees that draft, and of the others only what all see', async () => {
    await profilesOfB()
    const { agent } = await somebody(app, admin, {
      role: 'editor',
      scope: { kind: 'profile', id: id('hemlig') },
    })
    await agent
      .patch(`${API}/profiles/hemlig/draft`)
      .send({ title: { from: 'Testare', to: 'Ny' } })
      .expect(200)
    for (const act of acts(agent, 'allman')) expect((await act).status).toBe(403)
    const seen = (await list(agent)).map(({ slug, draft: has }) => [slug, has !== null])
    expect(seen).toEqual([['hemlig', true], ['allman', false]]) // prettier-ignore
    await agent.post(`${API}/profiles`).send({ title: 'Egen' }).expect(403)
  })
})

describe('a new profile', () => {
  const create = (agent: Agent, organisationId?: string | null) =>
    agent
      .post(`${API}/profiles`)
      .send({ title: 'Svetsare', ...(organisationId !== undefined && { organisationId }) })
  const homeOf = async () =>
    ((await admin.get(`${API}/profiles/svetsare`).expect(200)).body as ProfileSummary).organisationId

  test('of somebody who may create anywhere is nobody’s, unless they say whose', async () => {
    await create(admin).expect(201)
    expect(await homeOf()).toBeNull()
  })

  test('of somebody who may create anywhere is whose they say', async () => {
    await create(admin, B).expect(201)
    expect(await homeOf()).toBe(B)
  })

  test('of an organisation’s editor is that organisation’s, and theirs to edit', async () => {
    const agent = await editorOf(B)
    await create(agent).expect(201)
    expect(await homeOf()).toBe(B)
    await agent.get(`${API}/profiles/svetsare/draft`).expect(200)
  })

  test('of somebody who edits in one organisation and reads in another is the former’s', async () => {
    const { person, agent } = await somebody(app, admin, { role: 'reader', scope: inside(A) })
    await grant(admin, person.id, 'editor', inside(B))
    await create(agent).expect(201)
    expect(await homeOf()).toBe(B)
  })

  test.each([
    ['another organisation’s', () => A],
    ['nobody’s', () => null],
  ])('of an organisation’s editor cannot be %s', async (_, whose) => {
    const agent = await editorOf(B)
    await create(agent, whose()).expect(403)
    await admin.get(`${API}/profiles/svetsare`).expect(404)
  })

  test('cannot be of an organisation that there is not', async () => {
    await create(admin, id('ingen')).expect(404)
  })
})

describe('an organisation', () => {
  test('is listed in Swedish order, with how much is of it', async () => {
    await profilesOfB()
    await invite(admin, { organisationId: A })
    const { body } = await admin.get(`${API}/organisations`).expect(200)
    expect((body as OrganisationList).organisations).toEqual([
      { id: B, name: 'Byggnämnden', people: 0, profiles: 2 },
      { id: A, name: 'Ålands råd', people: 1, profiles: 0 },
    ])
  })

  test.each<[string, () => Promise<unknown>]>([
    ['somebody comes from it', () => invite(admin, { organisationId: B })],
    ['a role is about it', () => invite(admin, { role: 'reader', scope: inside(B) })],
    ['a profile is of it', profilesOfB],
  ])('is not removed while %s', async (_, use) => {
    await use()
    const { body } = await admin.delete(`${API}/organisations/${B}`).expect(409)
    expect(body).toMatchObject({ type: '/problems/organisation-used' })
  })

  test('is removed when nothing is of it any more', async () => {
    const { id: personId } = await invite(admin, { organisationId: B })
    await admin.patch(`${API}/people/${personId}`).send({ organisationId: null }).expect(200)
    await admin.delete(`${API}/organisations/${B}`).expect(204)
    await admin.delete(`${API}/organisations/${B}`).expect(404)
    await invite(admin, { organisationId: A, role: 'editor', scope: EVERYTHING })
  })

  test('is managed by administrators alone', async () => {
    const agent = await editorOf(B)
    await agent.get(`${API}/organisations`).expect(403)
    await agent.patch(`${API}/organisations/${B}`).send({ name: 'Vår' }).expect(403)
    await agent.delete(`${API}/organisations/${A}`).expect(403)
    await profilesOfB()
    await hand('hemlig', null, agent).expect(403)
  })

  test('has each change of it in the log, by its id and never by its name', async () => {
    await profilesOfB()
    const { length } = await wholeLog(app.storage)
    const added = await organisation(admin, 'Tredje rådet')
    await admin.patch(`${API}/organisations/${added}`).send({ name: 'Fjärde rådet' }).expect(200)
    await hand('hemlig', added).expect(200)
    await hand('hemlig', null).expect(200)
    await admin.delete(`${API}/organisations/${added}`).expect(204)
    expect(await loggedSince(app.storage, length)).toEqual([
      'organisation-created',
      'organisation-amended',
      'profile-handed',
      'profile-handed',
      'organisation-removed',
    ])
    expect(JSON.stringify(await wholeLog(app.storage))).not.toMatch(/Tredje|Fjärde/u)
  })
})

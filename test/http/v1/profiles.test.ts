import type { ProfileList, ProfileSummary } from '../../../schemas/types.ts'
import { buildProfile, id } from '../../support/build-profile.ts'
import { depsOn, draft, publish } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startTestApp()
  const deps = depsOn(app.storage)
  for (const [slug, title] of [
    ['z', 'Zoolog'],
    ['a', 'Apotekare'],
    ['oe', 'Ölbryggare'],
    ['ae', 'Ärtodlare'],
    ['aa', 'Ångmaskinist'],
  ] as const) {
    await publish(deps, buildProfile({ id: id(slug), slug, title }))
  }
  await draft(deps, buildProfile({ id: id('hidden'), slug: 'hemlig', title: 'Hemlig' }))
})
afterEach(() => app.close())
const titles = ({ profiles }: ProfileList) => profiles.map(({ title }) => title)

test('what is published is listed in Swedish order, and drafts are nobody’s business', async () => {
  const { body } = await app.stranger.get('/api/v1/profiles').expect(200)
  expect(titles(body as ProfileList)).toEqual([
    'Apotekare',
    'Zoolog',
    'Ångmaskinist',
    'Ärtodlare',
    'Ölbryggare',
  ])
  await app.stranger.get('/api/v1/profiles/hemlig').expect(404)
  expect(
    (body as ProfileList).profiles.every(({ abilities }) => Object.values(abilities).every((may) => !may)),
  ).toBe(true)
})

test('an editor sees drafts too, and what they may do with each', async () => {
  const karin = await app.signedIn()
  const { profiles } = (await karin.get('/api/v1/profiles').expect(200)).body as ProfileList
  const hidden = profiles.find(({ slug }) => slug === 'hemlig') as ProfileSummary
  expect(hidden).toMatchObject({
    current: null,
    draft: { basedOn: null },
    abilities: { edit: true, publish: true, startDraft: false },
  })
  expect(profiles.find(({ slug }) => slug === 'a')).toMatchObject({
    draft: null,
    abilities: { edit: false, startDraft: true },
  })
})

test('lists come in pages that are asked for from one', async () => {
  const { body } = await app.stranger.get('/api/v1/profiles?limit=2&page=2').expect(200)
  expect([titles(body as ProfileList), (body as ProfileList).total]).toEqual([
    ['Ångmaskinist', 'Ärtodlare'],
    5,
  ])
})

test.each(['limit=0', 'limit=101', 'limit=x', 'page=0', 'page=-1', 'limit=2&limit=3', 'page=1e3'])(
  '?%s is refused',
  async (query) => {
    const { body } = await app.stranger.get(`/api/v1/profiles?${query}`).expect(422)
    expect(body).toMatchObject({
      type: '/problems/request-invalid',
      errors: [{ pointer: expect.stringMatching(/^query:/u) as string }],
    })
  },
)

test('a name that is taken is refused', async () => {
  const { body } = await (
    await app.signedIn()
  )
    .post('/api/v1/profiles')
    .send({ title: 'Zoolog', slug: 'z' })
    .expect(409)
  expect(body).toMatchObject({ type: '/problems/slug-taken', slug: 'z' })
})

test('a draft is started once', async () => {
  const karin = await app.signedIn()
  await karin.post('/api/v1/profiles/a/draft').send({}).expect(201)
  await karin.post('/api/v1/profiles/a/draft').send({}).expect(409)
  await karin.post('/api/v1/profiles/z/draft').send({ fromVersion: '7.0.0' }).expect(404)
})

import type { Draft, ImportReport, Problem } from '../../../schemas/types.ts'
import { writeDraftFile } from '../../../server/exchange/own/write-profile-file.ts'
import { MAX_ITEMS } from '../../../server/domain/profile/edit-draft.ts'
import { buildVariedProfile } from '../../support/arbitrary-edits.ts'
import {
  buildCriterion,
  buildDecision,
  buildLink,
  buildOutcome,
  buildProfile,
  id,
} from '../../support/build-profile.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let karin: Awaited<ReturnType<TestApp['signedIn']>>
beforeEach(async () => {
  app = await startTestApp()
  karin = await app.signedIn()
})
afterEach(() => app.close())
const take = (file: unknown, published?: unknown) =>
  karin.post('/api/v1/imports').send({ file, ...(published === undefined ? {} : { published }) })
const stored = async (slug = 'testare') =>
  (await karin.get(`/api/v1/profiles/${slug}/draft`).expect(200)).body as Draft
const nothingCameIn = async () =>
  expect((await karin.get('/api/v1/profiles')).body).toMatchObject({ total: 0 })

describe('our own format', () => {
  const profile = buildVariedProfile()

  test('comes in as the draft that it was', async () => {
    const { body } = await take(writeDraftFile(profile)).expect(201)
    expect(body).toEqual({
      slug: 'testare',
      outcome: 'draft',
      version: null,
      taken: { modules: 3, outcomes: 9, criteria: 27 },
      repaired: [],
      leftOut: [],
    })
    expect((await stored()).profile).toEqual(profile)
  })

  test('of another profile with the same name gets a number after it, and leaves that profile alone', async () => {
    await take(writeDraftFile(profile)).expect(201)
    const namesake = buildProfile({ id: id('namesake') })
    const { body } = await take(writeDraftFile(namesake)).expect(201)
    expect(body).toMatchObject({ slug: 'testare-2' })
    expect((await stored('testare-2')).profile.id).toBe(id('namesake'))
    expect((await stored()).profile).toEqual(profile)
  })

  test('comes in as published when a decision is stated', async () => {
    const published = { version: '2.1.0', decision: buildDecision() }
    const { body } = await take(writeDraftFile(profile), published).expect(201)
    expect(body).toMatchObject({ outcome: 'published', version: '2.1.0' })
    expect((await app.stranger.get('/api/v1/profiles/testare/editions/2.1.0')).body).toMatchObject({
      decision: buildDecision(),
    })
  })

  test('comes in with the decision’s words cleaned', async () => {
    const decision = buildDecision({ decidedBy: 'Råd\u0000et\u202E', grounds: 'Enig\u200Bt.' })
    await take(writeDraftFile(profile), { version: '1.0.0', decision }).expect(201)
    const { body } = await app.stranger.get('/api/v1/profiles/testare/editions/1.0.0')
    expect(body).toMatchObject({ decision: { decidedBy: 'Rådet', grounds: 'Enigt.' } })
  })

  test('is refused with a decision that has not been made yet, which is named where it stands', async () => {
    const published = { version: '1.0.0', decision: buildDecision({ decidedOn: '2027-01-01' }) }
    const faultOf = ({ body }: { body: unknown }) => (body as Problem).errors?.map(({ pointer }) => pointer)
    const file = writeDraftFile(profile)
    expect(faultOf(await take(file, published).expect(422))).toEqual(['/published/decision/decidedOn'])
    expect(faultOf(await take({ ...file, published }).expect(422))).toEqual([
      '/file/published/decision/decidedOn',
    ])
    await nothingCameIn()
  })

  test('is mended where it can be, and says what was done', async () => {
    const file = JSON.parse(JSON.stringify(writeDraftFile(profile))) as { profile: typeof profile }
    file.profile.title = 'Test\u200Bare'
    Object.assign(file.profile.modules[0]!.module, { colour: 'red' })
    file.profile.modules[1]!.module.outcomes[0]!.criteria[1]!.id = id('m1ka')
    const { repaired, leftOut } = (await take(file).expect(201)).body as ImportReport
    expect(repaired.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'text-cleaned /profile/title',
      'id-renewed /profile/modules/1/module/outcomes/0/criteria/1',
    ])
    expect(leftOut).toMatchObject([{ code: 'unknown-field', pointer: '/profile/modules/0/module/colour' }])
    expect((await stored()).profile.title).toBe('Testare')
  })

  test('is refused as a whole when it breaks the schema, with every fault', async () => {
    const file = JSON.parse(JSON.stringify(writeDraftFile(profile))) as { profile: Record<string, unknown> }
    Object.assign(file.profile, { seqfLevel: 'fyra', title: 7 })
    const { body } = await take(file).expect(422)
    expect((body as Problem).errors?.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/profile/seqfLevel', '/profile/title']),
    )
    await nothingCameIn()
  })

  test('is refused when it holds more than anyone can use', async () => {
    const criteria = Array.from({ length: MAX_ITEMS + 1 }, () => buildCriterion({ text: 'x' }))
    const huge = buildProfile({ modules: [buildLink({ outcomes: [buildOutcome({ criteria })] })] })
    const { body } = await take(writeDraftFile(huge)).expect(409)
    expect(body).toMatchObject({ type: '/problems/draft-too-large', limit: MAX_ITEMS })
    await nothingCameIn()
  })

  test('becomes the next draft of a profile that is here already, and its items keep their ids', async () => {
    await take(writeDraftFile(profile), { version: '1.0.0', decision: buildDecision() }).expect(201)
    await take(writeDraftFile({ ...profile, title: 'Provare' })).expect(201)
    expect(await stored()).toMatchObject({ basedOn: '1.0.0', profile: { id: profile.id, title: 'Provare' } })
  })

  test('becomes the next draft of a profile that has another name here, and says so', async () => {
    await take(writeDraftFile(profile), { version: '1.0.0', decision: buildDecision() }).expect(201)
    const { body } = await take(writeDraftFile({ ...profile, slug: 'annan' })).expect(201)
    expect(body).toMatchObject({
      slug: 'testare',
      repaired: [{ code: 'profile-known', pointer: '/profile/slug' }],
    })
  })

  test('does not replace a draft that is here', async () => {
    await take(writeDraftFile(profile)).expect(201)
    await take(writeDraftFile({ ...profile, title: 'Annat' })).expect(409)
    expect((await stored()).profile.title).toBe('Testare')
  })

  test('that is published but not complete does not come in at all', async () => {
    await take(writeDraftFile({ ...profile, title: '' }), {
      version: '1.0.0',
      decision: buildDecision(),
    }).expect(409)
    await nothingCameIn()
  })

  test('keeps a link to a module that is published here, and copies one that is not', async () => {
    const linked = buildLink(
      { id: id('shared') },
      { linkedFrom: { profileSlug: 'hemma', version: '1.0.0', moduleId: id('shared') } },
    )
    const home = buildProfile({
      id: id('home'),
      slug: 'hemma',
      modules: [{ obligation: 'mandatory', module: linked.module }],
    })
    const loose = (
      await take(writeDraftFile(buildProfile({ id: id('one'), slug: 'ett', modules: [linked] }))).expect(201)
    ).body as ImportReport
    expect(loose.repaired).toMatchObject([{ code: 'link-loosened', pointer: '/profile/modules/0' }])
    expect((await stored('ett')).profile.modules[0]).toMatchObject({
      module: { origin: { profileSlug: 'hemma' } },
    })
    await take(writeDraftFile(home), { version: '1.0.0', decision: buildDecision() }).expect(201)
    const kept = (
      await take(writeDraftFile(buildProfile({ id: id('two'), slug: 'tva', modules: [linked] }))).expect(201)
    ).body as ImportReport
    expect(kept.repaired).toEqual([])
    expect((await stored('tva')).profile.modules[0]?.linkedFrom).toEqual(linked.linkedFrom)
  })
})

test.each<[string, unknown]>([
  ['a text', 'hej'],
  ['a list of nothing', []],
  ['somebody else’s format', { CFDocument: {} }],
  ['a format of ours from the future', { format: 'profilverkstad-profile-9', profile: {} }],
])('%s is not a profile', async (_, file) => {
  const { body } = await take(file).expect(422)
  expect(body).toMatchObject({ type: '/problems/file-unreadable' })
  await nothingCameIn()
})

import type { Draft, EditResult, History } from '../../../schemas/types.ts'
import { buildVariedProfile } from '../../support/arbitrary-edits.ts'
import { buildCriterion, buildProfile, buildLink, id } from '../../support/build-profile.ts'
import { depsOn, draft, publish } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let karin: Awaited<ReturnType<TestApp['signedIn']>>
beforeEach(async () => {
  app = await startTestApp()
  await draft(depsOn(app.storage), buildVariedProfile())
  karin = await app.signedIn('Karin Ek')
})
afterEach(() => app.close())
const address = '/api/v1/profiles/testare/draft'
const stored = async () => (await karin.get(address).expect(200)).body as Draft

describe('rewording a criterion', () => {
  const criterion = `${address}/criteria/${id('m1ka')}`
  const reword = (from: string, to: string) => karin.patch(criterion).send({ text: { from, to } })

  test('stores the new wording, says so in the log, and gives the draft a new tag', async () => {
    const before = await karin.get(address)
    const { body, headers } = await reword('Visar m1ka.', 'Visar hur.').expect(200)
    expect((body as EditResult).changes).toMatchObject([
      { kind: 'item-amended', from: 'Visar m1ka.', to: 'Visar hur.' },
    ])
    expect([before.headers.etag, headers.etag]).toEqual(['"r2"', '"r3"'])
    expect((await karin.get(criterion)).body).toMatchObject({ item: { text: 'Visar hur.' }, number: '1.1 a' })
  })

  test('shows both wordings when somebody else was first, and by whom', async () => {
    const amina = await app.signedIn('Amina Yusuf')
    await amina
      .patch(criterion)
      .send({ text: { from: 'Visar m1ka.', to: 'Aminas ord.' } })
      .expect(200)
    const { body } = await reword('Visar m1ka.', 'Karins ord.').expect(409)
    expect(body).toMatchObject({
      type: '/problems/wording-changed',
      title: 'Någon annan hann före',
      current: { text: 'Aminas ord.' },
      changedBy: { name: 'Amina Yusuf' },
    })
    expect((await karin.get(criterion)).body).toMatchObject({ item: { text: 'Aminas ord.' } })
  })

  test('keeps the reason, also one that is given afterwards', async () => {
    await karin.patch(criterion).send({
      text: { from: 'Visar m1ka.', to: 'Visar hur.' },
      because: { kind: 'took-advice', rule: 'wording/vague-verb' },
    })
    const history = (await karin.get('/api/v1/profiles/testare/history')).body as History
    const [latest] = history.entries
    expect(latest).toMatchObject({ by: { name: 'Karin Ek' }, because: { kind: 'took-advice' } })
    await karin
      .post(`/api/v1/profiles/testare/history/${latest!.seq}/explanation`)
      .send({ text: 'Panelen bad om det.' })
      .expect(204)
    const later = (await karin.get('/api/v1/profiles/testare/history')).body as History
    expect(later.entries[0]?.because).toEqual({ kind: 'stated', text: 'Panelen bad om det.' })
    expect(later.total).toBe(history.total)
  })

  test.each<[string, (seq: number) => string]>([
    ['another profile', String],
    ['nobody', (seq) => String(seq + 1000)],
    ['no number', () => 'ett'],
  ])('cannot be given a reason under the number of a change to %s', async (_, numberFrom) => {
    await draft(depsOn(app.storage), buildProfile({ id: id('other'), slug: 'annan' }))
    const elsewhere = (await karin.get('/api/v1/profiles/annan/history')).body as History
    const number = numberFrom(elsewhere.entries[0]!.seq)
    const { body } = await karin
      .post(`/api/v1/profiles/testare/history/${number}/explanation`)
      .send({ text: 'Därför.' })
      .expect(404)
    expect(body).toMatchObject({ type: '/problems/entry-not-found' })
    const after = (await karin.get('/api/v1/profiles/annan/history')).body as History
    expect(after.entries).toEqual(elsewhere.entries)
  })
})

test('twenty people in twenty criteria lose nothing, and the draft moves on by twenty', async () => {
  const criteria = ['m1', 'm2', 'm3']
    .flatMap((module) =>
      ['k', 'f', 'a'].flatMap((category) => ['a', 'b', 'c'].map((letter) => `${module}${category}${letter}`)),
    )
    .slice(0, 20)
  const people = await Promise.all(criteria.map((_, index) => app.signedIn(`Person ${index}`)))
  const answers = await Promise.all(
    criteria.map((name, index) =>
      people[index]!.patch(`${address}/criteria/${id(name)}`).send({
        text: { from: `Visar ${name}.`, to: `Omskrivet av ${index}.` },
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(criteria.map(() => 200))
  const { profile, revision } = await stored()
  const texts = profile.modules
    .flatMap(({ module }) => module.outcomes)
    .flatMap((outcome) => outcome.criteria)
    .map(({ text }) => text)
  expect(texts.slice(0, 20)).toEqual(criteria.map((_, index) => `Omskrivet av ${index}.`))
  expect(revision).toBe(22)
})

describe('acts on the whole', () => {
  test('need the tag of the text they were decided on', async () => {
    const { body } = await karin.delete(address).expect(428)
    expect(body).toMatchObject({ type: '/problems/precondition-required' })
  })

  test('are refused when the text has changed since, and say which stands', async () => {
    await karin
      .patch(address)
      .send({ title: { from: 'Testare', to: 'Provare' } })
      .expect(200)
    const { body } = await karin.delete(address).set('if-match', '"r2"').expect(412)
    expect(body).toMatchObject({ type: '/problems/draft-changed', revision: 3 })
    expect((await stored()).profile.title).toBe('Provare')
  })

  test.each(['r1', 'W/"r1"', '*', '"1"'])('do not take %s for a tag', async (tag) => {
    await karin.delete(address).set('if-match', tag).expect(422)
  })

  test('a draft that is thrown away stays in the log, and its profile’s name is free', async () => {
    await karin.delete(address).set('if-match', '"r2"').expect(204)
    await karin.get(address).expect(404)
    const entries = await app.storage.read(
      async ({ log }) => (await log.page(buildVariedProfile().id, { limit: 1, page: 1 })).entries,
    )
    expect(entries[0]?.event).toMatchObject({ kind: 'draft-discarded', profile: { title: 'Testare' } })
    await karin.post('/api/v1/profiles').send({ title: 'Testare' }).expect(201)
  })
})

describe('a module of another profile', () => {
  const home = buildProfile({
    id: id('home'),
    slug: 'hemma',
    title: 'Hemma',
    modules: [buildLink({ id: id('shared'), title: 'Delad' })],
  })
  const source = { profileSlug: 'hemma', version: '1.0.0', moduleId: id('shared') }
  beforeEach(() => publish(depsOn(app.storage), home))
  const take = (how: 'link' | 'copy', given: object = {}) =>
    karin
      .post(`${address}/taken-modules`)
      .send({ source: { ...source, ...given }, how, obligation: 'mandatory', before: null })

  test('is linked with its own id, and changed only there', async () => {
    await take('link').expect(201)
    const { profile } = await stored()
    expect(profile.modules.at(-1)).toMatchObject({
      linkedFrom: source,
      module: { id: id('shared'), title: 'Delad' },
    })
    const { body } = await karin
      .patch(`${address}/modules/${id('shared')}`)
      .send({ title: { from: 'Delad', to: 'Min' } })
      .expect(409)
    expect(body).toMatchObject({ type: '/problems/module-linked' })
  })

  test('is copied with ids of its own and its origin kept', async () => {
    await take('copy').expect(201)
    const link = (await stored()).profile.modules.at(-1)!
    expect(link.module.id).not.toBe(id('shared'))
    expect(link).toMatchObject({ module: { origin: source, title: 'Delad' } })
    await karin
      .patch(`${address}/modules/${link.module.id}`)
      .send({ title: { from: 'Delad', to: 'Min' } })
      .expect(200)
  })

  test('that is linked can be switched to its newer version, which the draft knows of', async () => {
    await take('link').expect(201)
    await publish(depsOn(app.storage), { ...home, purpose: 'Nytt syfte.' }, '1.0.1')
    expect((await stored()).newerModules).toEqual([
      { moduleId: id('shared'), linked: '1.0.0', latest: '1.0.1' },
    ])
    await take('link', { version: '1.0.1' }).expect(201)
    const { profile, newerModules } = await stored()
    expect(newerModules).toEqual([])
    expect(profile.modules.filter(({ module }) => module.id === id('shared'))).toMatchObject([
      { linkedFrom: { version: '1.0.1' } },
    ])
  })

  test('that is linked can be copied in its place', async () => {
    await take('link').expect(201)
    await take('copy').expect(201)
    const { profile } = await stored()
    expect(profile.modules).toHaveLength(4)
    expect(profile.modules.at(-1)?.linkedFrom).toBeUndefined()
  })

  const addLink = (given: object, words: object = {}) =>
    karin.post(`${address}/modules`).send({
      before: null,
      item: {
        obligation: 'mandatory',
        linkedFrom: { ...source, ...given },
        module: { ...home.modules[0]?.module, ...words },
      },
    })

  test('that was linked and taken out can be put back', async () => {
    await take('link').expect(201)
    await karin.delete(`${address}/modules/${id('shared')}`).expect(200)
    await addLink({}).expect(201)
    expect((await stored()).profile.modules.at(-1)).toMatchObject({ linkedFrom: source })
  })

  test.each<[string, object, object]>([
    ['other words than are published there', {}, { title: 'Påhittad' }],
    ['a version that there is not', { version: '9.9.9' }, {}],
    ['a profile that there is not', { profileSlug: 'borta' }, {}],
    ['another module of it', { moduleId: id('borta') }, {}],
  ])('is not linked with %s', async (_, given, words) => {
    const { body } = await addLink(given, words).expect(409)
    expect(body).toMatchObject({ type: '/problems/module-source-not-found', itemId: id('shared') })
    expect((await stored()).profile.modules).toHaveLength(3)
  })

  test('is linked from where it is at home, and never from the profile itself', async () => {
    const linked = { ...home.modules[0]!, linkedFrom: source }
    const between = buildProfile({ id: id('between'), slug: 'emellan', modules: [linked] })
    await publish(depsOn(app.storage), between)
    await take('link', { profileSlug: 'emellan' }).expect(409)
    await karin.post('/api/v1/profiles/hemma/draft').send({}).expect(201)
    await karin.delete(`/api/v1/profiles/hemma/draft/modules/${id('shared')}`).expect(200)
    await karin
      .post('/api/v1/profiles/hemma/draft/taken-modules')
      .send({ source, how: 'link', obligation: 'mandatory', before: null })
      .expect(409)
  })

  test.each([
    ['version', { version: '9.9.9' }, 404],
    ['profile', { profileSlug: 'borta' }, 404],
    ['module', { moduleId: id('borta') }, 404],
  ])(
    'is refused when there is no such %s',
    async (_, given, status) => void (await take('link', given).expect(status)),
  )
})

test('an addition can be sent again, and a removal too', async () => {
  const body = { parentId: id('m1k'), before: null, item: buildCriterion({ id: id('new') }) }
  await karin.post(`${address}/criteria`).send(body).expect(201)
  const again = await karin.post(`${address}/criteria`).send(body).expect(201)
  expect((again.body as EditResult).changes).toEqual([])
  await karin.delete(`${address}/criteria/${id('new')}`).expect(200)
  expect(
    ((await karin.delete(`${address}/criteria/${id('new')}`).expect(200)).body as EditResult).changes,
  ).toEqual([])
})

test('a criterion moves to another outcome with its words', async () => {
  await karin
    .post(`${address}/criteria/${id('m1ka')}/move`)
    .send({ parentId: id('m2f'), before: id('m2fb') })
    .expect(200)
  const outcome = (await stored()).profile.modules[1]?.module.outcomes[1]
  expect(outcome?.criteria.map((each) => each.id)).toEqual(['m2fa', 'm1ka', 'm2fb', 'm2fc'].map(id))
})

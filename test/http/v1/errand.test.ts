import type { Draft, EditionDiff, EditionList, PublicationProposal } from '../../../schemas/types.ts'
import { buildCriterion, buildDecision, buildOutcome, id } from '../../support/build-profile.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let test_: TestApp
beforeEach(async () => {
  test_ = await startTestApp()
})
afterEach(() => test_.close())

/** The whole errand as a program would do it: a new profile, written, checked, published, revised, compared and printed. */
test('a profile is created, written, published, revised, compared and printed', async () => {
  const karin = await test_.signedIn()
  const created = await karin.post('/api/v1/profiles').send({ title: 'Återbrukare' }).expect(201)
  expect(created.headers.location).toBe('/api/v1/profiles/aterbrukare')
  const draft = '/api/v1/profiles/aterbrukare/draft'
  const profileId = (created.body as { id: string }).id

  await karin
    .patch(draft)
    .send({
      seqfLevel: { from: null, to: 2 },
      levelRationale: { from: '', to: 'Arbetet görs under handledning.' },
    })
    .expect(200)
  const module = {
    id: id('m'),
    title: 'Sortera',
    seqfLevel: 2,
    levelRationale: 'Enkla uppgifter.',
    purpose: '',
    prerequisites: '',
    volume: null,
    outcomes: [],
  }
  await karin
    .post(`${draft}/modules`)
    .send({ before: null, item: { obligation: 'mandatory', module } })
    .expect(201)
  const outcome = buildOutcome({
    id: id('o'),
    text: 'sortera textil',
    criteria: [buildCriterion({ id: id('c'), text: 'Förstår skillnaden mellan hel och trasig textil.' })],
  })
  await karin
    .post(`${draft}/outcomes`)
    .send({ parentId: id('m'), before: null, item: outcome })
    .expect(201)
  await karin
    .post(`${draft}/suitability-items`)
    .send({
      before: null,
      item: { id: id('s'), text: 'Håller ordning bland korgarna.', reason: 'Fel korg blir avfall.' },
    })
    .expect(201)
  await karin
    .post(`${draft}/words`)
    .send({
      before: null,
      item: { id: id('w'), term: 'fraktion', explanation: 'avfall av ett slag', translations: [] },
    })
    .expect(201)

  const findings = await karin.get(`${draft}/findings`).expect(200)
  expect((findings.body as { findings: { rule: string; itemId: string }[] }).findings).toContainEqual(
    expect.objectContaining({ rule: 'wording/vague-verb', itemId: id('c') }),
  )
  const item = await karin.get(`${draft}/criteria/${id('c')}`).expect(200)
  expect(item.body).toMatchObject({ number: '1.1 a', abilities: { edit: true } })

  const read = (await karin.get(draft).expect(200)).body as Draft
  expect(read.missing).toEqual([])
  const publication = { version: '1.0.0', decision: buildDecision({ decidedOn: '2026-02-20' }), rulings: [] }
  const published = await karin
    .post('/api/v1/profiles/aterbrukare/editions')
    .set('if-match', `"r${read.revision}"`)
    .send(publication)
    .expect(201)
  expect(published.body).toMatchObject({ version: '1.0.0', standing: 'current', nextReviewDue: '2030-02-20' })

  await karin.post(draft).send({}).expect(201)
  await karin
    .patch(`${draft}/criteria/${id('c')}`)
    .send({
      text: {
        from: 'Förstår skillnaden mellan hel och trasig textil.',
        to: 'Skiljer hel textil från trasig.',
      },
    })
    .expect(200)
  const rulings = [{ itemId: id('c'), equivalent: true, reason: 'Samma sak, nu synlig.' }]
  const proposal = (await karin.post(`${draft}/publication-proposals`).send({ rulings: [] }).expect(200))
    .body as PublicationProposal
  expect(proposal).toMatchObject({ former: '1.0.0', version: '2.0.0', unruled: [id('c')] })
  const ruled = (await karin.post(`${draft}/publication-proposals`).send({ rulings }).expect(200))
    .body as PublicationProposal
  expect(ruled).toMatchObject({ version: '1.1.0', level: 'minor', unruled: [] })
  await karin
    .post('/api/v1/profiles/aterbrukare/editions')
    .set('if-match', `"r${ruled.revision}"`)
    .send({ ...publication, version: '1.1.0', rulings })
    .expect(201)

  const editions = (await test_.stranger.get('/api/v1/profiles/aterbrukare/editions').expect(200))
    .body as EditionList
  expect(editions.editions.map(({ version, standing }) => `${version} ${standing}`)).toEqual([
    '1.1.0 current',
    '1.0.0 superseded',
  ])
  const diff = (
    await test_.stranger.get('/api/v1/profiles/aterbrukare/editions/1.1.0/diff/1.0.0').expect(200)
  ).body as EditionDiff
  expect(diff.changes).toMatchObject([
    { kind: 'reworded', numberAfter: '1.1 a', consequence: 'minor', ruling: { equivalent: true } },
  ])
  const pdf = await test_.stranger.get('/api/v1/profiles/aterbrukare/editions/1.1.0/pdf').expect(200)
  expect([pdf.headers['content-type'], (pdf.body as Buffer).subarray(0, 5).toString()]).toEqual([
    'application/pdf',
    '%PDF-',
  ])
  const history = await karin.get('/api/v1/profiles/aterbrukare/history?limit=3').expect(200)
  expect(
    (history.body as { entries: { event: { kind: string }; by: { name: string } }[] }).entries.map(
      ({ event, by }) => `${by.name} ${event.kind}`,
    ),
  ).toEqual(['Karin Ek edition-published', 'Karin Ek item-amended', 'Karin Ek draft-started'])
  expect(profileId).toBe(read.profile.id)
})

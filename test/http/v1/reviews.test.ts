import type { Closing, Review, ReviewItem, ReviewTally, ReviewText } from '../../../schemas/types.ts'
import {
  API,
  NINE,
  openReview,
  putDraft,
  readDesk,
  readPanelText,
  submit,
  take,
  takeAll,
  type HeldReview,
} from '../../support/hold-review.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
beforeEach(async () => (app = await startTestApp()))
afterEach(() => app.close())

const at = (held: HeldReview, path: string) => `${API}/reviews/${held.id}${path}`
const firstCriterion = async (held: HeldReview): Promise<ReviewItem> => {
  const { parts } = await readPanelText(held.coordinator, held.id)
  const found = parts.flatMap(({ items }) => items).find(({ kind }) => kind === 'criterion')
  if (!found) throw new Error('the text has no criterion')
  return found
}
const closing = async (held: HeldReview) =>
  (await held.coordinator.get(at(held, '/closing')).expect(200)).body as Closing
const decide = (held: HeldReview, state: string, outcome: string) =>
  held.coordinator.post(at(held, '/closing')).send({
    state,
    outcome,
    decidedOn: '2026-03-01',
    decidedBy: 'Kvalitetssäkrande panelen',
    grounds: 'Alla perspektiv står bakom profilen.',
  })

test('a draft goes through a panel and becomes a version with its decision', async () => {
  const held = await openReview(app)
  const agents = Object.entries(held.members).filter(([name]) => name !== 'Jonna')
  for (const [, agent] of agents) await takeAll(app.context.deps, agent, held.id)
  const tally = (await held.coordinator.get(at(held, '/tally')).expect(200)).body as ReviewTally
  expect(tally.ready).toBe(tally.parts.length)
  const shown = await closing(held)
  expect(shown.possible).toContain('approved')
  await decide(held, shown.state, 'approved').expect(200)
  const { body } = await held.coordinator
    .post(at(held, '/edition'))
    .send({ version: shown.version, versionReason: '' })
    .expect(201)
  expect(body.version).toBe('1.0.0')
  const edition = (await app.stranger.get(`${API}/profiles/testare/editions/1.0.0`).expect(200)).body
  expect(edition.panel.composition).toHaveLength(NINE.length)
  expect(JSON.stringify(edition)).not.toMatch(/Asta|panel\.example/u)
  await held.coordinator.get(`${API}/profiles/testare/draft`).expect(404)
})

test('a change of words makes the positions on them stale, and no others', async () => {
  const held = await openReview(app)
  const { Asta } = held.members
  if (!Asta) throw new Error('nobody')
  await takeAll(app.context.deps, Asta, held.id)
  expect((await readDesk(Asta, held.id)).changes).toEqual([])
  const item = await firstCriterion(held)
  const CRITERION = item.id
  const amended = (
    await held.coordinator
      .post(at(held, '/amendments'))
      .send({
        id: app.context.deps.newId(),
        change: {
          act: 'reword',
          itemId: CRITERION,
          hash: item.hash,
          to: 'Kontrollerar sele före varje lyft.',
        },
        reason: 'Det går att se.',
        remarkIds: [],
        claimsEditorial: false,
      })
      .expect(201)
  ).body as ReviewText
  expect(amended.amendments[0]?.inDraft).toBe(true)
  const desk = await readDesk(Asta, held.id)
  expect(
    desk.changes.map(({ itemId, former, seen, reasons }) => ({ itemId, former, seen, reasons })),
  ).toEqual([{ itemId: CRITERION, former: 'agree', seen: item.wording, reasons: ['Det går att se.'] }])
  expect(desk.unanswered).toEqual([])
  await take(app.context.deps, Asta, held.id, { itemId: CRITERION, position: 'agree' })
  expect((await readDesk(Asta, held.id)).changes).toEqual([])
})

test('closing seals only what was shown', async () => {
  const held = await openReview(app)
  const shown = await closing(held)
  const { Asta } = held.members
  if (!Asta) throw new Error('nobody')
  const { id: itemId } = await firstCriterion(held)
  await take(app.context.deps, Asta, held.id, { itemId, position: 'abstain' })
  const { body } = await decide(held, shown.state, 'declined').expect(409)
  expect(body.type).toMatch(/review-changed$/u)
})

test('while a panel has a profile, its draft is written on, but not published past it', async () => {
  const slug = await putDraft(app)
  const coordinator = await app.as('coordinator')
  await submit(coordinator, slug)
  const { headers } = await coordinator.get(`${API}/profiles/${slug}/draft`).expect(200)
  const { body } = await coordinator
    .post(`${API}/profiles/${slug}/editions`)
    .set('if-match', String(headers['etag']))
    .send({
      version: '1.0.0',
      decision: { decidedOn: '2026-03-01', decidedBy: 'Panelen', grounds: 'Enighet.' },
      rulings: [],
    })
    .expect(409)
  expect(body.type).toMatch(/draft-in-review$/u)
  const { body: again } = await coordinator
    .post(`${API}/profiles/${slug}/reviews`)
    .set('if-match', String(headers['etag']))
    .expect(409)
  expect(again.type).toMatch(/draft-in-review$/u)
  expect(((await coordinator.get(`${API}/profiles/${slug}/reviews`)).body.items as Review[])[0]?.status).toBe(
    'preparing',
  )
})

import type { Closing } from '../../schemas/types.ts'
import {
  API,
  member,
  openReview,
  putDraft,
  readPanelText,
  signInMember,
  submit,
  takeAll,
  type HeldReview,
} from '../support/hold-review.ts'
import { listenTo, type Listening } from '../support/listen-to-events.ts'
import { cookieIn } from '../support/read-everything.ts'
import { talkTo, type Talk } from '../support/talk.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

/* Those who have a review open: what they are told as it happens, and that it ends when they may know of it no longer. */

const CILLA = { ...member('Cilla Ros', 'employee'), part: 'observer' } as const
const FEW = [member('Asta Ek', 'employer'), member('Bo Lind', 'employee'), CILLA]

let app: TestApp
let talk: Talk
let open: Listening[]
beforeEach(async () => {
  app = await startTestApp()
  talk = await talkTo(app.app)
  open = []
})
afterEach(async () => {
  for (const each of open) each.leave()
  await talk.close()
  await app.close()
})

const newId = () => app.context.deps.newId()
async function listen(path: string, cookie: string): Promise<Listening> {
  const listening = await listenTo(talk.port, `${API}${path}`, cookie)
  open.push(listening)
  return listening
}

test('a stream says that something has happened in a review, and nothing of what or by whom', async () => {
  const held = await openReview(app, { members: FEW })
  const { coordinator, members, seats, steering } = held
  const asta = members['Asta'] ?? coordinator
  const at = `${API}/reviews/${held.id}`
  const listeners = [members['Bo'], members['Cilla'], coordinator, steering, await app.as('editor')]
  const streams: Listening[] = []
  for (const agent of listeners)
    streams.push(await listen(`/reviews/${held.id}/announcements`, cookieIn(agent ?? coordinator)))

  const { parts } = await readPanelText(coordinator, held.id)
  const criterion = parts.flatMap(({ items }) => items).find(({ kind }) => kind === 'criterion')
  const { id: itemId, hash } = criterion ?? { id: '', hash: '' }
  const anchor = { scope: 'item', itemId, hash, quote: '' }
  const remark = { id: newId(), anchor, text: 'Oklart.', proposal: null }
  const position = { scope: 'item', itemId, hash, position: 'disagree', reason: 'Nej.', replaces: null }
  await asta.post(`${at}/positions`).send({ id: newId(), position }).expect(200)
  const ratings = parts.map(({ id: partId }) => ({ partId, importance: 4, clarity: 2 }))
  await asta.put(`${at}/ratings`).send({ id: newId(), ratings }).expect(200)
  await asta.post(`${at}/remarks`).send(remark).expect(201)
  await asta.put(`${at}/me/name`).send({ isNamed: true }).expect(200)
  const declined = { outcome: 'declined', reason: 'Nej.', amendmentId: null }
  await coordinator.put(`${at}/remarks/${remark.id}/disposition`).send(declined).expect(200)
  const entry = { memberId: seats['Bo'], scope: 'item', itemId, hash, position: 'agree', reason: '' }
  await coordinator
    .post(`${at}/entered-positions`)
    .send({ id: newId(), entries: [entry] })
    .expect(200)
  const { state } = (await coordinator.get(`${at}/closing`).expect(200)).body as Closing
  const decision = { decidedOn: '2026-03-01', decidedBy: 'Panelen', grounds: 'Nej.' }
  await coordinator
    .post(`${at}/closing`)
    .send({ state, outcome: 'declined', ...decision })
    .expect(200)

  const acts = 7
  for (const stream of streams) {
    await stream.until(1 + acts)
    expect(stream.said).toHaveLength(1 + acts)
    for (const event of stream.said) expect(event).toEqual({ kind: 'review-changed', reviewId: held.id })
  }
})

describe('a stream ends for somebody', () => {
  const listenAs = async (held: HeldReview, name: string) =>
    listen(`/reviews/${held.id}/announcements`, cookieIn(held.members[name] ?? held.coordinator))
  const idOf = async (email: string) =>
    (await app.storage.read(({ people }) => people.findByEmail(email)))?.id ?? ''

  test('from whom the role is taken, and for nobody else', async () => {
    const held = await openReview(app, { members: FEW })
    const [bo, asta] = [await listenAs(held, 'Bo'), await listenAs(held, 'Asta')]
    const personId = await idOf('bo@panel.example')
    const administrator = await app.signedIn()
    for (const { id } of await app.storage.read(({ people }) => people.grants(personId)))
      await administrator.delete(`${API}/people/${personId}/roles/${id}`).expect(204)
    await bo.ended
    await takeAll(app.context.deps, held.members['Asta'] ?? held.coordinator, held.id)
    await asta.until(2)
    expect(bo.said).toHaveLength(1)
  })

  test('who is erased', async () => {
    const held = await openReview(app, { members: FEW })
    const bo = await listenAs(held, 'Bo')
    const administrator = await app.signedIn()
    await administrator.delete(`${API}/people/${await idOf('bo@panel.example')}`).expect(204)
    await bo.ended
    expect(bo.said).toHaveLength(1)
  })

  test('who is left out when the panel is put together anew', async () => {
    const [coordinator, steering] = [await app.as('coordinator'), await app.as('steeringGroup')]
    const { id } = await submit(coordinator, await putDraft(app))
    const at = `${API}/reviews/${id}`
    await coordinator.put(`${at}/composition`).send({ members: FEW }).expect(200)
    await coordinator.post(`${at}/composition/proposal`).expect(200)
    await steering.put(`${at}/composition/answer`).send({ outcome: 'approved', reason: '' }).expect(200)
    const bo = await signInMember(app, 'bo@panel.example')
    const stream = await listen(`/reviews/${id}/announcements`, cookieIn(bo))
    await coordinator
      .put(`${at}/composition`)
      .send({ members: FEW.slice(0, 1) })
      .expect(200)
    await stream.ended
    await bo.get(at).expect(404)
  })
})

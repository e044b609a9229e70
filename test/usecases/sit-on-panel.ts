import type { MemberDesk, Review, ReviewText } from '../../schemas/types.ts'
import { member, ROUND, submit, take } from '../support/hold-review.ts'
import type { TestApp } from '../support/test-app.ts'
import { API, type Agent } from './acquaintances.ts'

const [ORGANISATION, OTHER] = ['Hemliga hemtjänsten', 'Bo Panelsson'] as const
const SAID = {
  reason: 'Skälet är mitt eget.',
  inRoom: 'Sagt i rummet.',
  remark: 'Synpunkten är min egen.',
  withdrawn: 'Synpunkten är återtagen.',
  proposal: 'Berättar för personen vad som händer.',
  answer: 'Svaret är ett skäl.',
  recusal: 'Jäv för att hon har skrivit den.',
  place: 'Hemliga gatan 15',
} as const

export type OnPanel = {
  readonly reviewId: string
  /** Their place, which leads to nobody when they have been erased. */
  readonly memberId: string
  readonly meetingId: string
  /** What they have said, which stays when they have been erased. */
  readonly said: readonly string[]
  readonly neverLogged: readonly string[]
}

/** Somebody who leads a panel on Testare and sits on it too: positions, remarks, ratings and answers of all kinds. */
export async function sitOnPanel(
  test: TestApp,
  { leader, email }: { leader: Agent; email: string },
): Promise<OnPanel> {
  const { newId } = test.context.deps
  const { id: reviewId } = await submit(leader, 'testare')
  const at = (path: string) => `${API}/reviews/${reviewId}${path}`
  const members = [
    { ...member('Elsabet', 'employer'), email, organisation: ORGANISATION },
    { ...member(OTHER, 'employee'), email: 'bo.panelsson@panel.example' },
  ]
  const composed = (await leader.put(at('/composition')).send({ members }).expect(200)).body as Review
  const memberId = composed.composition.members.find(({ isMe, perspective }) => isMe || perspective === 'employer')?.id ?? '' // prettier-ignore
  const steering = await test.as('steeringGroup')
  await leader.post(at('/composition/proposal')).expect(200)
  await steering.put(at('/composition/answer')).send({ outcome: 'approved', reason: '' }).expect(200)
  await leader
    .post(at('/rounds'))
    .send({ ...ROUND, tellMembers: true })
    .expect(201)

  const { parts } = (await leader.get(at('/text')).expect(200)).body as ReviewText
  const [whole, module] = parts
  const criterion = module?.items.find(({ kind }) => kind === 'criterion')
  if (!whole || !module || !criterion) throw new Error('the text lacks a module with a criterion')
  await take(test.context.deps, leader, reviewId, { itemId: whole.id, position: 'agree' })
  await take(test.context.deps, leader, reviewId, { itemId: criterion.id, position: 'disagree', reason: SAID.reason }) // prettier-ignore
  const { id: itemId, hash } = module
  const entry = { memberId, scope: 'part', itemId, hash, position: 'agreeWithChange', reason: SAID.inRoom }
  await leader
    .post(at('/entered-positions'))
    .send({ id: newId(), entries: [entry] })
    .expect(200)
  const ratings = [{ partId: module.id, importance: 5, clarity: 2 }]
  await leader.put(at('/ratings')).send({ id: newId(), ratings }).expect(200)

  const anchor = { scope: 'item', itemId: criterion.id, hash: criterion.hash, quote: 'personen' }
  const remark = { id: newId(), anchor, text: SAID.remark, proposal: SAID.proposal }
  await leader.post(at('/remarks')).send(remark).expect(201)
  const other = { id: newId(), anchor: { scope: 'whole', itemId: null, hash: null, quote: '' } }
  await leader
    .post(at('/remarks'))
    .send({ ...other, text: SAID.withdrawn, proposal: null })
    .expect(201)
  await leader.post(at(`/remarks/${other.id}/withdrawal`)).expect(200)
  const amendment = {
    id: newId(),
    change: { act: 'reword', itemId: criterion.id, hash: criterion.hash, to: 'Säger vad som ska hända.' },
    reason: SAID.answer,
    remarkIds: [],
    claimsEditorial: true,
  }
  await leader.post(at('/amendments')).send(amendment).expect(201)
  const confirmation = { id: newId(), confirms: true }
  await leader
    .put(at(`/amendments/${amendment.id}/confirmation`))
    .send(confirmation)
    .expect(200)
  const settled = { outcome: 'accepted', reason: SAID.answer, amendmentId: amendment.id }
  await leader
    .put(at(`/remarks/${remark.id}/disposition`))
    .send(settled)
    .expect(200)

  const meetingId = await meet(leader, at, memberId)
  await leader.put(at('/me/name')).send({ isNamed: true }).expect(200)
  const recusal = { partId: module.id, reason: SAID.recusal }
  await leader
    .post(at(`/members/${memberId}/recusals`))
    .send(recusal)
    .expect(201)
  await leader.post(at('/reminders')).expect(200)
  const desk = (await leader.get(at('/desk')).expect(200)).body as MemberDesk
  if (desk.positions.length < 3) throw new Error('a position was lost')
  return {
    reviewId,
    memberId,
    meetingId,
    said: [SAID.reason, SAID.inRoom, SAID.remark, SAID.proposal],
    neverLogged: [ORGANISATION, OTHER, 'Panelsson', 'panel.example', ...Object.values(SAID)],
  }
}

/** A meeting that they are summoned to, say that they come to, and are at. */
async function meet(leader: Agent, at: (path: string) => string, memberId: string): Promise<string> {
  const plan = {
    startsAt: '2026-03-20T08:00:00.000Z',
    endsAt: '2026-03-20T11:00:00.000Z',
    place: SAID.place,
    video: '',
    material: '',
    answerBy: '2026-03-16',
  }
  const { meetings } = (await leader.post(at('/meetings')).send(plan).expect(201)).body as Review
  const meeting = `/meetings/${meetings[0]?.id}`
  await leader.post(at(`${meeting}/summons`)).expect(200)
  await leader
    .put(at(`${meeting}/attendance`))
    .send({ answer: 'remotely' })
    .expect(200)
  await leader
    .put(at(`${meeting}/presence`))
    .send({ present: [memberId], absent: [] })
    .expect(200)
  return meetings[0]?.id ?? ''
}

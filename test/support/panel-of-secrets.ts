import type TestAgent from 'supertest/lib/agent.js'
import type { Closing, PositionKind, Review, ReviewText, VotingRule } from '../../schemas/types.ts'
import { buildProfile } from './build-profile.ts'
import { API, putDraft, signInMember, submit, type Proposed } from './hold-review.ts'
import type { TestApp } from './test-app.ts'

/**
 * A panel in which each has a name, a reason and a remark that stand nowhere else, so that whatever tells of them can be
 * found in any answer: `n…` is a name, `r…` the reason for a position, `m…` a remark.
 */
export const SAID: Readonly<Record<Who, { readonly position: PositionKind | null }>> = {
  asta: { position: 'agree' },
  bo: { position: 'disagree' },
  cilla: { position: 'agreeWithChange' },
  disa: { position: 'abstain' },
  elof: { position: 'agree' },
  frej: { position: null },
  greta: { position: null },
}
export type Who = 'asta' | 'bo' | 'cilla' | 'disa' | 'elof' | 'frej' | 'greta'
export const EVERYBODY = Object.keys(SAID) as Who[]
/** The one who has agreed to be named. */
export const NAMED: Who = 'elof'

export const nameOf = (who: Who) => `Nqz${who}`
export const reasonOf = (who: Who) => `rqz${who}`
export const remarkOf = (who: Who) => `mqz${who}`

const PERSPECTIVES = ['employer', 'employer', 'employee', 'educationProvider', 'tradesBoard', 'tradesBoard', 'industryBody'] // prettier-ignore
const MEMBERS: readonly Proposed[] = EVERYBODY.map((who, index) => ({
  name: `${nameOf(who)} Ek`,
  email: `${nameOf(who).toLowerCase()}@panel.example`,
  organisation: 'Organisationen',
  perspective: PERSPECTIVES[index] ?? 'employer',
  part: who === 'frej' ? 'substitute' : who === 'greta' ? 'observer' : 'member',
  substituteFor: who === 'frej' ? 4 : null,
}))

/** Somebody agrees, and it is carried: everything can be shown, up to what is published. */
const RULE: Omit<VotingRule, 'visibility'> = {
  name: 'own',
  quorum: { inAll: { numerator: 1, denominator: 100 }, perPerspective: 0 },
  majority: { inAll: { numerator: 1, denominator: 100 }, perPerspective: null },
  blocking: { who: 'nobody', perspectives: [] },
  abstention: 'aside',
}

export type Situation = {
  readonly visibility: VotingRule['visibility']
  readonly round: 'ordinary' | 'quiet' | 'revealed'
  readonly stage: 'open' | 'recalled' | 'closed' | 'published'
}

export type PanelOfSecrets = {
  readonly reviewId: string
  readonly meetingId: string
  readonly criterionId: string
  readonly slug: string
  readonly seats: Readonly<Record<Who, string>>
  readonly members: Readonly<Record<Who, TestAgent>>
  readonly coordinator: TestAgent
}

export async function holdPanelOfSecrets(app: TestApp, situation: Situation): Promise<PanelOfSecrets> {
  const slug = await putDraft(app, buildProfile())
  const [coordinator, steering] = [await app.as('coordinator'), await app.as('steeringGroup')]
  const { id: reviewId } = await submit(coordinator, slug)
  const at = `${API}/reviews/${reviewId}`
  const { body } = await coordinator.put(`${at}/composition`).send({ members: MEMBERS }).expect(200)
  const places = (body as Review).composition.members
  const seats = Object.fromEntries(
    EVERYBODY.map((who) => [who, places.find(({ name }) => name?.startsWith(nameOf(who)))?.id ?? '']),
  ) as Record<Who, string>
  const rule = { ...RULE, visibility: situation.visibility }
  await coordinator.put(`${at}/rule`).send({ rule }).expect(200)
  await coordinator.post(`${at}/composition/proposal`).expect(200)
  await steering.put(`${at}/composition/answer`).send({ outcome: 'approved', reason: '' }).expect(200)
  const kind = situation.round === 'ordinary' ? 'ordinary' : 'quiet'
  const round = { kind, answerBy: null, text: 'panel', tellMembers: true }
  await coordinator.post(`${at}/rounds`).send(round).expect(201)
  const plan = { startsAt: '2026-03-01T08:00:00Z', endsAt: '2026-03-01T10:00:00Z', place: 'Kista', video: 'https://vqzideo.example/', material: '', answerBy: null } // prettier-ignore
  const planned = await coordinator.post(`${at}/meetings`).send(plan).expect(201)
  const meetingId = (planned.body as Review).meetings[0]?.id ?? ''
  await coordinator.post(`${at}/meetings/${meetingId}/summons`).expect(200)

  const agents = new Map<Who, TestAgent>()
  for (const [index, who] of EVERYBODY.entries())
    agents.set(who, await signInMember(app, MEMBERS[index]?.email ?? ''))
  const members = Object.fromEntries(agents) as Record<Who, TestAgent>
  const { parts } = (await coordinator.get(`${at}/text`).expect(200)).body as ReviewText
  const criterion = parts.flatMap(({ items }) => items).find(({ kind: each }) => each === 'criterion')
  if (!criterion) throw new Error('the text has no criterion')
  const said = { app, at, parts, criterion }
  for (const who of EVERYBODY) await speak(said, who, members[who])
  await members[NAMED].put(`${at}/me/name`).send({ isNamed: true }).expect(200)
  await coordinator.post(`${at}/reminders`).expect(200)
  if (situation.round === 'revealed') await coordinator.post(`${at}/rounds/reveal`).expect(200)
  const held = { reviewId, meetingId, criterionId: criterion.id, slug, seats, members, coordinator }
  if (situation.stage !== 'open') await close(coordinator, at)
  if (situation.stage === 'recalled') await coordinator.post(`${at}/recall`).expect(200)
  if (situation.stage === 'published') {
    const edition = { version: '1.0.0', versionReason: '' }
    await coordinator.post(`${at}/edition`).send(edition).expect(201)
  }
  return held
}

type ToSpeakOf = {
  readonly app: TestApp
  readonly at: string
  readonly parts: ReviewText['parts']
  readonly criterion: { readonly id: string; readonly hash: string }
}

/** Each agrees on the whole but the criterion, on which they say what is theirs to say. Everything is rated, too. */
async function speak({ app, at, parts, criterion }: ToSpeakOf, who: Who, agent: TestAgent): Promise<void> {
  const id = () => app.context.deps.newId()
  const anchor = { scope: 'item', itemId: criterion.id, hash: criterion.hash, quote: '' }
  const remark = { id: id(), anchor, text: remarkOf(who), proposal: null }
  await agent.post(`${at}/remarks`).send(remark).expect(201)
  const { position } = SAID[who]
  if (!position) return
  const take = (taken: object) =>
    agent.post(`${at}/positions`).send({ id: id(), position: { replaces: null, ...taken } }).expect(200) // prettier-ignore
  // One of them has something left.
  for (const { id: itemId, hash } of who === 'disa' ? parts.slice(1) : parts)
    await take({ scope: 'part', itemId, hash, position: 'agree', reason: '' })
  const { id: itemId, hash } = criterion
  await take({ scope: 'item', itemId, hash, position, reason: reasonOf(who) })
  const ratings = parts.map(({ id: partId }) => ({ partId, importance: 3, clarity: 3 }))
  await agent.put(`${at}/ratings`).send({ id: id(), ratings }).expect(200)
}

async function close(coordinator: TestAgent, at: string): Promise<void> {
  const remarks = (await coordinator.get(`${at}/remarks`).expect(200)).body as { items: { id: string }[] }
  for (const { id } of remarks.items)
    await coordinator
      .put(`${at}/remarks/${id}/disposition`)
      .send({ outcome: 'declined', reason: 'Det står redan.', amendmentId: null })
      .expect(200)
  const { state } = (await coordinator.get(`${at}/closing`).expect(200)).body as Closing
  const decision = { decidedOn: '2026-03-01', decidedBy: 'Panelen', grounds: 'Den håller.' }
  await coordinator
    .post(`${at}/closing`)
    .send({ state, outcome: 'approved', ...decision })
    .expect(200)
}

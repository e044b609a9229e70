import type TestAgent from 'supertest/lib/agent.js'
import type {
  Closing,
  PositionKind,
  Review,
  ReviewItem,
  ReviewText,
  VotingRule,
} from '../../schemas/types.ts'
import { buildProfile } from './build-profile.ts'
import { API, putDraft, signInMember, submit, type Proposed } from './hold-review.ts'
import type { TestApp } from './test-app.ts'

/**
 * A panel in which each has a name, a reason and a remark that stand nowhere else, so that whatever tells of them can be
 * found in any answer: `n…` is a name, `r…` the reason for a position, `m…` a remark, `w…` one that was taken back.
 */
export const SAID: Said = {
  asta: { position: 'agree', clarity: 3 },
  bo: { position: 'disagree', clarity: 1 },
  cilla: { position: 'agreeWithChange', clarity: 3 },
  disa: { position: 'abstain', clarity: 3 },
  elof: { position: 'agree', clarity: 3 },
  frej: { position: null, clarity: 3 },
  greta: { position: null, clarity: 3 },
}
export type Who = 'asta' | 'bo' | 'cilla' | 'disa' | 'elof' | 'frej' | 'greta'
/** What somebody says of the criterion and, where it is not that they agree, of the parts; and how clear they find those. */
type Words = {
  readonly position: PositionKind | null
  readonly onParts?: PositionKind
  readonly clarity: number
}
export type Said = Readonly<Record<Who, Words>>
export const EVERYBODY = Object.keys(SAID) as Who[]
/** The one who has agreed to be named. */
export const NAMED: Who = 'elof'

export const nameOf = (who: Who) => `Nqz${who}`
export const reasonOf = (who: Who) => `rqz${who}`
export const remarkOf = (who: Who) => `mqz${who}`
export const takenBackBy = (who: Who) => `wqz${who}`

const PERSPECTIVES = ['employer', 'employer', 'employee', 'employee', 'tradesBoard', 'tradesBoard', 'industryBody'] // prettier-ignore
const MEMBERS: readonly Proposed[] = EVERYBODY.map((who, index) => ({
  name: `${nameOf(who)} Ek`,
  email: `${nameOf(who).toLowerCase()}@panel.example`,
  organisation: 'Organisationen',
  perspective: PERSPECTIVES[index] ?? 'employer',
  part: who === 'frej' ? 'substitute' : who === 'greta' ? 'observer' : 'member',
  substituteFor: who === 'frej' ? 4 : null,
}))

/** Somebody agrees, and it is carried: everything can be shown, up to what is published. */
const RULE: Asked = {
  name: 'own',
  quorum: { inAll: { numerator: 1, denominator: 100 }, perPerspective: 0 },
  majority: { inAll: { numerator: 1, denominator: 100 }, perPerspective: null },
  blocking: { who: 'nobody', perspectives: [] },
  abstention: 'aside',
}

type Asked = Omit<VotingRule, 'visibility'>

export type Situation = {
  readonly visibility: VotingRule['visibility']
  readonly round: 'ordinary' | 'quiet' | 'revealed'
  readonly stage: 'open' | 'recalled' | 'closed' | 'published'
  readonly rule?: Asked
  readonly said?: Said
  /** Whether other words among which the criterion stands have changed since. */
  readonly isAmended?: boolean
  /** Who says what is somebody's to say, where it is not they themselves; each in their turn all the same. */
  readonly by?: Partial<Readonly<Record<Who, Who>>>
}

type Hashed = { readonly id: string; readonly hash: string }

export type PanelOfSecrets = {
  readonly reviewId: string
  readonly meetingId: string
  readonly criterionId: string
  readonly criterion: Hashed
  readonly part: Hashed
  /** Of which nobody has said anything by itself. */
  readonly outcome: Hashed
  /** The remark of one of them on the criterion. */
  readonly remarkId: string
  readonly slug: string
  readonly seats: Readonly<Record<Who, string>>
  /** Who they are in the register. */
  readonly people: Readonly<Record<Who, string>>
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
  const rule = { ...(situation.rule ?? RULE), visibility: situation.visibility }
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
  for (const voice of EVERYBODY) {
    const agent = members[situation.by?.[voice] ?? voice]
    await speak({ app, at, parts, criterion }, voice, (situation.said ?? SAID)[voice], agent)
  }
  if (situation.isAmended) await amendOutcome(app, coordinator, at, parts)
  await members.bo.put(`${at}/meetings/${meetingId}/attendance`).send({ answer: 'coming' }).expect(200)
  await coordinator
    .post(`${at}/meetings/${meetingId}/conduct`)
    .send({ speakers: [seats.bo] })
    .expect(200)
  await members[NAMED].put(`${at}/me/name`).send({ isNamed: true }).expect(200)
  await coordinator.post(`${at}/reminders`).expect(200)
  if (situation.round === 'revealed') await coordinator.post(`${at}/rounds/reveal`).expect(200)
  const known = await app.storage.read(({ reviews }) => reviews.members(reviewId))
  const people = Object.fromEntries(
    EVERYBODY.map((who) => [who, known.find(({ id }) => id === seats[who])?.personId ?? '']),
  ) as Record<Who, string>
  const remarks = await app.storage.read(({ reviews }) => reviews.remarks(reviewId))
  const remark = remarks.find(({ memberId }) => memberId === seats.bo)
  const part = parts.find(({ items }) => items.includes(criterion))
  const outcome = part?.items.find(({ kind: each }) => each === 'outcome')
  if (!remark || !part || !outcome) throw new Error('nobody has said anything of the criterion')
  const about = { criterionId: criterion.id, criterion, part, outcome, remarkId: remark.id }
  const held = { reviewId, meetingId, ...about, slug, seats, people, members, coordinator }
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
  readonly criterion: ReviewItem
}

/** Each says what is theirs to say of the parts and of the criterion, rates everything, and takes a remark back. */
async function speak(
  { app, at, parts, criterion }: ToSpeakOf,
  voice: Who,
  { position, onParts = 'agree', clarity }: Words,
  agent: TestAgent,
): Promise<void> {
  const id = () => app.context.deps.newId()
  const anchor = { scope: 'item', itemId: criterion.id, hash: criterion.hash, quote: '' }
  const remark = async (text: string) => {
    const made = { id: id(), anchor, text, proposal: null }
    await agent.post(`${at}/remarks`).send(made).expect(201)
    return made.id
  }
  await remark(remarkOf(voice))
  await agent.post(`${at}/remarks/${await remark(takenBackBy(voice))}/withdrawal`).expect(200)
  if (!position) return
  const take = (taken: object) =>
    agent.post(`${at}/positions`).send({ id: id(), position: { replaces: null, ...taken } }).expect(200) // prettier-ignore
  // One of them has something left: all that the criterion stands among.
  const theirs = voice === 'disa' ? parts.filter(({ items }) => !items.includes(criterion)) : parts
  for (const { id: itemId, hash } of theirs)
    await take({ scope: 'part', itemId, hash, position: onParts, reason: reasonOf(voice) })
  const { id: itemId, hash } = criterion
  await take({ scope: 'item', itemId, hash, position, reason: reasonOf(voice) })
  const ratings = parts.map(({ id: partId }, index) => ({ partId, importance: 1 + ((clarity + index) % 5), clarity })) // prettier-ignore
  await agent.put(`${at}/ratings`).send({ id: id(), ratings }).expect(200)
}

async function amendOutcome(app: TestApp, agent: TestAgent, at: string, parts: ReviewText['parts']) {
  const outcome = parts.flatMap(({ items }) => items).find(({ kind }) => kind === 'outcome')
  const change = { act: 'reword', itemId: outcome?.id, hash: outcome?.hash, to: 'förflytta personer' }
  const amendment = { id: app.context.deps.newId(), change, reason: 'Klarare.', remarkIds: [], claimsEditorial: false } // prettier-ignore
  await agent.post(`${at}/amendments`).send(amendment).expect(201)
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

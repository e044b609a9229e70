import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import type { ComposePanel, MemberDesk, PositionKind, Review, ReviewText } from '../../schemas/types.ts'
import { importProfile } from '../../server/usecases/profile/import-profile.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { handOverLink } from '../../server/usecases/people/sign-in-link.ts'
import type { OccupationalProfile } from '../../schemas/types.ts'
import { buildProfile } from './build-profile.ts'
import type { TestApp } from './test-app.ts'

export const API = '/api/v1'

export type Proposed = ComposePanel['members'][number]

/** Nine members of six perspectives, and a substitute for the one of the trades board. */
export const NINE: readonly Proposed[] = [
  member('Asta Ek', 'employer'),
  member('Bo Lind', 'employer'),
  member('Cilla Ros', 'employer'),
  member('Disa Holm', 'employee'),
  member('Elof Sten', 'employee'),
  member('Freja Dal', 'industryBody'),
  member('Gustav Å', 'tradesBoard'),
  member('Hanna Bäck', 'educationProvider'),
  member('Ivar Öst', 'publicEmploymentService'),
  { ...member('Jonna Ny', 'tradesBoard'), part: 'substitute', substituteFor: 6 },
]

export function member(name: string, perspective: string): Proposed {
  const email = `${name.split(' ')[0]?.toLowerCase()}@panel.example`
  return {
    name,
    email,
    organisation: `Organisationen ${perspective}`,
    perspective,
    part: 'member',
    substituteFor: null,
  }
}

/** A panel at work: who runs it, who approves it, and its members by first name. */
export type HeldReview = {
  readonly id: string
  readonly coordinator: TestAgent
  readonly steering: TestAgent
  readonly members: Readonly<Record<string, TestAgent>>
  /** Their places, by first name. */
  readonly seats: Readonly<Record<string, string>>
}

/** An installation that answers, and those who ask it by their roles. */
type Running = Pick<TestApp, 'context' | 'as'> & { readonly app: Parameters<typeof request.agent>[0] }

/** A draft in the storage, as an editor would have left it. */
export async function putDraft(
  { context }: Pick<TestApp, 'context'>,
  profile: OccupationalProfile = buildProfile(),
): Promise<string> {
  const file = { profile, published: null, format: 'test', fileDigest: '0'.repeat(64) }
  return (await importProfile(context.deps, THE_PROGRAM, file)).slug
}

export async function submit(agent: TestAgent, slug: string): Promise<Review> {
  const { headers } = await agent.get(`${API}/profiles/${slug}/draft`).expect(200)
  const { body } = await agent
    .post(`${API}/profiles/${slug}/reviews`)
    .set('if-match', String(headers['etag']))
    .expect(201)
  return body as Review
}

/** Submits the draft, puts a panel together, has it approved and opens the first round. */
export async function openReview(
  app: Running,
  { slug, members = NINE }: { slug?: string; members?: readonly Proposed[] } = {},
): Promise<HeldReview> {
  const profile = slug ?? (await putDraft(app))
  const coordinator = await app.as('coordinator')
  const steering = await app.as('steeringGroup')
  const { id } = await submit(coordinator, profile)
  const review = `${API}/reviews/${id}`
  const { body } = await coordinator.put(`${review}/composition`).send({ members }).expect(200)
  const seats = Object.fromEntries(
    (body as Review).composition.members.map((seat) => [firstName(seat.name ?? ''), seat.id]),
  )
  await coordinator.post(`${review}/composition/proposal`).expect(200)
  await steering.put(`${review}/composition/answer`).send({ outcome: 'approved', reason: '' }).expect(200)
  await coordinator.post(`${review}/rounds`).send(ROUND).expect(201)
  const agents: Record<string, TestAgent> = {}
  for (const { name, email } of members) agents[firstName(name)] = await signInMember(app, email)
  return { id, coordinator, steering, members: agents, seats }
}

export const ROUND = { kind: 'ordinary', answerBy: null, text: 'panel', tellMembers: false } as const

export async function signInMember(
  { app, context }: Pick<Running, 'app' | 'context'>,
  email: string,
): Promise<TestAgent> {
  const person = await context.deps.storage.read(({ people }) => people.findByEmail(email))
  const { token } = await handOverLink(context.deps, THE_PROGRAM, { personId: person?.id ?? '' })
  const agent = request.agent(app)
  await agent.post(`${API}/session`).send({ token }).expect(201)
  return agent
}

export async function readDesk(agent: TestAgent, reviewId: string): Promise<MemberDesk> {
  return (await agent.get(`${API}/reviews/${reviewId}/desk`).expect(200)).body as MemberDesk
}

export async function readPanelText(agent: TestAgent, reviewId: string): Promise<ReviewText> {
  return (await agent.get(`${API}/reviews/${reviewId}/text`).expect(200)).body as ReviewText
}

/** Takes a position on a part or an item as it stands, in place of what the member said of it before. */
export async function take(
  deps: { readonly newId: () => string },
  agent: TestAgent,
  reviewId: string,
  { itemId, position, reason = '' }: { itemId: string; position: PositionKind | null; reason?: string },
): Promise<MemberDesk> {
  const desk = await readDesk(agent, reviewId)
  const part = desk.text.parts.find(({ id }) => id === itemId)
  const item = desk.text.parts.flatMap(({ items }) => items).find(({ id }) => id === itemId)
  const scope = part ? 'part' : 'item'
  const former = desk.positions.findLast((taken) => taken.scope === scope && taken.itemId === itemId)
  const { body } = await agent
    .post(`${API}/reviews/${reviewId}/positions`)
    .send({
      id: deps.newId(),
      position: {
        scope,
        itemId,
        hash: (part ?? item)?.hash,
        position,
        reason,
        replaces: former?.actId ?? null,
      },
    })
    .expect(200)
  return body as MemberDesk
}

/** Takes the same position on every part. */
export async function takeAll(
  deps: { readonly newId: () => string },
  agent: TestAgent,
  reviewId: string,
  position: PositionKind = 'agree',
): Promise<void> {
  for (const { id } of (await readPanelText(agent, reviewId)).parts)
    await take(deps, agent, reviewId, { itemId: id, position, reason: 'Det behövs.' })
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? ''
}

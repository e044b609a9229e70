import type TestAgent from 'supertest/lib/agent.js'
import type { Closing, OccupationalProfile, Remark, Review, ReviewText } from '../../schemas/types.ts'
import { API, NINE, openReview, readPanelText, take, type HeldReview } from '../support/hold-review.ts'
import { draft } from '../support/published.ts'
import type { TestApp } from '../support/test-app.ts'

export type Decided = {
  readonly version: string
  readonly held: HeldReview
  /** What the panel remarked on, changed and disagreed about. */
  readonly itemId: string
}

type Words = { readonly words?: (what: string) => string; readonly organisation?: string }

/**
 * A profile's next version, decided by a panel of nine: one criterion is remarked on, has other words proposed, and is
 * changed; one employer disagrees with it; the trades board is recused from a module and its substitute has no part; all
 * the others agree. `words` are what people write.
 */
export async function decideInPanel(
  test: TestApp,
  profile: OccupationalProfile,
  {
    words = (what) => `${what}.`,
    organisation = 'Organisationen',
    itemId = firstCriterion(profile),
  }: Words & { itemId?: string } = {},
): Promise<Decided> {
  await draft(test.context.deps, profile)
  const members = NINE.map((member) => ({ ...member, organisation: `${organisation} ${member.perspective}` }))
  const held = await openReview(test, { slug: profile.slug, members })
  const { coordinator, id } = held
  const [asta, bo] = [memberOf(held, 'Asta'), memberOf(held, 'Bo')]
  const at = (path: string) => `${API}/reviews/${id}${path}`
  await asta.put(at('/me/name')).send({ isNamed: true }).expect(200)
  const recusedFrom = await holdMeeting(test, held, itemId)

  const before = await itemIn(coordinator, id, itemId)
  const anchor = { scope: 'item', itemId, hash: before.hash, quote: '' }
  const remark = async (author: TestAgent, text: string, proposal: string | null) => {
    const sent = { id: test.context.deps.newId(), anchor, text, proposal }
    const { body } = await author.post(at('/remarks')).send(sent).expect(201)
    return (body.items as Remark[]).find((each) => each.isMine)?.id ?? ''
  }
  const wish = await remark(asta, words('Det går inte att se'), null)
  const proposal = await remark(bo, words('Så här i stället'), words('Visar hur det går till'))
  const amendment = test.context.deps.newId()
  await coordinator
    .post(at('/amendments'))
    .send({
      id: amendment,
      change: { act: 'reword', itemId, hash: before.hash, to: words('Visar hur det går till') },
      reason: words('Då går det att se'),
      remarkIds: [proposal],
      claimsEditorial: false,
    })
    .expect(201)
  const settle = (remarkId: string, outcome: string, amendmentId: string | null) =>
    coordinator
      .put(at(`/remarks/${remarkId}/disposition`))
      .send({ outcome, reason: words('Så blev det'), amendmentId })
  await settle(wish, 'declined', null).expect(200)
  await settle(proposal, 'accepted', amendment).expect(200)

  await agreeToAll(test, held, recusedFrom)
  await take(test.context.deps, bo, id, {
    itemId,
    position: 'disagree',
    reason: words('Det hör till introduktionen'),
  })
  await ruleAll(coordinator, id, words('Enklare ord för samma sak'))
  const version = await closeAndPublish(test, held, words)
  return { version, held, itemId }
}

/** Each on each part once, but for the substitute and where somebody is recused. */
async function agreeToAll(
  { context }: TestApp,
  { coordinator, members, id, seats }: HeldReview,
  recusedFrom: string,
): Promise<void> {
  const { parts } = await readPanelText(coordinator, id)
  for (const [name, member] of Object.entries(members))
    for (const part of parts) {
      if (name === 'Jonna' || (part.id === recusedFrom && seats[name] === seats.Cilla)) continue
      const position = { scope: 'part', itemId: part.id, hash: part.hash, position: 'agree', reason: '' }
      await member
        .post(`${API}/reviews/${id}/positions`)
        .send({ id: context.deps.newId(), position: { ...position, replaces: null } })
        .expect(200)
    }
}

/** One meeting with two of them; and somebody recused from a part, which it gives, where nobody will disagree. */
async function holdMeeting({ now }: TestApp, held: HeldReview, itemId: string): Promise<string> {
  const at = `${API}/reviews/${held.id}`
  const { coordinator, seats } = held
  const hour = 60 * 60_000
  const startsAt = new Date(now.getTime() - hour).toISOString()
  const meeting = { startsAt, endsAt: now.toISOString(), place: 'Hornsgatan 15', video: '', material: '' }
  const { body } = await coordinator
    .post(`${at}/meetings`)
    .send({ ...meeting, answerBy: null })
    .expect(201)
  const [planned] = (body as Review).meetings
  await coordinator
    .put(`${at}/meetings/${planned?.id}/presence`)
    .send({ present: [seats.Asta, seats.Disa], absent: [seats.Bo] })
    .expect(200)
  const { parts } = await readPanelText(coordinator, held.id)
  const other = parts.findLast(({ items }) => !items.some(({ id }) => id === itemId))?.id ?? ''
  await coordinator
    .post(`${at}/members/${seats.Cilla}/recusals`)
    .send({ partId: other, reason: 'Skrev modulen själv, hemligt.' })
    .expect(201)
  return other
}

async function ruleAll(coordinator: TestAgent, reviewId: string, reason: string): Promise<void> {
  const { rewordings } = await readPanelText(coordinator, reviewId)
  for (const { itemId, formerHash, hash } of rewordings)
    await coordinator
      .put(`${API}/reviews/${reviewId}/rulings`)
      .send({ itemId, formerHash, hash, equivalent: true, reason })
      .expect(200)
}

async function closeAndPublish(
  test: TestApp,
  { coordinator, id }: HeldReview,
  words: (what: string) => string,
): Promise<string> {
  const at = `${API}/reviews/${id}`
  const closing = (await coordinator.get(`${at}/closing`).expect(200)).body as Closing
  await coordinator
    .post(`${at}/closing`)
    .send({
      state: closing.state,
      outcome: 'approved',
      decidedOn: test.now.toISOString().slice(0, 10),
      decidedBy: words('Panelen för testare'),
      grounds: words('Alla perspektiv står bakom'),
    })
    .expect(200)
  const { body } = await coordinator
    .post(`${at}/edition`)
    .send({ version: closing.version, versionReason: '' })
    .expect(201)
  return String(body.version)
}

function memberOf({ members }: HeldReview, name: string): TestAgent {
  const member = members[name]
  if (!member) throw new Error(`nobody is called ${name}`)
  return member
}

async function itemIn(agent: TestAgent, reviewId: string, itemId: string) {
  const { parts }: ReviewText = await readPanelText(agent, reviewId)
  const item = parts.flatMap(({ items }) => items).find(({ id }) => id === itemId)
  if (!item) throw new Error('the panel has no such words')
  return item
}

function firstCriterion({ modules }: OccupationalProfile): string {
  return modules[0]?.module.outcomes[0]?.criteria[0]?.id ?? ''
}

import type TestAgent from 'supertest/lib/agent.js'
import type { Closing, RemarkList, Review, ReviewItem } from '../../schemas/types.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { createOrganisation } from '../../server/usecases/people/keep-organisations.ts'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { buildProfile, id } from '../support/build-profile.ts'
import {
  API,
  member,
  openReview,
  putDraft,
  readDesk,
  readPanelText,
  signInMember,
  submit,
  takeAll,
  type HeldReview,
} from '../support/hold-review.ts'
import { newFile } from '../support/requests-by-route.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const CILLA = { ...member('Cilla Ros', 'employee'), part: 'substitute', substituteFor: 1 } as const
const FEW = [member('Asta Ek', 'employer'), member('Bo Lind', 'employee'), CILLA]
const OTHERS = [member('Ulla Berg', 'employer'), member('Viktor Ny', 'employee')]

let app: TestApp
beforeEach(async () => (app = await startTestApp()))
afterEach(() => app.close())

const newId = () => app.context.deps.newId()
const at = ({ id: reviewId }: Pick<HeldReview, 'id'>, path: string) => `${API}/reviews/${reviewId}${path}`
const codeOf = (body: unknown) => String((body as { type?: string }).type).replace('/problems/', '')
const agentOf = ({ members }: HeldReview, name: string): TestAgent => {
  const agent = members[name]
  if (!agent) throw new Error(`nobody is called ${name}`)
  return agent
}

async function itemOf(held: HeldReview, kind: ReviewItem['kind'] = 'criterion'): Promise<ReviewItem> {
  const { parts } = await readPanelText(held.coordinator, held.id)
  const found = parts.flatMap(({ items }) => items).find((item) => item.kind === kind)
  if (!found) throw new Error(`the text has no ${kind}`)
  return found
}

async function remark(held: HeldReview, name: string, text = 'Oklart.'): Promise<string> {
  const { id: itemId, hash } = await itemOf(held)
  const made = { id: newId(), anchor: { scope: 'item', itemId, hash, quote: '' }, text, proposal: null }
  await agentOf(held, name).post(at(held, '/remarks')).send(made).expect(201)
  return made.id
}

const reworded = ({ id: itemId, hash }: ReviewItem, more: object = {}) => ({
  id: newId(),
  change: { act: 'reword', itemId, hash, to: 'Berättar om lyftet.' },
  reason: 'Klarare.',
  remarkIds: [],
  claimsEditorial: false,
  ...more,
})

const PLAN = {
  startsAt: '2026-04-01T07:00:00Z',
  endsAt: '2026-04-01T10:00:00Z',
  place: 'Kista',
  video: '',
  material: '',
  answerBy: null,
}
const DECISION = { decidedOn: '2026-03-01', decidedBy: 'Panelen', grounds: 'Den håller.' }

async function close(held: HeldReview, outcome: string): Promise<void> {
  const { state } = (await held.coordinator.get(at(held, '/closing')).expect(200)).body as Closing
  await held.coordinator
    .post(at(held, '/closing'))
    .send({ state, outcome, ...DECISION })
    .expect(200)
}

describe('two panels at a time', () => {
  let held: HeldReview
  let other: HeldReview
  beforeEach(async () => {
    held = await openReview(app, { members: FEW })
    const slug = await putDraft(app, buildProfile({ id: id('other'), slug: 'annan', title: 'Annan' }))
    other = await openReview(app, { slug, members: OTHERS })
  })

  test('what belongs to one cannot be reached by the address of the other', async () => {
    const remarkId = await remark(other, 'Ulla')
    const criterion = await itemOf(other)
    const amendment = reworded(criterion, { claimsEditorial: true })
    await other.coordinator.post(at(other, '/amendments')).send(amendment).expect(201)
    const planned = (await other.coordinator.post(at(other, '/meetings')).send(PLAN).expect(201)).body
    const meetingId = (planned as Review).meetings[0]?.id ?? ''
    const theirs = other.seats['Ulla'] ?? ''
    const recused = await other.coordinator
      .post(at(other, `/members/${theirs}/recusals`))
      .send({ partId: null, reason: 'Part i målet.' })
      .expect(201)
    const recusalId =
      (recused.body as Review).composition.members.find((seat) => seat.id === theirs)?.recusals[0]?.id ?? ''
    const mine = held.seats['Asta'] ?? ''
    const own = await itemOf(held)
    const asta = agentOf(held, 'Asta')
    const disposition = { outcome: 'declined', reason: 'Nej.', amendmentId: null }
    const entry = { memberId: theirs, scope: 'item', itemId: own.id, hash: own.hash, position: 'agree', reason: '' } // prettier-ignore
    const before = await contents(other)

    const c = held.coordinator
    const attempts: [string, string, ReturnType<TestAgent['get']>][] = [
      ['a remark to settle', 'remark-not-found', c.put(at(held, `/remarks/${remarkId}/disposition`)).send(disposition)],
      ['a remark to take back', 'remark-not-found', asta.post(at(held, `/remarks/${remarkId}/withdrawal`))],
      ['a remark to amend by', 'remark-not-found', c.post(at(held, '/amendments')).send(reworded(own, { remarkIds: [remarkId] }))],
      ['an amendment to confirm', 'amendment-not-found', asta.put(at(held, `/amendments/${amendment.id}/confirmation`)).send({ id: newId(), confirms: true })],
      ['a place to recuse', 'member-not-found', c.post(at(held, `/members/${theirs}/recusals`)).send({ partId: null, reason: 'X' })],
      ['a part to recuse from', 'item-not-found', c.post(at(held, `/members/${mine}/recusals`)).send({ partId: id('other'), reason: 'X' })],
      ['a recusal to lift', 'member-not-found', c.delete(at(held, `/members/${theirs}/recusals/${recusalId}`))],
      ['a substitute', 'member-not-found', c.put(at(held, `/members/${mine}/stand-in`)).send({ substituteId: theirs })],
      ['somebody to enter for', 'member-not-found', c.post(at(held, '/entered-positions')).send({ id: newId(), entries: [entry] })],
      ['a meeting to change', 'meeting-not-found', c.put(at(held, `/meetings/${meetingId}`)).send(PLAN)],
      ['a meeting to summon to', 'meeting-not-found', c.post(at(held, `/meetings/${meetingId}/summons`))],
      ['a meeting to cancel', 'meeting-not-found', c.post(at(held, `/meetings/${meetingId}/cancellation`))],
      ['a meeting to come to', 'meeting-not-found', asta.put(at(held, `/meetings/${meetingId}/attendance`)).send({ answer: 'coming' })],
      ['a meeting to note', 'meeting-not-found', c.put(at(held, `/meetings/${meetingId}/presence`)).send({ present: [], absent: [] })],
      ['a meeting to conduct', 'meeting-not-found', c.post(at(held, `/meetings/${meetingId}/conduct`)).send({ minutes: 5 })],
      ['a calendar', 'meeting-not-found', c.get(at(held, `/meetings/${meetingId}/calendar`))],
      ['another panel’s desk', 'review-not-found', asta.get(at(other, '/desk'))],
      ['another panel’s text', 'review-not-found', asta.get(at(other, '/text'))],
      ['another panel’s remarks', 'review-not-found', asta.post(at(other, '/remarks')).send({ id: newId(), anchor: { scope: 'whole', itemId: null, hash: null, quote: '' }, text: 'Hej', proposal: null })],
    ] // prettier-ignore
    const answered: [string, string][] = []
    for (const [what, , asking] of attempts) answered.push([what, codeOf((await asking).body)])
    expect(answered).toEqual(attempts.map(([what, code]) => [what, code]))
    expect(await contents(other)).toEqual(before)
  })

  test('an amendment cannot take the id of one in another review', async () => {
    const amendment = reworded(await itemOf(other))
    await other.coordinator.post(at(other, '/amendments')).send(amendment).expect(201)
    const again = reworded(await itemOf(held), { id: amendment.id })
    const { body } = await held.coordinator.post(at(held, '/amendments')).send(again).expect(409)
    expect(codeOf(body)).toBe('id-taken')
    expect((await readPanelText(held.coordinator, held.id)).amendments).toEqual([])
  })

  test('somebody whose role reaches another organisation only does not even learn that a review is there', async () => {
    const { id: theirs } = await createOrganisation(app.context.deps, THE_PROGRAM, { name: 'Deras' })
    for (const role of ['coordinator', 'editor', 'steeringGroup', 'facilitator'] as const) {
      const agent = await app.as(role, { kind: 'organisation', id: theirs })
      for (const path of ['', '/text', '/tally', '/remarks', '/hand-out', '/minutes', '/announcements'])
        expect(codeOf((await agent.get(at(held, path))).body)).toBe('review-not-found')
    }
  })

  const contents = async (of: HeldReview) => {
    const { body } = await of.coordinator.get(at(of, '')).expect(200)
    const { body: remarks } = await of.coordinator.get(at(of, '/remarks')).expect(200)
    return [body, remarks]
  }
})

describe('a position', () => {
  let held: HeldReview
  let item: ReviewItem
  beforeEach(async () => {
    held = await openReview(app, { members: FEW })
    item = await itemOf(held)
  })
  const position = (replaces: string | null, more: object = {}) => ({
    id: newId(),
    position: { scope: 'item', itemId: item.id, hash: item.hash, position: 'disagree', reason: 'Nej.', replaces, ...more }, // prettier-ignore
  })

  test('replaces only what its giver has said, and has seen', async () => {
    const [asta, bo] = [agentOf(held, 'Asta'), agentOf(held, 'Bo')]
    const first = position(null, { position: 'agree', reason: '' })
    await asta.post(at(held, '/positions')).send(first).expect(200)
    await bo.post(at(held, '/positions')).send(position(null)).expect(200)
    const said = async (replaces: string | null) =>
      codeOf((await asta.post(at(held, '/positions')).send(position(replaces))).body)
    const others = (await readDesk(bo, held.id)).positions[0]?.actId ?? ''
    expect([await said(null), await said(newId()), await said(others)]).toEqual([
      'position-changed',
      'position-changed',
      'position-changed',
    ])
    expect((await readDesk(asta, held.id)).positions.map((each) => each.position)).toEqual(['agree'])
    await asta.post(at(held, '/positions')).send(position(first.id)).expect(200)
    expect((await readDesk(asta, held.id)).positions.map((each) => each.position)).toEqual(['disagree'])
  })

  test('of somebody else’s act id takes nothing from them, and gives nothing in their name', async () => {
    const [asta, bo] = [agentOf(held, 'Asta'), agentOf(held, 'Bo')]
    const first = position(null)
    await asta.post(at(held, '/positions')).send(first).expect(200)
    const forged = { ...position(null, { position: 'agree', reason: '' }), id: first.id }
    await bo.post(at(held, '/positions')).send(forged).expect(200)
    expect((await readDesk(bo, held.id)).positions).toEqual([])
    expect((await readDesk(asta, held.id)).positions.map((each) => each.position)).toEqual(['disagree'])
  })

  test('in the name of whoever has signed in since is not taken', async () => {
    const asta = agentOf(held, 'Asta')
    const { body } = await asta
      .post(at(held, '/positions'))
      .set('acting-person', newId())
      .send(position(null))
      .expect(401)
    expect(codeOf(body)).toBe('not-signed-in')
    expect((await readDesk(asta, held.id)).positions).toEqual([])
  })

  test('is taken by those alone who are entitled to one', async () => {
    const cilla = agentOf(held, 'Cilla')
    expect(codeOf((await cilla.post(at(held, '/positions')).send(position(null))).body)).toBe('not-allowed')
    const bo = held.seats['Bo'] ?? ''
    await held.coordinator
      .put(at(held, `/members/${bo}/stand-in`))
      .send({ substituteId: held.seats['Cilla'] })
      .expect(200)
    await cilla.post(at(held, '/positions')).send(position(null)).expect(200)
    const { body } = await agentOf(held, 'Bo').post(at(held, '/positions')).send(position(null))
    expect(codeOf(body)).toBe('not-allowed')
    const entry = { memberId: bo, scope: 'item', itemId: item.id, hash: item.hash, position: 'agree', reason: '' } // prettier-ignore
    const entered = await held.coordinator
      .post(at(held, '/entered-positions'))
      .send({ id: newId(), entries: [entry] })
    expect(codeOf(entered.body)).toBe('member-not-found')
  })

  test('on words that never were is not taken, nor one in four hundred that is', async () => {
    const foreign = { ...position(null), id: newId() }
    foreign.position.hash = '0'.repeat(64)
    const { body } = await agentOf(held, 'Asta').post(at(held, '/positions')).send(foreign)
    expect(codeOf(body)).toBe('words-unknown')
    const entry = { memberId: held.seats['Asta'], scope: 'item', itemId: item.id, hash: item.hash, position: 'agree', reason: '' } // prettier-ignore
    const entries = Array.from({ length: 399 }, (): object => entry)
    const enter = (sent: object[]) =>
      held.coordinator.post(at(held, '/entered-positions')).send({ id: newId(), entries: sent })
    expect(codeOf((await enter([...entries, { ...entry, hash: '0'.repeat(64) }])).body)).toBe('words-unknown')
    expect((await readDesk(agentOf(held, 'Asta'), held.id)).positions).toEqual([])
    await enter([...entries, entry]).expect(200)
    expect((await readDesk(agentOf(held, 'Asta'), held.id)).positions).toHaveLength(1)
    expect(codeOf((await enter([...entries, entry, entry])).body)).toBe('request-invalid')
  })

  test('that comes as it closes is in the decision, or is not taken', async () => {
    for (const name of ['Asta', 'Bo']) await takeAll(app.context.deps, agentOf(held, name), held.id)
    const { state } = (await held.coordinator.get(at(held, '/closing')).expect(200)).body as Closing
    const former = (await readDesk(agentOf(held, 'Asta'), held.id)).positions.find(
      ({ itemId }) => itemId === item.id,
    )
    const [closing, taking] = await Promise.all([
      held.coordinator.post(at(held, '/closing')).send({ state, outcome: 'approved', ...DECISION }),
      agentOf(held, 'Asta')
        .post(at(held, '/positions'))
        .send(position(former?.actId ?? null)),
    ])
    const outcome = [closing.status === 200 ? 'closed' : codeOf(closing.body), taking.status === 200 ? 'taken' : codeOf(taking.body)] // prettier-ignore
    expect([
      ['closed', 'review-stage'],
      ['review-changed', 'taken'],
    ]).toContainEqual(outcome)
  })
})

describe('beyond one’s right', () => {
  test('whoever puts a panel together does not approve it, with a place at it either', async () => {
    const slug = await putDraft(app)
    const coordinator = await app.as('coordinator')
    const review = await submit(coordinator, slug)
    const mine = { name: 'Karin', email: 'karin@exempel.se', organisationId: null, locale: 'sv', role: 'coordinator', scope: { kind: 'everything', id: null }, sendMail: false } as const // prettier-ignore
    await invitePerson(app.context.deps, THE_PROGRAM, mine)
    const karin = await signInMember(app, mine.email)
    const members = [{ ...member('Karin', 'employer'), email: mine.email }]
    await karin.put(at(review, '/composition')).send({ members }).expect(200)
    await karin.post(at(review, '/composition/proposal')).expect(200)
    const answer = { outcome: 'approved', reason: '' }
    for (const agent of [karin, coordinator, await app.signedIn('Chefen')])
      expect(codeOf((await agent.put(at(review, '/composition/answer')).send(answer)).body)).toBe(
        'not-allowed',
      )
    const round = { kind: 'ordinary', answerBy: null, text: 'panel', tellMembers: false }
    const { body } = await karin.post(at(review, '/rounds')).send(round)
    expect(codeOf(body)).toBe('composition-not-approved')
  })

  test('whoever has lost the role has lost what the place opened', async () => {
    const held = await openReview(app, { members: FEW })
    const administrator = await app.signedIn()
    const person = await app.storage.read(({ people }) => people.findByEmail('asta@panel.example'))
    const roles = await app.storage.read(({ people }) => people.grants(person?.id ?? ''))
    for (const { id: roleId } of roles)
      await administrator.delete(`${API}/people/${person?.id}/roles/${roleId}`).expect(204)
    const asta = await signInMember(app, 'asta@panel.example')
    for (const path of ['', '/text', '/tally', '/remarks', '/hand-out', '/announcements'])
      expect(codeOf((await asta.get(at(held, path))).body)).toBe('review-not-found')
    expect((await asta.get(`${API}/reviews`).expect(200)).body).toEqual({ items: [] })
  })

  test('after a decision nobody answers remarks anew, nor amends more than the spelling that it left room for', async () => {
    const held = await openReview(app, { members: FEW })
    const remarkId = await remark(held, 'Asta')
    const declined = { outcome: 'declined', reason: 'Nej.', amendmentId: null }
    await held.coordinator
      .put(at(held, `/remarks/${remarkId}/disposition`))
      .send(declined)
      .expect(200)
    for (const name of ['Asta', 'Bo']) await takeAll(app.context.deps, agentOf(held, name), held.id)
    await close(held, 'approvedEditorial')
    const editor = await app.as('editor')
    const amend = async (more: object, item?: ReviewItem) =>
      editor.post(at(held, '/amendments')).send(reworded(item ?? (await itemOf(held)), more))
    expect(codeOf((await amend({})).body)).toBe('not-editorial')
    const { id: itemId, hash } = await itemOf(held)
    const removal = { change: { act: 'remove', itemId, hash }, claimsEditorial: true }
    expect((await amend(removal)).status).toBe(422)
    const settle = editor.put(at(held, `/remarks/${remarkId}/disposition`))
    expect(codeOf((await settle.send({ ...declined, outcome: 'accepted' })).body)).toBe('review-stage')
    await amend({ claimsEditorial: true, remarkIds: [remarkId] })
    const { body } = await editor.get(at(held, '/remarks')).expect(200)
    expect((body as RemarkList).items[0]?.disposition?.outcome).toBe('declined')
    const publish = held.coordinator.post(at(held, '/edition')).send({ version: '1.0.0', versionReason: '' })
    expect(codeOf((await publish).body)).toBe('not-agreed')
  })

  test('nothing is published past a panel: by itself, from a file, or on a decision that was taken back', async () => {
    const held = await openReview(app, { members: FEW })
    const administrator = await app.signedIn()
    const { headers } = await administrator.get(`${API}/profiles/testare/draft`).expect(200)
    const etag = String(headers['etag'])
    const past = async () => {
      const published = { version: '1.0.0', decision: DECISION }
      const file = newFile({ ...buildProfile(), title: 'Förbi panelen' })
      return [
        await administrator.post(`${API}/profiles/testare/editions`).set('if-match', etag).send({ ...published, rulings: [] }), // prettier-ignore
        await administrator.delete(`${API}/profiles/testare/draft`).set('if-match', etag),
        await administrator.post(`${API}/imports`).send({ file, published }),
        await administrator.post(at(held, '/edition')).send({ version: '1.0.0', versionReason: '' }),
      ].map(({ body }) => codeOf(body))
    }
    const refused = ['draft-in-review', 'draft-in-review', 'draft-exists', 'review-stage']
    expect(await past()).toEqual(refused)
    for (const name of ['Asta', 'Bo']) await takeAll(app.context.deps, agentOf(held, name), held.id)
    await close(held, 'approved')
    await held.coordinator.post(at(held, '/recall')).expect(200)
    expect(await past()).toEqual(refused)
    await administrator.get(`${API}/profiles/testare/editions/1.0.0`).expect(404)
  })

  test.each([
    { after: '9:59.999', ms: 10 * 60_000 - 1, code: null },
    { after: '10:00', ms: 10 * 60_000, code: 'recall-late' },
  ])('a close is taken back $after after it: $code', async ({ ms, code }) => {
    const held = await openReview(app, { members: FEW })
    await close(held, 'declined')
    app.now = new Date(app.now.getTime() + ms)
    const { acts } = (await held.coordinator.get(at(held, '')).expect(200)).body as Review
    const { status, body } = await held.coordinator.post(at(held, '/recall'))
    expect([acts.recall, status === 200 ? null : codeOf(body)]).toEqual([code === null, code])
  })

  test('what has been published is not recalled, nor closed anew', async () => {
    const held = await openReview(app, { members: FEW })
    for (const name of ['Asta', 'Bo']) await takeAll(app.context.deps, agentOf(held, name), held.id)
    await close(held, 'approved')
    const edition = { version: '1.0.0', versionReason: '' }
    await held.coordinator.post(at(held, '/edition')).send(edition).expect(201)
    for (const path of ['/recall', '/edition', '/withdrawal']) {
      const { body } = await held.coordinator.post(at(held, path)).send(path === '/edition' ? edition : undefined) // prettier-ignore
      expect(codeOf(body)).toBe('review-stage')
    }
  })
})

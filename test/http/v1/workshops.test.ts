import type { Workshop, WorkshopOverview } from '../../../schemas/types.ts'
import { addCard, setReady } from '../../../server/board/write-on-board.ts'
import { buildProfile, id } from '../../support/build-profile.ts'
import { API, buildPlan, plan, sitDown, writeOn } from '../../support/hold-workshop.ts'
import { depsOn, draft, publish } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let leader: Awaited<ReturnType<TestApp['as']>>
beforeEach(async () => {
  app = await startTestApp()
  await draft(depsOn(app.storage))
  leader = await app.as('facilitator')
})
afterEach(() => app.close())

const read = async ({ id: workshopId }: Workshop) =>
  (await leader.get(`${API}/workshops/${workshopId}`).expect(200)).body as Workshop
const problemIn = ({ body }: { body: unknown }) => (body as { type: string }).type.replace('/problems/', '')
const post = (path: string, body: object = {}) => leader.post(`${API}/workshops/${path}`).send(body)

describe('planning a workshop', () => {
  test('gives it groups in their order, each with a code of its own', async () => {
    const answer = await leader.post(`${API}/profiles/testare/workshops`).send(buildPlan()).expect(201)
    const workshop = answer.body as Workshop
    expect(answer.headers.location).toBe(`${API}/workshops/${workshop.id}`)
    expect(workshop).toMatchObject({
      ...buildPlan(),
      profileSlug: 'testare',
      profileTitle: 'Testare',
      status: 'open',
      codesUntil: '2026-03-12T00:00:00.000Z',
      endedAt: null,
      groups: [
        { number: 1, place: 'Vid fönstret', seats: 2, taken: 0 },
        { number: 2, place: '', seats: 5, taken: 0 },
      ],
    })
    expect(new Set(workshop.groups.map(({ code }) => code)).size).toBe(2)
    expect(await read(workshop)).toEqual(workshop)
  })

  test('begins in the first phase of the plan, without a clock', async () => {
    const phases = [{ phase: 'word' as const, minutes: 30 }]
    const { id: workshopId } = await plan(leader, { phases })
    const { body } = await leader.get(`${API}/workshops/${workshopId}/overview`).expect(200)
    expect((body as WorkshopOverview).conduct).toEqual({ phase: 'word', clock: null, message: null })
  })

  test('needs phases that can be followed', async () => {
    const phases = [
      { phase: 'word', minutes: 1 },
      { phase: 'collect', minutes: 1 },
    ]
    const answer = await leader.post(`${API}/profiles/testare/workshops`).send({ ...buildPlan(), phases })
    expect([answer.status, problemIn(answer)]).toEqual([422, 'plan-unsound'])
    expect((await leader.get(`${API}/profiles/testare/workshops`)).body).toEqual({ items: [] })
  })

  test('needs a draft', async () => {
    await publish(depsOn(app.storage), buildProfile({ id: id('other'), slug: 'annan' }))
    const answer = await leader.post(`${API}/profiles/annan/workshops`).send(buildPlan())
    expect([answer.status, problemIn(answer)]).toEqual([404, 'draft-not-found'])
  })

  test('is listed with the latest first', async () => {
    await plan(leader, { name: 'I maj', date: '2026-05-01' })
    await plan(leader, { name: 'I juni', date: '2026-06-01' })
    const { body } = await leader.get(`${API}/profiles/testare/workshops`).expect(200)
    expect((body as { items: Workshop[] }).items.map(({ name }) => name)).toEqual(['I juni', 'I maj'])
  })

  test.each([
    ['reader', 403],
    ['coordinator', 403],
    ['steeringGroup', 403],
    ['editor', 201],
    ['administrator', 201],
  ] as const)('is for those who lead workshops: %s %i', async (role, status) => {
    const agent = await app.as(role)
    await agent.post(`${API}/profiles/testare/workshops`).send(buildPlan()).expect(status)
  })

  test('on another profile is not known to those who may not know of the profile', async () => {
    const workshop = await plan(leader)
    await draft(depsOn(app.storage), buildProfile({ id: id('other'), slug: 'annan' }))
    const elsewhere = await app.as('facilitator', { kind: 'profile', id: id('other') })
    const answer = await elsewhere.get(`${API}/workshops/${workshop.id}`)
    expect([answer.status, problemIn(answer)]).toEqual([404, 'workshop-not-found'])
  })
})

describe('changing the plan', () => {
  test('lets everything be changed but who is in it', async () => {
    const workshop = await plan(leader)
    const changes = { name: 'Åter', question: 'Vad räcker?', date: '2026-04-01' }
    const { body } = await leader.patch(`${API}/workshops/${workshop.id}`).send(changes).expect(200)
    expect(body).toEqual({ ...workshop, ...changes, codesUntil: '2026-04-03T00:00:00.000Z' })
  })

  test('to another day lets people in again', async () => {
    const workshop = await plan(leader)
    app.now = new Date('2026-03-20T09:00:00Z')
    leader = await app.as('facilitator')
    expect((await read(workshop)).status).toBe('ended')
    await leader.patch(`${API}/workshops/${workshop.id}`).send({ date: '2026-03-21' }).expect(200)
    await sitDown(app, workshop.groups[0]!.code)
  })

  test('shows more of who wrote what only as long as nobody has come, and less at any time', async () => {
    const workshop = await plan(leader)
    const change = (anonymity: object) =>
      leader
        .patch(`${API}/workshops/${workshop.id}`)
        .send({ anonymity: { ...workshop.anonymity, ...anonymity } })
    await change({ namesInMinutes: true }).expect(200)
    await sitDown(app, workshop.groups[0]!.code)
    const refused = await change({ silentCollect: false, namedPhases: ['collect'], namesInMinutes: true })
    expect([refused.status, problemIn(refused)]).toEqual([409, 'anonymity-promised'])
    await change({ namedPhases: [], namesInMinutes: false }).expect(200)
    expect((await read(workshop)).anonymity).toMatchObject({ namedPhases: [], namesInMinutes: false })
  })

  test('to phases that cannot be followed changes nothing', async () => {
    const workshop = await plan(leader)
    const unsound = { phases: [{ phase: 'done', minutes: 0 }] }
    await leader.patch(`${API}/workshops/${workshop.id}`).send(unsound).expect(422)
    expect(await read(workshop)).toEqual(workshop)
  })

  test('opens more groups, numbered on', async () => {
    const { id: workshopId } = await plan(leader)
    const { body } = await post(`${workshopId}/groups`, { place: 'I köket', seats: 6 }).expect(201)
    expect((body as Workshop).groups.at(-1)).toMatchObject({
      number: 3,
      place: 'I köket',
      seats: 6,
      taken: 0,
    })
  })

  test('does not open a group in a workshop that has ended, or more than sixty', async () => {
    const groups = Array.from({ length: 60 }, () => ({ place: '', seats: 2 }))
    const { id: workshopId } = await plan(leader, { groups })
    expect(problemIn(await post(`${workshopId}/groups`, { place: '', seats: 2 }))).toBe('too-many-groups')
    await post(`${workshopId}/end`).expect(200)
    expect(problemIn(await post(`${workshopId}/groups`, { place: '', seats: 2 }))).toBe('workshop-ended')
  })

  test('opens more seats, and closes none that is taken', async () => {
    const { id: workshopId, groups: [group] } = await plan(leader) // prettier-ignore
    const { id: groupId, code } = group!
    const amend = (body: object) =>
      leader.patch(`${API}/workshops/${workshopId}/groups/${groupId}`).send(body)
    await amend({ seats: 3 }).expect(200)
    for (const name of ['Amina', 'Bo', 'Cem']) await sitDown(app, code, { name })
    const refused = await amend({ seats: 2 })
    expect([refused.status, problemIn(refused), refused.body]).toEqual([
      409,
      'seats-taken',
      expect.objectContaining({ taken: 3 }),
    ])
    const { body } = await amend({ place: 'I köket' }).expect(200)
    expect((body as Workshop).groups[0]).toMatchObject({ seats: 3, taken: 3, place: 'I köket' })
  })

  test('knows the groups of other workshops as little as groups that there are not', async () => {
    const [one, other] = [await plan(leader), await plan(leader)]
    for (const groupId of [other.groups[0]!.id, id('nobody')]) {
      const answer = await leader.patch(`${API}/workshops/${one.id}/groups/${groupId}`).send({ seats: 9 })
      expect([answer.status, problemIn(answer)]).toEqual([404, 'group-not-found'])
    }
  })
})

describe('conducting', () => {
  test('moves everyone to a phase, with its time; and back', async () => {
    const workshop = await plan(leader)
    const { seat, agent } = await sitDown(app, workshop.groups[0]!.code)
    expect(seat.state.conduct.phase).toBe('collect')
    await post(`${workshop.id}/phase`, { phase: 'word' }).expect(200)
    const there = async () => (await agent.get(`${API}/seat`)).body.state.conduct
    const clock = { ofMs: 2_400_000, endsAt: '2026-03-01T09:40:00.000Z', leftMs: null }
    expect(await there()).toEqual({ phase: 'word', clock, message: null })
    await post(`${workshop.id}/phase`, { phase: 'collect' }).expect(200)
    expect(await there()).toMatchObject({ phase: 'collect', clock: { ofMs: 900_000 } })
  })

  test('goes to a phase that the plan leaves out too, without a clock', async () => {
    const { id: workshopId } = await plan(leader, { phases: [{ phase: 'collect', minutes: 5 }] })
    await post(`${workshopId}/phase`, { phase: 'sort' }).expect(200)
    const { body } = await leader.get(`${API}/workshops/${workshopId}/overview`)
    expect(body.conduct).toEqual({ phase: 'sort', clock: null, message: null })
  })

  test('starts, pauses, lengthens and stops the time', async () => {
    const { id: workshopId } = await plan(leader)
    const clock = async (body: object) => {
      await post(`${workshopId}/clock`, body).expect(200)
      return (await leader.get(`${API}/workshops/${workshopId}/overview`)).body.conduct.clock
    }
    expect(await clock({ act: 'start', minutes: 10 })).toMatchObject({ endsAt: '2026-03-01T09:10:00.000Z' })
    app.now = new Date('2026-03-01T09:04:00Z')
    expect(await clock({ act: 'pause' })).toMatchObject({ endsAt: null, leftMs: 360_000 })
    app.now = new Date('2026-03-01T09:30:00Z')
    expect(await clock({ act: 'resume' })).toMatchObject({ endsAt: '2026-03-01T09:36:00.000Z' })
    expect(await clock({ act: 'add' })).toMatchObject({ endsAt: '2026-03-01T09:38:00.000Z' })
    expect(await clock({ act: 'stop' })).toBeNull()
  })

  test('says something to everyone', async () => {
    const workshop = await plan(leader)
    const { agent } = await sitDown(app, workshop.groups[1]!.code)
    await post(`${workshop.id}/message`, { text: 'Fika kl. 10' }).expect(200)
    const { body } = await agent.get(`${API}/seat`)
    expect(body.state.conduct.message).toEqual({ text: 'Fika kl. 10', at: '2026-03-01T09:00:00.000Z' })
  })

  test('ends it once: the codes lead in no more, and what follows is refused', async () => {
    const workshop = await plan(leader)
    const { agent } = await sitDown(app, workshop.groups[0]!.code)
    await post(`${workshop.id}/clock`, { act: 'start', minutes: 10 }).expect(200)
    const { body } = await post(`${workshop.id}/end`).expect(200)
    expect(body).toMatchObject({ status: 'ended', endedAt: '2026-03-01T09:00:00.000Z' })
    for (const [path, sent] of [
      ['end', {}],
      ['phase', { phase: 'sort' }],
      ['clock', { act: 'start', minutes: 1 }],
      ['message', { text: 'Hej' }],
    ] as const)
      expect([path, problemIn(await post(`${workshop.id}/${path}`, sent))]).toEqual([path, 'workshop-ended'])
    const offer = await app.stranger.get(`${API}/join/${workshop.groups[0]!.code}`)
    expect([offer.status, problemIn(offer)]).toEqual([410, 'code-expired'])
    // Whoever was in it still sees how it stands.
    expect((await agent.get(`${API}/seat`).expect(200)).body.state).toMatchObject({
      status: 'ended',
      conduct: { phase: 'done', clock: null },
    })
  })

  test('tells the boards after each change, and nobody before it is kept', async () => {
    const told: string[][] = []
    const boards = {
      ...app.context.deps.boards,
      tell: (groupIds: readonly string[]) => told.push([...groupIds]),
    }
    Object.assign(app.context.deps, { boards })
    const workshop = await plan(leader)
    await post(`${workshop.id}/message`, { text: 'Hej' }).expect(200)
    await post(`${workshop.id}/phase`, { phase: 'ingen' }).expect(422)
    expect(told).toEqual([workshop.groups.map((group) => group.id)])
  })
})

describe('the overview', () => {
  const overview = async ({ id: workshopId }: Workshop) =>
    (await leader.get(`${API}/workshops/${workshopId}/overview`).expect(200)).body as WorkshopOverview

  test('shows who is here, who is ready and how much there is, and nothing of what it says', async () => {
    const workshop = await plan(leader)
    const [group] = workshop.groups
    const [amina, bo] = [await sitDown(app, group!.code), await sitDown(app, group!.code, { name: 'Bo', perspective: '' })] // prettier-ignore
    await writeOn(app.storage, group!.id, amina.seat, (pen) => {
      addCard(pen, { kind: 'skills', text: 'Hemligt kort' })
      setReady(pen, 'collect', true)
    })
    const device = {
      seatId: amina.seat.seatId,
      seenAt: '2026-03-01T08:59:00.000Z',
      cameAt: '2026-03-01T08:40:00.000Z',
      isConnected: true,
      waiting: 2,
    }
    const devices = [
      { ...device, id: 'telefon', wroteAt: '2026-03-01T08:50:00.000Z' },
      { ...device, id: 'dator', isConnected: false, wroteAt: '2026-03-01T08:55:00.000Z' },
      { ...device, id: 'bos', seatId: bo.seat.seatId, isConnected: false, wroteAt: null },
    ]
    const boards = { ...app.context.deps.boards, devices: (groupId: string) => (groupId === group!.id ? devices : []) } // prettier-ignore
    Object.assign(app.context.deps, { boards })
    const seen = await overview(workshop)
    expect(seen.groups[0]).toMatchObject({
      groupId: group!.id,
      cards: { knowledge: 0, skills: 1, responsibilityAutonomy: 0, suitability: 0 },
      unsorted: 1,
      participants: [
        {
          name: 'Amina',
          perspective: 'employer',
          presence: 'here',
          isReady: true,
          cameAt: '2026-03-01T08:40:00.000Z',
          wroteAt: '2026-03-01T08:55:00.000Z',
          devices: [{ id: 'telefon' }, { id: 'dator', isConnected: false, waiting: 2 }],
        },
        { name: 'Bo', perspective: '', presence: 'away', isReady: false, wroteAt: null },
      ],
    })
    expect(JSON.stringify(seen)).not.toContain('Hemligt')
    expect(seen.groups[1]?.participants).toEqual([])
  })

  test('shows a board as it is open here, before it is as it is kept', async () => {
    const workshop = await plan(leader)
    const open = {
      cards: [{ id: id(), kind: 'knowledge', text: '', by: id(), themeId: null, isAside: false }],
      themes: [],
      marks: [],
      decisions: [],
      outcomes: [],
      criteria: [],
      ready: [],
    } as const
    const board = (groupId: string) => (groupId === workshop.groups[1]!.id ? open : undefined)
    Object.assign(app.context.deps, { boards: { ...app.context.deps.boards, board } })
    expect((await overview(workshop)).groups.map(({ cards }) => cards.knowledge)).toEqual([0, 1])
  })
})

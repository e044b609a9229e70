import request from 'supertest'
import type { JoinOffer, Seat, Workshop } from '../../../schemas/types.ts'
import { sayCode } from '../../../server/domain/workshop/join-code.ts'
import { THE_PROGRAM } from '../../../server/usecases/deps.ts'
import { planWorkshop } from '../../../server/usecases/workshop/plan-workshop.ts'
import { id } from '../../support/build-profile.ts'
import { API, buildPlan, cookieIn, plan, sitDown } from '../../support/hold-workshop.ts'
import { depsOn, draft } from '../../support/published.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let leader: Awaited<ReturnType<TestApp['as']>>
let workshop: Workshop
let code: string
let otherCode: string
beforeEach(async () => {
  app = await startTestApp()
  await draft(depsOn(app.storage))
  leader = await app.as('facilitator')
  workshop = await plan(leader)
  ;[code = '', otherCode = ''] = workshop.groups.map((group) => group.code)
})
afterEach(() => app.close())

const offer = (typed = code) => app.stranger.get(`${API}/join/${encodeURIComponent(typed)}`)
const sit = (body: object = {}) =>
  app.stranger.post(`${API}/seats`).send({ code, name: 'Amina', perspective: 'employer', ...body })
const comeBack = (body: { code: string; word: string }) =>
  request.agent(app.app).post(`${API}/seats/return`).send(body)
const told = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { type?: string }).type?.replace('/problems/', ''),
]
const remove = (seatId: string) => leader.delete(`${API}/workshops/${workshop.id}/seats/${seatId}`)
const move = (seatId: string, groupId: string) =>
  leader.post(`${API}/workshops/${workshop.id}/seats/${seatId}/move`).send({ groupId })

describe('a code', () => {
  test('leads to its group, and says how many seats are free', async () => {
    const { body } = await offer().expect(200)
    expect(body).toMatchObject({
      workshopName: 'Kärnan i yrket',
      profileTitle: 'Testare',
      groupNumber: 1,
      seatsLeft: 2,
      own: null,
    })
    expect((body as JoinOffer).perspectives.length).toBeGreaterThan(3)
    await sitDown(app, code)
    expect((await offer()).body).toMatchObject({ seatsLeft: 1 })
  })

  test('is read however it was written', async () => {
    for (const typed of [code.toLowerCase(), sayCode(code), `${code.slice(0, 3)}-${code.slice(3)}`])
      expect((await offer(typed)).body).toMatchObject({ groupNumber: 1 })
  })

  test.each([
    ['that nobody was given', 'AAAAAA'],
    ['that cannot be one', 'O0I1ZS'],
    ['with a sign too few', 'K7M4P'],
  ])('%s is unknown', async (_, typed) => {
    expect(told(await offer(typed))).toEqual([404, 'code-unknown'])
    expect(told(await sit({ code: typed }))).toEqual([404, 'code-unknown'])
    expect(told(await comeBack({ code: typed, word: 'apa bok' }))).toEqual([404, 'code-unknown'])
  })

  test('leads in until the day after the workshop, and then no more', async () => {
    app.now = new Date('2026-03-11T23:59:00Z')
    await offer().expect(200)
    app.now = new Date('2026-03-12T00:00:00Z')
    expect(told(await offer())).toEqual([410, 'code-expired'])
    expect(told(await sit())).toEqual([410, 'code-expired'])
    expect(told(await comeBack({ code, word: 'apa bok' }))).toEqual([410, 'code-expired'])
  })

  test('tells whoever has a seat in the group what they are called there, and nobody else', async () => {
    const { agent } = await sitDown(app, code, { name: 'Amina' })
    expect((await agent.get(`${API}/join/${code}`)).body).toMatchObject({ own: 'Amina' })
    expect((await agent.get(`${API}/join/${otherCode}`)).body).toMatchObject({ own: null })
    expect((await offer()).body).toMatchObject({ own: null })
  })
})

describe('taking a seat', () => {
  test('needs no account: a name and a perspective are enough', async () => {
    const { body } = await sit({ name: '  Amina  ' }).expect(201)
    const seat = body as Seat
    expect(seat).toMatchObject({ name: 'Amina', perspective: 'employer', word: expect.stringMatching(/^\p{L}+ \p{L}+$/u) }) // prettier-ignore
    expect(seat.state).toMatchObject({
      workshopId: workshop.id,
      question: workshop.question,
      group: { number: 1, place: 'Vid fönstret', code },
      members: [{ seatId: seat.seatId, name: 'Amina', perspective: 'employer' }],
    })
    expect(seat.hand).not.toBe(seat.seatId)
  })

  test('from a perspective that the installation does not know counts as another', async () => {
    expect((await sit({ perspective: 'drottning' })).body).toMatchObject({ perspective: '' })
  })

  test('in a group that is full is refused, also to two who come at once', async () => {
    const both = await Promise.all([sit(), sit(), sit()])
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['201', '201', '409'])
    expect(told(await sit())).toEqual([409, 'group-full'])
    await leader
      .patch(`${API}/workshops/${workshop.id}/groups/${workshop.groups[0]!.id}`)
      .send({ seats: 3 })
      .expect(200)
    await sit().expect(201)
  })

  test.each([
    ['without a name', { name: '' }],
    ['with a name of spaces', { name: '   ' }],
    ['with a name that is too long', { name: 'a'.repeat(41) }],
    ['with something more', { role: 'administrator' }],
  ])('%s is refused', async (_, body) => {
    await sit(body).expect(422)
  })

  test('sets a cookie that scripts and other sites cannot read, and that is no session', async () => {
    const { headers } = await sit().expect(201)
    const [cookie, ...more] = headers['set-cookie'] as unknown as string[]
    expect(more).toEqual([])
    expect(cookie).toMatch(/^profilverkstad-seat=[\w.-]{40,}; Max-Age=31536000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/u) // prettier-ignore
    await app.stranger.get(`${API}/account`).expect(401)
  })

  test('behind TLS the cookie is held to this host and to TLS', async () => {
    const secure = await startTestApp({ baseUrl: 'https://profiler.example' })
    await draft(depsOn(secure.storage))
    const { groups } = await planWorkshop(secure.context.deps, THE_PROGRAM, {
      slug: 'testare',
      ...buildPlan(),
    })
    const { headers } = await secure.stranger
      .post(`${API}/seats`)
      .send({ code: groups[0]!.code, name: 'Bo', perspective: '' })
      .expect(201)
    expect(String(headers['set-cookie'])).toMatch(/^__Host-profilverkstad-seat=.*; Path=\/;.*; HttpOnly; Secure; SameSite=Lax$/u) // prettier-ignore
    await secure.close()
  })

  test('shows the hands of who wrote what in the phases that the plan names, and in no other', async () => {
    const { seat, agent } = await sitDown(app, code)
    const authors = async () => ((await agent.get(`${API}/seat`)).body as Seat).state.authors
    expect(await authors()).toEqual({})
    await leader.post(`${API}/workshops/${workshop.id}/phase`).send({ phase: 'word' }).expect(200)
    expect(await authors()).toEqual({ [seat.hand]: seat.seatId })
  })
})

describe('coming back', () => {
  test('after closing the tab is the same seat, without the word', async () => {
    const { seat, agent } = await sitDown(app, code)
    expect((await agent.get(`${API}/seat`).expect(200)).body).toEqual({ ...seat, word: null })
  })

  test('on another device is the same seat, however the word was typed', async () => {
    const { seat, cookie } = await sitDown(app, code)
    const typed = seat.word!.toUpperCase().replace(' ', ' - ')
    const answer = await comeBack({ code: sayCode(code).toLowerCase(), word: typed }).expect(201)
    expect(answer.body).toEqual({ ...seat, word: null })
    expect(cookieIn(answer.headers)).not.toBe(cookie)
    // Both devices have it.
    for (const each of [cookie, cookieIn(answer.headers)])
      await request(app.app).get(`${API}/seat`).set('cookie', each).expect(200)
  })

  test('takes one’s own word, and the code of one’s own group', async () => {
    const { seat } = await sitDown(app, code)
    const other = await sitDown(app, otherCode, { name: 'Bo' })
    expect(told(await comeBack({ code, word: 'apa apa apa' }))).toEqual([404, 'word-unknown'])
    expect(told(await comeBack({ code, word: other.seat.word! }))).toEqual([404, 'word-unknown'])
    expect(told(await comeBack({ code: otherCode, word: seat.word! }))).toEqual([404, 'word-unknown'])
  })

  test('of somebody who has been moved works by the code of either group', async () => {
    const { seat } = await sitDown(app, code)
    await move(seat.seatId, workshop.groups[1]!.id).expect(200)
    for (const each of [code, otherCode]) {
      const { body } = await comeBack({ code: each, word: seat.word! }).expect(201)
      expect((body as Seat).state.group.number).toBe(2)
    }
  })

  test('of somebody who has been taken out is refused', async () => {
    const { seat } = await sitDown(app, code)
    await remove(seat.seatId).expect(200)
    expect(told(await comeBack({ code, word: seat.word! }))).toEqual([404, 'word-unknown'])
  })

  test('with a cookie that nobody was given, or none, is no seat', async () => {
    expect(told(await app.stranger.get(`${API}/seat`))).toEqual([401, 'not-seated'])
    const forged = request(app.app).get(`${API}/seat`).set('cookie', `profilverkstad-seat=${id()}`)
    expect(told(await forged)).toEqual([401, 'not-seated'])
  })

  test('after leaving is not possible from that device, and from the others it is', async () => {
    const { seat, agent, cookie } = await sitDown(app, code)
    const phone = cookieIn((await comeBack({ code, word: seat.word! })).headers)
    const { headers } = await agent.delete(`${API}/seat`).expect(204)
    expect(String(headers['set-cookie'])).toMatch(/^profilverkstad-seat=; Path=\/; Expires=Thu, 01 Jan 1970[^;]*; HttpOnly; SameSite=Lax$/u) // prettier-ignore
    const by = (each: string) => request(app.app).get(`${API}/seat`).set('cookie', each)
    expect([told(await by(cookie)), (await by(phone)).status]).toEqual([[401, 'not-seated'], 200])
    await agent.delete(`${API}/seat`).expect(204)
  })
})

describe('taking somebody out', () => {
  test('shows them out at once, forgets their name, frees the seat, and lets the boards go', async () => {
    const gone: string[] = []
    Object.assign(app.context.deps, { boards: { ...app.context.deps.boards, letGo: (seatId: string) => gone.push(seatId) } }) // prettier-ignore
    const { seat, agent } = await sitDown(app, code, { name: 'Amina Deltagarsson' })
    await sitDown(app, code, { name: 'Bo' })
    const { body } = await remove(seat.seatId).expect(200)
    expect((body as Workshop).groups[0]).toMatchObject({ taken: 1 })
    expect(gone).toEqual([seat.seatId])
    expect(told(await agent.get(`${API}/seat`))).toEqual([401, 'not-seated'])
    const stored = await app.storage.read(({ workshops }) => workshops.findSeat(seat.seatId))
    expect(stored).toMatchObject({ name: '', perspective: 'employer', hand: seat.hand })
    await sitDown(app, code, { name: 'Cem' })
  })

  test('twice, of another workshop, or who is not there, is refused', async () => {
    const { seat } = await sitDown(app, code)
    const other = await plan(leader)
    const theirs = await sitDown(app, other.groups[0]!.code)
    await remove(seat.seatId).expect(200)
    for (const seatId of [seat.seatId, theirs.seat.seatId, id('nobody')])
      expect(told(await remove(seatId))).toEqual([404, 'seat-not-found'])
    await theirs.agent.get(`${API}/seat`).expect(200)
  })
})

describe('moving somebody', () => {
  test('takes them to the other group, and opens a seat where there is none', async () => {
    for (const name of ['Bo', 'Cem']) await sitDown(app, code, { name })
    const { seat, agent } = await sitDown(app, otherCode)
    const { body } = await move(seat.seatId, workshop.groups[0]!.id).expect(200)
    expect((body as Workshop).groups.map(({ seats, taken }) => [seats, taken])).toEqual([[3, 3], [5, 0]]) // prettier-ignore
    const now = (await agent.get(`${API}/seat`).expect(200)).body as Seat
    expect(now).toMatchObject({ seatId: seat.seatId, hand: seat.hand })
    expect(now.state.members.map(({ name }) => name)).toEqual(['Bo', 'Cem', 'Amina'])
  })

  test('to where they sit already changes nothing', async () => {
    const { seat } = await sitDown(app, code)
    const before = (await leader.get(`${API}/workshops/${workshop.id}`)).body as Workshop
    expect((await move(seat.seatId, workshop.groups[0]!.id).expect(200)).body).toEqual(before)
  })

  test('to a group of twelve is refused, since no room holds more at a table', async () => {
    const groups = [{ place: '', seats: 12 }, { place: '', seats: 2 }] // prettier-ignore
    const large = await plan(leader, { groups })
    for (let number = 1; number <= 12; number += 1)
      await sitDown(app, large.groups[0]!.code, { name: `Nr ${number}` })
    const { seat } = await sitDown(app, large.groups[1]!.code)
    const path = `${API}/workshops/${large.id}/seats/${seat.seatId}/move`
    expect(told(await leader.post(path).send({ groupId: large.groups[0]!.id }))).toEqual([409, 'group-full'])
  })

  test('to a group of another workshop is refused', async () => {
    const { seat } = await sitDown(app, code)
    const other = await plan(leader)
    expect(told(await move(seat.seatId, other.groups[0]!.id))).toEqual([404, 'group-not-found'])
    expect(told(await move(id('nobody'), workshop.groups[1]!.id))).toEqual([404, 'seat-not-found'])
  })
})

describe('guessing', () => {
  test('words of a group is slowed down for everybody together, wherever they ask from', async () => {
    const { seat } = await sitDown(app, code)
    for (let guess = 0; guess < 20; guess += 1)
      expect(told(await comeBack({ code, word: `gissning ${guess}` }))).toEqual([404, 'word-unknown'])
    const slowed = await comeBack({ code: sayCode(code), word: seat.word! })
    expect([told(slowed), slowed.headers['retry-after']]).toEqual([[429, 'too-many-requests'], expect.stringMatching(/^\d+$/u)]) // prettier-ignore
    // Other groups are not kept waiting.
    expect(told(await comeBack({ code: otherCode, word: 'fel ord' }))).toEqual([404, 'word-unknown'])
  })

  test('codes is slowed down by address, with room for a whole workshop at once', async () => {
    const ask = () => app.stranger.get(`${API}/join/AAAAAA`)
    let unknown = 0
    for (; unknown < 1100; unknown += 1) if ((await ask()).status !== 404) break
    expect(unknown).toBeGreaterThanOrEqual(1000)
    expect(told(await ask())).toEqual([429, 'too-many-requests'])
    expect(told(await sit())).toEqual([429, 'too-many-requests'])
  }, 60_000)
})

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 } from 'uuid'
import type { MemberDesk, PositionKind, Problem, TakePosition } from '../../../schemas/types.ts'
import { THE_PROGRAM } from '../../../server/usecases/deps.ts'
import { handOverLink } from '../../../server/usecases/people/sign-in-link.ts'
import { API, NINE, openReview, type HeldReview } from '../../support/hold-review.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { dice, type Dice } from '../../torture/dice.ts'
import { openRepeatingProxy } from './repeating-proxy.ts'

const SEED = Number(process.env['SEED'] ?? 7)
/** Three of three perspectives: what is one's own is what matters here. */
const THREE = [0, 3, 6].map((index) => NINE[index]!)

let app: TestApp
let held: HeldReview
let server: Server
beforeEach(async () => {
  app = await startTestApp()
  held = await openReview(app, { members: THREE })
  server = await new Promise((resolve) => {
    const listening = app.app.listen(0, '127.0.0.1', () => resolve(listening))
  })
})
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
  await app.close()
})

const portOf = () => (server.address() as AddressInfo).port
const direct = () => `http://127.0.0.1:${portOf()}`

/** A member's device: a session of its own, somewhere on a network. */
type Device = {
  readonly memberId: string
  readonly get: <Body>(path: string) => Promise<Body>
  readonly send: (method: string, path: string, body: unknown) => Promise<{ status: number; body: unknown }>
}

async function deviceOf(name: string, url: string): Promise<Device> {
  const { email } = NINE.find((each) => each.name.startsWith(name)) ?? { email: '' }
  const person = await app.storage.read(({ people }) => people.findByEmail(email))
  const { token } = await handOverLink(app.context.deps, THE_PROGRAM, { personId: person?.id ?? '' })
  const json = { 'content-type': 'application/json' }
  const session = await fetch(`${direct()}${API}/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ token }),
  })
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}${API}/reviews/${held.id}${path}`, {
      method,
      headers: { ...json, cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as unknown }
  }
  return {
    memberId: held.seats[name] ?? '',
    get: async <Body>(path: string) => (await untilAnswered(() => ask('GET', path))).body as Body,
    send: (method, path, body) => untilAnswered(() => ask(method, path, body)),
  }
}

/** As a browser does it: until somebody answers, the very same request. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (error) {
      if (attempt === 60) throw error
    }
  }
}

function positionOn(desk: MemberDesk, partIndex: number, said: PositionKind | null): TakePosition {
  const part = desk.text.parts[partIndex % desk.text.parts.length]!
  const former = desk.positions.findLast(({ scope, itemId }) => scope === 'part' && itemId === part.id)
  return {
    id: v7(),
    position: {
      scope: 'part',
      itemId: part.id,
      hash: part.hash,
      position: said,
      reason: 'Det behövs.',
      replaces: former?.actId ?? null,
    },
  }
}

const remarkOn = (desk: MemberDesk) => ({
  id: v7(),
  anchor: { scope: 'part', itemId: desk.text.parts[0]!.id, hash: desk.text.parts[0]!.hash, quote: '' },
  text: 'Otydligt.',
  proposal: null,
})

const kept = () =>
  app.storage.read(async ({ reviews, log }) => {
    const events: string[] = []
    for await (const { event } of log.all()) if (event.kind === 'panel-act') events.push(event.act)
    return {
      positions: await reviews.positions(held.id),
      remarks: await reviews.remarks(held.id),
      amendments: await reviews.amendments(held.id),
      times: (act: string) => events.filter((each) => each === act).length,
    }
  })

test('a double click on an answer is one answer, and both clicks hear so', async () => {
  const device = await deviceOf('Asta', direct())
  const asked = positionOn(await device.get<MemberDesk>('/desk'), 1, 'agree')
  const answers = await Promise.all([1, 2, 3].map(() => device.send('POST', '/positions', asked)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const { positions, times } = await kept()
  expect(positions.map(({ actId }) => actId)).toEqual([asked.id])
  expect(times('position-taken')).toBe(1)
})

test('a remark that is sent three times at once is made once', async () => {
  const device = await deviceOf('Asta', direct())
  const remark = remarkOn(await device.get<MemberDesk>('/desk'))
  const answers = await Promise.all([1, 2, 3].map(() => device.send('POST', '/remarks', remark)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  const { remarks, times } = await kept()
  expect(remarks.map(({ id }) => id)).toEqual([remark.id])
  expect(times('remark-made')).toBe(1)
})

test('a remark that was withdrawn does not come back when a proxy repeats it', async () => {
  const device = await deviceOf('Asta', direct())
  const remark = remarkOn(await device.get<MemberDesk>('/desk'))
  await device.send('POST', '/remarks', remark)
  await device.send('POST', `/remarks/${remark.id}/withdrawal`, {})
  expect((await device.send('POST', '/remarks', remark)).status).toBe(201)
  expect((await kept()).remarks[0]?.withdrawnAt).not.toBeNull()
})

test('two devices that answer otherwise at the same moment: one is heard, the other told, and there is one row', async () => {
  const devices = await Promise.all([deviceOf('Asta', direct()), deviceOf('Asta', direct())])
  const desk = await devices[0].get<MemberDesk>('/desk')
  const asked = (['agree', 'disagree'] as const).map((said) => positionOn(desk, 1, said))
  const answers = await Promise.all(
    devices.map((device, index) => device.send('POST', '/positions', asked[index])),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
  const heard = asked[answers.findIndex(({ status }) => status === 200)]
  const told = answers.find(({ status }) => status === 409)?.body as Problem & { standing?: string }
  expect(told.standing).toBe(heard?.id)
  expect((await kept()).positions.map(({ actId }) => actId)).toEqual([heard?.id])
})

test('an answer that was long under way does not overwrite what was said since, and is told so', async () => {
  const [train, desk] = await Promise.all([deviceOf('Asta', direct()), deviceOf('Asta', direct())])
  const seen = await train.get<MemberDesk>('/desk')
  const late = positionOn(seen, 1, 'disagree')
  const first = positionOn(seen, 1, 'agree')
  const second = positionOn(seen, 1, 'abstain')
  await desk.send('POST', '/positions', first)
  await desk.send('POST', '/positions', { ...second, position: { ...second.position, replaces: first.id } })
  // The first one again, from a proxy that forgot about it: it has been done, and is not done again.
  expect((await desk.send('POST', '/positions', first)).status).toBe(200)
  expect((await train.send('POST', '/positions', late)).status).toBe(409)
  const { positions } = await kept()
  expect(positions.map(({ position, actId }) => [position, actId])).toEqual([['abstain', second.id]])
})

test('through a proxy that repeats, delays and loses, from two devices each, every answer and remark arrives once', async () => {
  const chance = dice(SEED)
  const proxy = await openRepeatingProxy(portOf(), chance)
  const devices = await Promise.all(
    THREE.flatMap(({ name }) => [1, 2].map(() => deviceOf(name.split(' ')[0] ?? '', proxy.url))),
  )
  const done = (await Promise.all(devices.map((device, index) => work(device, dice(SEED + index))))).flat()
  await proxy.sendTheRest()
  for (const [manner, times] of Object.entries(proxy.counts))
    expect([manner, times > 3]).toEqual([manner, true])
  await proxy.close()

  const { positions, remarks, times } = await kept()
  const said = done.filter(({ what }) => what === 'position')
  const accepted = said.filter(({ status }) => status === 200)
  const made = done.filter(({ what }) => what === 'remark')
  // What was not accepted had been overtaken by another device, and nothing else.
  expect(said.every(({ status, problem }) => status === 200 || problem === 'position-changed')).toBe(true)
  expect(accepted.length).toBeGreaterThan(said.length / 4)
  expect(times('position-taken')).toBe(accepted.length)
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
  expect(remarks.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort())
  expect(times('remark-made')).toBe(made.length)
  // On each thing a member's accepted answers are a chain, each having seen the one before: its end is what stands.
  for (const { memberId } of devices) {
    for (const { itemId, actId } of positions.filter((each) => each.memberId === memberId)) {
      const theirs = accepted.filter((each) => each.memberId === memberId && each.itemId === itemId)
      const replaced = new Set(theirs.map(({ replaces }) => replaces))
      expect(theirs.filter(({ id }) => !replaced.has(id)).map(({ id }) => id)).toEqual([actId])
    }
  }
}, 60_000)

type Done = {
  readonly what: 'position' | 'remark'
  readonly memberId: string
  readonly id: string
  readonly itemId: string
  readonly replaces: string | null
  readonly status: number
  readonly problem: string
}

/** A dozen acts on one device, each on what it was shown last, which may be before what the other has said. */
async function work(device: Device, chance: Dice): Promise<Done[]> {
  const done: Done[] = []
  let desk = await device.get<MemberDesk>('/desk')
  for (let count = 0; count < 12; count++) {
    if (chance.below(4) === 0) desk = await device.get<MemberDesk>('/desk')
    const { memberId } = device
    if (chance.below(4) === 0) {
      const remark = remarkOn(desk)
      const { status } = await device.send('POST', '/remarks', remark)
      done.push({ what: 'remark', memberId, id: remark.id, itemId: '', replaces: null, status, problem: '' })
      continue
    }
    const asked = positionOn(desk, chance.below(2), chance.pick(['agree', 'disagree', 'abstain', null]))
    // No two answers say the same: one that repeats what stands needs to have seen nothing.
    asked.position.reason = asked.id
    const { status, body } = await device.send('POST', '/positions', asked)
    const { itemId, replaces } = asked.position
    const problem = status === 200 ? '' : String((body as Problem).type.split('/').at(-1))
    done.push({ what: 'position', memberId, id: asked.id, itemId, replaces, status, problem })
    desk = status === 200 ? (body as MemberDesk) : await device.get<MemberDesk>('/desk')
  }
  return done
}

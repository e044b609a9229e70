import type { MemberDesk, ReviewTally, TakePosition } from '../../schemas/types.ts'
import { processorTime, signIn, startServer } from './child-server.ts'
import { countLargestPanel } from './largest-panel.ts'
import { installPanel, MEMBERS } from './panel-of-hundred.ts'
import { digits, line, type Line } from './report.ts'
import { median, quantile } from './rounds.ts'

const POSITIONS = 1000
const SECONDS = 60
const AIM = 200
/** How often those who run the panel look at its table, and a member at their desk, meanwhile. */
const LOOK_EVERY = 400

type Member = { readonly cookie: string; readonly desk: MemberDesk }

/**
 * A hundred members who take a thousand positions within a minute, each at its own moment whatever the others wait for;
 * and what it takes to count the largest panel that there could be.
 */
export async function measure(): Promise<Line[]> {
  const { settings, reviewId, tokens } = await installPanel()
  const server = await startServer(settings)
  const address = `${server.url}/api/v1/reviews/${reviewId}`
  const leader = await signIn(server)
  const members: Member[] = []
  for (const [index, token] of tokens.entries()) {
    const cookie = await signIn({ ...server, signInToken: token }, `10.0.0.${index}`)
    members.push({ cookie, desk: await read<MemberDesk>(`${address}/desk`, cookie) })
  }
  const times = { take: [] as number[], tally: [] as number[], desk: [] as number[], plain: [] as number[] }
  const asked: Promise<void>[] = []
  const [start, idle] = [performance.now(), processorTime(server.pid)]
  const at = (milliseconds: number, into: number[], url: string, cookie: string, body?: TakePosition) =>
    asked.push(timed(start + milliseconds, into, () => read(url, cookie, body)))
  for (let count = 0; count < POSITIONS; count++) {
    const { cookie, desk } = memberAt(members, count)
    const body = positionOn(desk, Math.floor(count / MEMBERS))
    at((count * SECONDS * 1000) / POSITIONS, times.take, `${address}/positions`, cookie, body)
  }
  for (let moment = 0, count = 0; moment < SECONDS * 1000; moment += LOOK_EVERY, count++) {
    at(moment, times.tally, `${address}/tally`, leader)
    at(moment + LOOK_EVERY / 3, times.desk, `${address}/desk`, memberAt(members, count).cookie)
    at(moment + (2 * LOOK_EVERY) / 3, times.plain, `${server.url}/api/v1/profiles`, leader)
  }
  await Promise.all(asked)
  const seconds = (performance.now() - start) / 1000
  const busy = (processorTime(server.pid) - idle) / asked.length
  const kept = await countKept(address, members, leader)
  await server.stop()
  if (kept !== POSITIONS) throw new Error(`${POSITIONS - kept} of ${POSITIONS} positions are lost`)
  const p95 = (of: number[]) => quantile(of, 0.95)
  const beside = (of: number[]) =>
    `median ${digits(median(of))} ms, ${digits(median(of) / median(times.plain))} × a plain request`
  const lost = `${POSITIONS} of ${MEMBERS} members in ${digits(seconds)} s`
  return [
    line('positions lost', POSITIONS - kept, '', { most: 0 }, lost),
    line('the table of the panel, p95 meanwhile', p95(times.tally), 'ms', { most: AIM }, beside(times.tally)),
    line("a member's desk, p95 meanwhile", p95(times.desk), 'ms', undefined, beside(times.desk)),
    line('taking a position, p95', p95(times.take), 'ms', undefined, beside(times.take)),
    line('a plain request, p95 meanwhile', p95(times.plain), 'ms'),
    line('processor time for an answer', busy, 'ms'),
    ...(await countLargestPanel()),
  ]
}

/** Asks at that moment, whatever the others still wait for: what it waits for them counts. */
async function timed(moment: number, into: number[], work: () => Promise<unknown>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())))
  const asked = performance.now()
  await work()
  into.push(performance.now() - asked)
}

function memberAt(members: readonly Member[], count: number): Member {
  const member = members[count % members.length]
  if (!member) throw new Error('there is no member')
  return member
}

/** Seven on parts, and three on items of another part. */
function positionOn({ text }: MemberDesk, count: number): TakePosition {
  const part = text.parts[Math.min(count, 7)]
  const words = count < 7 ? part : part?.items[count - 6]
  if (!words) throw new Error('the text is too short')
  const said = { position: count % 5 === 4 ? 'agreeWithChange' : 'agree', reason: 'Measured' } as const
  const scope = count < 7 ? 'part' : 'item'
  return {
    id: crypto.randomUUID(),
    position: { scope, itemId: words.id, hash: words.hash, ...said, replaces: null },
  }
}

/** How many each finds at their own desk, if the table that shows who says what has as many. */
async function countKept(address: string, members: readonly Member[], leader: string): Promise<number> {
  let kept = 0
  for (const { cookie } of members)
    kept += (await read<MemberDesk>(`${address}/desk`, cookie)).positions.length
  const { parts } = await read<ReviewTally>(`${address}/tally`, leader)
  const marks = parts.flatMap(({ rest }) => rest?.marks ?? [])
  const onParts = marks.filter(({ mark }) => mark === 'agree' || mark === 'agreeWithChange').length
  if (onParts !== (POSITIONS * 7) / 10) throw new Error(`the table knows of ${onParts} positions on parts`)
  return kept
}

async function read<T>(url: string, cookie: string, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { cookie, 'content-type': 'application/json' },
  })
  const text = await response.text()
  if (response.status !== 200)
    throw new Error(`${url} was answered with ${response.status}: ${text.slice(0, 200)}`)
  return JSON.parse(text) as T
}

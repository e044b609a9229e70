import path from 'node:path'
import { processorTime, startServer } from '../child-server.ts'
import { digits, line, type Line } from '../report.ts'
import { median, medianRatio, quantile } from '../rounds.ts'
import { startBareRelay } from './bare-relay.ts'
import { startTypists, type Typed } from './load-keystrokes.ts'
import { installWorkshop } from './seat-groups.ts'
import type { Writer } from './thin-client.ts'

const GROUPS = 60
const SEATS = 5
const ROUNDS = 4
const MILLISECONDS = 8_000
const WARM_UP_MS = 4_000
const AIM = 2
const LONGEST_MS = 1_000

/** From somebody's keystroke to the screens of the others, beside a bare durable relay under the same hands. */
export async function measure(): Promise<Line[]> {
  const { settings, dataDir, groups } = await installWorkshop({ groups: GROUPS, seats: SEATS })
  const server = await startServer(settings)
  const relay = await startBareRelay(path.join(dataDir, 'relay'))
  const writers = (kind: Writer['kind'], port: number): Writer[][] =>
    groups.map((group) =>
      group.map(({ groupId, seat, cookie }) => ({
        kind,
        port,
        groupId,
        hand: seat.hand,
        cookie,
        device: seat.seatId,
      })),
    )
  const typists = await startTypists([...writers('relay', relay.port), ...writers('board', server.port)])
  const [theirs, ours] = [rounds(), rounds()]
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { kind, pid, to } of [
      { kind: 'relay' as const, pid: relay.pid, to: theirs },
      { kind: 'board' as const, pid: server.pid, to: ours },
    ]) {
      const before = processorTime(pid)
      const milliseconds = round < 0 ? WARM_UP_MS : MILLISECONDS
      const typed = await typists.type({ kind, milliseconds })
      if (round < 0) continue
      to.typed.push(typed)
      to.cpu.push((processorTime(pid) - before) / milliseconds)
    }
  }
  typists.stop()
  relay.stop()
  await server.stop()
  return linesOn(ours, theirs)
}

type Rounds = { readonly typed: Typed[]; readonly cpu: number[] }

function rounds(): Rounds {
  return { typed: [], cpu: [] }
}

function linesOn(ours: Rounds, theirs: Rounds): Line[] {
  const p95 = ({ typed }: Rounds) => typed.map(({ latencies }) => quantile(latencies, 0.95))
  const all = ({ typed }: Rounds) => typed.flatMap(({ latencies }) => latencies)
  const longest = (of: Rounds) => all(of).reduce((most, each) => Math.max(most, each), 0)
  const keystrokes = ours.typed.reduce((sum, each) => sum + each.keystrokes, 0)
  const arrived = all(ours).length / (keystrokes * (SEATS - 1))
  return [
    line(
      `a keystroke to the others' screens, ${GROUPS} × ${SEATS}, p95`,
      medianRatio(p95(ours), p95(theirs)),
      '×',
      { most: AIM },
      `${shares(all(ours))}; bare ws and a file with fdatasync ${shares(all(theirs))}`,
    ),
    line('  the longest', longest(ours), 'ms', { most: LONGEST_MS }, `bare ${digits(longest(theirs))} ms`),
    line('  how many arrived, of all', arrived * 100, '%', { least: 100 }, `${keystrokes} keystrokes`),
    line(
      '  processor time of the server',
      median(ours.cpu) * 100,
      '%',
      undefined,
      `bare ${digits(median(theirs.cpu) * 100)} %; the generator ${digits(median(ours.typed.map(({ busy }) => busy)) * 100)} %, with bare ${digits(median(theirs.typed.map(({ busy }) => busy)) * 100)} %`,
    ),
  ]
}

function shares(latencies: readonly number[]): string {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => digits(quantile(latencies, share)))
  return `p50 ${p50}, p95 ${p95}, p99 ${p99} ms`
}

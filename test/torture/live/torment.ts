import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Board } from '../../../schemas/types.ts'
import { startServer } from '../../support/server-process.ts'
import type { Dice } from '../dice.ts'
import { openBadNetwork, type BadNetwork } from './bad-network.ts'
import { compareInTheEnd } from './compare-in-the-end.ts'
import { Crowd } from './crowd.ts'
import { keptBoard, textsIn } from './kept-texts.ts'
import { killAt, type KillKind } from './moments-to-kill.ts'
import { Participant } from './participant.ts'
import { typedIn } from './places.ts'
import { seatPeople } from './workshop.ts'

/** How a torment goes. Times in milliseconds. */
export type Plan = {
  readonly clients: number
  readonly kills: readonly KillKind[]
  /** Comes to an end when it is time for the kill of that number, or, after the last, for the end. */
  readonly time: (kill: number, participants: readonly Participant[]) => Promise<void>
  /** Between two keystrokes. */
  readonly pause: () => Promise<void>
  readonly tabLeftEvery: number
  readonly awayMs: () => number
  readonly downMs: () => number
  readonly peaceMs: number
  /** How much faster than the world the clients' clocks go. */
  readonly haste: number
  /** How long it may take until everything has come together in the end. */
  readonly patienceMs: number
  /** Reads the board from the disk, in the end. */
  readonly readKept: (dataDir: string, groupId: string) => Promise<Board>
  readonly onNews: (news: string) => void
}

export type Outcome = {
  readonly losses: readonly string[]
  readonly tokens: number
  readonly keystrokes: number
  /** Keystrokes that died with a tab before anything was said of them. */
  readonly doubtful: number
  readonly kills: number
  readonly tabs: { readonly closed: number; readonly crashed: number }
  readonly network: BadNetwork['counts']
  readonly badges: Readonly<Record<string, number>>
  /** From when everything is let through until everybody has everything. */
  readonly togetherMs: number
}

/** Lets people type on a board through a bad network while their server is killed; tells what was lost, and what lied. */
export async function torment(plan: Plan, chance: Dice): Promise<Outcome> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-torture-'))
  const settings = { DATA_DIR: dataDir, PORT: '0' }
  const losses: string[] = []
  let server = await startServer(settings)
  const network = await openBadNetwork(chance, plan.peaceMs)
  try {
    const sittings = await seatPeople(server, plan.clients)
    const groupId = sittings[0]?.seat.state.group.id ?? ''
    const participants = sittings.map(({ seat, cookie }, client) => {
      const name = `torture-${process.pid}-${path.basename(dataDir)}-${client}`
      const device = { name, seat, cookie, port: network.port, haste: plan.haste, random: chance.roll }
      return new Participant(device, client, plan.clients, chance)
    })
    const crowd = new Crowd(participants, plan, chance)
    network.leadTo(portOf(server.url))
    await crowd.begin()

    for (const [number, kind] of plan.kills.entries()) {
      await Promise.race([plan.time(number, participants), crowd.failure])
      const scene = { crowd, network, dataDir, chance, kill: () => server.kill() }
      await Promise.race([killAt(kind, scene), crowd.failure])
      network.leadTo(null)
      const board = await keptBoard(dataDir, groupId)
      const texts = textsIn(board)
      const lies = () =>
        participants.flatMap(({ log, client, name, onServer }) =>
          log
            .faults(onServer, (place) => typedIn(place, client, texts.get(place.id) ?? ''))
            .map((fault) => `${kind}: ${name} was told it was on the server, and ${fault}`),
        )
      const first = lies()
      crowd.comeBack()
      await wait(plan.downMs())
      // What was answered before the end may have come late.
      losses.push(...new Set([...first, ...lies()]))
      server = await startServer(settings)
      network.leadTo(portOf(server.url))
      plan.onNews(`kill ${number + 1} ${kind}: ${tally(participants)}, ${losses.length} losses`)
    }
    await Promise.race([plan.time(plan.kills.length, participants), crowd.failure])
    await crowd.end()
    const start = performance.now()
    network.calm()
    const found = await compareInTheEnd(participants, {
      patienceMs: plan.patienceMs,
      kept: () => plan.readKept(dataDir, groupId),
      stop: () => server.kill('SIGTERM'),
    })
    losses.push(...participants.flatMap((each) => each.losses), ...found.losses)
    return {
      losses,
      tokens: sum(participants, ({ log }) => log.tokens),
      keystrokes: sum(participants, ({ log }) => log.count),
      doubtful: sum(participants, ({ log }) => log.doubtful),
      kills: plan.kills.length,
      tabs: crowd.tabs,
      network: network.counts,
      badges: badgesOf(participants),
      togetherMs: found.at - start,
    }
  } finally {
    await server.kill()
    await network.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}

function tally(participants: readonly Participant[]): string {
  const typed = sum(participants, ({ log }) => log.count)
  const claimed = sum(participants, ({ onServer }) => onServer)
  return `${typed} keystrokes, ${claimed} said to be on the server`
}

function badgesOf(participants: readonly Participant[]): Record<string, number> {
  const badges: Record<string, number> = {}
  for (const each of participants)
    for (const [kind, times] of each.badges) badges[kind] = (badges[kind] ?? 0) + times
  return badges
}

function sum<T>(of: readonly T[], count: (each: T) => number): number {
  return of.reduce((whole, each) => whole + count(each), 0)
}

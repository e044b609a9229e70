import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { startServer } from '../child-server.ts'
import { digits, line, type Line } from '../report.ts'
import { installWorkshop, type Seated } from './seat-groups.ts'
import { openThinClient, type ThinClient } from './thin-client.ts'

const BOARDS = 60
const SEATS = 5
const CARDS = 200
const AIM_MB = 1
const PROGRAM = [
  '--expose-gc',
  '--import',
  './scripts/bench/live/tell-memory.mjs',
  'dist/server/cli/main.js',
  'serve',
]

/** What an open board costs the server in memory, with five people at it. */
export async function measure(): Promise<Line[]> {
  return [await perBoard(false), await perBoard(true)]
}

async function perBoard(isMarked: boolean): Promise<Line> {
  const boards = { groups: BOARDS, seats: SEATS, cards: CARDS, isMarked }
  const { settings, dataDir, groups } = await installWorkshop(boards)
  const file = path.join(dataDir, 'memory')
  const server = await startServer({ ...settings, MEMORY_FILE: file }, PROGRAM)
  const clients: ThinClient[] = []
  const come = async (seated: readonly Seated[]) => {
    for (const { groupId, seat, cookie } of seated)
      clients.push(
        await openThinClient({
          kind: 'board',
          port: server.port,
          groupId,
          hand: seat.hand,
          cookie,
          device: seat.seatId,
        }),
      )
  }
  // The first brings the program's own parts with it.
  const [first = [], ...others] = groups
  await come(first)
  const before = await memoryOf(server.pid, file)
  await come(others.flatMap(([one]) => (one ? [one] : [])))
  const withOne = await memoryOf(server.pid, file)
  await come(others.flatMap(([, ...rest]) => rest))
  const withAll = await memoryOf(server.pid, file)
  for (const client of clients) client.close()
  await server.stop()
  const each = (now: Memory, what: keyof Memory) => (now[what] - before[what]) / others.length / 1e6
  return line(
    `an open board of ${CARDS} cards, ${SEATS} people${isMarked ? ', each marked by all' : ''}`,
    each(withAll, 'held'),
    'MB',
    { most: AIM_MB },
    `with one ${digits(each(withOne, 'held'))} MB; by the system's account ${digits(each(withAll, 'rss'))} MB`,
  )
}

type Memory = { readonly held: number; readonly rss: number }

/** Bytes, after everything that nobody holds has been cleared away. */
async function memoryOf(pid: number, file: string): Promise<Memory> {
  rmSync(file, { force: true })
  process.kill(pid, 'SIGUSR2')
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 20))
  const { heapUsed, external, rss } = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.MemoryUsage
  return { held: heapUsed + external, rss }
}

import { residentMemory, startServer, type ChildServer } from './child-server.ts'
import { makeDataDir } from './large-installation.ts'
import { digits, line, type Line } from './report.ts'
import { median } from './rounds.ts'

const STARTS = 5
const SECONDS = 1.5
const MEBIBYTES = 120
const REST = 5000
/** What `npm start` runs: it also looks whether the build is fresh. */
const PROGRAM = ['scripts/start.mjs']

/** From start to first answer, and memory at rest, on an installation with the two examples in it. */
export async function measure(): Promise<Line[]> {
  const settings = { DATA_DIR: makeDataDir() }
  const seeding = await startedAndAnswered(settings)
  await seeding.server.stop()
  const starts: number[] = []
  for (let round = 0; round < STARTS; round++) {
    const { server, seconds } = await startedAndAnswered(settings)
    await server.stop()
    starts.push(seconds)
  }
  const memory = await memoryOf(settings)
  return [
    line('start to first answer', median(starts), 's', { most: SECONDS }, spread(starts)),
    line('  in an empty folder, examples taken in', seeding.seconds, 's'),
    line('memory at rest, after a request', memory.atRest, 'MiB', { most: MEBIBYTES }),
    line('  after both profiles were read and printed', memory.afterUse, 'MiB'),
  ]
}

async function startedAndAnswered(settings: Readonly<Record<string, string>>) {
  const start = performance.now()
  const server = await startServer(settings, PROGRAM)
  await read(server, '/')
  return { server, seconds: (performance.now() - start) / 1000 }
}

async function memoryOf(settings: Readonly<Record<string, string>>) {
  const server = await startServer(settings, PROGRAM)
  await read(server, '/')
  await new Promise((resolve) => setTimeout(resolve, REST))
  const atRest = residentMemory(server.pid)
  const { profiles } = JSON.parse(await read(server, '/api/v1/profiles')) as { profiles: { slug: string }[] }
  for (const { slug } of profiles) {
    await read(server, `/api/v1/profiles/${slug}/editions/latest`)
    await read(server, `/api/v1/profiles/${slug}/editions/latest/pdf`)
  }
  await new Promise((resolve) => setTimeout(resolve, REST))
  const afterUse = residentMemory(server.pid)
  await server.stop()
  return { atRest, afterUse }
}

async function read({ url }: ChildServer, address: string): Promise<string> {
  const response = await fetch(`${url}${address}`)
  if (response.status !== 200) throw new Error(`${address} was answered with ${response.status}`)
  return response.text()
}

function spread(values: readonly number[]): string {
  return `${digits(Math.min(...values))}–${digits(Math.max(...values))} s`
}

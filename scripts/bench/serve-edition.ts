import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { startBareServer } from './bare-server.ts'
import { processorTime, startServer } from './child-server.ts'
import { installLargeProfile } from './large-installation.ts'
import { startLoad, type Load } from './load.ts'
import { digits, line, type Line } from './report.ts'
import { median, medianRatio } from './rounds.ts'

const ROUNDS = 7
const WARM_UP = 2
const AIM = 0.6
/** As many as keep the server busy, and as few as let each answer through before the next is asked for. */
const CONNECTIONS = 16
const MILLISECONDS = 700

type Measured = { readonly perSecond: number[]; readonly cpu: number[]; readonly generatorBusy: number[] }

/** GET of a published edition, beside bare `node:http` sending the same bytes from memory. */
export async function measure(): Promise<Line[]> {
  const { settings, dataDir, profile } = await installLargeProfile('1.0.0')
  const server = await startServer(settings)
  const address = `/api/v1/profiles/${profile.slug}/editions/1.0.0`
  const bytes = Buffer.from(await (await fetch(`${server.url}${address}`)).arrayBuffer())
  const [plain, gzipped] = [path.join(dataDir, 'plain'), path.join(dataDir, 'gzipped')]
  writeFileSync(plain, bytes)
  writeFileSync(gzipped, gzipSync(bytes, { level: 9 }))
  const bare = await startBareServer(plain, gzipped)
  const generator = startLoad()
  const lines: Line[] = []
  for (const encoding of ['identity', 'gzip'] as const) {
    const [ours, theirs] = [measured(), measured()]
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const { port, pid, to } of [
        { ...bare, to: theirs },
        { ...server, to: ours },
      ]) {
        const load: Load = {
          port,
          path: address,
          encoding,
          connections: CONNECTIONS,
          milliseconds: MILLISECONDS,
        }
        const before = processorTime(pid)
        const { perSecond, busy } = await generator.run(load)
        if (round < 0) continue
        to.perSecond.push(perSecond)
        to.cpu.push((processorTime(pid) - before) / ((perSecond * MILLISECONDS) / 1000))
        to.generatorBusy.push(busy)
      }
    }
    lines.push(...linesOn(encoding === 'gzip' ? 'gzipped' : 'plain', ours, theirs))
  }
  generator.stop()
  bare.stop()
  await server.stop()
  return lines
}

function measured(): Measured {
  return { perSecond: [], cpu: [], generatorBusy: [] }
}

function linesOn(how: string, ours: Measured, theirs: Measured): Line[] {
  const [our, their] = [median(ours.perSecond), median(theirs.perSecond)]
  const busy = Math.max(median(theirs.generatorBusy), median(ours.generatorBusy))
  const generator = `the generator was ${busy > 0.9 ? 'the bottleneck, ' : ''}busy ${(busy * 100).toFixed(0)} %`
  return [
    line(
      `GET an edition, ${how}`,
      medianRatio(ours.perSecond, theirs.perSecond),
      '×',
      { least: AIM },
      `${digits(our)}/s, bare node:http ${digits(their)}/s; ${generator}`,
    ),
    line(
      '  the same in processor time of the server',
      medianRatio(theirs.cpu, ours.cpu),
      '×',
      { least: AIM },
      `${digits(median(ours.cpu) * 1000)} µs a request, bare ${digits(median(theirs.cpu) * 1000)} µs`,
    ),
  ]
}

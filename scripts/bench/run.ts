/**
 * `npm run bench [-- subject …]`: how fast the product is beside the least that the same work could take, measured in
 * the same run. Each subject runs in a process of its own, so that none leaves the next a full heap. It measures what
 * is built, as it runs at the user's: tsx names every closure as it is made, which hot code pays for.
 */
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { printLine, printTitle, type Line } from './report.ts'

const SUBJECTS = [
  'serve-edition',
  'print',
  'publish',
  'compare',
  'coach',
  'save',
  'compile',
  'panel',
  'at-rest',
] as const
type Subject = (typeof SUBJECTS)[number]
const IN_CHILD = '--only'

const [first, second] = process.argv.slice(2)
if (first === IN_CHILD) await measure(second as Subject)
else await measureAll(process.argv.slice(2))

async function measure(subject: Subject): Promise<void> {
  const { measure: run } = (await import(`./${subject}.ts`)) as { measure: () => Promise<Line[]> }
  for (const line of await run()) printLine(line)
}

async function measureAll(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !SUBJECTS.some((subject) => subject === name))
  if (unknown.length > 0) {
    console.error(`There is no subject ${unknown.join(', ')}; there are ${SUBJECTS.join(', ')}.`)
    process.exit(2)
  }
  build()
  const [{ model } = { model: 'unknown' }] = cpus()
  console.log(`Node ${process.version}, ${cpus().length} × ${model}, load ${loadavg()[0]?.toFixed(1)}`)
  const start = performance.now()
  for (const subject of SUBJECTS.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    printTitle(subject)
    const child = fork(import.meta.filename, [IN_CHILD, subject], {
      execArgv: [...process.execArgv, '--expose-gc'],
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) process.exitCode = 1
  }
  console.log(`\n${((performance.now() - start) / 1000).toFixed(0)} s in all`)
}

/** Builds what is missing or older than its sources. */
function build(): void {
  const cli = path.join(import.meta.dirname, '../profilverkstad.mjs')
  execFileSync(process.execPath, [cli, '--version'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

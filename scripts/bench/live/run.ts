/**
 * `npm run bench:live [-- subject …]`: the live boards as they are built, beside the least that the same work could take.
 * Each subject runs in a process of its own; see ../run.ts.
 */
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { printLine, printTitle, type Line } from '../report.ts'

const SUBJECTS = ['keystrokes', 'memory', 'stored-size', 'open-board'] as const
type Subject = (typeof SUBJECTS)[number]
const IN_CHILD = '--only'

const [first, second] = process.argv.slice(2)
if (first === IN_CHILD) await measure(second as Subject)
else await measureAll(process.argv.slice(2))

async function measure(subject: Subject): Promise<void> {
  const { measure: run } = (await import(`./${subject}.ts`)) as { measure: () => Promise<Line[]> }
  for (const line of await run()) printLine(line)
  process.exit()
}

async function measureAll(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !SUBJECTS.some((subject) => subject === name))
  if (unknown.length > 0) {
    console.error(`There is no subject ${unknown.join(', ')}; there are ${SUBJECTS.join(', ')}.`)
    process.exit(2)
  }
  // builds what is missing or older than its sources
  const cli = path.join(import.meta.dirname, '../../profilverkstad.mjs')
  execFileSync(process.execPath, [cli, '--version'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [{ model } = { model: 'unknown' }] = cpus()
  console.log(`Node ${process.version}, ${cpus().length} × ${model}, load ${loadavg()[0]?.toFixed(1)}`)
  const start = performance.now()
  for (const subject of SUBJECTS.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    printTitle(subject)
    const child = fork(import.meta.filename, [IN_CHILD, subject], {
      execArgv: [...process.execArgv, '--expose-gc'],
      env: { LOG_LEVEL: 'silent', ...process.env },
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) process.exitCode = 1
  }
  console.log(`\n${((performance.now() - start) / 1000).toFixed(0)} s in all`)
}

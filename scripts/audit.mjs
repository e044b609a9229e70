/**
 * `npm run audit`: fails when something that runs at the user's has a known weakness of moderate weight or more, unless
 * audit-exceptions.json says why it does not matter here, and until when. Each exception is
 * `{ "id": "GHSA-…", "reason": "…", "until": "2027-01-31" }`; one whose time is out fails too, so that nobody forgets it.
 * What only builds and tests is told of, and fails nothing. On a network without an advisory service it says so and passes.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const WEIGHTS = ['info', 'low', 'moderate', 'high', 'critical']
const HEAVY = WEIGHTS.indexOf('moderate')

/** Whether the answer of `npm audit --json` says that nobody was there to ask; other failures have a code. */
export function isUnanswered(answer) {
  return typeof answer.message === 'string' && !answer.error?.code
}

/** The weaknesses in an answer of `npm audit --json`, heaviest first: `{ id, name, severity, title, url }`. Throws when it is no such answer. */
export function advisoriesIn(answer) {
  if (answer.auditReportVersion !== 2) {
    throw new TypeError(
      `npm audit has failed: ${answer.error?.summary ?? JSON.stringify(answer).slice(0, 200)}`,
    )
  }
  const found = Object.values(answer.vulnerabilities)
    .flatMap(({ via }) => via)
    // A name stands for a weakness that is told of under that name.
    .filter((each) => typeof each === 'object')
    .map(({ url, name, severity, title, source }) => ({
      id: /GHSA(?:-\w{4}){3}/u.exec(url)?.[0] ?? String(source),
      name,
      severity,
      title,
      url,
    }))
  const weight = ({ severity }) => WEIGHTS.indexOf(severity)
  return [...new Map(found.map((each) => [`${each.id} ${each.name}`, each])).values()].toSorted(
    (a, b) => weight(b) - weight(a),
  )
}

/** What is wrong, in lines; none when all is well. `today` is an ISO date: an exception's last day still counts. */
export function faultsIn(advisories, exceptions, today) {
  const unwritten = exceptions
    .filter(({ id, reason, until }) => !id || !reason?.trim() || !/^\d{4}-\d\d-\d\d$/u.test(until))
    .map((each) => `an exception lacks its id, reason or date: ${JSON.stringify(each)}`)
  const expired = exceptions
    .filter(({ until }) => until < today)
    .map(({ id, until, reason }) => `the exception for ${id} ended ${until}: ${reason}`)
  const excepted = new Set(exceptions.map(({ id }) => id))
  const open = advisories
    // A weight that nobody has heard of is no light one.
    .filter(({ severity }) => !WEIGHTS.slice(0, HEAVY).includes(severity))
    .filter(({ id }) => !excepted.has(id))
    .map(inWords)
  return [...unwritten, ...expired, ...open]
}

function inWords({ id, name, severity, title, url }) {
  return `${severity}: ${name}: ${title} (${id}, ${url})`
}

function audit(...args) {
  const root = path.join(import.meta.dirname, '..')
  const { npm_execpath: npm } = process.env
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []]
  // npm would try for minutes where packets are thrown away.
  const patience = ['--fetch-retries=1', '--fetch-timeout=20000']
  const { stdout } = spawnSync(command, [...before, 'audit', '--json', ...patience, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}

function main() {
  const answer = audit('--omit=dev')
  if (isUnanswered(answer)) {
    console.log(`audit: no advisory service answers here, so nothing is checked (${answer.message})`)
    return
  }
  const advisories = advisoriesIn(answer)
  const exceptions = JSON.parse(readFileSync(path.join(import.meta.dirname, 'audit-exceptions.json'), 'utf8'))
  const faults = faultsIn(advisories, exceptions, new Date().toISOString().slice(0, 10))
  const running = new Set(advisories.map(({ id }) => id))
  const building = advisoriesIn(audit()).filter(({ id }) => !running.has(id))
  for (const each of building) console.log(`only for building and testing: ${inWords(each)}`)
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
  else
    console.log(
      `audit: ${advisories.length} known weaknesses at run time, none that is not excepted or light`,
    )
}

if (process.argv[1] === import.meta.filename) main()

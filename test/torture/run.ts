/**
 * `npm run torture [-- rounds [--seed N]]`: kills the built server again and again while people write and publish, and
 * looks whether anything that was answered for is gone. The moments come from the seed; what the machine makes of them
 * differs from run to run.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../support/server-process.ts'
import { clientOf, signIn } from './client.ts'
import { writeInOneCriterion, writeInOwnCriteria } from './crowd.ts'
import { dice } from './dice.ts'
import { killFirstStarts } from './first-start.ts'
import { killAgainAndAgain, SLUG } from './kill-rounds.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } })
const rounds = Number(positionals[0] ?? 200)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error('Usage: npm run torture -- [rounds] [--seed N]')
  process.exit(2)
}
// builds what is missing or older than its sources
const cli = path.join(import.meta.dirname, '../../scripts/profilverkstad.mjs')
execFileSync(process.execPath, [cli, '--version'], { stdio: ['ignore', 'ignore', 'inherit'] })

console.log(`seed ${seed}`)
const start = performance.now()
const chance = dice(seed)
await report(`20 writers in 20 criteria and 2 in one, 25 times each`, crowd())
await report(`${Math.ceil(rounds / 20)} first starts killed`, killFirstStarts(Math.ceil(rounds / 20), chance))
const kills = killAgainAndAgain(rounds, chance, (round, { acknowledged, losses }) => {
  if (round % 20 === 0) console.log(`  ${round}: ${acknowledged} acts, ${losses.length} losses`)
})
await report(
  `${rounds} rounds of kill -9 in save and publish`,
  kills.then(({ losses }) => losses),
)
const { acknowledged, cutOff, stood, editions, entries } = await kills
const died = (['save', 'publish', 'start a draft'] as const).map(
  (act) => `${cutOff[act]} of ${act} (${stood[act]} had been committed)`,
)
console.log(`  ${acknowledged} acts were acknowledged; killed in the middle: ${died.join(', ')}`)
console.log(`  verify after each round; at the end ${editions} versions, ${entries} log entries`)
console.log(`${((performance.now() - start) / 1000).toFixed(0)} s in all`)

async function report(what: string, trial: Promise<readonly string[]>): Promise<void> {
  const losses = await trial
  console.log(`${what}: ${losses.length === 0 ? 'nothing lost' : `${losses.length} losses`}`)
  for (const loss of losses) console.log(`  ${loss}`)
  if (losses.length > 0) process.exitCode = 1
}

async function crowd(): Promise<string[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-torture-'))
  const server = await startServer({ DATA_DIR: dataDir, PORT: '0' })
  try {
    const client = clientOf(server, await signIn(server))
    await client.send('POST', `/${SLUG}/draft`, {})
    return [
      ...(await writeInOwnCriteria(client, SLUG, { writers: 20, times: 25 })),
      ...(await writeInOneCriterion(client, SLUG, { times: 25 })),
    ]
  } finally {
    await server.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

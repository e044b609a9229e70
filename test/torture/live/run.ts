/**
 * `npm run torture:live [-- minutes [clients]] [--seed N]`: people type on a live board through a network that cuts,
 * delays and swallows, while their tabs close and die and the server is killed ten times; at the end everything must be
 * there once and in its place, and no badge may have lied. The moments come from the seed; what the machine makes of
 * them differs from run to run.
 */
import 'fake-indexeddb/auto'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dice } from '../dice.ts'
import { boardInFreshProcess } from './kept-texts.ts'
import { KILL_KINDS } from './moments-to-kill.ts'
import { torment, wait } from './torment.ts'

const KILLS = 10

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } })
const minutes = Number(positionals[0] ?? 5)
const clients = Number(positionals[1] ?? 6)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
if (!(minutes > 0) || !Number.isInteger(clients) || clients < 2 || clients > 24 || !Number.isInteger(seed)) {
  console.error('Usage: npm run torture:live -- [minutes] [clients, 2 to 24] [--seed N]')
  process.exit(2)
}
// builds what is missing or older than its sources
const cli = path.join(import.meta.dirname, '../../../scripts/profilverkstad.mjs')
execFileSync(process.execPath, [cli, '--version'], { stdio: ['ignore', 'ignore', 'inherit'] })

console.log(`${clients} clients, ${minutes} minutes, ${KILLS} times kill -9; seed ${seed}`)
const chance = dice(seed)
const between = (least: number, most: number) => least + chance.roll() * (most - least)
const start = performance.now()
const { losses, ...outcome } = await torment(
  {
    clients,
    kills: Array.from(
      { length: KILLS },
      (_, number) => KILL_KINDS[number % KILL_KINDS.length] ?? 'at any time',
    ),
    time: (number) => wait(start + ((number + 1) / (KILLS + 1)) * minutes * 60_000 - performance.now()),
    pause: () => wait(between(80, 420)),
    tabLeftEvery: 120,
    awayMs: () => between(100, 5_000),
    downMs: () => between(100, 4_000),
    peaceMs: 5_000,
    haste: 1,
    patienceMs: 90_000,
    readKept: boardInFreshProcess,
    onNews: (news) => console.log(`  ${((performance.now() - start) / 1000).toFixed(0)} s, ${news}`),
  },
  chance,
)
const { network, badges, tabs } = outcome
const listed = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([what, count]) => `${count} × ${what}`)
    .join(', ')
console.log(`${outcome.tokens} tokens in ${outcome.keystrokes} keystrokes; ${outcome.kills} kills`)
console.log(`network: ${listed(network)}`)
console.log(
  `tabs: ${tabs.closed} closed, ${tabs.crashed} died; with them ${outcome.doubtful} keystrokes that no badge had said to be kept`,
)
console.log(`badge: ${listed(badges)}`)
console.log(`all together ${(outcome.togetherMs / 1000).toFixed(1)} s after everything was let through`)
console.log(losses.length === 0 ? 'nothing lost, no badge lied' : `${losses.length} LOSSES`)
for (const loss of losses.slice(0, 50)) console.log(`  ${loss}`)
process.exit(losses.length === 0 ? 0 : 1)

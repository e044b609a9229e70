import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Edition } from '../../schemas/types.ts'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { clientOf, lookAt, signIn, type Answer, type Client } from './client.ts'
import type { Dice } from './dice.ts'
import { awaitMoment, rollMoment } from './fatal-moment.ts'
import { brokenPromises, openLedger, settle, type Found, type Ledger } from './ledger.ts'
import { verifyData } from './verify-data.ts'
import { publishNowAndThen, write, type Act } from './writers.ts'

export const SLUG = 'personlig-assistent'
const WRITERS = 3
/** An act that the server is to be killed in comes within this time; else it is killed anyway. */
const PATIENCE = 4000

export type Tally = {
  /** Acts that were answered with success. */
  readonly acknowledged: number
  /** Acts that the server was killed in; and how many of those stood all the same, committed and not answered for. */
  readonly cutOff: Readonly<Record<Act, number>>
  readonly stood: Readonly<Record<Act, number>>
  readonly editions: number
  readonly entries: number
  /** In words, each with its round; empty when nothing was lost. */
  readonly losses: readonly string[]
}

/**
 * Lets writers and a publisher work on a server and kills it at a random moment, round after round on the same data.
 * After each restart everything that was answered for must be there, and `verify` must hold.
 */
export async function killAgainAndAgain(
  rounds: number,
  chance: Dice,
  onRound: (round: number, tally: Tally) => void = () => undefined,
): Promise<Tally> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'profilverkstad-torture-'))
  const settings = { DATA_DIR: dataDir, PORT: '0' }
  const losses: string[] = []
  const cutOff: Record<Act, number> = { save: 0, publish: 0, 'start a draft': 0 }
  const stood: Record<Act, number> = { save: 0, publish: 0, 'start a draft': 0 }
  const durations: Record<Act, number> = { save: 6, publish: 30, 'start a draft': 10 }
  let server = await startServer(settings)
  try {
    const cookie = await signIn(server)
    let client = clientOf(server, cookie)
    const { ledger, parents } = await firstLook(client)
    let verified = await verifyData(dataDir)
    for (let round = 1; round <= rounds; round++) {
      const before = { entries: verified.entries, acknowledged: ledger.acknowledged }
      await workUntilKilled({ server, dataDir, client, ledger, parents, chance, round, cutOff, durations })
      server = await startServer(settings)
      client = clientOf(server, cookie)
      const found = await lookAt(client, SLUG)
      verified = await verifyData(dataDir)
      const lost = [
        ...brokenPromises(ledger, found),
        ...verified.breaches.map(({ code, where }) => `verify: ${code} in ${where}`),
      ]
      const unlogged = ledger.acknowledged - before.acknowledged - (verified.entries - before.entries)
      if (unlogged > 0) lost.push(`${unlogged} acts are not in the log`)
      losses.push(...lost.map((loss) => `round ${round}: ${loss}`))
      for (const act of standingOf(ledger, found)) stood[act] += 1
      settle(ledger, found)
      onRound(round, tally())
    }
    return tally()

    function tally(): Tally {
      const { acknowledged } = ledger
      return { acknowledged, cutOff, stood, editions: verified.editions, entries: verified.entries, losses }
    }
  } finally {
    await server.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Round = {
  readonly server: ServerProcess
  readonly dataDir: string
  readonly client: Client
  readonly ledger: Ledger
  /** The outcome that each criterion stands under. */
  readonly parents: ReadonlyMap<string, string>
  readonly chance: Dice
  readonly round: number
  readonly cutOff: Record<Act, number>
  /** Roughly how many milliseconds an act takes. */
  readonly durations: Record<Act, number>
}

/** One act is chosen beforehand; the server is killed while it is under way, or shortly after. */
async function workUntilKilled({
  server,
  dataDir,
  client,
  ledger,
  parents,
  chance,
  round,
  cutOff,
  durations,
}: Round) {
  const fatal = chance.pick<Act>(['save', 'save', 'save', 'publish', 'publish', 'publish', 'start a draft'])
  const moment = rollMoment(chance)
  let countdown = fatal === 'save' ? 1 + chance.below(25) : 1
  let isOver = false
  let kill: () => void = () => undefined
  const killed = new Promise<void>((resolve) => {
    kill = () => {
      isOver = true
      resolve(server.kill().then(() => undefined))
    }
  })
  const timeout = setTimeout(() => kill(), PATIENCE)
  const underWay = new Map<Act, number>()

  const desk = {
    client,
    slug: SLUG,
    ledger,
    dice: chance,
    round,
    hush: false,
    isOver: () => isOver,
    onAct(act: Act) {
      const start = performance.now()
      underWay.set(act, (underWay.get(act) ?? 0) + 1)
      if (act === fatal && --countdown === 0) void awaitMoment(moment, dataDir, durations[act]).then(kill)
      return (answer: Answer | undefined) => {
        if (isOver) return
        underWay.set(act, (underWay.get(act) ?? 1) - 1)
        if (answer && answer.status < 300) durations[act] += (performance.now() - start - durations[act]) / 8
      }
    },
  }

  const own = (writer: number) =>
    [...parents.keys()].filter((id, index) => index % WRITERS === writer && ledger.wordings.has(id))
  const work = Array.from({ length: WRITERS }, (_, writer) => write(desk, own(writer), parents))
  await Promise.all([...work, publishNowAndThen(desk, () => 2 + chance.below(20)), killed]).finally(() => {
    clearTimeout(timeout)
    isOver = true
  })
  for (const [act, count] of underWay) cutOff[act] += count
}

/** The acts that were cut off and have been carried out. */
function standingOf({ wordings, draft, publishing }: Ledger, found: Found): Act[] {
  const saved = [...wordings].filter(
    ([id, allowed]) => allowed.size > 1 && [...allowed].at(-1) === (found.standing.get(id) ?? null),
  )
  const acts = saved.map((): Act => 'save')
  if (publishing !== undefined && found.editions.has(publishing)) acts.push('publish')
  if (publishing === undefined && draft === undefined && found.draft) acts.push('start a draft')
  return acts
}

async function firstLook(client: Client): Promise<{ ledger: Ledger; parents: Map<string, string> }> {
  const { profile } = await client.read<Edition>(`/${SLUG}/editions/latest`)
  const outcomes = profile.modules.flatMap(({ module }) => module.outcomes)
  const parents = new Map(outcomes.flatMap(({ id, criteria }) => criteria.map((each) => [each.id, id])))
  const { standing, editions } = await lookAt(client, SLUG)
  return { ledger: openLedger(standing, editions), parents }
}

import type { Dice } from '../dice.ts'
import { awaitMoment } from '../fatal-moment.ts'
import type { BadNetwork } from './bad-network.ts'
import type { Crowd } from './crowd.ts'

export const KILL_KINDS = [
  'at any time',
  'as the badge says on the server',
  'as something comes to the server',
  'at a commit',
  'as the last leaves',
  'as all come back',
  'as the board is folded and put away',
] as const
export type KillKind = (typeof KILL_KINDS)[number]

type Scene = {
  readonly crowd: Crowd
  readonly network: BadNetwork
  readonly dataDir: string
  readonly chance: Dice
  readonly kill: () => Promise<unknown>
}

/** A board is put away half a minute after the last has left; then this long is waited for it. */
const PUT_AWAY_MS = 15_000
/** Where what is waited for does not come. */
const PATIENCE_MS = 5_000

/** Kills the server when the moment has come; comes to an end when it is dead. */
export async function killAt(
  kind: KillKind,
  { crowd, network, dataDir, chance, kill }: Scene,
): Promise<void> {
  switch (kind) {
    case 'at any time':
      return void (await kill())
    case 'as the badge says on the server': {
      await first((come) => {
        for (const each of crowd.participants) each.onClaim = come
      }, kill)
      for (const each of crowd.participants) each.onClaim = () => undefined
      return
    }
    case 'as something comes to the server': {
      const after = chance.below(8)
      await first(
        (come) => (network.onDelivered = come),
        () => lateBy(after).then(kill),
      )
      network.onDelivered = () => undefined
      return
    }
    case 'at a commit':
      await awaitMoment({ kind: 'at the commit', after: chance.roll() * 2 }, dataDir, PATIENCE_MS)
      return void (await kill())
    case 'as the last leaves':
      await crowd.leave()
      await lateBy(chance.below(20))
      return void (await kill())
    case 'as all come back':
      await crowd.leave()
      crowd.comeBack()
      await lateBy(20 + chance.below(400))
      return void (await kill())
    case 'as the board is folded and put away':
      await crowd.leave()
      await awaitMoment({ kind: 'at the commit', after: chance.roll() * 2 }, dataDir, PUT_AWAY_MS)
      return void (await kill())
  }
}

/** Does it the moment that something happens for the first time, before anything else can. */
async function first(watch: (come: () => void) => void, act: () => Promise<unknown>): Promise<void> {
  const acted = new Promise<unknown>((resolve) => {
    let hasCome = false
    const come = () => {
      if (hasCome) return
      hasCome = true
      clearTimeout(timer)
      resolve(act())
    }
    const timer = setTimeout(come, PATIENCE_MS)
    watch(come)
  })
  await acted
}

function lateBy(ms: number): Promise<void> {
  return new Promise((resolve) => (ms === 0 ? resolve() : setTimeout(resolve, ms)))
}

import { statSync } from 'node:fs'
import path from 'node:path'
import { SQLITE_FILE } from '../../server/storage/open-storage.ts'
import type { Dice } from './dice.ts'

/** When to kill, counted from the moment that an act is sent. */
export type FatalMoment =
  | { readonly kind: 'within'; /** of the time that such an act usually takes */ readonly share: number }
  | {
      readonly kind: 'at the commit'
      /** in milliseconds after the database's file is first written */ readonly after: number
    }

/** Half of them anywhere in an act and shortly after it, half where it is committed and not yet answered for. */
export function rollMoment(chance: Dice): FatalMoment {
  const isWithin = chance.roll() < 0.5
  const roll = chance.roll()
  return isWithin ? { kind: 'within', share: roll * 1.5 } : { kind: 'at the commit', after: roll ** 2 * 2 }
}

/** Resolves when the moment has come. Timers are too coarse for it: a save takes a few milliseconds. */
export async function awaitMoment(moment: FatalMoment, dataDir: string, usual: number): Promise<void> {
  const start = performance.now()
  let end = start + usual * (moment.kind === 'within' ? moment.share : 3)
  const before = stateOf(dataDir)
  let isWritten = moment.kind === 'within'
  while (performance.now() < end) {
    if (!isWritten && stateOf(dataDir) !== before) {
      isWritten = true
      end = performance.now() + (moment.kind === 'within' ? 0 : moment.after)
    } else await new Promise(setImmediate)
  }
}

/** Changes whenever SQLite writes its log, which it does when a transaction is committed. */
function stateOf(dataDir: string): string {
  const { size, mtimeMs } = statSync(path.join(dataDir, `${SQLITE_FILE}-wal`))
  return `${size} ${mtimeMs}`
}

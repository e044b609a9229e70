import * as Y from 'yjs'
import type { Board } from '../../schemas/types.ts'
import { docOf } from './kept-board.ts'
import { readBoard } from './read-board.ts'

type Kept = {
  readonly state: Uint8Array | null
  readonly updates: readonly { readonly at: string; readonly update: Uint8Array }[]
}

/**
 * How a board stood since the last step of its history was taken, some seconds at a time, the last as it stands now. When
 * what has been folded came about nobody has kept: it counts as of `since`.
 */
export function stepsToCome({ state, updates }: Kept, since: string): { at: string; board: Board }[] {
  const doc = docOf({ state, writers: {}, updates: [] })
  const steps = state ? [{ at: since, board: readBoard(doc) }] : []
  updates.forEach(({ at, update }, index) => {
    Y.applyUpdate(doc, update)
    if (whileOf(at) !== whileOf(updates[index + 1]?.at)) steps.push({ at, board: readBoard(doc) })
  })
  doc.destroy()
  return steps
}

/** Ten seconds. */
function whileOf(at: string | undefined): string | undefined {
  return at?.slice(0, '2026-03-10T10:00:0'.length)
}

import { docOf, folded, writersOf } from '../../board/kept-board.ts'
import { readBoard } from '../../board/read-board.ts'
import { replayOf, stepAfter, type History } from '../../board/replay.ts'
import type { Storage } from '../../storage/storage.ts'
import type { BoardReader, BoardStep } from '../../storage/workshop-port.ts'

/** `isLookedAt`: whether it was time for a step, be it that there was nothing to tell. */
export type Folded = { readonly last: LastStep; readonly isLookedAt: boolean }

/** Null before the first step. */
export type LastStep = History | null

export type Fold = {
  readonly now: Date
  /** Undefined where it is not known here: then it is looked up. */
  readonly last: LastStep | undefined
  /** How long after the last step there is another. Zero takes one in any case. */
  readonly stepEveryMs: number
}

/**
 * Puts one state in place of all updates, and takes a step of history when it is time. Reads from the storage only: a
 * board in memory may be behind what is kept.
 */
export async function foldBoard(
  storage: Pick<Storage, 'write'>,
  groupId: string,
  { now, last: known, stepEveryMs }: Fold,
): Promise<Folded> {
  return storage.write(async ({ boards }) => {
    const kept = await boards.load(groupId)
    const last = known === undefined ? await lastStepIn(boards, groupId) : known
    const isTime = !last || now.getTime() - Date.parse(last.at) >= stepEveryMs
    const update = kept.updates.at(-1)
    if (!update && !isTime) return { last, isLookedAt: false }
    const doc = docOf(kept)
    const board = readBoard(doc)
    const news = isTime ? stepAfter(last, board) : null
    const step: BoardStep | null = news && { at: timeAfter(last, now), changes: news.changes }
    if (update || step) {
      const writers = writersOf(kept).toRecord()
      const foldedTo = update?.seq ?? kept.foldedTo
      const { foldedTo: foldedFrom } = kept
      await boards.fold(groupId, { state: folded(doc), foldedTo, foldedFrom, writers, step })
    }
    doc.destroy()
    return { last: step && news ? { at: step.at, board, ids: news.ids } : last, isLookedAt: isTime }
  })
}

async function lastStepIn(boards: BoardReader, groupId: string): Promise<LastStep> {
  return replayOf(await boards.steps(groupId)).at(-1) ?? null
}

/** No two steps have one time: the storage tells them apart by it. */
function timeAfter(last: LastStep, now: Date): string {
  const at = last ? Math.max(Date.parse(last.at) + 1, now.getTime()) : now.getTime()
  return new Date(at).toISOString()
}

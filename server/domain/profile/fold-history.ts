import type { HistoryEntry } from '../../../schemas/types.ts'
import { sameValue } from './same-value.ts'

/** One line of a history as people read it: a change, or a run of changes that were one piece of work. */
export type HistoryLine = HistoryEntry & {
  /** Numbers of the log entries that went into it, first to last. */
  readonly seqs: readonly number[]
}

/** Autosave stores a wording many times while it is written; within this long it is one change to a reader. */
const ONE_PIECE_MS = 30 * 60_000

/**
 * Folds what one person did to one field in one go into one line, from the first value to the last; what ends where
 * it began is left out. Takes and gives entries latest first.
 */
export function foldHistory(entries: readonly HistoryEntry[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  const open = new Map<string, HistoryLine>()
  for (const entry of entries.toReversed()) {
    const { event } = entry
    const key = event.kind === 'item-amended' ? `${entry.by?.id} ${event.itemId} ${event.field}` : undefined
    const begun = key === undefined ? undefined : open.get(key)
    if (
      key !== undefined &&
      event.kind === 'item-amended' &&
      begun?.event.kind === 'item-amended' &&
      follows(begun, entry)
    ) {
      const folded: HistoryLine = {
        ...entry,
        event: { ...event, from: begun.event.from },
        because: entry.because ?? begun.because,
        seqs: [...begun.seqs, entry.seq],
      }
      lines[lines.indexOf(begun)] = folded
      open.set(key, folded)
    } else {
      const line = { ...entry, seqs: [entry.seq] }
      lines.push(line)
      // Somebody else's change of the same field comes between: from there on it is another piece of work.
      if (event.kind === 'item-amended') closeOthers(open, event.itemId, event.field)
      if (key !== undefined) open.set(key, line)
    }
  }
  // A variant that was confirmed has the same text as before, but is made from a newer wording: it stays.
  return lines
    .filter(({ event }) => event.kind !== 'item-amended' || !sameValue(event.from, event.to))
    .toReversed()
}

function follows(begun: HistoryLine, entry: HistoryEntry): boolean {
  return Date.parse(entry.at) - Date.parse(begun.at) <= ONE_PIECE_MS && entry.because?.kind !== 'undid'
}

function closeOthers(open: Map<string, HistoryLine>, itemId: string, field: string): void {
  for (const key of open.keys()) if (key.endsWith(` ${itemId} ${field}`)) open.delete(key)
}

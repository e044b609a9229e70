import type { LogEntry } from '../../schemas/types.ts'
import { canonicalJson, sha256 } from '../seal.ts'
import type { NewLogEntry } from './storage.ts'

/** An entry as it follows on the one before: numbered, and with a hash over all of it and over that one's hash. */
export function chainEntry(previous: { seq: number; hash: string }, entry: NewLogEntry): LogEntry {
  const chained = {
    seq: previous.seq + 1,
    at: entry.at,
    actor: entry.actor,
    profileId: entry.profileId,
    event: entry.event,
    because: entry.because ?? null,
    previousHash: previous.hash,
  }
  return { ...chained, hash: sha256(canonicalJson(chained)) }
}

/** Whether an entry follows on the one before, untouched. */
export function followsOn(previous: { seq: number; hash: string }, entry: LogEntry): boolean {
  const { at, actor, profileId, event, because } = entry
  const expected = chainEntry(previous, { at, actor, profileId, event, because: because ?? undefined })
  return (
    expected.seq === entry.seq && expected.previousHash === entry.previousHash && expected.hash === entry.hash
  )
}

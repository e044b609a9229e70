import * as Y from 'yjs'
import { openWriters, type Writers } from './writers.ts'

/** What is kept of a board: its folded state, and what has come since, by seat. */
export type KeptBoard = {
  readonly state: Uint8Array | null
  readonly writers: Readonly<Record<string, string>>
  readonly updates: readonly { readonly seatId: string; readonly update: Uint8Array }[]
}

/** Puts what is kept into a document that is empty or behind. */
export function applyKept(doc: Y.Doc, { state, updates }: KeptBoard): void {
  doc.transact(() => {
    if (state) Y.applyUpdateV2(doc, state)
    for (const { update } of updates) Y.applyUpdate(doc, update)
  })
}

export function docOf(kept: KeptBoard): Y.Doc {
  const doc = new Y.Doc()
  applyKept(doc, kept)
  return doc
}

/** Whoever has written first with a number: updates lie in the order in which they were taken. */
export function writersOf({ writers, updates }: KeptBoard): Writers {
  const known = openWriters(writers)
  for (const { seatId, update } of updates) bindClients(known, seatId, update)
  return known
}

/** The seat of what has been brought back by others than have written it. */
export const NOBODY = ''

export function bindClients(writers: Writers, seatId: string, update: Uint8Array): void {
  if (seatId === NOBODY) return
  for (const client of Y.parseUpdateMeta(update).from.keys()) writers.bind(client, seatId)
}

/** The other encoding of Yjs, by columns: half as large, and larger only for what is small. */
export function folded(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdateV2(doc)
}

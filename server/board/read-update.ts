import { createDecoder, readVarUint } from 'lib0/decoding'
import * as Y from 'yjs'
import { Refused } from './refused.ts'

/** The pieces of an update by client, each in their order, and what it deletes. */
export type ReadUpdate = {
  readonly structs: ReadonlyMap<number, readonly (Y.Item | Y.GC)[]>
  readonly deletions: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
  readonly bytes: Uint8Array
}

/** Beyond it sums of numbers are no longer exact; nobody types that much. */
const LAST_CLOCK = 2 ** 31
/** Page openings whose writing comes at once: those of somebody who has been offline all day. */
const MOST_CLIENTS = 100

/**
 * What is new in an update to that document, cut so that no piece begins before what is known: Yjs takes a piece that is
 * known in part where its known part stands, whatever the piece says of itself. Throws Refused.
 */
export function readNew(doc: Y.Doc, update: Uint8Array): ReadUpdate {
  const read = readWhole(update)
  const isNext = [...read.structs].every(
    ([client, [first]]) => first?.id.clock === Y.getState(doc.store, client),
  )
  if (isNext) return read
  const rest = readWhole(Y.diffUpdate(update, Y.encodeStateVector(doc)))
  for (const [client, [first]] of rest.structs)
    if (first?.id.clock !== Y.getState(doc.store, client)) throw new Refused('out-of-step')
  return rest
}

function readWhole(update: Uint8Array): ReadUpdate {
  const { structs, ds } = decoded(update)
  const byClient = new Map<number, (Y.Item | Y.GC)[]>()
  let last = -1
  let blocks = 0
  for (const struct of structs) {
    if (struct instanceof Y.Skip) throw new Refused('out-of-step')
    const { client, clock } = struct.id
    if (struct.length < 1 || clock + struct.length > LAST_CLOCK) throw new Refused('wrong-shape')
    if (client !== last) blocks += 1
    last = client
    const theirs = byClient.get(client)
    if (theirs) theirs.push(struct)
    else byClient.set(client, [struct])
  }
  // Of two blocks of one client Yjs reads the second only.
  if (blocks !== byClient.size || blocks !== readVarUint(createDecoder(update)))
    throw new Refused('wrong-shape')
  if (blocks > MOST_CLIENTS) throw new Refused('too-large')
  const ranges = [...ds.clients.values()].flat()
  if (ranges.some(({ len }) => len < 1)) throw new Refused('wrong-shape')
  return { structs: byClient, deletions: Y.mergeDeleteSets([ds]).clients, bytes: update }
}

function decoded(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update)
  } catch {
    throw new Refused('wrong-shape')
  }
}

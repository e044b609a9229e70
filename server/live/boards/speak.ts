import { createDecoder, readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { Breach } from './breach.ts'

/** Hocuspocus' numbers for what is said on a websocket, after the document's name. */
const TYPES = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  syncReply: 4,
  stateless: 5,
  close: 7,
  syncStatus: 8,
} as const
const STEP_1 = 0

/** What a connection says. `raw` is the whole, to be handed on as it is. */
export type Said = { readonly raw: Uint8Array } & (
  | { readonly kind: 'auth' | 'close' | 'query' }
  | { readonly kind: 'ask'; readonly stateVector: Uint8Array }
  | { readonly kind: 'write'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'stateless'; readonly payload: string }
)

/** Throws Breach at what is not the protocol, or of another document. */
export function readSaid(raw: Uint8Array, documentName: string): Said {
  try {
    const decoder = createDecoder(raw)
    if (readVarString(decoder) !== documentName) throw new Breach('wrong-shape')
    return read(raw, readVarUint(decoder), decoder)
  } catch (error) {
    throw error instanceof Breach ? error : new Breach('wrong-shape', error)
  }
}

function read(raw: Uint8Array, type: number, decoder: Decoder): Said {
  switch (type) {
    case TYPES.sync:
    case TYPES.syncReply: {
      const step = readVarUint(decoder)
      const bytes = readVarUint8Array(decoder)
      if (step > 2) throw new Breach('wrong-shape')
      return step === STEP_1
        ? { kind: 'ask', raw, stateVector: bytes }
        : { kind: 'write', raw, update: bytes }
    }
    case TYPES.awareness:
      return { kind: 'awareness', raw, update: readVarUint8Array(decoder) }
    case TYPES.auth:
      // The token: nobody reads it, since who comes is known by the cookie already.
      if (readVarUint(decoder) !== 0) throw new Breach('wrong-shape')
      readVarString(decoder)
      return { kind: 'auth', raw }
    case TYPES.queryAwareness:
      return { kind: 'query', raw }
    case TYPES.stateless:
      return { kind: 'stateless', raw, payload: readVarString(decoder) }
    case TYPES.close:
      return { kind: 'close', raw }
    default:
      throw new Breach('wrong-shape')
  }
}

export function isGoodbye(data: Uint8Array, documentName: string): boolean {
  const decoder = createDecoder(data)
  return readVarString(decoder) === documentName && readVarUint(decoder) === TYPES.close
}

/** What is kept is acknowledged with true; what a reader has written is not kept. */
export function syncStatus(documentName: string, isKept: boolean): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, documentName)
  writeVarUint(encoder, TYPES.syncStatus)
  writeVarUint(encoder, isKept ? 1 : 0)
  return toUint8Array(encoder)
}

export function stateless(documentName: string, said: unknown): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, documentName)
  writeVarUint(encoder, TYPES.stateless)
  writeVarString(encoder, JSON.stringify(said))
  return toUint8Array(encoder)
}

import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** The messages of Hocuspocus 3: each begins with the board's name and one of these. */
const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const SYNC_REPLY = 4
const STATELESS = 5
const CLOSING = 7
const SYNC_STATUS = 8
/** What a SYNC message holds, as in y-protocols/sync. */
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2
/** What an AUTH message holds. */
const TOKEN = 0
const DENIED = 1
const AUTHENTICATED = 2

/** An update in which nothing is: the server answers it like every other, so it shows whether the server is there. */
export const EMPTY_UPDATE = new Uint8Array([0, 0])

export type FromServer =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'denied'; readonly reason: string }
  /** The server says what it has, and asks for the rest. */
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  /** The answer to one step 2 or update, in the order in which they were sent. */
  | { readonly kind: 'status'; readonly isKept: boolean }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'stateless'; readonly payload: string }
  /** The server has let go of the board, though the socket may stand open. */
  | { readonly kind: 'closing'; readonly reason: string }
  | { readonly kind: 'other' }

/** What the server says; null for bytes that are no message. */
export function readMessage(bytes: Uint8Array): FromServer | null {
  try {
    return read(decoding.createDecoder(bytes))
  } catch {
    return null
  }
}

function read(decoder: decoding.Decoder): FromServer {
  decoding.readVarString(decoder)
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
    case SYNC_REPLY:
      return readSync(decoder)
    case AWARENESS:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case AUTH:
      return readAuth(decoder)
    case STATELESS:
      return { kind: 'stateless', payload: decoding.readVarString(decoder) }
    case CLOSING:
      return { kind: 'closing', reason: decoding.readVarString(decoder) }
    case SYNC_STATUS:
      return { kind: 'status', isKept: decoding.readVarUint(decoder) === 1 }
    default:
      return { kind: 'other' }
  }
}

function readSync(decoder: decoding.Decoder): FromServer {
  const step = decoding.readVarUint(decoder)
  const content = decoding.readVarUint8Array(decoder)
  if (step === STEP_1) return { kind: 'step1', stateVector: content }
  if (step === STEP_2) return { kind: 'step2', update: content }
  return step === UPDATE ? { kind: 'update', update: content } : { kind: 'other' }
}

function readAuth(decoder: decoding.Decoder): FromServer {
  const kind = decoding.readVarUint(decoder)
  if (kind === DENIED) return { kind: 'denied', reason: decoding.readVarString(decoder) }
  return kind === AUTHENTICATED ? { kind: 'authenticated' } : { kind: 'other' }
}

/** Messages to the server about the board of that name. */
export const messagesAbout = (board: string) => ({
  /** The first of all; the token is empty, for it is the cookie that counts. */
  token: () =>
    message(board, AUTH, (encoder) => {
      encoding.writeVarUint(encoder, TOKEN)
      encoding.writeVarString(encoder, '')
    }),
  step1: (stateVector: Uint8Array) => sync(board, STEP_1, stateVector),
  step2: (update: Uint8Array) => sync(board, STEP_2, update),
  update: (update: Uint8Array) => sync(board, UPDATE, update),
  awareness: (update: Uint8Array) =>
    message(board, AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update)),
  stateless: (payload: string) =>
    message(board, STATELESS, (encoder) => encoding.writeVarString(encoder, payload)),
})

function sync(board: string, step: number, content: Uint8Array): Uint8Array {
  return message(board, SYNC, (encoder) => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, content)
  })
}

function message(board: string, kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, board)
  encoding.writeVarUint(encoder, kind)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { Breach } from './breach.ts'
import type { Writer } from './open-board.ts'

/** At most one's own caret, and that of the page before, which is taken back. */
const MOST_STATES = 2

/**
 * The clients that a message of awareness speaks for. Whose they are is for the caller to hold. A state is a small plain
 * object (whose seat, and where the caret is), and says no other seat or hand than one's own. Throws Breach.
 */
export function readAwareness(update: Uint8Array, whose: Writer, mostBytes: number): number[] {
  if (update.length > mostBytes) throw new Breach('too-large')
  try {
    const decoder = createDecoder(update)
    const clients: number[] = []
    const count = readVarUint(decoder)
    if (count > MOST_STATES) throw new Breach('wrong-shape')
    for (let each = 0; each < count; each += 1) {
      clients.push(readVarUint(decoder))
      readVarUint(decoder)
      if (!isState(JSON.parse(readVarString(decoder)), whose)) throw new Breach('wrong-shape')
    }
    return clients
  } catch (error) {
    throw error instanceof Breach ? error : new Breach('wrong-shape', error)
  }
}

function isState(state: unknown, { hand, seatId }: Writer): boolean {
  if (state === null) return true
  if (typeof state !== 'object' || Array.isArray(state)) return false
  return (!('hand' in state) || state.hand === hand) && (!('seatId' in state) || state.seatId === seatId)
}

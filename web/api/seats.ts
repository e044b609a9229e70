import type { JoinOffer, ReturnToSeat, Seat, TakeSeat } from '../../schemas/types.ts'
import { ask } from './http-client.ts'

/** What a code leads to. */
export function readOffer(code: string): Promise<JoinOffer> {
  return ask('GET', `/join/${encodeURIComponent(code)}`)
}

/** Takes a seat; its cookie comes with the answer, and the personal word is in it this once. */
export function takeSeat(body: TakeSeat): Promise<Seat> {
  return ask('POST', '/seats', { body })
}

/** Comes back to a seat by its personal word. */
export function returnToSeat(body: ReturnToSeat): Promise<Seat> {
  return ask('POST', '/seats/return', { body })
}

/** The seat that this device has. */
export function readSeat(): Promise<Seat> {
  return ask('GET', '/seat')
}

/** This device forgets its seat; what was written stays. */
export function leaveSeat(): Promise<void> {
  return ask('DELETE', '/seat')
}

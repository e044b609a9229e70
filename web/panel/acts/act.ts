import type { Problem } from '../../../schemas/types.ts'

/** Something that a member has done, as it is sent. Its id stands in the body too: the server does the same one once. */
export type Act = {
  /** A UUID, made here. */
  readonly id: string
  readonly reviewId: string
  /** Whose it is: it is never sent in somebody else's name. */
  readonly personId: string
  /** What was done, for the overlay and for what is said of it. */
  readonly kind: string
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** ISO 8601, by the device's clock. */
  readonly madeAt: string
}

export type KeptAct = Act & {
  /** It may have reached the server, whatever was answered. */
  readonly isTried: boolean
  /** The server has said yes; it lies here until a later answer shows what came of it. */
  readonly hasArrived: boolean
  /** The server has said no: it waits for its author, who sends it anew or throws it away. */
  readonly refusal: Problem | null
}

export const isWaiting = ({ hasArrived, refusal }: KeptAct) => !hasArrived && refusal === null

/** Whether an act can be taken out as if it had never been made: the server has not seen it, or has refused it. */
export const isReplaceable = (act: KeptAct) => act.refusal !== null || (!act.isTried && !act.hasArrived)

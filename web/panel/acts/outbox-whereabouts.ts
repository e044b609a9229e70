import type { Trouble } from '../../workshop/board/trouble.ts'
import type { Whereabouts } from '../../workshop/board/badge.ts'
import type { Hindrance, OutboxState } from './act-outbox.ts'
import { isWaiting } from './act.ts'

const TROUBLES: Readonly<Record<Hindrance, Trouble | null>> = {
  'no-answer': null,
  'not-now': 'cannot-store',
  'signed-out': 'not-admitted',
  'somebody-else': 'not-admitted',
}

/** Where a member's words lie, in the terms of the badge that boards have. What has been refused is told of elsewhere. */
export function whereaboutsOf({ acts, unkept, hindrance, apartSince }: OutboxState): Whereabouts {
  const waiting = acts.filter(isWaiting)
  const [first] = waiting
  const isOut = hindrance === 'signed-out' || hindrance === 'somebody-else'
  return {
    isOnServer: waiting.length === 0,
    isKept: unkept.size === 0,
    isFailing: unkept.size > 0,
    // Whoever is not let in is as good as apart, though not for want of a network.
    isConnected: apartSince === null && !isOut,
    apartSince,
    // Signed out with nothing waiting, everything is where it should be.
    trouble: hindrance === null || waiting.length === 0 ? null : TROUBLES[hindrance],
    waiting: waiting.length,
    waitingSince: first ? Date.parse(first.madeAt) : null,
  }
}

import type { PositionKind } from '../../../schemas/types.ts'
import { readingKey, type PanelText } from './panel-text.ts'
import { inOrder, type Taken } from './standing.ts'

export type ToTake = {
  readonly scope: 'part' | 'item'
  readonly itemId: string
  readonly hash: string
  readonly position: PositionKind | null
  readonly reason: string
}

type Kept = Taken & { readonly actId: string; readonly reason: string }

export type PositionRefusal =
  /** Those words have never been under review: nobody can have seen them there. */
  | { readonly code: 'words-unknown'; readonly itemId: string }
  /** A change or a disagreement without a reason helps nobody. */
  | { readonly code: 'reason-missing' }
  /** The member has answered otherwise since, on another device perhaps. */
  | { readonly code: 'position-changed'; readonly current: string | null }

/** Whether a position says nothing without a reason: what ought to change, or what is wrong. */
export function needsReason(position: PositionKind | null): boolean {
  return position === 'agreeWithChange' || position === 'disagree'
}

/**
 * Whether a position may be taken as it is asked for. `replaces` names the act of the position on the same thing that its
 * giver saw, so that an answer that was long under way never overwrites a later one; undefined where nobody looked, as when
 * a coordinator enters what is said in the room. Words that have changed meanwhile are no hindrance: the position is kept,
 * and stands for the words that it was given on.
 */
export function refusalOf(
  asked: ToTake,
  replaces: string | null | undefined,
  mine: readonly Kept[],
  text: PanelText,
): PositionRefusal | undefined {
  if (!hasBeen(asked, text)) return { code: 'words-unknown', itemId: asked.itemId }
  if (needsReason(asked.position) && asked.reason.trim() === '') return { code: 'reason-missing' }
  const last = inOrder(
    mine.filter(({ scope, itemId }) => scope === asked.scope && itemId === asked.itemId),
  )[0]
  if (replaces !== undefined && replaces !== (last?.actId ?? null) && !says(last, asked))
    return { code: 'position-changed', current: last?.actId ?? null }
  return undefined
}

function hasBeen({ scope, itemId, hash }: ToTake, { readings, states }: PanelText): boolean {
  if (scope === 'part') return readings.has(readingKey(itemId, hash))
  return states.some(({ parts }) =>
    parts.some(({ items }) => items.some((item) => item.id === itemId && item.hash === hash)),
  )
}

function says(last: Kept | undefined, { hash, position, reason }: ToTake): boolean {
  return last?.hash === hash && last.position === position && last.reason === reason
}

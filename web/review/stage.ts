import type { Review } from '../../schemas/types.ts'
import { isUnfinished } from '../../server/domain/review/acts.ts'

/** Where a profile's way through the panel has come; `none` before anything has been submitted. */
export type Stage =
  | 'none'
  | 'composing'
  | 'proposed'
  | 'ready'
  | 'open'
  | 'approved'
  | 'returned'
  | 'declined'
  | 'published'
  | 'withdrawn'

/** The steps on the way, as they are shown on top of the page. */
export const STEPS = ['submit', 'compose', 'steering', 'review', 'decide', 'publish'] as const
export type Step = (typeof STEPS)[number]

export function stageOf(review: Pick<Review, 'status' | 'composition'> | null): Stage {
  if (!review) return 'none'
  if (review.status !== 'preparing') return review.status
  switch (review.composition.status) {
    case 'proposed':
      return 'proposed'
    case 'approved':
      return 'ready'
    default:
      return 'composing'
  }
}

/** The step that a stage is at; null where the way has ended without coming to its end. */
export function stepOf(stage: Stage): Step | null {
  switch (stage) {
    case 'none':
    case 'returned':
      return 'submit'
    case 'composing':
      return 'compose'
    case 'proposed':
      return 'steering'
    case 'ready':
    case 'open':
      return 'review'
    case 'approved':
    case 'published':
      return 'publish'
    case 'declined':
    case 'withdrawn':
      return null
  }
}

/** Whether the draft can be laid before a panel from here on: nobody has it, or it has been sent back. */
export function canSubmitFrom(stage: Stage): boolean {
  return !['composing', 'proposed', 'ready', 'open', 'approved'].includes(stage)
}

/** Whether a panel has the profile, so that it is neither submitted again nor published past it. */
export function isWithPanel(review: Pick<Review, 'status'> | null): boolean {
  return review !== null && isUnfinished(review.status)
}

import type { ReviewRound, ReviewStatus, VotingRule } from '../../../schemas/types.ts'
import type { Standpoint } from './acts.ts'

type Stage = {
  readonly status: ReviewStatus
  readonly rule: Pick<VotingRule, 'visibility'>
  readonly round: Pick<ReviewRound, 'kind' | 'revealedAt'> | null
}

/**
 * Whether what members say is hidden from everybody but themselves:
 *
 * | while the review is | its rule               | its last round is        | hidden |
 * |---------------------|------------------------|--------------------------|--------|
 * | preparing, open     | hides until it closes  | any, or none             | yes    |
 * | preparing, open     | is open                | quiet and not revealed   | yes    |
 * | preparing, open     | is open                | any other, or none       | no     |
 * | closed              | any                    | any                      | no     |
 *
 * One that came back is prepared again: what was said in its last round is as hidden as it was then. Those who run the panel are no exception: they see who has answered, and not what.
 */
export function isHidden({ status, rule, round }: Stage): boolean {
  if (status === 'preparing' || status === 'open')
    return rule.visibility === 'hidden' || (round?.kind === 'quiet' && round.revealedAt === null)
  return false
}

/** Whether somebody is inside the panel: they run it, or sit on it. Only there is it told who says what, and where it meets. */
export function isInside({ may, place }: Standpoint): boolean {
  return may('leadPanel') || place !== null
}

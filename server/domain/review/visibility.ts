import type { ReviewRound, ReviewStatus, VotingRule } from '../../../schemas/types.ts'

type Stage = {
  readonly status: ReviewStatus
  readonly rule: Pick<VotingRule, 'visibility'>
  readonly round: Pick<ReviewRound, 'kind' | 'revealedAt'> | null
}

/**
 * Whether what members say is hidden from everybody but themselves:
 *
 * | while the review is                              | hidden |
 * |--------------------------------------------------|--------|
 * | open, in a quiet round that is not revealed      | yes    |
 * | open, under a rule that hides until it closes    | yes    |
 * | open otherwise                                   | no     |
 * | closed                                           | no     |
 *
 * Those who run the panel are no exception: they see who has answered, and not what.
 */
export function isHidden({ status, rule, round }: Stage): boolean {
  if (status === 'preparing' || status === 'open')
    return rule.visibility === 'hidden' || (round?.kind === 'quiet' && round.revealedAt === null)
  return false
}

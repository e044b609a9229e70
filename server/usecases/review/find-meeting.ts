import type { Review } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredMeeting } from '../../storage/review-port.ts'
import type { Readers, Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeReview } from './describe-review.ts'
import { actInReview, type Act, type Case } from './find-review.ts'

export type OfMeeting = { readonly reviewId: string; readonly meetingId: string }

/** A meeting of that review. Throws meeting-not-found. */
export async function findMeeting(
  { reviews }: Pick<Readers, 'reviews'>,
  { review }: Pick<Case, 'review'>,
  meetingId: string,
): Promise<StoredMeeting> {
  const meeting = await reviews.findMeeting(meetingId)
  if (meeting?.reviewId !== review.id) throw new ProblemError('meeting-not-found')
  return meeting
}

export type Work = (stores: Writers, held: Case, meeting: StoredMeeting) => Promise<void>

/** Does something with a meeting, and answers with its review. Throws meeting-not-found. */
export async function inMeeting(
  deps: Deps,
  asker: Asker,
  { reviewId, meetingId }: OfMeeting,
  act: Act['act'],
  work: Work,
): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act },
    async (stores, held) => work(stores, held, await findMeeting(stores, held, meetingId)),
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

import type { Review } from '../../../schemas/types.ts'
import { FIRST_STATUS, goTo, leads } from '../../domain/review/acts.ts'
import { VOTING_RULES } from '../../domain/review/voting-rules.ts'
import { missingFrom } from '../../domain/profile/completeness.ts'
import { ProblemError } from '../../problems.ts'
import { seal } from '../../seal.ts'
import type { StoredReview } from '../../storage/review-port.ts'
import type { StoredDraft, Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { holdDraft } from '../profile/read-draft.ts'
import { findProfile } from '../profile/find-profile.ts'
import { describeReview } from './describe-review.ts'
import { actInReview, logAct, unfinishedReview } from './find-review.ts'

/**
 * Submits a complete draft: its text is frozen into a revision, and the draft stays open. The first one begins a review;
 * one that a panel has sent back goes on with the next. Throws draft-not-found, draft-changed, draft-incomplete, and
 * draft-in-review when a panel has it already.
 */
export async function submitDraft(
  deps: Deps,
  asker: Asker,
  { slug, revision }: { slug: string; revision: number },
): Promise<Review> {
  return deps.storage.write(async (stores) => {
    const { id: profileId, held } = await holdDraft(stores, asker, 'submitToPanel', { slug, revision })
    const former = await unfinishedReview(stores, profileId)
    if (former && !leads('submit', former.status)) throw new ProblemError('draft-in-review', { slug })
    const review: StoredReview = former
      ? goTo(former, 'submit', 'preparing')
      : await beginReview(deps, stores, profileId)
    if (former) await stores.reviews.save(review)
    await freeze(deps, stores, review, held)
    const profile = await findProfile(stores, slug)
    await logAct(deps, stores, asker, { review, profile }, 'submitted')
    stores.afterCommit(() => deps.announce({ kind: 'review-changed', reviewId: review.id }))
    return describeReview(deps, stores, asker, review.id)
  })
}

async function beginReview(deps: Deps, stores: Writers, profileId: string): Promise<StoredReview> {
  const review: StoredReview = {
    id: deps.newId(),
    profileId,
    status: FIRST_STATUS,
    submittedAt: deps.now().toISOString(),
    rule: VOTING_RULES.consensus,
    composition: { status: 'drafted', answers: [] },
    rounds: [],
    turns: [],
    published: null,
  }
  await stores.reviews.insert(review)
  return review
}

/** Freezes a text into the review's next revision. Throws draft-incomplete. */
export async function freeze(
  deps: Deps,
  stores: Writers,
  { id: reviewId }: StoredReview,
  { profile }: Pick<StoredDraft, 'profile'>,
): Promise<number> {
  const missing = missingFrom(profile)
  if (missing.length > 0) throw new ProblemError('draft-incomplete', { missing })
  const number = (await stores.reviews.revisions(reviewId)).length + 1
  const { digest, document } = seal(profile)
  await stores.reviews.insertRevision({
    id: deps.newId(),
    reviewId,
    number,
    at: deps.now().toISOString(),
    digest,
    document,
  })
  return number
}

/** Takes a submission back, before a round has been opened or when the panel has sent it back. The draft stays as it is. */
export async function withdrawSubmission(deps: Deps, asker: Asker, reviewId: string): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'withdraw' },
    async (stores, held) => {
      // Who was proposed keeps the name that they were proposed by: otherwise an address would tell here whose it is.
      await stores.reviews.save(goTo(held.review, 'withdraw', 'withdrawn'))
      await logAct(deps, stores, asker, held, 'withdrawn')
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

import type { RemarkList, Role, SettleRemark } from '../../../schemas/types.ts'
import { coveredBy } from '../../domain/people/grants.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredRemark } from '../../storage/review-port.ts'
import type { Writers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { placeOf } from '../profile/find-profile.ts'
import { actInReview, logAct, type Case } from './find-review.ts'
import { findRemark, remarksFor } from './read-remarks.ts'
import { mailOnce, peopleBy } from './tell-people.ts'

type InReview = { readonly reviewId: string; readonly remarkId: string }

/**
 * Says what becomes of a remark, in a named role; its author is told. As long as the review is open it can be said anew, and
 * its author is told that too; saying the same again does nothing. Throws remark-not-found, amendment-not-found.
 */
export async function settleRemark(
  deps: Deps,
  asker: Asker,
  { reviewId, remarkId, ...settled }: SettleRemark & InReview,
): Promise<RemarkList> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'settle' },
    async (stores, held) => {
      const remark = await findRemark(stores, reviewId, remarkId)
      if (remark.withdrawnAt !== null) throw new ProblemError('remark-not-found')
      const amendments = await stores.reviews.amendments(reviewId)
      if (settled.amendmentId !== null && !amendments.some(({ id }) => id === settled.amendmentId))
        throw new ProblemError('amendment-not-found')
      await settle(deps, stores, asker, held, remark, settled)
    },
    (stores) => remarksFor(stores, asker, reviewId),
  )
}

/** The same, in the transaction of what it came of. */
export async function settle(
  deps: Deps,
  stores: Writers,
  asker: Asker,
  held: Case,
  remark: StoredRemark,
  { outcome, reason, amendmentId }: SettleRemark,
): Promise<void> {
  const former = remark.disposition
  const isSaid = former?.outcome === outcome && former.reason === reason && former.amendmentId === amendmentId
  if (isSaid) return
  const disposition = {
    outcome,
    reason,
    amendmentId,
    isChanged: former !== null,
    byRole: roleOf(asker, held),
    by: asker.personId,
    at: deps.now().toISOString(),
  }
  await stores.reviews.saveRemark({ ...remark, disposition })
  await logAct(deps, stores, asker, held, 'remark-settled', { about: remark.id })
  const author = held.members.find(({ id }) => id === remark.memberId)
  if (!author) return
  const about = { kind: 'remark-settled', about: held.review.id } as const
  for (const person of await peopleBy(stores, [author.personId]))
    await mailOnce(deps, stores, asker, person, about)
}

/** As what somebody settles: the first of these that they have there. */
function roleOf({ viewer }: Asker, { profile }: Case): Role {
  const roles = ['coordinator', 'editor', 'administrator'] as const
  return (
    roles.find((role) =>
      viewer.grants.some((grant) => grant.role === role && coveredBy(grant, placeOf(profile))),
    ) ?? 'coordinator'
  )
}

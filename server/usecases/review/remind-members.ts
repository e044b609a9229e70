import type { Review } from '../../../schemas/types.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeReview } from './describe-review.ts'
import { whoHasSomethingLeft } from './describe-tally.ts'
import { actInReview, logAct, memberIn } from './find-review.ts'
import { countPanel } from './load-panel.ts'
import { mailTo, peopleBy } from './tell-people.ts'

/** Reminds those by mail who have something left to answer, and nobody else. */
export async function remindMembers(deps: Deps, asker: Asker, reviewId: string): Promise<Review> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'handOver' },
    async (stores, held) => {
      const waiting = whoHasSomethingLeft(held, await countPanel(stores, held))
      const people = await peopleBy(
        stores,
        waiting.map(({ memberId }) => memberIn(held, memberId).personId),
      )
      await mailTo(deps, stores, asker, people, 'panel-reminder', reviewId)
      await logAct(deps, stores, asker, held, 'reminded')
    },
    (stores) => describeReview(deps, stores, asker, reviewId),
  )
}

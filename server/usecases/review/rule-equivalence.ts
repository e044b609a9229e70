import type { ReviewText, RuleEquivalence } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeText, readRewordings } from './describe-text.ts'
import { actInReview, findReview, logAct } from './find-review.ts'
import { loadText } from './load-panel.ts'

/**
 * Notes what the panel rules of a reworded demand: whether whoever met the former wording also meets this one. From that
 * follows the version. It holds of these words against those, and of no others. Throws words-unknown.
 */
export async function ruleEquivalence(
  deps: Deps,
  asker: Asker,
  { reviewId, ...ruling }: RuleEquivalence & { reviewId: string },
): Promise<ReviewText> {
  return actInReview(
    deps,
    asker,
    { reviewId, act: 'ruleEquivalence' },
    async (stores, held) => {
      const { text } = await loadText(stores, held)
      const { rewordings } = await readRewordings(stores, held, text)
      const reworded = rewordings.find(
        ({ itemId, formerHash, hash }) =>
          itemId === ruling.itemId && formerHash === ruling.formerHash && hash === ruling.hash,
      )
      // What was ruled when the panel decided stays as it was decided on.
      if (reworded?.ruling && held.review.status === 'approved') throw new ProblemError('review-stage')
      if (!reworded) throw new ProblemError('words-unknown', { itemId: ruling.itemId })
      await stores.reviews.saveEquivalence({ ...ruling, reviewId, at: deps.now().toISOString() })
      await logAct(deps, stores, asker, held, 'equivalence-ruled', {
        about: ruling.itemId,
        hash: ruling.hash,
      })
    },
    async (stores) => describeText(stores, await findReview(stores, asker, reviewId, 'readText')),
  )
}

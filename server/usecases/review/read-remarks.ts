import type { RemarkList } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import type { StoredRemark } from '../../storage/review-port.ts'
import type { Readers } from '../../storage/storage.ts'
import type { Asker, Deps } from '../deps.ts'
import { describeRemarks } from './describe-remarks.ts'
import { findReview } from './find-review.ts'
import { loadText } from './load-panel.ts'

/** The remarks that the asker may see. */
export async function listRemarks(deps: Deps, asker: Asker, reviewId: string): Promise<RemarkList> {
  return deps.storage.read(async (stores) => remarksFor(stores, asker, reviewId))
}

/** The same, in a transaction. Throws review-not-found. */
export async function remarksFor(stores: Readers, asker: Asker, reviewId: string): Promise<RemarkList> {
  const found = await findReview(stores, asker, reviewId, 'readText')
  return { items: await describeRemarks(stores, found, (await loadText(stores, found)).text) }
}

/** Throws remark-not-found. */
export async function findRemark(
  { reviews }: Pick<Readers, 'reviews'>,
  reviewId: string,
  remarkId: string,
): Promise<StoredRemark> {
  const remark = (await reviews.remarks(reviewId)).find(({ id }) => id === remarkId)
  if (!remark) throw new ProblemError('remark-not-found')
  return remark
}

import { ProblemError } from '../../problems.ts'
import type { Readers } from '../../storage/storage.ts'
import { unfinishedReview } from './find-review.ts'

/** What a panel has before it is neither published past it nor thrown away. Throws draft-in-review. */
export async function refuseInReview(
  stores: Pick<Readers, 'reviews'>,
  { id, slug }: { readonly id: string; readonly slug: string },
): Promise<void> {
  if (await unfinishedReview(stores, id)) throw new ProblemError('draft-in-review', { slug })
}

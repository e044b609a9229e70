import { isUnfinished } from '../../domain/review/acts.ts'
import { ProblemError } from '../../problems.ts'
import type { Readers } from '../../storage/storage.ts'

/** Whether a panel has the profile just now. */
async function isInReview({ reviews }: Pick<Readers, 'reviews'>, profileId: string): Promise<boolean> {
  return (await reviews.list(profileId)).some(({ status }) => isUnfinished(status))
}

/** What a panel has before it is neither published past it nor thrown away. Throws draft-in-review. */
export async function refuseInReview(
  stores: Pick<Readers, 'reviews'>,
  { id, slug }: { readonly id: string; readonly slug: string },
): Promise<void> {
  if (await isInReview(stores, id)) throw new ProblemError('draft-in-review', { slug })
}

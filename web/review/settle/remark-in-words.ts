import type { Remark, Review } from '../../../schemas/types.ts'
import { t } from '../../i18n/review.ts'
import { perspectiveNamed, perspectiveWithin } from '../seats.ts'

/** Whose remark it is: the name where it may be shown, and the perspective. */
export function authorOf(
  { author, perspective }: Pick<Remark, 'author' | 'perspective'>,
  review: Review,
): string {
  if (author === null || perspective === null) return author ?? perspectiveName(perspective, review)
  return `${author}, ${perspectiveWithin(review, perspective)}`
}

export function perspectiveName(id: string | null, review: Pick<Review, 'perspectives'>): string {
  return id === null ? t('settle.fromLeaders') : perspectiveNamed(review, id).name
}

/** A remark in one line, to choose it by. */
export function remarkName(remark: Remark, review: Review): string {
  const words = t('settle.quoted', { words: remark.text || (remark.proposal ?? '') })
  return `${authorOf(remark, review)}: ${words}`
}

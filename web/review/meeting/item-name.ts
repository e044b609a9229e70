import type { ReviewItem } from '../../../schemas/types.ts'
import { t } from '../../i18n/review.ts'

const LONGEST = 40

/** What an item is called where it is spoken of: kriterium 4.3 b. */
export function itemName({ kind, number, wording }: Pick<ReviewItem, 'kind' | 'number' | 'wording'>): string {
  switch (kind) {
    case 'outcome':
    case 'criterion':
      return t(`room.item.${kind}`, { number })
    case 'frame':
      return t('room.item.frame')
    case 'suitability':
    case 'word':
      return t(`room.item.${kind}`, {
        words: wording.length > LONGEST ? `${wording.slice(0, LONGEST - 2)} …` : wording,
      })
  }
}

import type { TemplateResult } from 'lit'
import type { LearningOutcome, MemberDesk, ReviewItem, Session } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'
import { icon } from '../../ui/icon.ts'

type Category = LearningOutcome['category']
/** What an installation calls the third category. */
export type Third = Session['settings']['thirdCategory']

export function categoryName(category: Category, third: Third): string {
  return t(category === 'responsibilityAutonomy' ? `category.${third}` : `category.${category}`)
}

export function categoryMark(category: Category, third: Third): TemplateResult {
  if (category !== 'responsibilityAutonomy') return icon(category, 'kind')
  return icon(third === 'competences' ? third : 'responsibility-autonomy', 'kind')
}

/** The category that an outcome or a criterion belongs to; null for what has none. */
export function categoryOf(
  { profile }: MemberDesk['text'],
  { itemId }: { readonly itemId: ReviewItem['id'] },
): Category | null {
  for (const { module } of profile.modules) {
    const found = module.outcomes.find(
      ({ id, criteria }) => id === itemId || criteria.some((criterion) => criterion.id === itemId),
    )
    if (found) return found.category
  }
  return null
}

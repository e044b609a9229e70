import type { Category } from '../../server/domain/profile/number-items.ts'
import { t } from '../i18n/localize.ts'

/** A category's name; the third is called what the installation has chosen. */
export function categoryName(category: Category, third: 'responsibilityAutonomy' | 'competences'): string {
  return t(category === 'responsibilityAutonomy' ? `category.${third}` : `category.${category}`)
}

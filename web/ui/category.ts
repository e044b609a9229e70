import type { TemplateResult } from 'lit'
import type { Session } from '../../schemas/types.ts'
import type { Category } from '../../server/domain/profile/number-items.ts'
import { t } from '../i18n/localize.ts'
import { icon } from './icon.ts'

/** What an installation calls the third category. */
type ThirdCategory = Session['settings']['thirdCategory']

/** A category's name; the third is called what the installation has chosen. */
export function categoryName(category: Category, third: ThirdCategory): string {
  return t(category === 'responsibilityAutonomy' ? `category.${third}` : `category.${category}`)
}

/** A category's mark, beside its name. */
export function kindIcon(category: Category, third: ThirdCategory): TemplateResult {
  if (category !== 'responsibilityAutonomy') return icon(category, 'kind')
  return icon(third === 'competences' ? third : 'responsibility-autonomy', 'kind')
}

import type { TemplateResult } from 'lit'
import type { CardKind, Session } from '../../schemas/types.ts'
import { t } from '../i18n/compile.ts'
import { categoryName, kindIcon } from '../ui/category.ts'
import { icon } from '../ui/icon.ts'

export type ThirdCategory = Session['settings']['thirdCategory']

/** The mark of what a card or a statement is about. */
export function kindMark(kind: CardKind, third: ThirdCategory): TemplateResult {
  return kind === 'suitability' ? icon('suitability', 'kind') : kindIcon(kind, third)
}

export function kindName(kind: CardKind, third: ThirdCategory): string {
  return kind === 'suitability' ? t('theme.suitability') : categoryName(kind, third)
}

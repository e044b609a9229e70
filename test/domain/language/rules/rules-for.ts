import { lintItem, type LintItem } from '../../../../server/domain/language/lint-item.ts'

/** The rules that say something about a criterion for skills at level 3, unless told otherwise. */
export function rulesFor(text: string, given: Partial<LintItem> = {}): string[] {
  const item: LintItem = { id: '', kind: 'criterion', category: 'skills', seqfLevel: 3, text, ...given }
  return lintItem(item).map(({ rule }) => rule)
}

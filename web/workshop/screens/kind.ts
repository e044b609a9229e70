import type { TemplateResult } from 'lit'
import type { CardKind, WorkshopState } from '../../../schemas/types.ts'
import { t } from '../../i18n/board.ts'
import { icon, namedIcon } from '../../ui/icon.ts'

type Third = WorkshopState['thirdCategory']

/** What a card of that kind is called: in short where space is, and the third as the installation calls it. */
export function kindName(kind: CardKind, third: Third): string {
  return t(kind === 'responsibilityAutonomy' && third === 'competences' ? 'kind.competences' : `kind.${kind}`)
}

/** A kind's mark beside its name. */
export function kindMark(kind: CardKind, third: Third): TemplateResult {
  return icon(markOf(kind, third), 'kind')
}

/** A kind's mark alone, in a list of cards. */
export function namedKindMark(kind: CardKind, third: Third): TemplateResult {
  return namedIcon(markOf(kind, third), kindName(kind, third), 'kind')
}

function markOf(kind: CardKind, third: Third): string {
  if (kind !== 'responsibilityAutonomy') return kind
  return third === 'competences' ? third : 'responsibility-autonomy'
}

import type { Finding } from '../../schemas/types.ts'
import { findItem, nextSiblingId, textOf } from '../../server/domain/profile/items.ts'
import { v7 } from 'uuid'
import { fire } from '../events.ts'
import { t } from '../i18n/localize.ts'
import type { EditorContext } from './editor-context.ts'

/** The number that a finding has in the margin and in the text: its place among those on the page. */
export function adviceNumber({ advice }: Pick<EditorContext, 'advice'>, finding: Finding): number {
  return [...advice.values()].flat().indexOf(finding) + 1
}

/** Does what the coach proposes: another wording, and for two things at once a new criterion after it. */
export function takeAdvice(
  host: HTMLElement,
  { profile }: EditorContext,
  { fix, rule, itemKind, itemId, field }: Finding,
): void {
  const found = findItem(profile, itemId)
  const [first, ...rest] = fix?.texts ?? []
  if (!found || first === undefined) return
  const because = { kind: 'took-advice', rule } as const
  const from = textOf(found.item, field)
  const fields = { [field]: { from, to: first } }
  fire(host, 'draft-edited', {
    command: { act: 'amend', itemKind, itemId, fields },
    because,
    undoable: t('coach.taken'),
  })
  if (found.kind !== 'criterion') return
  const place = { parentId: found.parentId, before: nextSiblingId(found) }
  for (const text of rest) {
    const item = { id: v7(), text, assessmentMethods: [...found.item.assessmentMethods] }
    fire(host, 'draft-edited', { command: { act: 'add', itemKind: 'criterion', item, place }, because })
  }
}

import type { Draft, EditResult, ModuleSource, Reason } from '../../schemas/types.ts'
import type { EditCommand } from '../../server/domain/profile/edit-draft.ts'
import type { ChildKind } from '../../server/domain/profile/items.ts'
import { ask } from './http-client.ts'

/** How each kind of item is called in addresses. */
const PLURAL: Record<ChildKind, string> = {
  module: 'modules',
  outcome: 'outcomes',
  criterion: 'criteria',
  suitability: 'suitability-items',
  word: 'words',
}

/** Kinds that stand under the profile itself; the address says that already. */
const UNDER_PROFILE: ReadonlySet<ChildKind> = new Set(['module', 'suitability', 'word'])

export function readDraft(slug: string): Promise<Draft> {
  return ask('GET', `/profiles/${slug}/draft`)
}

export function startDraft(slug: string, fromVersion?: string): Promise<Draft> {
  return ask('POST', `/profiles/${slug}/draft`, { body: fromVersion ? { fromVersion } : {} })
}

export function discardDraft(slug: string, revision: number): Promise<void> {
  return ask('DELETE', `/profiles/${slug}/draft`, { ifMatch: `"r${revision}"` })
}

/** Sends an edit. Sending the same again does no harm. */
export function sendEdit(slug: string, command: EditCommand, because?: Reason): Promise<EditResult> {
  const draft = `/profiles/${slug}/draft`
  const why = because ? { because } : {}
  if (command.act === 'amend' && command.itemKind === 'profile') {
    return ask('PATCH', draft, { body: { ...command.fields, ...why }, keepalive: true })
  }
  const kind = command.itemKind as ChildKind
  const list = `${draft}/${PLURAL[kind]}`
  switch (command.act) {
    case 'amend':
      return ask('PATCH', `${list}/${command.itemId}`, {
        body: { ...command.fields, ...why },
        keepalive: true,
      })
    case 'add': {
      const { parentId, before } = command.place
      const parent = UNDER_PROFILE.has(kind) ? {} : { parentId }
      return ask('POST', list, { body: { ...parent, before, item: command.item, ...why } })
    }
    case 'move':
      return ask('POST', `${list}/${command.itemId}/move`, { body: { ...command.place, ...why } })
    case 'remove':
      return ask('DELETE', `${list}/${command.itemId}${because?.kind === 'undid' ? '?undo=1' : ''}`)
  }
}

export function takeModule(
  slug: string,
  taken: {
    source: ModuleSource
    how: 'link' | 'copy'
    obligation: 'mandatory' | 'optional'
    before: string | null
  },
): Promise<EditResult> {
  return ask('POST', `/profiles/${slug}/draft/taken-modules`, { body: taken })
}

import type { OccupationalProfile } from '../../schemas/types.ts'
import { editDraft, type EditCommand } from '../../server/domain/profile/edit-draft.ts'
import type { PendingEdit } from './outbox.ts'

type Amend = Extract<EditCommand, { act: 'amend' }>

/** Two have written in the same field: what stands on the server, and what was written here. Both are kept until somebody chooses. */
export type Conflict = {
  readonly key: string
  readonly itemId: string
  readonly field: string
  readonly mine: unknown
  readonly theirs: unknown
}

/** An edit whose item, or the place it was to go to, is gone: what was written here has nowhere to stand. */
export type Stranded = { readonly key: string; readonly command: EditCommand; readonly reason: string }

export type View = {
  /** The draft as its editor sees it: what the server has, with the pending edits on top. */
  readonly profile: OccupationalProfile
  readonly conflicts: readonly Conflict[]
  readonly stranded: readonly Stranded[]
}

/** What an editor sees, from what the server has and what it has not answered for yet. Nothing of this is stored anywhere. */
export function deriveView(base: OccupationalProfile, pending: readonly PendingEdit[]): View {
  let profile = base
  const conflicts: Conflict[] = []
  const stranded: Stranded[] = []
  for (const { key, command } of pending) {
    const edited = editDraft(profile, command)
    if (edited.ok) {
      profile = edited.next
      continue
    }
    const { refusal } = edited
    if (refusal.code === 'wording-changed' && command.act === 'amend') {
      conflicts.push(...conflictsOf(key, command, refusal.current))
      const insisted = editDraft(profile, insist(command, refusal.current))
      if (insisted.ok) profile = insisted.next
    } else stranded.push({ key, command, reason: refusal.code })
  }
  return { profile, conflicts, stranded }
}

/** The same amendment, made by somebody who has seen what stands now. */
export function insist(command: Amend, current: Readonly<Record<string, unknown>>): Amend {
  const fields = Object.entries(command.fields).map(([field, swap]) => [
    field,
    field in current ? { ...swap, from: current[field] } : swap,
  ])
  return { ...command, fields: Object.fromEntries(fields) as Amend['fields'] }
}

function conflictsOf(
  key: string,
  { itemId, fields }: Amend,
  current: Readonly<Record<string, unknown>>,
): Conflict[] {
  return Object.entries(current).map(([field, theirs]) => ({
    key,
    itemId,
    field,
    mine: fields[field]?.to,
    theirs,
  }))
}

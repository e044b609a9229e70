import type { Change, OccupationalProfile } from '../../../schemas/types.ts'
import { findItem, PARENT_KIND, type Found } from './items.ts'
import { amending, placing, removing, withSiblings } from './siblings.ts'

/**
 * The profile after a change: how another browser follows an edit, and how the server carries one out.
 * Gives undefined when the change does not fit (the item or its place is not there): then read the draft afresh.
 * Law: the changes of an edit, applied in order to the draft they came from, give the edited draft.
 */
export function applyChange(profile: OccupationalProfile, change: Change): OccupationalProfile | undefined {
  const found = findItem(profile, change.itemId)
  switch (change.kind) {
    case 'item-added':
      return found || !fits(profile, change, change.place.parentId) ? undefined : put(profile, change)
    case 'item-removed':
      return found?.kind === change.itemKind ? take(profile, found) : undefined
    case 'item-moved':
      if (found?.kind !== change.itemKind || !fits(profile, change, change.to.parentId)) return undefined
      return put(take(profile, found), { ...change, item: found.item, place: change.to })
    case 'item-amended':
      if (found?.kind !== change.itemKind) return undefined
      if (found.kind === 'profile') return { ...profile, [change.field]: change.to }
      return withSiblings(
        profile,
        found.kind,
        found.parentId,
        amending(change.itemId, change.field, change.to),
      )
  }
}

/** The change that takes a change back. Law: applied after it, it gives the draft before it. */
export function invertChange(change: Change): Change {
  switch (change.kind) {
    case 'item-added':
      return { ...change, kind: 'item-removed' }
    case 'item-removed':
      return { ...change, kind: 'item-added' }
    case 'item-moved':
      return { ...change, from: change.to, to: change.from }
    case 'item-amended':
      return { ...change, from: change.to, to: change.from }
  }
}

type Added = Extract<Change, { kind: 'item-added' }>

function fits(
  profile: OccupationalProfile,
  { itemKind }: Pick<Added, 'itemKind'>,
  parentId: string,
): boolean {
  return findItem(profile, parentId)?.kind === PARENT_KIND[itemKind]
}

function put(
  profile: OccupationalProfile,
  { itemKind, item, place }: Pick<Added, 'itemKind' | 'item' | 'place'>,
) {
  return withSiblings(profile, itemKind, place.parentId, placing(item, place.before))
}

function take(profile: OccupationalProfile, { kind, item, parentId }: Found): OccupationalProfile {
  if (kind === 'profile') return profile
  return withSiblings(profile, kind, parentId, removing('module' in item ? item.module.id : item.id))
}

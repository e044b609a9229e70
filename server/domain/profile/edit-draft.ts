import type { Change, OccupationalProfile, Place } from '../../../schemas/types.ts'
import { applyChange } from './change.ts'
import {
  fieldOf,
  findItem,
  idOf,
  itemsOf,
  nextSiblingId,
  PARENT_KIND,
  type ChildKind,
  type Found,
  type Item,
  type ItemKind,
} from './items.ts'
import { sameValue } from './same-value.ts'

/**
 * What a person can do to a draft. Ids are given by whoever asks, so that asking twice does no harm;
 * `from` is the value that the editor saw: an edit never overwrites a wording that its author has not read.
 */
export type EditCommand =
  | { readonly act: 'amend'; readonly itemKind: ItemKind; readonly itemId: string; readonly fields: Swaps }
  | { readonly act: 'add'; readonly itemKind: ChildKind; readonly item: Item; readonly place: Place }
  | { readonly act: 'move'; readonly itemKind: ChildKind; readonly itemId: string; readonly place: Place }
  | { readonly act: 'remove'; readonly itemKind: ChildKind; readonly itemId: string }

export type Swaps = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>

export type EditRefusal =
  /** The item, or the place it was to go to, is no longer there. */
  | { readonly code: 'item-not-found'; readonly itemId: string }
  /** Somebody else was first. `current` holds the values that stand, by field. */
  | {
      readonly code: 'wording-changed'
      readonly itemId: string
      readonly current: Readonly<Record<string, unknown>>
    }
  /** The module belongs to another profile: it can be read here, moved and taken out, but not changed. */
  | { readonly code: 'module-linked'; readonly itemId: string; readonly ownedBy: string }
  /** Another item has that id. */
  | { readonly code: 'id-taken'; readonly itemId: string }
  | { readonly code: 'draft-too-large'; readonly limit: number }

export type Edited =
  | { readonly ok: true; readonly next: OccupationalProfile; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refusal: EditRefusal }

/** More items than any profile could need, and few enough for every screen and print to stay quick. */
export const MAX_ITEMS = 5000

/**
 * A command on a draft gives the next draft and what changed, or a refusal. An edit that has already been made
 * gives no changes: a browser that never heard the answer may send it again.
 */
export function editDraft(profile: OccupationalProfile, command: EditCommand): Edited {
  switch (command.act) {
    case 'amend':
      return amend(profile, command)
    case 'add':
      return add(profile, command)
    case 'move':
      return move(profile, command)
    case 'remove':
      return remove(profile, command)
  }
}

type Command<Act> = Extract<EditCommand, { act: Act }>

function amend(profile: OccupationalProfile, { itemKind, itemId, fields }: Command<'amend'>): Edited {
  const found = findItem(profile, itemId)
  if (found?.kind !== itemKind) return refuse({ code: 'item-not-found', itemId })
  const asked = Object.entries(fields).filter(([field, { to }]) => !sameValue(fieldOf(found.item, field), to))
  if (asked.some(([field]) => field !== 'obligation') && found.within?.linkedFrom) return refuseLinked(found)
  const overtaken = asked.filter(([field, { from }]) => !sameValue(fieldOf(found.item, field), from))
  if (overtaken.length > 0) {
    const current = Object.fromEntries(overtaken.map(([field]) => [field, fieldOf(found.item, field)]))
    return refuse({ code: 'wording-changed', itemId, current })
  }
  return accept(
    profile,
    asked.map(([field, { to }]) => ({
      kind: 'item-amended',
      itemKind,
      itemId,
      field,
      from: fieldOf(found.item, field) ?? null,
      to,
    })),
  )
}

function add(profile: OccupationalProfile, { itemKind, item, place }: Command<'add'>): Edited {
  const itemId = idOf(item)
  const there = findItem(profile, itemId)
  if (there)
    return there.kind === itemKind && sameValue(there.item, item)
      ? accept(profile, [])
      : refuse({ code: 'id-taken', itemId })
  const parent = findItem(profile, place.parentId)
  if (parent?.kind !== PARENT_KIND[itemKind])
    return refuse({ code: 'item-not-found', itemId: place.parentId })
  if (parent.within?.linkedFrom) return refuseLinked(parent)
  const known = [...itemsOf(profile)].map((found) => idOf(found.item))
  const incoming = idsWithin(itemKind, item)
  const ids = new Set([...known, ...incoming])
  if (ids.size < known.length + incoming.length) return refuse({ code: 'id-taken', itemId })
  if (ids.size > MAX_ITEMS) return refuse({ code: 'draft-too-large', limit: MAX_ITEMS })
  return accept(profile, [{ kind: 'item-added', itemKind, itemId, place, item }])
}

function move(profile: OccupationalProfile, { itemKind, itemId, place }: Command<'move'>): Edited {
  const found = findItem(profile, itemId)
  if (found?.kind !== itemKind) return refuse({ code: 'item-not-found', itemId })
  const parent = findItem(profile, place.parentId)
  if (parent?.kind !== PARENT_KIND[itemKind])
    return refuse({ code: 'item-not-found', itemId: place.parentId })
  if (itemKind !== 'module' && found.within?.linkedFrom) return refuseLinked(found)
  if (parent.within?.linkedFrom) return refuseLinked(parent)
  const from = { parentId: found.parentId, before: nextSiblingId(found) }
  if (place.before === itemId || sameValue(from, place)) return accept(profile, [])
  return accept(profile, [{ kind: 'item-moved', itemKind, itemId, from, to: place }])
}

function remove(profile: OccupationalProfile, { itemKind, itemId }: Command<'remove'>): Edited {
  const found = findItem(profile, itemId)
  if (!found) return accept(profile, [])
  if (found.kind !== itemKind) return refuse({ code: 'item-not-found', itemId })
  if (itemKind !== 'module' && found.within?.linkedFrom) return refuseLinked(found)
  const place = { parentId: found.parentId, before: nextSiblingId(found) }
  return accept(profile, [{ kind: 'item-removed', itemKind, itemId, place, item: found.item }])
}

function accept(profile: OccupationalProfile, changes: readonly Change[]): Edited {
  return { ok: true, next: changes.reduce(carryOut, profile), changes }
}

/** A change that does not fit must not be logged and announced as if it had been made. */
function carryOut(profile: OccupationalProfile, change: Change): OccupationalProfile {
  const next = applyChange(profile, change)
  if (!next) throw new Error(`a change that was let through does not fit: ${change.kind} ${change.itemId}`)
  return next
}

function refuse(refusal: EditRefusal): Edited {
  return { ok: false, refusal }
}

function refuseLinked({ item, within }: Found): Edited {
  return refuse({ code: 'module-linked', itemId: idOf(item), ownedBy: within?.linkedFrom?.profileSlug ?? '' })
}

function idsWithin(kind: ChildKind, item: Item): string[] {
  if (kind === 'module' && 'module' in item) {
    return [item.module.id, ...item.module.outcomes.flatMap((outcome) => idsWithin('outcome', outcome))]
  }
  return [idOf(item), ...('criteria' in item ? item.criteria.map(idOf) : [])]
}

import type { Module, OccupationalProfile, Place } from '../../schemas/types.ts'
import {
  findItem,
  idOf,
  nextSiblingId,
  type ChildKind,
  type Found,
} from '../../server/domain/profile/items.ts'
import { groupOutcomes } from '../../server/domain/profile/number-items.ts'

/**
 * Where an item goes when it is moved one step up or down, as it stands on the screen; undefined at the end of the
 * way. Outcomes stay within their category, criteria go on into the outcome before or after.
 */
export function stepFrom(profile: OccupationalProfile, itemId: string, step: -1 | 1): Place | undefined {
  const found = findItem(profile, itemId)
  if (!found || found.kind === 'profile') return undefined
  const row = rowOf(found)
  const at = row.indexOf(itemId)
  const next = row[at + step]
  if (next !== undefined) return { parentId: found.parentId, before: step < 0 ? next : after(profile, next) }
  return found.kind === 'criterion' ? intoNeighbour(found, step) : undefined
}

/** Ids in the order they are shown in: outcomes by category. */
function rowOf(found: Found): string[] {
  if (found.kind !== 'outcome') return found.siblings.map(idOf)
  const { category } = found.item
  return found.siblings.filter((outcome) => outcome.category === category).map(idOf)
}

function after(profile: OccupationalProfile, siblingId: string): string | null {
  const sibling = findItem(profile, siblingId)
  return sibling ? nextSiblingId(sibling) : null
}

function intoNeighbour({ within, parentId }: Found, step: -1 | 1): Place | undefined {
  if (!within) return undefined
  const outcomes = outcomesInOrder(within.module)
  const neighbour = outcomes[outcomes.findIndex(({ id }) => id === parentId) + step]
  if (!neighbour) return undefined
  return { parentId: neighbour.id, before: step < 0 ? null : (neighbour.criteria[0]?.id ?? null) }
}

export function outcomesInOrder(module: Module) {
  return groupOutcomes(module).flatMap(({ outcomes }) => outcomes)
}

/** Where an item lands that is dropped on another: before it, or after it, among its siblings. */
export function dropPlace(
  profile: OccupationalProfile,
  kind: ChildKind,
  onId: string,
  half: 'before' | 'after',
): Place | undefined {
  const target = findItem(profile, onId)
  if (!target) return undefined
  // A criterion that is dropped on an outcome's own words becomes its first.
  if (kind === 'criterion' && target.kind === 'outcome') {
    return { parentId: onId, before: target.item.criteria[0]?.id ?? null }
  }
  if (target.kind !== kind) return undefined
  return { parentId: target.parentId, before: half === 'before' ? onId : nextSiblingId(target) }
}

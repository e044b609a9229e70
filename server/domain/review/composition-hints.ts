import type { CompositionHint, PanelMember } from '../../../schemas/types.ts'

type Place = Pick<PanelMember, 'part' | 'perspective' | 'organisation'>

/** How large a panel should be, and which perspectives it should have, in order. */
export type CompositionAim = {
  readonly smallest: number
  readonly largest: number
  readonly perspectives: readonly string[]
}

/** Bodies that are one organisation: that their members come from the same is no news. */
const ONE_BODY = new Set(['tradesBoard', 'publicEmploymentService'])

/** Below this, whoever is there dominates. */
const FEWEST_TO_DOMINATE = 3

/**
 * What an adviser would say of a panel; none of it stops anything. Observers are not counted.
 *
 * | code                  | when                                                              | count, limit             |
 * |-----------------------|-------------------------------------------------------------------|--------------------------|
 * | too-few, too-many     | it has fewer or more members than it should                       | members, what it should  |
 * | perspective-missing   | no member of a perspective that it should have                    | 0, 1                     |
 * | perspective-alone     | one member, and no substitute who could stand in                  | 1, 2                     |
 * | perspective-dominates | more than half of all members                                     | members, half of all     |
 * | one-organisation      | several members, all from the same organisation, not one body     | 1, 2                     |
 * | no-substitute         | there are members, and not one substitute                         | 0, 1                     |
 */
export function compositionHints(places: readonly Place[], aim: CompositionAim): CompositionHint[] {
  const members = places.filter(({ part }) => part === 'member')
  const substitutes = places.filter(({ part }) => part === 'substitute')
  const found = new Set([...aim.perspectives, ...members.map(({ perspective }) => perspective)])
  const size = members.length
  return [
    ...hint(size < aim.smallest, 'too-few', null, size, aim.smallest),
    ...hint(size > aim.largest, 'too-many', null, size, aim.largest),
    ...[...found].flatMap((perspective) => hintsOn(perspective, members, substitutes)),
    ...hint(size > 0 && substitutes.length === 0, 'no-substitute', null, 0, 1),
  ]
}

function hintsOn(
  perspective: string,
  members: readonly Place[],
  substitutes: readonly Place[],
): CompositionHint[] {
  const its = members.filter((member) => member.perspective === perspective)
  const others = substitutes.filter((substitute) => substitute.perspective === perspective)
  const half = Math.floor(members.length / 2)
  const isAlone = its.length === 1 && others.length === 0
  const dominates = members.length >= FEWEST_TO_DOMINATE && its.length > half
  const isOneSided = its.length > 1 && !ONE_BODY.has(perspective) && areFromOne(its)
  return [
    ...hint(its.length === 0, 'perspective-missing', perspective, 0, 1),
    ...hint(isAlone, 'perspective-alone', perspective, 1, 2),
    ...hint(dominates, 'perspective-dominates', perspective, its.length, half),
    ...hint(isOneSided, 'one-organisation', perspective, 1, 2),
  ]
}

/** One whose organisation is not known may come from another. */
function areFromOne(members: readonly Place[]): boolean {
  const organisations = members.map(({ organisation }) => organisation.trim().toLocaleLowerCase('sv'))
  return !organisations.includes('') && new Set(organisations).size === 1
}

function hint(
  isSo: boolean,
  code: CompositionHint['code'],
  perspective: string | null,
  count: number,
  limit: number,
): CompositionHint[] {
  return isSo ? [{ code, perspective, count, limit }] : []
}

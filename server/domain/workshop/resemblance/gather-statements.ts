import type { CardKind, Statement } from '../../../../schemas/types.ts'
import { alikePairs } from './alike-pairs.ts'
import { gather } from './gather.ts'
import type { Meaning, MeaningReader } from './read-meaning.ts'

/**
 * What is so much alike says nearly the same: three words in five, weighed. The table of pairs in the tests is what it
 * was set by: the unlike pair that comes nearest has 59, the like pair that is furthest off 62.
 */
export const NEARLY_THE_SAME = 0.6
/** In a row of several, two may be a little less alike, if all are near enough on an average. */
const LEAST_IN_A_ROW = 0.5
/** A group that wrote two sentences meant two things, unless they are really alike. */
const WITHIN_A_GROUP = 0.8

type Unit = { readonly meaning: Meaning; readonly places: number[]; readonly groups: Set<number> }

/**
 * Puts statements that say nearly the same together, never those of different kinds. Each statement stands once; the
 * gatherings come by their first statement, and the statements of each as they were given.
 */
export function gatherStatements(statements: readonly Statement[], read: MeaningReader): Statement[][] {
  // What means exactly the same is one: then sixty groups that write the same are compared once.
  const kinds = new Map<CardKind, Map<string, Unit>>()
  statements.forEach(({ kind, text, groupNumber }, at) => {
    const meaning = read(text)
    const units = kinds.get(kind) ?? new Map<string, Unit>()
    const unit = units.get(meaning.signature) ?? { meaning, places: [], groups: new Set() }
    unit.places.push(at)
    unit.groups.add(groupNumber)
    kinds.set(kind, units.set(meaning.signature, unit))
  })
  return [...kinds.values()]
    .flatMap((units) => gatherUnits([...units.values()]))
    .map((places) => places.sort((one, other) => one - other))
    .sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))
    .map((places) => places.flatMap((at) => statements[at] ?? []))
}

function gatherUnits(units: readonly Unit[]): number[][] {
  const pairs = alikePairs(
    units.map(({ meaning }) => meaning),
    LEAST_IN_A_ROW,
  ).filter(({ one, other, alike }) => alike >= WITHIN_A_GROUP || !shareGroup(units[one], units[other]))
  const sizes = units.map(({ places }) => places.length)
  return gather(sizes, pairs, NEARLY_THE_SAME).map((gathered) =>
    gathered.flatMap((at) => units[at]?.places ?? []),
  )
}

function shareGroup(one: Unit | undefined, other: Unit | undefined): boolean {
  return [...(one?.groups ?? [])].some((group) => other?.groups.has(group))
}

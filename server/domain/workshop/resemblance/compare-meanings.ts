import type { Meaning, Weighed } from './read-meaning.ts'

/** "Före" against "efter": however alike they are otherwise, they are not the same. */
const OPPOSED = 0.5

/**
 * How much two texts say the same, from 0 to 1: the share of what both weigh that has its like in the other (Dice). The
 * order of the two does not matter.
 */
export function alikeness(one: Meaning, other: Meaning): number {
  if (one.signature === other.signature) return 1
  if (one.total === 0 || other.total === 0) return 0
  const alike = (covered(one, other) + covered(other, one)) / (one.total + other.total)
  return areOpposed(one, other) ? alike * OPPOSED : alike
}

function covered(one: Meaning, other: Meaning): number {
  let sum = 0
  for (const idea of one.ideas.values()) sum += idea.weight * coverOf(idea, one, other)
  return sum
}

/** How much of an idea of one text stands in another: all of it, or what a compound shares with its part. */
export function coverOf(idea: Weighed, one: Meaning, other: Meaning): number {
  if (other.ideas.has(idea.key)) return 1
  let asPart = 0
  for (const compound of other.ideas.values()) {
    const share = compound.parts.get(idea.key)?.share ?? 0
    // "Rutiner för hygien" says all that "hygienrutiner" says, and is therefore covered by it.
    if (share > asPart) asPart = sharedParts(compound, one) >= 1 ? 1 : share
  }
  return Math.max(asPart, sharedParts(idea, other))
}

/** How much of a compound another text says with the words it may be made of. */
function sharedParts({ parts }: Weighed, other: Meaning): number {
  if (parts.size === 0) return 0
  let first = 0
  let last = 0
  for (const key of other.ideas.keys()) {
    const part = parts.get(key)
    if (part?.last) last = part.share
    else if (part) first = part.share
  }
  return first + last
}

function areOpposed(one: Meaning, other: Meaning): boolean {
  if (one.negated !== other.negated) return true
  for (const [pair, side] of one.sides) {
    if ((side | (other.sides.get(pair) ?? side)) === 3 && side !== 3 && other.sides.get(pair) !== 3)
      return true
  }
  return false
}

import type { Pair } from './alike-pairs.ts'

/**
 * Puts together what is alike: the two most alike gatherings first, as long as their members are so much alike on an
 * average. What is no pair never comes together, whatever else would join them, so that a chain of small likenesses
 * does not end in something unlike its beginning. Of equals the earlier come first.
 *
 * @param sizes how many each counts for
 * @returns places, each once; the gatherings by their first, and each in order
 */
export function gather(sizes: readonly number[], pairs: readonly Pair[], atLeast: number): number[][] {
  const gatherings = linked(sizes.length, pairs).flatMap((places) =>
    places.length === 1 ? [places] : gatherLinked(places, sizes, pairs, atLeast),
  )
  return gatherings.sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))
}

/** Those that pairs hold together in any way; the pairs of one are none of another's. */
function linked(count: number, pairs: readonly Pair[]): number[][] {
  const parents = Array.from({ length: count }, (_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parents[root] !== root) root = parents[root] ?? root
    parents[at] = root
    return root
  }
  for (const { one, other } of pairs) {
    const [a, b] = [rootOf(one), rootOf(other)]
    parents[Math.max(a, b)] = Math.min(a, b)
  }
  const byRoot = new Map<number, number[]>()
  parents.forEach((_, at) => {
    const root = rootOf(at)
    const places = byRoot.get(root)
    if (places) places.push(at)
    else byRoot.set(root, [at])
  })
  return [...byRoot.values()]
}

const NEVER = -1
const HAIR = 1e-9

/** Average linkage over the likeness of each with each; the likeness to a gathering is kept in its first one's row. */
function gatherLinked(
  places: readonly number[],
  sizes: readonly number[],
  pairs: readonly Pair[],
  atLeast: number,
): number[][] {
  const count = places.length
  const alike = likenessTable(places, pairs)
  const members = places.map((place) => [place])
  const weights = places.map((place) => sizes[place] ?? 1)
  const standing = places.map((_, at) => at)
  const nearest = places.map((_, at) => nearestOf(at, standing, alike, count))
  for (;;) {
    let best: number | undefined
    for (const at of standing) {
      if (
        best === undefined ||
        likenessAt(alike, count, at, nearest[at]) > likenessAt(alike, count, best, nearest[best])
      ) {
        best = at
      }
    }
    const other = best === undefined ? undefined : nearest[best]
    if (best === undefined || other === undefined) break
    if (likenessAt(alike, count, best, other) < atLeast - HAIR) break
    const [into, from] = best < other ? [best, other] : [other, best]
    standing.splice(standing.indexOf(from), 1)
    join(alike, count, standing, into, from, weights)
    members[into] = [...(members[into] ?? []), ...(members[from] ?? [])]
    for (const at of standing) {
      const was = nearest[at]
      if (at === into || was === into || was === from) nearest[at] = nearestOf(at, standing, alike, count)
      else if (likenessAt(alike, count, at, into) > likenessAt(alike, count, at, was)) nearest[at] = into
    }
  }
  return standing.map((at) => (members[at] ?? []).sort((one, two) => one - two))
}

function likenessTable(places: readonly number[], pairs: readonly Pair[]): Float64Array {
  const count = places.length
  const table = new Float64Array(count * count).fill(NEVER)
  const at = new Map(places.map((place, index) => [place, index]))
  for (const { one, other, alike } of pairs) {
    const [a, b] = [at.get(one), at.get(other)]
    if (a === undefined || b === undefined) continue
    table[a * count + b] = alike
    table[b * count + a] = alike
  }
  return table
}

function likenessAt(alike: Float64Array, count: number, one: number, other: number | undefined): number {
  return other === undefined ? NEVER : (alike[one * count + other] ?? NEVER)
}

function nearestOf(
  at: number,
  standing: readonly number[],
  alike: Float64Array,
  count: number,
): number | undefined {
  let nearest: number | undefined
  let most = NEVER
  for (const other of standing) {
    const each = other === at ? NEVER : likenessAt(alike, count, at, other)
    if (each > most) {
      most = each
      nearest = other
    }
  }
  return nearest
}

/** What is never to stand with one of two is never to stand with both. */
function join(
  alike: Float64Array,
  count: number,
  standing: readonly number[],
  into: number,
  from: number,
  weights: number[],
): void {
  const [a, b] = [weights[into] ?? 1, weights[from] ?? 1]
  weights[into] = a + b
  for (const other of standing) {
    if (other === into) continue
    const [one, two] = [likenessAt(alike, count, other, into), likenessAt(alike, count, other, from)]
    const mean = one === NEVER || two === NEVER ? NEVER : (a * one + b * two) / (a + b)
    alike[other * count + into] = mean
    alike[into * count + other] = mean
  }
}

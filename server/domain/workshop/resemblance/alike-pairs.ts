import { alikeness } from './compare-meanings.ts'
import type { Meaning } from './read-meaning.ts'
import { FULL } from './thesaurus.ts'

/** Two of many, by their places in the list, the earlier first. */
export type Pair = { readonly one: number; readonly other: number; readonly alike: number }

/** The limit is met also where adding up in another order comes out a hair below it. */
const HAIR = 1e-9

/**
 * All pairs that are at least so much alike, as comparing each with each finds them; but only those are compared that
 * share enough words to come into question.
 */
export function alikePairs(meanings: readonly Meaning[], atLeast: number): Pair[] {
  const byKey = new Map<string, number[]>()
  const byPart = new Map<string, number[]>()
  const pairs: Pair[] = []
  // By place: the most that both may share, as weight in both texts.
  const most = new Float64Array(meanings.length)
  meanings.forEach((meaning, at) => {
    const candidates = new Set<number>()
    const meet = (
      others: readonly number[] | undefined,
      weight: number,
      theirs: (other: Meaning) => number,
    ) => {
      for (const other of others ?? []) {
        const met = meanings[other]
        if (!met) continue
        candidates.add(other)
        most[other] = (most[other] ?? 0) + weight + theirs(met)
      }
    }
    for (const { key, weight, parts } of meaning.ideas.values()) {
      meet(byKey.get(key), weight, (other) => other.ideas.get(key)?.weight ?? 0)
      meet(byPart.get(key), weight, () => FULL)
      for (const part of parts.keys())
        meet(byKey.get(part), weight, (other) => other.ideas.get(part)?.weight ?? 0)
    }
    for (const other of candidates) {
      const theirs = meanings[other]
      const bound = (most[other] ?? 0) / (meaning.total + (theirs?.total ?? 0))
      most[other] = 0
      if (!theirs || bound < atLeast - HAIR) continue
      const alike = alikeness(theirs, meaning)
      if (alike >= atLeast - HAIR) pairs.push({ one: other, other: at, alike })
    }
    enter(meaning, at, byKey, byPart)
  })
  return pairs
}

function enter(
  { ideas }: Meaning,
  at: number,
  byKey: Map<string, number[]>,
  byPart: Map<string, number[]>,
): void {
  const note = (map: Map<string, number[]>, key: string) => {
    const places = map.get(key)
    if (places === undefined) map.set(key, [at])
    else places.push(at)
  }
  for (const { key, parts } of ideas.values()) {
    note(byKey, key)
    // Once for each compound that has it, since each may be covered by it.
    for (const part of parts.keys()) note(byPart, part)
  }
}

import { keyOfPart, SHORT_FIRST_PARTS } from './thesaurus.ts'

/** What a longer word may have in common with a shorter one, and how much of it that is. */
export type Part = { readonly share: number; readonly last: boolean }

/** By key. */
export type Parts = ReadonlyMap<string, Part>

export const NO_PARTS: Parts = new Map()

/** A duschstol is a stol before it is anything with a dusch. */
const LAST = 0.6
const FIRST = 1 - LAST
const SHORTEST_PART = 4
const SHORTEST_REST = 3

/**
 * The parts that a stem may be a compound of, without any list of words: each end of it that is long enough. Those
 * that are no words ("lstol") do no harm, since no text has them.
 */
export function compoundParts(stem: string): Parts {
  const parts = new Map<string, Part>()
  for (let cut = SHORTEST_REST; cut <= stem.length - SHORTEST_REST; cut += 1) {
    const first = stem.slice(0, cut)
    const last = stem.slice(cut)
    if (first.length >= SHORTEST_PART || SHORT_FIRST_PARTS.has(first)) {
      parts.set(keyOfPart(first), { share: FIRST, last: false })
    }
    if (last.length >= SHORTEST_PART) parts.set(keyOfPart(last), { share: LAST, last: true })
  }
  return parts
}

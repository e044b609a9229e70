/**
 * The indexes of the longest row of numbers that rise: what has kept its place, when some have been moved among others.
 * Undefined is none of them.
 */
export function longestInOrder(numbers: readonly (number | undefined)[]): ReadonlySet<number> {
  /** For each length the index at which the row of that length ends lowest. */
  const ends: number[] = []
  const before: (number | undefined)[] = []
  numbers.forEach((number, at) => {
    if (number === undefined) return
    let length = ends.length
    while (length > 0 && (numbers[ends[length - 1] ?? 0] ?? 0) >= number) length -= 1
    before[at] = ends[length - 1]
    ends[length] = at
  })
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at)
  return kept
}

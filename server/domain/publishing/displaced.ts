/**
 * The ids that stand elsewhere than before: in another list, or among the fewest that must be lifted out of a list
 * for the rest to stand in their former order. So when one item is dragged past ten, one has moved and not eleven.
 */
export function displaced(
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const formerPlace = new Map(
    [...before].flatMap(([list, ids]) => ids.map((id, index) => [id, { list, index }])),
  )
  const moved = new Set<string>()
  for (const [list, ids] of after) {
    const known = ids.filter((id) => formerPlace.has(id))
    const stayed = known.filter((id) => formerPlace.get(id)?.list === list)
    for (const id of known) if (formerPlace.get(id)?.list !== list) moved.add(id)
    const kept = longestIncreasing(stayed, (id) => formerPlace.get(id)?.index ?? 0)
    for (const id of stayed) if (!kept.has(id)) moved.add(id)
  }
  return moved
}

/** The longest subsequence that rises (patience sorting, n log n). */
function longestIncreasing(ids: readonly string[], place: (id: string) => number): ReadonlySet<string> {
  const tails: string[] = []
  const previous = new Map<string, string | undefined>()
  for (const id of ids) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (place(tails[middle] as string) < place(id)) low = middle + 1
      else high = middle
    }
    previous.set(id, tails[low - 1])
    tails[low] = id
  }
  const kept = new Set<string>()
  for (let id = tails.at(-1); id !== undefined; id = previous.get(id)) kept.add(id)
  return kept
}

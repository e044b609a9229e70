/** Work that is timed: a round gives its milliseconds, or is timed by whoever runs it. */
type Work = () => unknown

/**
 * Runs every piece of work in turn, round after round, and gives each one's milliseconds: what else the machine does
 * meanwhile falls on all of them alike. `warmUp` rounds are run and not counted.
 */
export async function interleave<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { rounds, warmUp = 2 }: { rounds: number; warmUp?: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      await clearAway()
      const start = performance.now()
      await works[name]()
      if (round >= 0) times[name].push(performance.now() - start)
    }
  }
  return times
}

/** What the former work left behind is not the next one's to clear: `run.ts` starts Node so that it can be asked to. */
export async function clearAway(): Promise<void> {
  await new Promise(setImmediate)
  globalThis.gc?.({ type: 'minor' })
}

/** The median of what one took against what the other took in the same round. */
export function medianRatio(these: readonly number[], those: readonly number[]): number {
  return median(these.map((value, round) => value / (those[round] ?? Number.NaN)))
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** @param share 0 for the least, 1 for the most */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

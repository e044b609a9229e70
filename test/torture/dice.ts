/** Chance that can be had again: the same seed throws the same numbers. */
export type Dice = {
  /** From 0 up to, and without, 1. */
  readonly roll: () => number
  /** A whole number below `sides`. */
  readonly below: (sides: number) => number
  readonly pick: <T>(from: readonly T[]) => T
}

/** Mulberry32: small, and random enough for moments to kill at. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (sides: number) => Math.floor(roll() * sides)
  return { roll, below, pick: (from) => from[below(from.length)]! }
}

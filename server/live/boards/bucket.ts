/** A measure that fills by itself: so much at once, and so much in the long run. */
export type Bucket = { readonly take: (amount: number) => boolean }

export function openBucket(
  { atOnce, perSecond }: { atOnce: number; perSecond: number },
  clock: () => number = () => performance.now(),
): Bucket {
  let left = atOnce
  let filledAt = clock()
  return {
    take(amount) {
      const at = clock()
      left = Math.min(atOnce, left + ((at - filledAt) / 1000) * perSecond)
      filledAt = at
      left -= amount
      return left >= 0
    },
  }
}

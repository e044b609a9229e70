/** A piece of a line that is never parted: its width, the space before it, and what it grows by at a line's end. */
export type Unit = { readonly width: number; readonly gap: number; readonly hyphen: number }

/** Shares of the measure, squared, that a line may be left open to avoid the fault. */
const LONELY_WORD = 0.3
const SHORT_LAST_LINE = 0.03
const HYPHEN = 0.1
/** Each line costs a little, so that a text takes no more lines than it must. */
const LINE = 0.01

/**
 * Where the lines of a paragraph end, as indexes after their last units: the setting with the evenest right edge,
 * in which the last line does not hold a single word if that can be helped. `balanced` evens the last line too, as
 * in headings. A unit wider than the measure stands alone on its line.
 */
export function breakLines(units: readonly Unit[], measure: number, balanced = false): number[] {
  const count = units.length
  if (onOneLine(units, measure)) return count > 0 ? [count] : []
  const { cost, next } = scratchFor(count)
  cost[count] = 0
  for (let start = count - 1; start >= 0; start--) {
    let width = 0
    cost[start] = Number.POSITIVE_INFINITY
    for (let end = start; end < count; end++) {
      const { width: own, gap, hyphen } = units[end] as Unit
      width += end > start ? gap + own : own
      if (end > start && width > measure) break
      const open = Math.max(0, measure - width - hyphen) / measure
      const total =
        lineCost(open, end + 1 === count, end === start && start > 0, balanced) + (cost[end + 1] ?? 0)
      const hyphened = hyphen > 0 ? total + HYPHEN : total
      const tooWide = end > start && width + hyphen > measure
      if (!tooWide && hyphened < (cost[start] ?? 0)) {
        cost[start] = hyphened
        next[start] = end + 1
      }
    }
  }
  const ends: number[] = []
  for (let at = 0; at < count; at = next[at] ?? count) ends.push(next[at] ?? count)
  return ends
}

/** Kept from one paragraph to the next: short-lived arrays are most of what a small computation costs. */
let scratch = { cost: new Float64Array(256), next: new Int32Array(256) }

function scratchFor(count: number): typeof scratch {
  if (scratch.cost.length <= count) {
    scratch = { cost: new Float64Array(count * 2), next: new Int32Array(count * 2) }
  }
  return scratch
}

function onOneLine(units: readonly Unit[], measure: number): boolean {
  let width = 0
  for (const unit of units) width += unit.gap + unit.width
  return width <= measure
}

function lineCost(open: number, last: boolean, lonely: boolean, balanced: boolean): number {
  if (!last) return LINE + open * open
  const fault = lonely ? LONELY_WORD : open > 0.85 ? SHORT_LAST_LINE : 0
  return LINE + fault + (balanced ? open * open : 0)
}

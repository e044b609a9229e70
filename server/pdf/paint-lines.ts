import { AREA, mm } from './measures.ts'
import type { Page } from './page.ts'
import type { Paper } from './print-job.ts'
import { OCHRE_TEXT, rise, type Style } from './styles.ts'
import { tag, type Tag } from './tagged.ts'
import { setLines, widthOf, type Line } from './type/set-lines.ts'

/** Paints lines from a height on, for pages whose places are fixed; gives the height where they end. */
export function paintLines(
  page: Page,
  of: Tag,
  lines: readonly Line[],
  style: Style,
  x: number,
  top: number,
): number {
  lines.forEach((line, at) => page.tagged(of).line(line, x, top + at * style.leading + rise(style)))
  return top + lines.length * style.leading
}

/** The largest of some sizes, given from the largest down, in which a heading keeps within a height. */
export function largestLines(
  text: string,
  sizes: readonly Style[],
  width: number,
  height: number,
): [Style, Line[]] {
  for (const [at, style] of sizes.entries()) {
    const lines = setLines([{ text, style }], width, { balanced: true, softHyphens: true })
    if (lines.length * style.leading <= height || at === sizes.length - 1) return [style, lines]
  }
  return [sizes[0] as Style, []]
}

/** A framed word on the left edge, and beside it the sentence that says what it means; gives where they end. */
export function paintStamp(
  { styles }: Paper,
  page: Page,
  sect: Tag,
  word: string,
  sentence: string,
  top: number,
): number {
  const width = widthOf(word, styles.stamp)
  const baseline = top + rise(styles.fact)
  const paragraph = tag('P', sect)
  page.decoration().frame(AREA.left, baseline - 9.3, width + 11, 13, 1, OCHRE_TEXT)
  for (const line of setLines([{ text: word, style: styles.stamp }], mm(60))) {
    page.tagged(paragraph).line(line, AREA.left + 5.5, baseline)
  }
  const x = AREA.left + width + 11 + mm(2.5)
  const lines = setLines([{ text: sentence, style: styles.fact }], AREA.right - x)
  return paintLines(page, paragraph, lines, styles.fact, x, top)
}

import type { Row, Strip } from './flow.ts'
import type { Column } from './measures.ts'
import type { Page } from './page.ts'
import { OCHRE_TINT, QUIET, rise, type Style } from './styles.ts'
import type { Tag } from './tagged.ts'
import { setLines, type Line, type Run } from './type/set-lines.ts'

/** A run of text with an element of its own, in another language, or of struck or new words. */
export type MarkedRun = Run & { readonly tag?: Tag; readonly lang?: string; readonly change?: 'del' | 'ins' }

/** A few words on the first line of a text, in another column: a number, a letter, a bullet. */
export type Label = { readonly tag: Tag; readonly text: string; readonly style: Style; readonly x: number }

type TextRows = {
  readonly tag: Tag
  readonly text: string | readonly MarkedRun[]
  readonly style: Style
  readonly column: Column
  readonly before?: number
  /** Its last lines stay on the page of what follows. */
  readonly keep?: boolean
  readonly label?: Label
  readonly note?: Strip | undefined
  /** Painted with the first line, behind it or beside it. */
  readonly beside?: ((page: Page, y: number) => void) | undefined
  readonly heading?: boolean
}

/**
 * A text as rows. Short texts are one row; of longer ones neither the first nor the last line stands alone on a page.
 */
export function textRows(of: TextRows): Row[] {
  const { style, column, label, note } = of
  const runs: readonly MarkedRun[] = typeof of.text === 'string' ? [{ text: of.text, style }] : of.text
  const lines = setLines(runs, column.width, {
    balanced: of.heading === true,
    softHyphens: of.heading === true,
  })
  const labelLine = label && setLines([{ text: label.text, style: label.style }], column.width)[0]
  const groups = linesTogether(lines)
  return groups.map((group, index): Row => ({
    before: index === 0 ? (of.before ?? 0) : 0,
    height: group.length * style.leading,
    keep: index < groups.length - 1 ? of.heading === true : (of.keep ?? false),
    ...(index === 0 && note && { note }),
    paint: (page, y) => {
      if (index === 0) of.beside?.(page, y)
      if (index === 0 && label && labelLine) page.tagged(label.tag).line(labelLine, label.x, y + rise(style))
      group.forEach((line, at) =>
        paintLine(page, of.tag, line, column.x, y + at * style.leading + rise(style)),
      )
    },
  }))
}

const SHORT = 4

/** Lines that are not parted: all of a short text, and the first two and last two of a longer one. */
function linesTogether<L>(lines: readonly L[]): L[][] {
  if (lines.length === 0) return []
  if (lines.length <= SHORT) return [[...lines]]
  return [lines.slice(0, 2), ...lines.slice(2, -2).map((line) => [line]), lines.slice(-2)]
}

/** A line whose runs may have elements of their own, and struck or new words. */
export function paintLine(page: Page, of: Tag, line: Line<MarkedRun>, x: number, baseline: number): void {
  for (const fragment of line.fragments) {
    const { run } = fragment
    if (run.change) paintChange(page, run.change, x + fragment.x, baseline, fragment.width, run.style)
    page.tagged(run.tag ?? of).fragment(fragment, x + fragment.x, baseline)
  }
}

/** Struck words have a line through them; new words stand underlined on ochre. */
function paintChange(
  page: Page,
  change: 'del' | 'ins',
  x: number,
  y: number,
  width: number,
  style: Style,
): void {
  const ground = page.decoration()
  if (change === 'del') {
    ground.rule(x, y - style.size * 0.26, width, 0.6, QUIET)
    return
  }
  ground.box(x - 1, y - style.size * 0.82, width + 2, style.size * 1.12, OCHRE_TINT)
  ground.rule(x, y + style.size * 0.16, width, 0.6, style.colour)
}

export type NotePiece = {
  readonly tag: Tag
  readonly text: string
  readonly style: Style
  readonly before?: number
}

/** Lines of small text in the margin. Their first baseline is that of a line beside them in `rowStyle`. */
export function noteStrip(pieces: readonly NotePiece[], column: Column, rowStyle: Style): Strip {
  let height = pieces[0] ? rise(rowStyle) - rise(pieces[0].style) : 0
  const set = pieces.map((piece) => {
    const lines = setLines([{ text: piece.text, style: piece.style }], column.width, { softHyphens: true })
    const top = height + (piece.before ?? 0)
    height = top + lines.length * piece.style.leading
    return { ...piece, lines, top }
  })
  return {
    height,
    paint: (page, y) => {
      for (const { tag: of, lines, style, top } of set) {
        lines.forEach((line, at) =>
          page.tagged(of).line(line, column.x, y + top + at * style.leading + rise(style)),
        )
      }
    },
  }
}

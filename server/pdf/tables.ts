import type { Row, Strip } from './flow.ts'
import { EDGE, INK, rise, type Style } from './styles.ts'
import { mm, type Column } from './measures.ts'
import type { Page } from './page.ts'
import { paintLine, type MarkedRun } from './rows.ts'
import { tag, type Attributes, type Tag } from './tagged.ts'
import { setLines, type Line } from './type/set-lines.ts'

/** A cell's paragraphs, one after the other. */
export type Cell = {
  readonly texts: readonly (string | readonly MarkedRun[])[]
  readonly style: Style
  readonly head?: boolean
  readonly attributes?: Attributes
  /** Painted beside the first line; the text begins so much further in. */
  readonly beside?: {
    readonly indent: number
    readonly paint: (page: Page, x: number, baseline: number) => void
  }
}

type TableOf = {
  readonly parent: Tag
  readonly columns: readonly Column[]
  readonly heads?: { readonly texts: readonly string[]; readonly style: Style }
  readonly rows: readonly (readonly Cell[])[]
}

const ABOVE = mm(1.7)
const BELOW = mm(1.9)
/** Higher rows may be parted by a page break. */
const WHOLE_ROW = 160

/**
 * A table in the house's way: 1 pt under the heads, hairlines between the rows, and the heads again on each page.
 * Without heads a line stands above the first row, and the first cell of each row is its head.
 */
export function tableRows({ parent, columns, heads, rows }: TableOf): Row[] {
  const table = tag('Table', parent)
  const width = spanOf(columns)
  const head = heads && headStrip(table, columns, heads, width)
  const top: Row = head
    ? { ...head.first, before: 0, keep: true }
    : {
        before: 0,
        height: 0,
        keep: true,
        paint: (page, y) => page.decoration().rule(width.x, y, width.width, 1, INK),
      }
  return [top, ...rows.flatMap((cells) => bodyRows(table, columns, cells, width, head?.again))]
}

function headStrip(
  table: Tag,
  columns: readonly Column[],
  { texts, style }: NonNullable<TableOf['heads']>,
  width: Column,
) {
  const row = tag('TR', table)
  const cells = columns.map((column, at) => ({
    column,
    tag: tag('TH', row, { scope: 'Column' }),
    lines: setLines([{ text: texts[at] ?? '', style }], column.width),
  }))
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length))
  const height = count * style.leading + mm(1.6)
  // heads stand on the line, however many lines they have
  const each = (page: Page, y: number, paint: (of: Tag, line: Line, x: number, baseline: number) => void) => {
    for (const { column, tag: of, lines } of cells) {
      lines.forEach((line, at) => {
        const down = count - lines.length + at
        paint(of, line, column.x, y + down * style.leading + rise(style))
      })
    }
    page.decoration().rule(width.x, y + height - 1, width.width, 1, INK)
  }
  const first: Strip = {
    height,
    paint: (page, y) => each(page, y, (of, line, x, baseline) => page.tagged(of).line(line, x, baseline)),
  }
  const again: Strip = {
    height,
    paint: (page, y) =>
      page.artifact('Layout', (ink) => each(page, y, (_, line, x, baseline) => ink.line(line, x, baseline))),
  }
  return { first, again }
}

type SetCell = {
  readonly tag: Tag
  readonly x: number
  readonly cell: Cell
  readonly lines: readonly Line<MarkedRun>[]
}

function bodyRows(
  table: Tag,
  columns: readonly Column[],
  cells: readonly Cell[],
  width: Column,
  head: Strip | undefined,
): Row[] {
  const row = tag('TR', table)
  const set = cells.map((cell, at) => setCell(cell, columns[at] ?? width, row))
  const baseline = Math.max(...set.map(({ cell }) => rise(cell.style)))
  const text = Math.max(...set.map(({ cell, lines }) => lines.length * cell.style.leading))
  const count = Math.max(1, ...set.map(({ lines }) => lines.length))
  const whole = text <= WHOLE_ROW
  // in a row that may be parted the cells share one leading, so that a page can end after any line
  const leading = whole ? undefined : Math.max(...set.map(({ cell }) => cell.style.leading))
  return Array.from({ length: whole ? 1 : count }, (_, at): Row => {
    const [first, last] = [at === 0, whole || at === count - 1]
    const [above, below] = [first ? ABOVE : 0, last ? BELOW : 0]
    const height = above + (leading ?? text) + below
    return {
      before: 0,
      height,
      keep: !whole && (first || at === count - 2),
      ...(head && { head }),
      paint: (page, y) => {
        for (const each of set) {
          if (first) beginCell(page, each, y + above + baseline)
          const { tag: of, x, cell, lines } = each
          const shown = whole ? lines : lines.slice(at, at + 1)
          shown.forEach((line, index) => {
            paintLine(page, of, line, x, y + above + baseline + index * cell.style.leading)
          })
        }
        if (last) page.decoration().rule(width.x, y + height, width.width, 0.3, EDGE)
      },
    }
  })
}

function setCell(cell: Cell, column: Column, row: Tag): SetCell {
  const indent = cell.beside?.indent ?? 0
  const attributes = { ...cell.attributes, ...(cell.head && { scope: 'Row' as const }) }
  const element = tag(cell.head ? 'TH' : 'TD', row, attributes)
  const inLanguage = (run: MarkedRun): MarkedRun =>
    run.lang ? { ...run, tag: tag('Span', element, { lang: run.lang }) } : run
  const lines = cell.texts.flatMap((text) =>
    setLines<MarkedRun>(
      typeof text === 'string' ? [{ text, style: cell.style }] : text.map(inLanguage),
      column.width - indent,
      { softHyphens: cell.head === true },
    ),
  )
  return { tag: element, x: column.x + indent, cell, lines }
}

/** An empty cell is one too: every row of a table has as many as its head. */
function beginCell(page: Page, { tag: of, x, cell, lines }: SetCell, baseline: number): void {
  cell.beside?.paint(page, x - cell.beside.indent, baseline)
  if (lines.length === 0) page.tagged(of)
}

function spanOf(columns: readonly Column[]): Column {
  const x = Math.min(...columns.map((column) => column.x))
  return { x, width: Math.max(...columns.map((column) => column.x + column.width)) - x }
}

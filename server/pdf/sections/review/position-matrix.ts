import type { Row, Strip } from '../../flow.ts'
import { AREA, mm, type Column } from '../../measures.ts'
import type { Page } from '../../page.ts'
import type { Paper } from '../../print-job.ts'
import type { MarkedRun } from '../../rows.ts'
import { EDGE, INK, rise, type Style } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { setLines, widthOf, type Line } from '../../type/set-lines.ts'
import type { PartOutcome, PositionCounts } from './panel-minutes-input.ts'
import { spacedTable } from './panel-section.ts'
import { paintStand, STANDS } from './position-marks.ts'

type Names = ReadonlyMap<string, string>
type Columns = { readonly part: Column; readonly counts: readonly Column[]; readonly state: Column }

const ABOVE = mm(1.7)
const BELOW = mm(1.9)
const MARK = 7.5
const AFTER_MARK = 2
const BETWEEN = 4
const PART = mm(46)
const STATE = mm(40)
const GAP = mm(4)
const ROOM = AREA.right - AREA.left - PART - STATE - 2 * GAP
/** Higher rows may be parted by a page break. */
const WHOLE_ROW = 13

/**
 * Parts by perspectives: in each cell a mark and how many for each position that somebody took. Perspectives that find
 * no room stand in a further table. A mark says nothing to those who listen, so the words are there too, unprinted.
 */
export function matrixRows(paper: Paper, sect: Tag, parts: readonly PartOutcome[], names: Names): Row[] {
  const { styles } = paper
  const codes = [...names.keys()]
  const largest = Math.max(
    ...parts.flatMap(({ byPerspective }) =>
      byPerspective.flatMap((each) => STANDS.map((stand) => each[stand])),
    ),
  )
  const needed =
    Math.max(
      MARK + AFTER_MARK + widthOf(`${largest}`, styles.digits),
      ...codes.map((code) => Math.min(widthOf(code, styles.columnHead), ROOM)),
    ) + BETWEEN
  const inTable = Math.max(1, Math.floor((ROOM + BETWEEN) / needed))
  const tables = Math.max(1, Math.ceil(codes.length / inTable))
  const each = Math.ceil(codes.length / tables)
  return Array.from({ length: tables }, (_, at) => codes.slice(at * each, (at + 1) * each)).flatMap((shown) =>
    tableOf(paper, sect, parts, shown, names),
  )
}

function tableOf(
  paper: Paper,
  sect: Tag,
  parts: readonly PartOutcome[],
  codes: readonly string[],
  names: Names,
): Row[] {
  const table = tag('Table', sect)
  const columns = columnsFor(codes.length)
  const head = headStrip(paper, table, columns, codes, names)
  const rows = parts.flatMap((part) => partRows(paper, table, columns, codes, part, head.again))
  return spacedTable([{ ...head.first, before: 0, keep: true }, ...rows], mm(6))
}

/** Few perspectives stand no further apart than the eye can follow. */
function columnsFor(count: number): Columns {
  const width = Math.min(mm(19), (ROOM + BETWEEN) / Math.max(1, count))
  const from = AREA.left + PART + GAP
  const end = from + count * width + GAP - BETWEEN
  return {
    part: { x: AREA.left, width: PART },
    counts: Array.from({ length: count }, (_, at) => ({ x: from + at * width, width: width - BETWEEN })),
    state: { x: Math.min(end, AREA.right - STATE), width: AREA.right - Math.min(end, AREA.right - STATE) },
  }
}

function headStrip(
  { texts, styles }: Paper,
  table: Tag,
  columns: Columns,
  codes: readonly string[],
  names: Names,
) {
  const style = styles.columnHead
  const row = tag('TR', table)
  const heads = [
    { column: columns.part, text: texts.text('panel.positions.part'), spoken: '' },
    ...codes.map((code, at) => ({
      column: columns.counts[at] ?? columns.state,
      text: code,
      spoken: names.get(code) === code ? '' : (names.get(code) ?? ''),
    })),
    { column: columns.state, text: texts.text('panel.positions.state'), spoken: '' },
  ].map((each) => ({
    ...each,
    of: tag('TH', row, { scope: 'Column' }),
    lines: setLines([{ text: each.text, style }], each.column.width),
  }))
  const count = Math.max(1, ...heads.map(({ lines }) => lines.length))
  const height = count * style.leading + mm(1.6)
  const first: Strip = {
    height,
    paint(page, y) {
      for (const { of, lines, column, spoken } of heads) {
        const { width = 0 } = lines.at(-1) ?? {}
        const top = y + (count - lines.length) * style.leading
        lines.forEach((line, at) =>
          page.tagged(of).line(line, column.x, top + at * style.leading + rise(style)),
        )
        paintSpoken(page, of, spoken, styles.spoken, column.x + width + AFTER_MARK, top + rise(style))
      }
      page.decoration().rule(AREA.left, y + height - 1, AREA.right - AREA.left, 1, INK)
    },
  }
  const again: Strip = {
    height,
    paint(page, y) {
      page.artifact('Layout', (ink) => {
        for (const { lines, column } of heads) {
          const top = y + (count - lines.length) * style.leading
          lines.forEach((line, at) => ink.line(line, column.x, top + at * style.leading + rise(style)))
        }
      })
      page.decoration().rule(AREA.left, y + height - 1, AREA.right - AREA.left, 1, INK)
    },
  }
  return { first, again }
}

/** A cell as its lines, each painted at a baseline. */
type Lines = readonly ((page: Page, baseline: number) => void)[]

function partRows(
  paper: Paper,
  table: Tag,
  columns: Columns,
  codes: readonly string[],
  part: PartOutcome,
  head: Strip,
): Row[] {
  const { styles, texts, wording } = paper
  const row = tag('TR', table)
  const style = styles.fact
  const title = tag('TH', row, { scope: 'Row', ...wording })
  const { number, sentence, outcome } = part
  const name: MarkedRun[] = [
    ...(number ? [{ text: `${number} `, style: styles.factName }] : []),
    { text: titleOf(paper, part), style },
  ]
  const cells: Lines[] = [
    textLines(title, setLines(name, columns.part.width, { softHyphens: true }), columns.part.x),
    ...codes.map((code, at) => {
      const counts = part.byPerspective.find((each) => each.code === code)
      return countLines(paper, tag('TD', row), counts, columns.counts[at] ?? columns.state)
    }),
    textLines(
      tag('TD', row),
      setLines(
        [
          {
            text: sentence.trim() || texts.text(`panel.state.${outcome}`),
            style: outcome === 'notReady' ? styles.factStrong : style,
          },
        ],
        columns.state.width,
      ),
      columns.state.x,
    ),
  ]
  return parted(cells, style, head)
}

/** The row in one; a very high one line by line, so that a page can end after any of them. */
function parted(cells: readonly Lines[], style: Style, head: Strip): Row[] {
  const { leading } = style
  const count = Math.max(1, ...cells.map((lines) => lines.length))
  const whole = count <= WHOLE_ROW
  return Array.from({ length: whole ? 1 : count }, (_, at): Row => {
    const [first, last] = [at === 0, whole || at === count - 1]
    const above = first ? ABOVE : 0
    const height = above + (whole ? count : 1) * leading + (last ? BELOW : 0)
    return {
      before: 0,
      height,
      keep: !whole && (first || at === count - 2),
      head,
      paint(page, y) {
        const baseline = y + above + rise(style)
        for (const lines of cells) {
          const shown = whole ? lines : lines.slice(at, at + 1)
          shown.forEach((paint, index) => paint(page, baseline + index * leading))
        }
        if (last) page.decoration().rule(AREA.left, y + height, AREA.right - AREA.left, 0.3, EDGE)
      },
    }
  })
}

function textLines(of: Tag, lines: readonly Line[], x: number): Lines {
  return lines.map((line) => (page, baseline) => page.tagged(of).line(line, x, baseline))
}

function countLines(
  { texts, styles }: Paper,
  of: Tag,
  counts: PositionCounts | undefined,
  { x }: Column,
): Lines {
  const taken = STANDS.flatMap((stand) =>
    counts && counts[stand] > 0 ? [{ stand, count: counts[stand] }] : [],
  )
  const style = styles.digits
  if (taken.length === 0) {
    return [
      (page, baseline) => {
        page.decoration().rule(x, baseline - style.size * 0.3, 5, 0.6, EDGE)
        paintSpoken(page, of, texts.text('panel.positions.nobody'), styles.spoken, x, baseline)
      },
    ]
  }
  return taken.map(({ stand, count }) => (page, baseline) => {
    paintStand(page, stand, x, baseline - MARK * 0.9, MARK)
    const [line] = setLines([{ text: `${count}`, style }], Number.MAX_SAFE_INTEGER)
    const at = x + MARK + AFTER_MARK
    if (line) page.tagged(of).line(line, at, baseline)
    const words = texts.text(`panel.positions.${stand === 'none' ? 'unanswered' : stand}`)
    paintSpoken(page, of, words, styles.spoken, at + (line?.width ?? 0) + AFTER_MARK, baseline)
  })
}

/** Words that a mark stands for. They are set without ink (text rendering mode 3): read aloud and copied, not seen. */
function paintSpoken(page: Page, of: Tag, text: string, style: Style, x: number, baseline: number): void {
  const [line] = setLines([{ text, style }], Number.MAX_SAFE_INTEGER)
  if (!line) return
  const ink = page.tagged(of)
  ink.operator('3 Tr')
  ink.line(line, x, baseline)
  ink.operator('0 Tr')
}

/** Of a module its title; what belongs to the whole is called the same as in the hand-out. */
function titleOf({ texts }: Paper, { number, title }: PartOutcome): string {
  if (number === '') return texts.text('panel.handout.common')
  return title.trim() || texts.text('untitledModule')
}

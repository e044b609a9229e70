import type { Section } from '../../flow.ts'
import { ADDRESS, mm, WORDING, type Column } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import type { GroupMinutes, WorkshopMinutes } from './minutes-input.ts'
import { tableRows, type Cell } from '../../tables.ts'
import { widthOf } from '../../type/set-lines.ts'
import { openSection } from '../section-head.ts'
import { CARD_KINDS, cardsOf, sumOf } from './minutes-counts.ts'

const GAP = mm(3)
/** Group; four kinds, cards in all, themes, outcomes. */
const COLUMNS: readonly Column[] = [ADDRESS, ...columnsOf([17, 18, 24, 18, 12, 13, 25])]

/** How many cards of each kind the groups wrote, and what they made of them; all together in the last row. */
export function minutesFigures(paper: Paper, { groups, thirdCategory }: WorkshopMinutes): Section[] {
  if (groups.length === 0) return []
  const { texts, styles } = paper
  const { text } = texts
  const title = text('workshop.figures')
  const { sect, rows } = openSection(paper, { place: 'figures', title, attributes: {} })
  const counts = groups.map(countsOf)
  const totals = (counts[0] ?? []).map((_, at) => sumOf(counts, (each) => each[at] ?? 0))
  const cells = (name: string, figures: readonly number[]): Cell[] => [
    { texts: [name], style: styles.fact, head: true },
    ...figures.map((figure, at) => figureCell(paper, figure, totals[at] ?? figure)),
  ]
  const [head, ...body] = tableRows({
    parent: sect,
    columns: COLUMNS,
    heads: {
      texts: [
        text('workshop.figures.group'),
        text('category.knowledge'),
        text('category.skills'),
        text(`category.${thirdCategory}`),
        text('workshop.figures.suitability'),
        text('workshop.figures.cards'),
        text('workshop.figures.themes'),
        text('workshop.figures.outcomes'),
      ],
      style: styles.columnHead,
    },
    rows: [
      ...groups.map(({ number }, at) => cells(text('workshop.group', { number }), counts[at] ?? [])),
      ...(groups.length > 1 ? [cells(text('workshop.figures.total'), totals)] : []),
    ],
  })
  return [
    {
      heading: title,
      start: 'flow',
      before: mm(14),
      rows: [...rows, ...(head ? [{ ...head, before: mm(4) }] : []), ...body],
    },
  ]
}

function countsOf(group: GroupMinutes): number[] {
  return [
    ...CARD_KINDS.map((kind) => group.cards[kind]),
    cardsOf(group),
    group.themes.length,
    sumOf(group.themes, ({ outcomes }) => outcomes.length),
  ]
}

/** A figure whose last digit stands under that of the column's largest one. */
function figureCell({ styles }: Paper, figure: number, largest: number): Cell {
  const style = styles.digits
  const indent = widthOf(`${largest}`, style) - widthOf(`${figure}`, style)
  return { texts: [`${figure}`], style, beside: { indent, paint: () => undefined } }
}

function columnsOf(millimetres: readonly number[]): Column[] {
  let x = WORDING.x
  return millimetres.map((width) => {
    const column = { x, width: mm(width) }
    x += column.width + GAP
    return column
  })
}

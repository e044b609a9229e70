import type { Row } from '../flow.ts'
import { paintMark } from '../marks.ts'
import { AREA, mm, type Column } from '../measures.ts'
import { paintStamp } from '../paint-lines.ts'
import type { Paper } from '../print-job.ts'
import { textRows } from '../rows.ts'
import { tag, type Tag } from '../tagged.ts'
import { factRows, type Fact } from './facts.ts'

const WHOLE: Column = { x: AREA.left, width: AREA.right - AREA.left }
const MARK = mm(7)

type Opening = {
  /** What kind of paper it is, beside the mark. */
  readonly kind: string
  readonly title: string
  /** A framed word that says how the paper is to be taken, and what it means; null for none. */
  readonly stamp: { readonly word: string; readonly sentence: string } | null
  readonly facts: readonly Fact[]
}

/** How minutes and working papers begin: the mark and what it is, of what, how it is to be taken, and the facts. */
export function paperOpening(paper: Paper, sect: Tag, { kind, title, stamp, facts }: Opening): Row[] {
  const { styles, wording } = paper
  const [first, ...rest] = factRows(paper, sect, facts)
  return [
    ...textRows({
      tag: tag('P', sect),
      text: kind,
      style: styles.coverKind,
      column: { x: AREA.left + MARK + mm(1.6), width: mm(120) },
      keep: true,
      beside: (page, y) =>
        paintMark(page, AREA.left - mm(0.9), y + styles.coverKind.leading / 2 - MARK * 0.54, MARK),
    }),
    ...textRows({
      tag: tag('H1', sect, wording),
      text: title,
      style: styles.minutesTitle,
      column: WHOLE,
      before: mm(8),
      keep: true,
      heading: true,
      beside: (page, y) => page.bookmark(title, y - mm(4), undefined),
    }),
    ...(stamp ? [stampRow(paper, sect, stamp)] : []),
    ...(first ? [{ ...first, before: mm(7) }] : []),
    ...rest,
  ]
}

function stampRow(paper: Paper, sect: Tag, { word, sentence }: NonNullable<Opening['stamp']>): Row {
  return {
    before: mm(5),
    height: paper.styles.fact.leading,
    keep: true,
    paint: (page, y) => {
      paintStamp(paper, page, sect, word, sentence, y)
    },
  }
}

import { linesOf } from '../../../domain/publishing/lines.ts'
import type { Row } from '../../flow.ts'
import { readMarkdown, type Block, type Piece } from '../../markdown.ts'
import { mm, type Column } from '../../measures.ts'
import type { PrintJob } from '../../print-job.ts'
import { textRows, type MarkedRun } from '../../rows.ts'
import { rise } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import type { Changes } from './find-changes.ts'
import type { ChangedItem } from './handout-input.ts'
import { LINES, paintChanged, type LineSheet } from './numbered-lines.ts'

/** What all parts of the hand-out share. */
export type HandoutJob = PrintJob & { readonly sheet: LineSheet; readonly changes: Changes }

/** Space between paragraphs: half a line. */
const PARAGRAPH = 9.5
const INDENT = mm(5)

/** A heading between numbered lines, marked if what stands under it has been amended. */
export function lineHeading(job: HandoutJob, sect: Tag, text: string, isChanged = false): Row[] {
  const { styles } = job
  const rows = textRows({
    tag: tag('H3', sect),
    text,
    style: styles.lineStrong,
    column: LINES,
    before: styles.lineStrong.leading,
    keep: true,
    heading: true,
  })
  const mark = isChanged ? tag('P', sect) : undefined
  return rows.map((row, at): Row => ({
    ...row,
    paint(page, y) {
      row.paint(page, y)
      if (mark && at === 0) paintChanged(job, page, mark, y + rise(styles.lineStrong))
    },
  }))
}

type Paragraphs = {
  readonly text: string
  readonly before?: number
  /** Stands before the first line, in bold. */
  readonly label?: string
  readonly change?: ChangedItem | undefined
}

/** A text without Markdown; a line break begins a new paragraph. */
export function lineParagraphs(
  { styles, sheet, wording }: HandoutJob,
  sect: Tag,
  { text, before = 0, label, change }: Paragraphs,
): Row[] {
  const lines = linesOf(text)
  return lines.flatMap((line, index) => {
    const paragraph = tag('P', sect, label ? {} : wording)
    const labelled = (): MarkedRun[] => [
      { text: `${label} `, style: styles.lineStrong, tag: tag('Span', paragraph) },
      { text: line, style: styles.lineText, tag: tag('Span', paragraph, wording) },
    ]
    // of several paragraphs it is not known which words are new
    const marked = change && { change: lines.length > 1 ? {} : change, parent: sect }
    return sheet({
      tag: paragraph,
      text: label && index === 0 ? labelled() : line,
      style: styles.lineText,
      column: LINES,
      before: index === 0 ? before : PARAGRAPH,
      changed: index === 0 ? marked : undefined,
    })
  })
}

/** A Markdown text between numbered lines: its headings are paragraphs in bold, whatever they were. */
export function lineMarkdown(job: HandoutJob, sect: Tag, markdown: string): Row[] {
  return blockRows(job, sect, readMarkdown(markdown), 0, LINES)
}

function blockRows(
  job: HandoutJob,
  parent: Tag,
  blocks: readonly Block[],
  before: number,
  column: Column,
): Row[] {
  const { styles, wording, sheet } = job
  return blocks.flatMap((block, index) => {
    const space = index === 0 ? before : PARAGRAPH
    if (block.kind === 'list') return listRows(job, parent, block, space, column)
    const isHeading = block.kind === 'heading'
    return sheet({
      tag: tag('P', parent, wording),
      text: runsOf(job, block.pieces, isHeading),
      style: styles.lineText,
      column,
      before: space,
      keep: isHeading,
    })
  })
}

function runsOf({ styles }: HandoutJob, pieces: readonly Piece[], isHeading: boolean): MarkedRun[] {
  return pieces.map(({ text, strong }) => ({
    text,
    style: strong || isHeading ? styles.lineStrong : styles.lineText,
  }))
}

function listRows(
  job: HandoutJob,
  parent: Tag,
  { ordered, first, items }: Extract<Block, { kind: 'list' }>,
  before: number,
  column: Column,
): Row[] {
  const { styles, wording, sheet } = job
  const list = tag('L', parent, { numbering: ordered ? 'Decimal' : 'Disc' })
  // deep lists stop moving in before their lines get too short
  const inner = column.width > mm(60) ? { x: column.x + INDENT, width: column.width - INDENT } : column
  return items.flatMap((blocks, index) => {
    const item = tag('LI', list)
    const body = tag('LBody', item)
    const label = {
      tag: tag('Lbl', item),
      text: ordered ? `${first + index}.` : '•',
      style: styles.lineLetter,
      x: inner.x - INDENT + mm(0.6),
    }
    const [head, ...rest] = blocks
    const space = index === 0 ? before : 0
    if (!head || head.kind === 'list') return blockRows(job, body, blocks, space, inner)
    return [
      ...sheet({
        tag: tag('P', body, wording),
        text: runsOf(job, head.pieces, false),
        style: styles.lineText,
        column: inner,
        before: space,
        label,
      }),
      ...blockRows(job, body, rest, 0, inner),
    ]
  })
}

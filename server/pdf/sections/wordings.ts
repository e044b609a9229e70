import { linesOf } from '../../domain/publishing/lines.ts'
import type { Row } from '../flow.ts'
import { readMarkdown, type Block, type Piece } from '../markdown.ts'
import { mm, WORDING, type Column } from '../measures.ts'
import type { PrintJob } from '../print-job.ts'
import { textRows, type MarkedRun } from '../rows.ts'
import type { Style } from '../styles.ts'
import { tag, type Tag } from '../tagged.ts'
import { subheading } from './section-head.ts'

/** Space between paragraphs: half a line. */
const PARAGRAPH = 7.5
const INDENT = mm(5)

/** A text without Markdown; a line break begins a new paragraph. */
export function paragraphs(
  job: PrintJob,
  parent: Tag,
  text: string,
  before: number,
  style: Style = job.styles.wording,
  column: Column = WORDING,
): Row[] {
  return linesOf(text).flatMap((line, index) =>
    textRows({
      tag: tag('P', parent, job.wording),
      text: line,
      style,
      column,
      before: index === 0 ? before : PARAGRAPH,
    }),
  )
}

/** A Markdown text under a section's heading: its headings become third-level ones, whatever they were. */
export function markdownRows(job: PrintJob, sect: Tag, markdown: string, before: number): Row[] {
  return blockRows(job, sect, readMarkdown(markdown), before, WORDING, true)
}

function blockRows(
  job: PrintJob,
  parent: Tag,
  blocks: readonly Block[],
  before: number,
  column: Column,
  headings: boolean,
): Row[] {
  return blocks.flatMap((block, index) => {
    const space = index === 0 ? before : PARAGRAPH
    if (block.kind === 'list') return listRows(job, parent, block, space, column)
    const text = runsOf(job, block.pieces)
    if (block.kind === 'heading' && headings) {
      return subheading(
        job,
        parent,
        text.map((run) => run.text).join(''),
        index === 0 ? space : mm(5),
        job.wording,
      )
    }
    return textRows({
      tag: tag('P', parent, job.wording),
      text,
      style: job.styles.wording,
      column,
      before: space,
    })
  })
}

function runsOf({ styles }: PrintJob, pieces: readonly Piece[]): MarkedRun[] {
  return pieces.map(({ text, strong }) => ({ text, style: strong ? styles.interfaceStrong : styles.wording }))
}

function listRows(
  job: PrintJob,
  parent: Tag,
  { ordered, first, items }: Extract<Block, { kind: 'list' }>,
  before: number,
  column: Column,
): Row[] {
  const list = tag('L', parent, { numbering: ordered ? 'Decimal' : 'Disc' })
  // deep lists stop moving in before their lines get too short
  const inner = column.width > mm(60) ? { x: column.x + INDENT, width: column.width - INDENT } : column
  return items.flatMap((blocks, index) => {
    const item = tag('LI', list)
    const label = {
      tag: tag('Lbl', item),
      text: ordered ? `${first + index}.` : '•',
      style: job.styles.letter,
      x: inner.x - INDENT + mm(0.6),
    }
    const body = tag('LBody', item)
    const [head, ...rest] = blocks
    const space = index === 0 ? before : 2
    if (!head || head.kind === 'list') return blockRows(job, body, blocks, space, inner, false)
    return [
      ...textRows({
        tag: tag('P', body, job.wording),
        text: runsOf(job, head.pieces),
        style: job.styles.wording,
        column: inner,
        before: space,
        label,
      }),
      ...blockRows(job, body, rest, 2, inner, false),
    ]
  })
}

import { foldWording } from '../../../domain/profile/wordings.ts'
import { diffWords } from '../../../domain/publishing/word-diff.ts'
import type { Row } from '../../flow.ts'
import { AREA, mm, WORDING, type Column } from '../../measures.ts'
import type { Page } from '../../page.ts'
import type { Paper } from '../../print-job.ts'
import { textRows, type MarkedRun } from '../../rows.ts'
import { EDGE, INK, rise } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { setLines, widthOf } from '../../type/set-lines.ts'
import type { ChangedItem } from './handout-input.ts'

const NUMBERS: Column = { x: AREA.left, width: mm(8) }
/** Where the text stands. */
export const LINES: Column = { x: AREA.left + mm(10), width: mm(105) }
/** Where wordings with a number before them stand: in line with those of other prints. */
export const INNER: Column = { x: WORDING.x, width: LINES.x + LINES.width - WORDING.x }
/** Where one writes. */
export const REMARKS: Column = {
  x: LINES.x + LINES.width + mm(7),
  width: AREA.right - LINES.x - LINES.width - mm(7),
}

type NumberedText = Parameters<typeof textRows>[0] & {
  /** The amendment that the text has had, and where it is said aloud. */
  readonly changed?: { readonly change: Pick<ChangedItem, 'former'>; readonly parent: Tag } | undefined
}

/** Sets texts whose lines are numbered through, each with a dotted line to write on beside it. */
export type LineSheet = (of: NumberedText) => Row[]

/**
 * Begins to count. Call the sheet in the order in which the text is read. The numbers are no content: they would be
 * read into the middle of sentences. Those who listen have the items' own numbers.
 */
export function startLines(paper: Paper): LineSheet {
  let count = 0
  return (of) => {
    const { changed, style } = of
    const mark = changed && tag('P', changed.parent)
    return textRows({ ...of, text: changed ? newWords(of, changed.change) : of.text }).map((row, at): Row => {
      const first = count + 1
      const lines = Math.round(row.height / style.leading)
      count += lines
      return {
        ...row,
        paint(page, y) {
          row.paint(page, y)
          for (let line = 0; line < lines; line++) {
            const baseline = y + line * style.leading + rise(style)
            paintNumber(paper, page, `${first + line}`, baseline)
            paintDots(page, baseline + 3)
          }
          if (!mark) return
          page.decoration().box(LINES.x - mm(1.3), y + 2, 1.4, row.height - 4, INK)
          if (at === 0) paintChanged(paper, page, mark, y + rise(style))
        },
      }
    })
  }
}

/** The text with what is new in it marked; without former words there is nothing to compare it with. */
function newWords(
  { text, style }: NumberedText,
  { former }: Pick<ChangedItem, 'former'>,
): readonly MarkedRun[] {
  if (typeof text !== 'string') return text
  const plain: MarkedRun[] = [{ text, style }]
  if (former === undefined) return plain
  const runs: MarkedRun[] = []
  // what is struck is not shown; the spaces around it are taken from the text itself, which is printed as it stands
  let rest = foldWording(text)
  for (const { kind, text: run } of diffWords(former, text)) {
    const words = run.trim()
    if (kind === 'del' || words === '') continue
    const at = rest.indexOf(words)
    if (at < 0) return plain
    if (at > 0) runs.push({ text: rest.slice(0, at), style })
    runs.push({ text: words, style, ...(kind === 'ins' && { change: 'ins' as const }) })
    rest = rest.slice(at + words.length)
  }
  return runs
}

function paintNumber({ styles }: Paper, page: Page, number: string, baseline: number): void {
  const style = styles.lineNumber
  const [line] = setLines([{ text: number, style }], Number.MAX_SAFE_INTEGER)
  const x = NUMBERS.x + NUMBERS.width - widthOf(number, style)
  if (line) page.decoration().line(line, x, baseline)
}

/** Says in the column for remarks that what stands beside it has been amended. */
export function paintChanged({ styles, texts }: Paper, page: Page, of: Tag, baseline: number): void {
  const text = texts.text('panel.handout.changed')
  const [line] = setLines([{ text, style: styles.lineChanged }], REMARKS.width)
  if (line) page.tagged(of).line(line, REMARKS.x, baseline)
}

/** A dotted line to write on. */
export function paintDots(page: Page, y: number, column: Column = REMARKS): void {
  const ink = page.decoration()
  const [from, to] = [column.x, column.x + column.width].map((x) => x.toFixed(2))
  ink.operator('q 1 J [0 2.4] 0 d')
  ink.lines(`${from} ${y.toFixed(2)} m ${to} ${y.toFixed(2)} l`, 0.6, EDGE)
  ink.operator('Q')
}

import type { Row } from '../../flow.ts'
import { mm, WORDING, type Column } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import { textRows, type MarkedRun } from '../../rows.ts'
import type { Style } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { openSection, type ListedSection } from '../section-head.ts'

/** A section of the minutes under its heading. */
export function panelSection(
  paper: Paper,
  place: string,
  title: string,
  rowsOf: (sect: Tag) => readonly Row[],
): ListedSection {
  const entry = { place, title, attributes: {} }
  const { sect, rows } = openSection(paper, entry)
  return { heading: title, start: 'flow', before: mm(13), rows: [...rows, ...rowsOf(sect)], entry }
}

/** A sentence of the program's own under a heading. */
export function sentenceRows(
  { styles }: Paper,
  sect: Tag,
  text: string,
  given: { readonly style?: Style; readonly column?: Column; readonly keep?: boolean } = {},
): Row[] {
  return textRows({
    tag: tag('P', sect),
    text,
    style: given.style ?? styles.interface,
    column: given.column ?? WORDING,
    before: mm(3),
    keep: given.keep ?? false,
  })
}

/** A table with space above it, whose last row does not stand alone on a page under the heads again. */
export function spacedTable([head, ...rows]: readonly Row[], before = mm(4)): Row[] {
  if (!head) return []
  return [
    { ...head, before },
    ...rows.map((row, at) => (at === rows.length - 2 ? { ...row, keep: true } : row)),
  ]
}

/** Words that people have written, in a cell or a sentence of the program's. */
export function ownWords({ wording }: Paper, text: string, style: Style): MarkedRun {
  return { text, style, ...(wording.lang !== undefined && { lang: wording.lang }) }
}

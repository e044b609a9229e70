import type { Row } from '../../flow.ts'
import { AREA, mm, type Column } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import { textRows } from '../../rows.ts'
import { tag, type Tag } from '../../tagged.ts'

/** The conditions for a decision, a sentence each. */
export function ruleRows(
  { styles }: Paper,
  sect: Tag,
  sentences: readonly string[],
  column: Column = { x: AREA.left, width: AREA.right - AREA.left },
): Row[] {
  const list = tag('L', sect, { numbering: 'Disc' })
  const style = styles.interface
  return sentences.flatMap((text, at) => {
    const item = tag('LI', list)
    return textRows({
      tag: tag('LBody', item),
      text,
      style,
      column: { x: column.x + mm(5), width: column.width - mm(5) },
      before: at === 0 ? mm(2) : 2,
      label: { tag: tag('Lbl', item), text: '•', style: styles.letter, x: column.x + mm(0.6) },
    })
  })
}

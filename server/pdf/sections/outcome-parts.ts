import { letter, type Category } from '../../domain/profile/number-items.ts'
import type { Row } from '../flow.ts'
import { paintKind } from '../marks.ts'
import { mm, WORDING, type Column } from '../measures.ts'
import type { Page } from '../page.ts'
import type { Paper, PrintInput } from '../print-job.ts'
import { textRows, type MarkedRun } from '../rows.ts'
import { EDGE } from '../styles.ts'
import { tag, type Tag } from '../tagged.ts'

const MARK = mm(4)
const LETTER = mm(1)
/** Where criteria stand: their letters hang before it. */
export const HANGING: Column = { x: WORDING.x + mm(7), width: WORDING.width - mm(7) }

type CategoryHead = {
  readonly category: Category
  readonly thirdCategory: PrintInput['thirdCategory']
  /** The words that every outcome continues; may be empty. */
  readonly outcomeStem: string
  readonly level: 'H3' | 'H4'
}

/** The category with its mark and the stem that every outcome continues; a hairline below. */
export function categoryHead(
  { texts, styles, wording }: Paper,
  sect: Tag,
  { category, thirdCategory, outcomeStem, level }: CategoryHead,
  whenPainted?: (page: Page, y: number, name: string) => void,
): Row[] {
  const kind = category === 'responsibilityAutonomy' ? thirdCategory : category
  const name = texts.text(`category.${kind}`)
  const heading = tag(level, sect)
  const stem = tag('P', sect, wording)
  const runs: MarkedRun[] = [
    { text: `${name} `, style: styles.head, tag: heading },
    { text: `\u00A0\u00A0${outcomeStem.trim()}`, style: styles.stem, tag: stem },
  ]
  const rows = textRows({
    tag: heading,
    text: outcomeStem.trim() ? runs : runs.slice(0, 1),
    style: styles.head,
    column: { x: WORDING.x + MARK + mm(2), width: WORDING.width - MARK - mm(2) },
    before: mm(5),
    keep: true,
    beside: (page, y) => {
      whenPainted?.(page, y, name)
      paintKind(page, kind, WORDING.x, y + styles.head.leading / 2 - MARK / 2, MARK)
    },
  })
  const line: Row = {
    before: 0,
    height: mm(0.8),
    keep: true,
    paint: (page, y) => page.decoration().rule(WORDING.x, y + mm(0.8), WORDING.width, 0.3, EDGE),
  }
  return [...rows, line]
}

/** Criteria with hanging letters: the first two hold together, and the last of more than two never stands alone. */
export function criterionRows({ styles, wording }: Paper, list: Tag, criteria: readonly string[]): Row[] {
  return criteria.flatMap((text, at) => {
    const item = tag('LI', list)
    const label = { tag: tag('Lbl', item), text: letter(at), style: styles.letter, x: WORDING.x + LETTER }
    return textRows({
      tag: tag('LBody', item, wording),
      text,
      style: styles.criterion,
      column: HANGING,
      before: at === 0 ? mm(1.2) : 2,
      keep: (at === 0 && criteria.length > 1) || (at === criteria.length - 2 && criteria.length > 2),
      label,
    })
  })
}

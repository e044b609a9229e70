import type { Row } from '../../flow.ts'
import { AREA, mm, type Column } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import { textRows } from '../../rows.ts'
import { INK, rise } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { setLines, widthOf } from '../../type/set-lines.ts'
import { paintDots } from './numbered-lines.ts'

const POSITIONS = ['agree', 'agreeWithChange', 'disagree', 'abstain'] as const
const BOX = 8
const AFTER_BOX = 5
const BETWEEN = mm(9)
const WHOLE: Column = { x: AREA.left, width: AREA.right - AREA.left }

/** Where one notes one's position on a part, and the reason for it. It is not parted by a page break. */
export function positionForm(paper: Paper, sect: Tag, title: string): Row[] {
  const { texts, styles } = paper
  const heading = textRows({
    tag: tag('H3', sect),
    text: title,
    style: styles.head,
    column: WHOLE,
    before: mm(9),
    keep: true,
    heading: true,
  })
  const reason = textRows({
    tag: tag('P', sect),
    text: texts.text('panel.handout.reason'),
    style: styles.small,
    column: WHOLE,
    before: mm(3),
    keep: true,
  })
  const dots: Row = {
    before: 0,
    height: 3 * styles.lineText.leading,
    keep: false,
    paint: (page, y) => {
      for (let line = 1; line <= 3; line++) paintDots(page, y + line * styles.lineText.leading - 4, WHOLE)
    },
  }
  return [...heading, choices(paper, sect), ...reason, dots]
}

/** The four positions on a line, each after its box. */
function choices({ texts, styles }: Paper, sect: Tag): Row {
  const style = styles.interface
  const list = tag('L', sect)
  const offered = POSITIONS.map((position) => ({
    text: texts.text(`panel.position.${position}`),
    body: tag('LBody', tag('LI', list)),
  }))
  return {
    before: mm(1.6),
    height: style.leading,
    keep: true,
    paint(page, y) {
      let x = AREA.left
      for (const { text, body } of offered) {
        const baseline = y + rise(style)
        page.decoration().frame(x + 0.4, baseline - BOX + 1, BOX, BOX, 0.8, INK)
        const [line] = setLines([{ text, style }], WHOLE.width)
        if (line) page.tagged(body).line(line, x + BOX + AFTER_BOX, baseline)
        x += BOX + AFTER_BOX + widthOf(text, style) + BETWEEN
      }
    },
  }
}

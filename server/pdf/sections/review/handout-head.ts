import type { Row } from '../../flow.ts'
import { AREA, mm, type Column } from '../../measures.ts'
import { textRows } from '../../rows.ts'
import { rise } from '../../styles.ts'
import { tag } from '../../tagged.ts'
import { setLines } from '../../type/set-lines.ts'
import type { Entry, Opening } from '../section-head.ts'
import type { HandoutJob } from './handout-text.ts'
import { paintChanged, REMARKS } from './numbered-lines.ts'

const WHOLE: Column = { x: AREA.left, width: AREA.right - AREA.left }
const FACTS: Column = { x: AREA.left, width: mm(112) }

/** Opens a part of the hand-out: its number and title, a line of facts, and what the column for remarks is. */
export function openPart(job: HandoutJob, entry: Entry, facts: string, isChanged: boolean): Opening {
  const { styles, texts, document } = job
  const sect = tag('Sect', document)
  const heading = tag('H2', sect, entry.attributes)
  const bookmark: Opening['bookmark'] = { current: undefined }
  const title = entry.number === undefined ? entry.title : `${entry.number} ${entry.title}`
  const head = textRows({
    tag: heading,
    text: entry.number === undefined ? entry.title : `${entry.number}\u2002${entry.title}`,
    style: styles.lineTitle,
    column: WHOLE,
    keep: true,
    heading: true,
    beside: (page, y) => {
      page.name(entry.place, y - mm(4))
      bookmark.current = page.bookmark(title, y - mm(4), undefined)
    },
  })
  const mark = isChanged ? tag('P', sect) : undefined
  const label = tag('P', sect)
  const style = styles.smallStrong
  const [myRemark] = setLines([{ text: texts.text('panel.handout.myRemark'), style }], REMARKS.width)
  const factLines = setLines([{ text: facts, style: styles.small }], FACTS.width)
  const factsOf = tag('P', sect)
  const below: Row = {
    before: mm(2.4),
    height: Math.max(1, factLines.length) * styles.small.leading + mm(2),
    keep: true,
    paint(page, y) {
      factLines.forEach((line, at) =>
        page.tagged(factsOf).line(line, FACTS.x, y + at * styles.small.leading + rise(styles.small)),
      )
      if (myRemark) page.tagged(label).line(myRemark, REMARKS.x, y + rise(style))
      if (mark) paintChanged(job, page, mark, y + rise(style) - style.leading)
    },
  }
  return { sect, bookmark, rows: [...head.map((row) => ({ ...row, keep: true })), below] }
}

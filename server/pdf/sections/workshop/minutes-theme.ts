import { CATEGORIES } from '../../../domain/profile/number-items.ts'
import type { Row } from '../../flow.ts'
import { ADDRESS, AREA, MARGIN, mm, WORDING } from '../../measures.ts'
import type { Bookmark } from '../../page.ts'
import type { Paper } from '../../print-job.ts'
import type { OutcomeMinutes, ThemeMinutes, WorkshopMinutes } from './minutes-input.ts'
import { noteStrip, textRows } from '../../rows.ts'
import { INK } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { categoryHead, criterionRows, HANGING } from '../outcome-parts.ts'

/** A theme under a thick line: its number and name, and its outcomes by category with their criteria. */
export function themeRows(
  paper: Paper,
  input: WorkshopMinutes,
  sect: Tag,
  theme: ThemeMinutes,
  number: number,
  under: { readonly current: Bookmark | undefined },
): Row[] {
  const { texts, styles, wording } = paper
  const { thirdCategory, outcomeStem } = input
  const title = theme.title.trim() || texts.text('workshop.group.untitledTheme')
  const heading = tag('H3', sect, wording)
  const head = textRows({
    tag: heading,
    text: title,
    style: styles.sectionHead,
    column: WORDING,
    before: mm(11),
    keep: true,
    heading: true,
    label: { tag: heading, text: `${number}`, style: styles.themeNumber, x: ADDRESS.x },
    note: noteStrip(
      [{ tag: tag('P', sect), text: texts.count('workshop.cards', theme.cards), style: styles.note }],
      MARGIN,
      styles.sectionHead,
    ),
    beside: (page, y) => {
      page.bookmark(`${number} ${title}`, y - mm(4), under.current)
      // at a page's top the header's line is near enough
      if (y > AREA.top) page.decoration().rule(AREA.left, y - mm(3.6), AREA.right - AREA.left, 1, INK)
    },
  })
  let numbered = 0
  const groups = CATEGORIES.flatMap((category) => {
    const outcomes = theme.outcomes.filter((outcome) => outcome.category === category)
    if (outcomes.length === 0) return []
    const rows = categoryHead(paper, sect, { category, thirdCategory, outcomeStem, level: 'H4' })
    const list = tag('L', sect, { numbering: 'Decimal' })
    return [
      ...rows,
      ...outcomes.flatMap((outcome) => outcomeRows(paper, list, outcome, `${number}.${++numbered}`)),
    ]
  })
  return [...head, ...(groups.length > 0 ? groups : emptyRows(paper, sect))]
}

function emptyRows({ texts, styles }: Paper, sect: Tag): Row[] {
  const text = texts.text('workshop.group.noOutcome')
  return textRows({ tag: tag('P', sect), text, style: styles.interfaceQuiet, column: WORDING, before: mm(1) })
}

/** An outcome with its criteria; it keeps its first two. */
function outcomeRows(paper: Paper, list: Tag, { text, criteria }: OutcomeMinutes, number: string): Row[] {
  const { texts, styles, wording } = paper
  const item = tag('LI', list)
  const label = { tag: tag('Lbl', item), text: number, style: styles.outcomeNumber, x: ADDRESS.x }
  const body = tag('LBody', item)
  const head = textRows({
    tag: tag('P', body, wording),
    text,
    style: styles.outcome,
    column: WORDING,
    before: mm(2.6),
    label,
  }).map((row) => ({ ...row, keep: true }))
  const below =
    criteria.length > 0
      ? criterionRows(paper, tag('L', body, { numbering: 'LowerAlpha' }), criteria)
      : textRows({
          tag: tag('P', body),
          text: texts.text('workshop.group.noCriterion'),
          style: styles.note,
          column: HANGING,
          before: 2,
        })
  return [...head, ...below]
}

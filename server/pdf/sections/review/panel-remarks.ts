import { linesOf } from '../../../domain/publishing/lines.ts'
import { AREA, mm, type Column } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import type { MarkedRun } from '../../rows.ts'
import { tableRows, type Cell } from '../../tables.ts'
import type { ListedSection } from '../section-head.ts'
import { countInWords } from './count-in-words.ts'
import type { AnsweredRemark, PanelMinutes } from './panel-minutes-input.ts'
import { ownWords, panelSection, sentenceRows, spacedTable } from './panel-section.ts'

const NUMBER: Column = { x: AREA.left, width: mm(16) }
const REMARK: Column = { x: NUMBER.x + mm(20), width: mm(74) }
const OUTCOME: Column = { x: REMARK.x + mm(80), width: AREA.right - REMARK.x - mm(80) }

/** Every answered remark with what became of it and why, the author only by perspective; and how many wait for an answer. */
export function panelRemarks(paper: Paper, { remarks, openRemarks }: PanelMinutes): ListedSection {
  const { text } = paper.texts
  return panelSection(paper, 'remarks', text('panel.remarks'), (sect) => {
    const waiting = openRemarks > 0 ? [countInWords(paper.texts, 'panel.remarks.waiting', openRemarks)] : []
    if (remarks.length === 0) return sentenceRows(paper, sect, waiting[0] ?? text('panel.remarks.none'))
    const table = tableRows({
      parent: sect,
      columns: [NUMBER, REMARK, OUTCOME],
      heads: {
        texts: [text('panel.remarks.number'), text('panel.remarks.remark'), text('panel.remarks.outcome')],
        style: paper.styles.columnHead,
      },
      rows: remarks.map((remark) => cellsOf(paper, remark)),
    })
    const counts = [countsIn(paper, remarks), ...waiting].join(' ')
    return [...sentenceRows(paper, sect, counts, { keep: true }), ...spacedTable(table)]
  })
}

function countsIn({ texts }: Paper, remarks: readonly AnsweredRemark[]): string {
  const counts = (['accepted', 'changed', 'declined'] as const).flatMap((outcome) => {
    const count = remarks.filter((remark) => remark.outcome === outcome).length
    return count > 0 ? [countInWords(texts, `panel.remarks.${outcome}`, count)] : []
  })
  return texts.text('panel.remarks.intro', { counts: texts.list(counts) })
}

function cellsOf(paper: Paper, remark: AnsweredRemark): Cell[] {
  const { texts, styles } = paper
  const { text } = texts
  const { number, perspective, proposal, outcome, reason, by } = remark
  const style = styles.fact
  const own = (words: string): MarkedRun[][] => linesOf(words).map((line) => [ownWords(paper, line, style)])
  const [first, ...more] = own(proposal ?? '')
  const proposed = first
    ? [[{ text: `${text('panel.remarks.proposal')} `, style: styles.factStrong }, ...first], ...more]
    : []
  return [
    number
      ? { texts: [number], style: styles.digits, head: true }
      : { texts: [text('panel.remarks.whole')], style, head: true },
    {
      texts: [
        ...(perspective.trim() ? [[ownWords(paper, perspective, styles.factStrong)]] : []),
        ...own(remark.text),
        ...proposed,
      ],
      style,
    },
    {
      texts: [
        [{ text: text(`panel.outcome.${outcome}`), style: styles.factStrong }],
        ...own(reason),
        ...(by.trim() ? [[{ text: text('panel.outcome.by', { role: by }), style: styles.factName }]] : []),
      ],
      style,
    },
  ]
}

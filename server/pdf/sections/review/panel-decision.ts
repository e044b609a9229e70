import { linesOf } from '../../../domain/publishing/lines.ts'
import type { Paper } from '../../print-job.ts'
import { fact, factRows } from '../facts.ts'
import type { ListedSection } from '../section-head.ts'
import type { PanelMinutes } from './panel-minutes-input.ts'
import { panelSection, sentenceRows, spacedTable } from './panel-section.ts'

/** What was decided, when, by whom and on what grounds; and whether it was taken back. */
export function panelDecision(paper: Paper, { decision, version }: PanelMinutes): ListedSection {
  const { texts, styles } = paper
  const { text } = texts
  return panelSection(paper, 'decision', text('panel.decision'), (sect) => {
    const style = styles.coverLead
    if (!decision) return sentenceRows(paper, sect, text('panel.decision.none'), { style })
    const { outcome, decidedOn, decidedBy, grounds, recalledAt } = decision
    const recalled = recalledAt
      ? sentenceRows(paper, sect, text('panel.decision.recalled', { time: texts.moment(recalledAt) }), {
          style: styles.interfaceStrong,
          keep: true,
        })
      : []
    return [
      ...sentenceRows(paper, sect, text(`panel.decision.${outcome}`), { style, keep: true }),
      ...recalled,
      ...spacedTable(
        factRows(paper, sect, [
          fact(paper, text('panel.decision.on'), texts.day(decidedOn)),
          ...(decidedBy.trim() ? [fact(paper, text('panel.decision.by'), decidedBy, true)] : []),
          ...(grounds.trim() ? [fact(paper, text('panel.decision.grounds'), linesOf(grounds), true)] : []),
          ...(version ? [fact(paper, text('panel.decision.version'), version)] : []),
        ]),
      ),
    ]
  })
}

import type { PlannedPhase } from '../../../../schemas/types.ts'
import type { Section } from '../../flow.ts'
import { ADDRESS, AREA, mm, WORDING, type Column } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import type { WorkshopMinutes } from './minutes-input.ts'
import { tableRows } from '../../tables.ts'
import { openSection } from '../section-head.ts'

const TIME: Column = { x: AREA.right - mm(24), width: mm(24) }
const WHAT: Column = { x: WORDING.x, width: TIME.x - mm(6) - WORDING.x }

/** What was done: each phase, what the groups did in it, and the time that was meant for it. */
export function minutesPhases(paper: Paper, { workshop }: WorkshopMinutes): Section {
  const { texts, styles } = paper
  const { text } = texts
  const title = text('workshop.minutes.phases')
  const { sect, rows } = openSection(paper, { place: 'phases', title, attributes: {} })
  const whatOf = ({ phase }: PlannedPhase) =>
    text(
      phase === 'collect' && workshop.anonymity.silentCollect
        ? 'workshop.did.collectSilent'
        : `workshop.did.${phase}`,
    )
  // the last phase without a time is no more than the end
  const held = workshop.phases.filter(({ phase, minutes }) => phase !== 'done' || minutes > 0)
  const [head, ...body] = tableRows({
    parent: sect,
    columns: [ADDRESS, WHAT, TIME],
    heads: {
      texts: [text('workshop.minutes.phase'), text('workshop.minutes.what'), text('workshop.minutes.time')],
      style: styles.columnHead,
    },
    rows: held.map((planned) => [
      { texts: [text(`workshop.phase.${planned.phase}`)], style: styles.fact, head: true },
      { texts: [whatOf(planned)], style: styles.fact },
      {
        texts: [
          planned.minutes > 0
            ? texts.count('workshop.minutes.minutes', planned.minutes)
            : text('workshop.minutes.noTime'),
        ],
        style: styles.digits,
      },
    ]),
  })
  return {
    heading: title,
    start: 'flow',
    before: mm(14),
    rows: [...rows, ...(head ? [{ ...head, before: mm(4) }] : []), ...body],
  }
}

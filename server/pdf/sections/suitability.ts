import { linesOf } from '../../domain/publishing/lines.ts'
import { paintKind } from '../marks.ts'
import { ADDRESS, AREA, mm, WORDING } from '../measures.ts'
import type { PrintJob } from '../print-job.ts'
import { textRows } from '../rows.ts'
import { tableRows } from '../tables.ts'
import { tag } from '../tagged.ts'
import { openSection, type ListedSection } from './section-head.ts'

const MARK = mm(4)
const SEEN = { x: WORDING.x, width: mm(70) }
const REASON = { x: SEEN.x + SEEN.width + mm(5), width: AREA.right - SEEN.x - SEEN.width - mm(5) }

/** Personal suitability: what one can see, and beside it what in the work calls for it. It is never assessed. */
export function suitabilitySection(job: PrintJob): ListedSection | undefined {
  const { profile, texts, styles, wording } = job
  if (profile.personalSuitability.length === 0) return undefined
  const entry = {
    place: 'suitability',
    title: texts.text('suitability'),
    aside: texts.text('notAssessed'),
    attributes: {},
  }
  const { sect, rows } = openSection(job, entry)
  const intro = textRows({
    tag: tag('P', sect),
    text: texts.text('suitabilityIntro'),
    style: styles.interface,
    column: WORDING,
    before: mm(3),
    keep: true,
  })
  const table = tableRows({
    parent: sect,
    columns: [SEEN, REASON],
    heads: {
      texts: [texts.text('suitabilitySeen'), texts.text('suitabilityReason')],
      style: styles.columnHead,
    },
    rows: profile.personalSuitability.map(({ text, reason }) => [
      {
        texts: [text],
        style: styles.outcome,
        attributes: wording,
        beside: {
          indent: 0,
          paint: (page, _, baseline) =>
            paintKind(page, 'suitability', ADDRESS.x + ADDRESS.width - MARK, baseline - MARK * 0.8, MARK),
        },
      },
      { texts: linesOf(reason), style: styles.reason, attributes: wording },
    ]),
  })
  const [head, ...body] = table
  const spaced = head ? [{ ...head, before: mm(4) }, ...body] : []
  return { heading: entry.title, start: 'flow', before: mm(11), rows: [...rows, ...intro, ...spaced], entry }
}

import type { Row } from '../flow.ts'
import { numberItems } from '../../domain/profile/number-items.ts'
import { inFours } from '../../domain/publishing/in-fours.ts'
import { linesOf } from '../../domain/publishing/lines.ts'
import { AREA, mm, WORDING } from '../measures.ts'
import { DIGITS_SHOWN, type PrintJob } from '../print-job.ts'
import { textRows } from '../rows.ts'
import { tableRows } from '../tables.ts'
import { tag, type Tag } from '../tagged.ts'
import { fact, factRows } from './facts.ts'
import { openSection, subheading, type ListedSection } from './section-head.ts'

/** Who approved the version, when and on what grounds; what was ruled of changed wordings; when it is due again. */
export function decisionSection(job: PrintJob): ListedSection | undefined {
  const { input, texts, styles } = job
  if (input.kind !== 'edition') return undefined
  const { edition, digest } = input
  const { text } = texts
  const entry = { place: 'decision', title: text('decision'), attributes: {} }
  const { sect, rows } = openSection(job, entry)
  const { supersedes, decision, versionReason } = edition
  const facts = factRows(job, sect, [
    fact(job, text('decidedOn'), texts.day(decision.decidedOn)),
    fact(job, text('decidedBy'), decision.decidedBy, true),
    ...(decision.grounds.trim() ? [fact(job, text('grounds'), linesOf(decision.grounds), true)] : []),
    fact(job, text('version'), edition.version),
    ...(versionReason.trim() ? [fact(job, text('versionReason'), linesOf(versionReason), true)] : []),
    fact(
      job,
      text('replaces'),
      supersedes
        ? text('replacedVersion', {
            version: supersedes.version,
            digest: inFours(supersedes.digest, DIGITS_SHOWN),
          })
        : text('replacesNothing'),
    ),
    fact(job, text('nextReview'), text('nextReviewBy', { date: texts.day(edition.nextReviewDue) })),
    {
      name: text('digestLabel'),
      value: {
        texts: [
          [{ text: inFours(digest, 32), style: styles.digits }],
          [{ text: inFours(digest.slice(32)), style: styles.digits }],
          [{ text: text('digestMeaning'), style: styles.reason }],
        ],
        style: styles.digits,
      },
    },
  ])
  const [top, ...body] = facts
  return {
    heading: entry.title,
    start: 'page',
    before: 0,
    rows: [...rows, ...(top ? [{ ...top, before: mm(4) }] : []), ...body, ...rulingRows(job, sect)],
    entry,
  }
}

const NUMBER = { x: AREA.left, width: mm(16) }
const VERDICT = { x: AREA.left + mm(20), width: mm(34) }
const REASON = { x: VERDICT.x + VERDICT.width + mm(4), width: AREA.right - VERDICT.x - VERDICT.width - mm(4) }

function rulingRows(job: PrintJob, sect: Tag): Row[] {
  const { input, texts, styles, wording, profile } = job
  if (input.kind !== 'edition' || input.edition.rulings.length === 0) return []
  const numbers = numberItems(profile)
  const order = [...numbers.keys()]
  const rulings = [...input.edition.rulings].sort((a, b) => order.indexOf(a.itemId) - order.indexOf(b.itemId))
  const intro = textRows({
    tag: tag('P', sect),
    text: texts.text('rulingsIntro'),
    style: styles.interface,
    column: WORDING,
    keep: true,
  })
  const [head, ...rows] = tableRows({
    parent: sect,
    columns: [NUMBER, VERDICT, REASON],
    heads: {
      texts: [texts.text('rulingItem'), texts.text('rulingVerdict'), texts.text('rulingReason')],
      style: styles.columnHead,
    },
    rows: rulings.map(({ itemId, equivalent, reason }) => [
      { texts: [numbers.get(itemId) ?? ''], style: styles.digits, head: true },
      { texts: [texts.text(equivalent ? 'equivalent' : 'notEquivalent')], style: styles.fact },
      { texts: linesOf(reason), style: styles.fact, attributes: wording },
    ]),
  })
  const heading = subheading(job, sect, texts.text('rulings'), mm(9))
  return [...heading, ...intro, ...(head ? [{ ...head, before: mm(3) }] : []), ...rows]
}

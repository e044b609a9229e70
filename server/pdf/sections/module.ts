import type { LearningOutcome, ModuleLink } from '../../../schemas/types.ts'
import { groupOutcomes, type OutcomeGroup } from '../../domain/profile/number-items.ts'
import { linesOf } from '../../domain/publishing/lines.ts'
import type { Row, Strip } from '../flow.ts'
import { paintRule } from '../marks.ts'
import { ADDRESS, MARGIN, mm, WORDING } from '../measures.ts'
import type { PrintJob } from '../print-job.ts'
import { noteStrip, textRows, type MarkedRun } from '../rows.ts'
import { tag, type Tag } from '../tagged.ts'
import type { Explain } from './explain-terms.ts'
import { methodRows } from './methods.ts'
import { categoryHead, criterionRows, HANGING } from './outcome-parts.ts'
import { openSection, type ListedSection, type Opening } from './section-head.ts'

/** A module: its number and title, what it is for, and its outcomes by category with their criteria. */
export function moduleSection(
  job: PrintJob,
  link: ModuleLink,
  index: number,
  explain: Explain,
): ListedSection {
  const { texts, wording } = job
  const { module } = link
  const number = `${index + 1}`
  const entry = {
    place: `module-${number.padStart(4, '0')}`,
    number,
    title: module.title.trim() || texts.text('untitledModule'),
    ...(link.obligation === 'optional' && { aside: texts.text('obligation.optional') }),
    attributes: wording,
  }
  const opening = openSection(job, entry, (sect) => factsNote(job, sect, link))
  const groups = groupOutcomes(module)
  let outcomes = 0
  const rows = groups.flatMap((group) => {
    const first = outcomes
    outcomes += group.outcomes.length
    return groupRows(job, opening, group, (at) => `${number}.${first + at + 1}`, explain)
  })
  const methods = methodRows(job, opening.sect, module, number)
  return {
    heading: texts.text('module', { number }),
    module: index + 1,
    start: 'third',
    before: mm(14),
    rows: [
      ...opening.rows,
      ...introRows(job, opening.sect, link),
      ...(rows.length > 0 ? rows : emptyRow(job, opening.sect)).map((row, at) =>
        at === rows.length - 1 && methods.length > 0 ? { ...row, keep: true } : row,
      ),
      ...methods,
    ],
    entry,
  }
}

/** Stickan and what it shows in words; whether everyone needs the module; how much it takes, if that is said. */
function factsNote(job: PrintJob, sect: Tag, { module, obligation }: ModuleLink): Strip {
  const { texts, styles } = job
  const level = module.seqfLevel
  const lines = [
    level === null ? texts.text('noLevel') : texts.text('seqf', { level }),
    texts.text(`obligation.${obligation}`),
    ...(module.volume ? [texts.count(`volume.${module.volume.unit}`, module.volume.amount)] : []),
  ]
  const words = noteStrip(
    lines.map((text) => ({ tag: tag('P', sect), text, style: styles.note })),
    MARGIN,
    styles.note,
  )
  return {
    height: mm(7) + words.height,
    paint: (page, y) => {
      paintRule(page, { at: level, of: 8, step: mm(2.6) }, MARGIN.x, y + mm(5.5))
      words.paint(page, y + mm(7))
    },
  }
}

function introRows(
  { texts, styles, wording }: PrintJob,
  sect: Tag,
  { module, linkedFrom }: ModuleLink,
): Row[] {
  const purpose = linesOf(module.purpose).flatMap((text, index) =>
    textRows({
      tag: tag('P', sect, wording),
      text,
      style: styles.interface,
      column: WORDING,
      before: index === 0 ? mm(3) : mm(1),
      keep: true,
    }),
  )
  const needed = linesOf(module.prerequisites).flatMap((text, index): Row[] => {
    const paragraph = tag('P', sect)
    const runs: MarkedRun[] = [
      { text: `${texts.text('prerequisites')} `, style: styles.interfaceStrong, tag: tag('Span', paragraph) },
      { text, style: styles.interface, tag: tag('Span', paragraph, wording) },
    ]
    return textRows({
      tag: paragraph,
      text: index === 0 ? runs : runs.slice(1),
      style: styles.interface,
      column: WORDING,
      before: mm(1.6),
      keep: true,
    })
  })
  const from = [
    linkedFrom && texts.text('linkedFrom', { slug: linkedFrom.profileSlug, version: linkedFrom.version }),
    module.origin &&
      texts.text('origin', { slug: module.origin.profileSlug, version: module.origin.version }),
  ].filter((text) => text !== undefined)
  const notes = from.flatMap((text) =>
    textRows({ tag: tag('P', sect), text, style: styles.note, column: WORDING, before: mm(1.6), keep: true }),
  )
  return [...purpose, ...needed, ...notes]
}

function emptyRow({ texts, styles }: PrintJob, sect: Tag): Row[] {
  const text = texts.text('noOutcome')
  return textRows({ tag: tag('P', sect), text, style: styles.interfaceQuiet, column: WORDING, before: mm(5) })
}

function groupRows(
  job: PrintJob,
  opening: Opening,
  { category, outcomes }: OutcomeGroup,
  numberOf: (at: number) => string,
  explain: Explain,
): Row[] {
  const { sect, bookmark } = opening
  const list = tag('L', sect, { numbering: 'Decimal' })
  const { thirdCategory } = job.input
  const { outcomeStem } = job.profile
  const head = categoryHead(
    job,
    sect,
    { category, thirdCategory, outcomeStem, level: 'H3' },
    (page, y, name) => page.bookmark(name, y - mm(4), bookmark.current),
  )
  return [
    ...head,
    ...outcomes.flatMap((outcome, at) => outcomeRows(job, list, outcome, numberOf(at), explain)),
  ]
}

/** An outcome with its criteria: it keeps its first two, and the last of more than two never stands alone. */
function outcomeRows(
  job: PrintJob,
  list: Tag,
  outcome: LearningOutcome,
  number: string,
  explain: Explain,
): Row[] {
  const { styles, wording, texts } = job
  const item = tag('LI', list)
  const label = { tag: tag('Lbl', item), text: number, style: styles.outcomeNumber, x: ADDRESS.x }
  const body = tag('LBody', item)
  const head = textRows({
    tag: tag('P', body, wording),
    text: outcome.text,
    style: styles.outcome,
    column: WORDING,
    before: mm(2.6),
    label,
  }).map((row) => ({ ...row, keep: true }))
  const criteria =
    outcome.criteria.length > 0
      ? criterionRows(
          job,
          tag('L', body, { numbering: 'LowerAlpha' }),
          outcome.criteria.map(({ text }) => text),
        )
      : textRows({
          tag: tag('P', body),
          text: texts.text('noCriterion'),
          style: styles.note,
          column: HANGING,
          before: 2,
        })
  const room = [...head.slice(1), ...criteria].reduce((sum, row) => sum + row.before + row.height, 0)
  const note = explain(outcome, room + (head[0]?.height ?? 0), body)
  return [...head.map((row, at) => (at === 0 && note ? { ...row, note } : row)), ...criteria]
}

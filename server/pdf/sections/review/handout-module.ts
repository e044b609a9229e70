import type { AssessmentCriterion, LearningOutcome, ModuleLink } from '../../../../schemas/types.ts'
import { groupOutcomes, letter, type OutcomeGroup } from '../../../domain/profile/number-items.ts'
import type { Row } from '../../flow.ts'
import { paintKind } from '../../marks.ts'
import { mm, type Column } from '../../measures.ts'
import { textRows, type MarkedRun } from '../../rows.ts'
import { rise } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import type { ListedSection, Opening } from '../section-head.ts'
import { openPart } from './handout-head.ts'
import { lineHeading, lineParagraphs, type HandoutJob } from './handout-text.ts'
import { INNER, LINES } from './numbered-lines.ts'
import { positionForm } from './position-form.ts'

const LETTER = mm(6)
const CRITERIA: Column = { x: INNER.x + LETTER, width: INNER.width - LETTER }
const MARK = mm(3.6)

/** A module with its outcomes and criteria, and where one notes one's position on it. */
export function handoutModule(job: HandoutJob, link: ModuleLink, index: number): ListedSection {
  const { texts, wording, changes, styles } = job
  const { module } = link
  const number = `${index + 1}`
  const entry = {
    place: `module-${number.padStart(4, '0')}`,
    number,
    title: module.title.trim() || texts.text('untitledModule'),
    ...(link.obligation === 'optional' && { aside: texts.text('obligation.optional') }),
    attributes: wording,
  }
  const opening = openPart(job, entry, factsOf(job, link), changes.ofPart(number))
  const { sect } = opening
  const labelled = (text: string, label?: string) =>
    lineParagraphs(job, sect, {
      text,
      before: 9.5,
      change: changes.of(number, text),
      ...(label !== undefined && { label }),
    })
  // lines are counted as they are set: in the order of the text
  const intro = [
    ...labelled(module.purpose),
    ...labelled(module.levelRationale, texts.text('panel.handout.levelLabel')),
    ...labelled(module.prerequisites, texts.text('prerequisites')),
  ]
  let count = 0
  const groups = groupOutcomes(module).flatMap((group) => {
    const first = count
    count += group.outcomes.length
    return groupRows(job, opening, group, (at) => `${number}.${first + at + 1}`)
  })
  const empty = () =>
    textRows({
      tag: tag('P', sect),
      text: texts.text('noOutcome'),
      style: styles.interfaceQuiet,
      column: LINES,
      before: mm(5),
    })
  return {
    heading: texts.text('module', { number }),
    module: index + 1,
    start: 'third',
    before: mm(16),
    rows: [
      ...opening.rows,
      ...intro,
      ...(groups.length > 0 ? groups : empty()),
      ...methodRows(job, sect, link, number),
      ...positionForm(job, sect, texts.text('panel.handout.modulePosition', { number })),
    ],
    entry,
  }
}

/** Level, whether everyone needs it, how much it takes, and where the module comes from. */
function factsOf({ texts }: HandoutJob, { module, obligation, linkedFrom }: ModuleLink): string {
  const { text } = texts
  const facts = [
    module.seqfLevel === null ? text('noLevel') : text('seqf', { level: module.seqfLevel }),
    text(`obligation.${obligation}`),
    ...(module.volume ? [texts.count(`volume.${module.volume.unit}`, module.volume.amount)] : []),
  ].join(', ')
  if (!linkedFrom) return facts
  return `${facts}. ${text('linkedFrom', { slug: linkedFrom.profileSlug, version: linkedFrom.version })}`
}

function groupRows(
  job: HandoutJob,
  { sect, bookmark }: Opening,
  { category, outcomes }: OutcomeGroup,
  numberOf: (at: number) => string,
): Row[] {
  const { texts, styles, wording, input, profile } = job
  const kind = category === 'responsibilityAutonomy' ? input.thirdCategory : category
  const name = texts.text(`category.${kind}`)
  const stem = profile.outcomeStem.trim()
  const heading = tag('H3', sect)
  const runs: MarkedRun[] = [
    { text: `${name} `, style: styles.lineStrong, tag: heading },
    ...(stem ? [{ text: `\u00A0\u00A0${stem}`, style: styles.lineQuiet, tag: tag('P', sect, wording) }] : []),
  ]
  const head = textRows({
    tag: heading,
    text: runs,
    style: styles.lineStrong,
    column: INNER,
    before: styles.lineStrong.leading * 0.75,
    keep: true,
    beside: (page, y) => {
      page.bookmark(name, y - mm(4), bookmark.current)
      paintKind(page, kind, LINES.x + mm(3), y + rise(styles.lineStrong) - MARK * 0.83, MARK)
    },
  }).map((row) => ({ ...row, keep: true }))
  const list = tag('L', sect, { numbering: 'Decimal' })
  return [...head, ...outcomes.flatMap((outcome, at) => outcomeRows(job, list, outcome, numberOf(at)))]
}

/** An outcome with its criteria: it keeps its first. */
function outcomeRows(job: HandoutJob, list: Tag, { text, criteria }: LearningOutcome, number: string): Row[] {
  const { styles, wording, sheet, changes, texts } = job
  const item = tag('LI', list)
  const body = tag('LBody', item)
  const change = changes.of(number, text)
  const head = sheet({
    tag: tag('P', body, wording),
    text,
    style: styles.lineText,
    column: INNER,
    before: 4,
    label: { tag: tag('Lbl', item), text: number, style: styles.lineQuiet, x: LINES.x },
    changed: change && { change, parent: body },
  }).map((row) => ({ ...row, keep: true }))
  if (criteria.length === 0) {
    const none = { text: texts.text('noCriterion'), style: styles.interfaceQuiet, column: CRITERIA }
    return [...head, ...textRows({ ...none, tag: tag('P', body) })]
  }
  const inner = tag('L', body, { numbering: 'LowerAlpha' })
  return [
    ...head,
    ...criteria.flatMap((criterion, at) =>
      criterionRows(job, inner, criterion, `${number} ${letter(at)}`, at === criteria.length - 2),
    ),
  ]
}

function criterionRows(
  { styles, wording, sheet, changes }: HandoutJob,
  list: Tag,
  { text }: AssessmentCriterion,
  number: string,
  keep: boolean,
): Row[] {
  const item = tag('LI', list)
  const body = tag('LBody', item)
  const change = changes.of(number, text)
  return sheet({
    tag: tag('P', body, wording),
    text,
    style: styles.lineText,
    column: CRITERIA,
    keep,
    label: {
      tag: tag('Lbl', item),
      text: number.split(' ')[1] ?? '',
      style: styles.lineLetter,
      x: INNER.x + mm(0.6),
    },
    changed: change && { change, parent: body },
  })
}

type Method = AssessmentCriterion['assessmentMethods'][number]
const METHODS: readonly Method[] = [
  'observation',
  'conversation',
  'task',
  'simulation',
  'writtenAnswer',
  'document',
]

/** The suggested ways of assessing, each with the criteria that it suits: they are decided on too. */
function methodRows(job: HandoutJob, sect: Tag, { module }: ModuleLink, number: string): Row[] {
  const { texts, styles, sheet } = job
  const outcomes = groupOutcomes(module).flatMap((group) => group.outcomes)
  const criteria = outcomes.flatMap((outcome, o) =>
    outcome.criteria.map((criterion, c) => ({ criterion, number: `${number}.${o + 1} ${letter(c)}` })),
  )
  const lines = METHODS.flatMap((method) => {
    const suited = criteria.filter(({ criterion }) => criterion.assessmentMethods.includes(method))
    if (suited.length === 0) return []
    const numbers = suited.map((each) => each.number.replace(' ', '\u00A0')).join(', ')
    return texts.text('panel.handout.methodLine', { method: texts.text(`method.${method}`), numbers })
  })
  if (lines.length === 0) return []
  return [
    ...lineHeading(job, sect, texts.text('panel.handout.methods')),
    ...lines.flatMap((text) => sheet({ tag: tag('P', sect), text, style: styles.lineText, column: LINES })),
  ]
}

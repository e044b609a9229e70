import type { Row, Strip } from '../flow.ts'
import { paintRule } from '../marks.ts'
import { ADDRESS, MARGIN, mm, WORDING } from '../measures.ts'
import type { PrintJob } from '../print-job.ts'
import { noteStrip, textRows } from '../rows.ts'
import { rise } from '../styles.ts'
import { tag, type Tag } from '../tagged.ts'
import { openSection, subheading, type Entry, type ListedSection } from './section-head.ts'
import { markdownRows, paragraphs } from './wordings.ts'

const BELOW_TITLE = mm(3)

/** What the work is, what the profile is for, what it leaves out, and its level. Parts without text are left out. */
export function roleSections(job: PrintJob): ListedSection[] {
  const { profile, texts } = job
  const parts: ListedSection[] = []
  const add = (place: string, title: string, rowsOf: (sect: Tag) => readonly Row[]) => {
    const entry: Entry = { place, title, attributes: {} }
    const { sect, rows } = openSection(job, entry)
    const body = rowsOf(sect)
    if (body.length === 0) return
    const start = parts.length === 0 ? 'page' : 'flow'
    parts.push({ heading: title, start, before: mm(11), rows: [...rows, ...body], entry })
  }
  add('role', texts.text('role'), (sect) => markdownRows(job, sect, profile.roleDescription, BELOW_TITLE))
  add('purpose', texts.text('purposeAndTarget'), (sect) => purposeRows(job, sect))
  add('delimitations', texts.text('delimitations'), (sect) =>
    markdownRows(job, sect, profile.delimitations, BELOW_TITLE),
  )
  add('level', texts.text('levelHeading'), (sect) => levelRows(job, sect))
  return parts
}

function purposeRows(job: PrintJob, sect: Tag): Row[] {
  const { purpose, targetGroup } = job.profile
  return [
    ...paragraphs(job, sect, purpose, BELOW_TITLE),
    ...(targetGroup.trim() ? subheading(job, sect, job.texts.text('target'), mm(5)) : []),
    ...paragraphs(job, sect, targetGroup, 1),
  ]
}

function levelRows(job: PrintJob, sect: Tag): Row[] {
  const { profile, texts, styles } = job
  if (profile.seqfLevel === null && profile.levelRationale.trim() === '') return []
  const level = profile.seqfLevel
  const sentence = level === null ? texts.text('noLevel') : texts.text('seqfOf8', { level })
  const rule = { at: level, of: 8, step: mm(7), unit: 1.1 }
  return [
    ...textRows({
      tag: tag('P', sect),
      text: sentence,
      style: styles.interface,
      column: { x: WORDING.x + rule.of * rule.step + mm(4), width: mm(50) },
      before: mm(5),
      keep: true,
      beside: (page, y) => paintRule(page, rule, WORDING.x, y + rise(styles.interface)),
    }),
    ...paragraphs(job, sect, profile.levelRationale, mm(3)),
    ...moduleLevelRows(job, sect),
  ]
}

/** The modules' levels with their reasons; left out where no module has either. */
function moduleLevelRows(job: PrintJob, sect: Tag): Row[] {
  const { profile, texts, styles, wording } = job
  const leveled = profile.modules.some(
    ({ module }) => module.seqfLevel !== null || module.levelRationale.trim(),
  )
  if (!leveled) return []
  const list = tag('L', sect, { numbering: 'Decimal' })
  return [
    ...subheading(job, sect, texts.text('moduleLevels'), mm(7)),
    ...profile.modules.flatMap(({ module }, index) => {
      const item = tag('LI', list)
      const label = { tag: tag('Lbl', item), text: `${index + 1}`, style: styles.outcomeNumber, x: ADDRESS.x }
      const body = tag('LBody', item)
      const title = module.title.trim() || texts.text('untitledModule')
      return [
        ...textRows({
          tag: tag('P', body, wording),
          text: title,
          style: styles.wording,
          column: WORDING,
          before: index === 0 ? mm(1.6) : mm(2.6),
          keep: module.levelRationale.trim() !== '',
          label,
          note: levelNote(job, body, module.seqfLevel),
        }),
        ...paragraphs(job, body, module.levelRationale, 0, styles.reason),
      ]
    }),
  ]
}

/** A small stickan with the level in words beside it, on the line of the module's title. */
function levelNote({ texts, styles }: PrintJob, parent: Tag, level: number | null): Strip {
  const text = level === null ? texts.text('noLevel') : texts.text('seqf', { level })
  const rule = { at: level, of: 8, step: mm(1.7), unit: 0.6 }
  const beside = rule.of * rule.step + mm(2)
  const words = noteStrip(
    [{ tag: tag('P', parent), text, style: styles.note }],
    { x: MARGIN.x + beside, width: MARGIN.width - beside },
    styles.wording,
  )
  return {
    height: words.height,
    paint: (page, y) => {
      paintRule(page, rule, MARGIN.x, y + rise(styles.wording))
      words.paint(page, y)
    },
  }
}

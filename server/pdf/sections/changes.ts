import type { DiffChange } from '../../../schemas/types.ts'
import { foldParts, inGroups, type ChangeEntry, type Group } from '../../domain/publishing/group-changes.ts'
import type { Row } from '../flow.ts'
import { ADDRESS, AREA, MARGIN, mm, WORDING } from '../measures.ts'
import { paintKind } from '../marks.ts'
import type { PrintJob } from '../print-job.ts'
import { noteStrip, textRows } from '../rows.ts'
import { INK, rise } from '../styles.ts'
import { tag, type Tag } from '../tagged.ts'
import { setLines } from '../type/set-lines.ts'
import { changedRuns } from './changed-words.ts'
import { whatChanged } from './what-changed.ts'
import { openSection, type ListedSection } from './section-head.ts'

const WITHOUT_INTRO: ReadonlySet<Group> = new Set<Group>(['moved', 'rest'])

/** What has changed since the version before, by what it means for a person who is assessed already. */
export function changesSection(job: PrintJob): ListedSection | undefined {
  const { input, texts, styles } = job
  if (input.kind !== 'edition' || !input.former) return undefined
  const { version, changes } = input.former
  const entry = { place: 'changes', title: texts.text('changes', { former: version }), attributes: {} }
  const { sect, rows } = openSection(job, entry)
  const intro = textRows({
    tag: tag('P', sect),
    text: texts.text(changes.length > 0 ? 'changesIntro' : 'changesNone', { former: version }),
    style: styles.interface,
    column: WORDING,
    before: mm(3),
  })
  const groups = inGroups(foldParts(changes)).flatMap(([group, members]) =>
    groupRows(job, sect, group, members, version),
  )
  return { heading: entry.title, start: 'third', before: mm(14), rows: [...rows, ...intro, ...groups], entry }
}

function groupRows(
  job: PrintJob,
  sect: Tag,
  group: Group,
  entries: readonly ChangeEntry[],
  former: string,
): Row[] {
  const { texts, styles } = job
  const heading = tag('H3', sect)
  const [count] = setLines([{ text: `${entries.length} `, style: styles.count }], ADDRESS.width)
  const head = textRows({
    tag: heading,
    text: texts.text(`changes.${group}`),
    style: styles.sectionHead,
    column: WORDING,
    before: mm(12),
    keep: true,
    heading: true,
    beside: (page, y) => {
      // at a page's top the header's line is near enough
      if (y > AREA.top) page.decoration().rule(AREA.left, y - mm(4.4), AREA.right - AREA.left, 1, INK)
      if (count) page.tagged(heading).line(count, ADDRESS.x, y + rise(styles.sectionHead))
    },
  })
  const key = `changes.${group}.intro`
  const intro = WITHOUT_INTRO.has(group)
    ? []
    : textRows({
        tag: tag('P', sect),
        text: texts.text(key as 'changes.demands.intro', { former }),
        style: styles.interfaceQuiet,
        column: WORDING,
        before: 1,
        keep: true,
      })
  const list = tag('L', sect)
  return [...head, ...intro, ...entries.flatMap((entry) => changeRows(job, list, entry))]
}

const MARK = mm(3.4)

function changeRows(job: PrintJob, list: Tag, entry: ChangeEntry): Row[] {
  const { change } = entry
  const { styles, input, wording } = job
  const item = tag('LI', list)
  const number = change.numberAfter ?? change.numberBefore
  const label = number
    ? { tag: tag('Lbl', item), text: number, style: styles.outcomeNumber, x: ADDRESS.x }
    : undefined
  const body = tag('LBody', item)
  const kind = change.category === 'responsibilityAutonomy' ? input.thirdCategory : change.category
  const indent = kind ? MARK + mm(1.6) : 0
  const what = textRows({
    tag: tag('P', body),
    text: whatChanged(job, change),
    style: styles.what,
    column: { x: WORDING.x + indent, width: WORDING.width - indent },
    before: mm(4),
    keep: true,
    ...(label && { label }),
    note: rulingNote(job, body, change),
    beside: (page, y) => {
      if (kind) paintKind(page, kind, WORDING.x, y + styles.what.leading / 2 - MARK / 2, MARK)
    },
  })
  const paragraph = tag('P', body, wording)
  const runs = changedRuns(job, paragraph, change)
  const words = textRows({ tag: paragraph, text: runs, style: styles.wording, column: WORDING, before: 1 })
  const rows = [...what, ...words, ...partRows(job, body, entry)]
  return rows.map((row, at) => ({ ...row, keep: row.keep && at < rows.length - 1 }))
}

/** A new or removed outcome is shown with its criteria; what a whole module holds is only counted. */
function partRows(job: PrintJob, body: Tag, { change, parts }: ChangeEntry): Row[] {
  const { styles, texts } = job
  if (parts.length === 0) return []
  if (change.itemKind !== 'module') return criterionRows(job, body, parts)
  const count = (kind: DiffChange['itemKind']) => parts.filter(({ itemKind }) => itemKind === kind).length
  const [outcomes, criteria] = [count('outcome'), count('criterion')]
  const text = texts.text(change.kind === 'removed' ? 'change.whole.removed' : 'change.whole.added', {
    outcomes: texts.count('outcomes', outcomes),
    criteria: texts.count('criteria', criteria),
  })
  return textRows({ tag: tag('P', body), text, style: styles.what, column: WORDING })
}

const LETTER_WIDTH = mm(5)

function criterionRows(job: PrintJob, body: Tag, criteria: readonly DiffChange[]): Row[] {
  const { styles, wording } = job
  const list = tag('L', body, { numbering: 'LowerAlpha' })
  return criteria.flatMap((change) => {
    const item = tag('LI', list)
    const [, letter = ''] = (change.numberAfter ?? change.numberBefore ?? '').split(' ')
    const label = { tag: tag('Lbl', item), text: letter, style: styles.letter, x: WORDING.x }
    const paragraph = tag('P', tag('LBody', item), wording)
    return textRows({
      tag: paragraph,
      text: changedRuns(job, paragraph, change),
      style: styles.wording,
      column: { x: WORDING.x + LETTER_WIDTH, width: WORDING.width - LETTER_WIDTH },
      before: 1,
      label,
    })
  })
}

/** What was ruled of a changed wording, and why. */
function rulingNote({ texts, styles, wording }: PrintJob, parent: Tag, { ruling }: DiffChange) {
  if (!ruling) return undefined
  const verdict = texts.text(ruling.equivalent ? 'panelEquivalent' : 'panelNotEquivalent')
  const short = ruling.reason.trim() !== '' && ruling.reason.length <= 160
  return noteStrip(
    [
      { tag: tag('P', parent), text: verdict, style: styles.noteStrong },
      ...(short ? [{ tag: tag('P', parent, wording), text: ruling.reason, style: styles.note }] : []),
    ],
    MARGIN,
    styles.what,
  )
}

import type { DiffChange } from '../../../schemas/types.ts'
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

type Group = 'demands' | 'sameDemand' | 'optional' | 'removed' | 'moved' | 'rest'
const GROUPS: readonly Group[] = ['demands', 'sameDemand', 'optional', 'removed', 'moved', 'rest']
const WITH_INTRO: ReadonlySet<Group> = new Set<Group>(['demands', 'sameDemand', 'optional', 'removed'])

/** What has changed since the version before, by what it means for a person who is assessed already. */
export function changesSection(job: PrintJob): ListedSection | undefined {
  const { input, texts, styles } = job
  if (input.kind !== 'edition' || !input.former) return undefined
  const { version, changes } = input.former
  const entry = { place: 'changes', title: texts.text('changes', { former: version }), attributes: {} }
  const { sect, rows } = openSection(job, entry)
  const shown = withoutPartsOfNewModules(changes)
  const intro = textRows({
    tag: tag('P', sect),
    text: texts.text(shown.length > 0 ? 'changesIntro' : 'changesNone', { former: version }),
    style: styles.interface,
    column: WORDING,
    before: mm(3),
  })
  const groups = GROUPS.flatMap((group) => {
    const members = shown.filter((change) => groupOf(change) === group)
    return members.length > 0 ? groupRows(job, sect, group, members, version) : []
  })
  return { heading: entry.title, start: 'third', before: mm(14), rows: [...rows, ...intro, ...groups], entry }
}

function groupOf({ kind, consequence, ruling }: DiffChange): Group {
  if (consequence === 'major') return 'demands'
  if (kind === 'reworded' && ruling?.equivalent) return 'sameDemand'
  if (consequence === 'minor') return kind === 'removed' ? 'removed' : 'optional'
  return kind === 'moved' ? 'moved' : 'rest'
}

/** A new module stands whole in the profile; what is in it is not told once more. */
function withoutPartsOfNewModules(changes: readonly DiffChange[]): DiffChange[] {
  const added = changes.filter(({ kind, itemKind }) => kind === 'added' && itemKind === 'module')
  const numbers = new Set(added.map(({ numberAfter }) => numberAfter))
  return changes.filter(({ kind, itemKind, numberAfter }) => {
    const isPart = kind === 'added' && (itemKind === 'outcome' || itemKind === 'criterion')
    return !isPart || !numbers.has(numberAfter?.split('.')[0] ?? null)
  })
}

function groupRows(
  job: PrintJob,
  sect: Tag,
  group: Group,
  changes: readonly DiffChange[],
  former: string,
): Row[] {
  const { texts, styles } = job
  const heading = tag('H3', sect)
  const [count] = setLines([{ text: `${changes.length} `, style: styles.count }], ADDRESS.width)
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
  const intro = WITH_INTRO.has(group)
    ? textRows({
        tag: tag('P', sect),
        text: texts.text(key as 'changes.demands.intro', { former }),
        style: styles.interfaceQuiet,
        column: WORDING,
        before: 1,
        keep: true,
      })
    : []
  const list = tag('L', sect)
  return [...head, ...intro, ...changes.flatMap((change) => changeRows(job, list, change))]
}

const MARK = mm(3.4)

function changeRows(job: PrintJob, list: Tag, change: DiffChange): Row[] {
  const { styles, input, wording, texts } = job
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
  const whole =
    change.kind === 'added' && change.itemKind === 'module'
      ? textRows({
          tag: tag('P', body),
          text: texts.text('change.wholeModule'),
          style: styles.what,
          column: WORDING,
        })
      : []
  const rows = [...what, ...words, ...whole]
  return rows.map((row, at) => ({ ...row, keep: row.keep && at < rows.length - 1 }))
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

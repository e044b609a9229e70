import type { Row, Strip } from '../../flow.ts'
import { paintKind } from '../../marks.ts'
import { ADDRESS, MARGIN, mm, WORDING, type Column } from '../../measures.ts'
import type { Bookmark } from '../../page.ts'
import type { Paper } from '../../print-job.ts'
import type { GroupMinutes, WorkshopMinutes } from './minutes-input.ts'
import { noteStrip, textRows, type MarkedRun } from '../../rows.ts'
import { tag, type Tag } from '../../tagged.ts'
import type { TextKey } from '../../texts.ts'
import { openSection, subheading, type ListedSection } from '../section-head.ts'
import { cardsOf, headsIn, perspectivesIn } from './minutes-counts.ts'
import { themeRows } from './minutes-theme.ts'

/** What one group arrived at: its themes with their outcomes, and what it put elsewhere. */
export function minutesGroup(paper: Paper, input: WorkshopMinutes, group: GroupMinutes): ListedSection {
  const { texts } = paper
  const { number } = group
  const place = group.place.trim()
  const title = texts.text('workshop.group', { number })
  const entry = {
    place: `group-${`${number}`.padStart(4, '0')}`,
    title,
    ...(place && { aside: place }),
    attributes: {},
  }
  const opening = openSection(paper, entry, (sect) => countsNote(paper, sect, group))
  const { sect, bookmark } = opening
  const results = [
    ...group.themes.flatMap((theme, at) => themeRows(paper, input, sect, theme, at + 1, bookmark)),
    ...suitabilityRows(paper, sect, group.suitability, bookmark),
    ...cardRows(paper, sect, 'workshop.group.unworded', group.unworded, bookmark),
    ...cardRows(paper, sect, 'workshop.group.onTheJob', group.onTheJob, bookmark),
    ...cardRows(paper, sect, 'workshop.group.notNeeded', group.notNeeded, bookmark),
    ...cardRows(paper, sect, 'workshop.group.open', group.open, bookmark),
  ]
  return {
    heading: title,
    start: 'third',
    before: mm(14),
    rows: [
      ...opening.rows,
      ...introRows(paper, sect, group),
      ...(results.length > 0 ? results : emptyRows(paper, sect)),
    ],
    entry,
  }
}

function countsNote({ texts, styles }: Paper, sect: Tag, group: GroupMinutes): Strip {
  const lines = [
    texts.count('workshop.participants', headsIn(group)),
    texts.count('workshop.cards', cardsOf(group)),
    texts.count('workshop.themes', group.themes.length),
  ]
  return noteStrip(
    lines.map((text) => ({ tag: tag('P', sect), text, style: styles.note })),
    MARGIN,
    styles.title,
  )
}

/** Where the group sat, from which perspectives its members took part, and their names where they are given. */
function introRows(paper: Paper, sect: Tag, group: GroupMinutes): Row[] {
  const { texts, styles, wording } = paper
  const place = textRows({
    tag: tag('P', sect, wording),
    text: group.place,
    style: styles.interfaceQuiet,
    column: WORDING,
    before: mm(1),
    keep: true,
  })
  const perspectives = perspectivesIn(texts, [group])
  const names = group.names.filter((name) => name.trim() !== '')
  return [
    ...place,
    ...(perspectives ? labelledRows(paper, sect, 'workshop.group.perspectives', perspectives) : []),
    ...(names.length > 0 ? labelledRows(paper, sect, 'workshop.group.names', names.join(', ')) : []),
  ]
}

function labelledRows({ texts, styles, wording }: Paper, sect: Tag, key: TextKey, text: string): Row[] {
  const paragraph = tag('P', sect)
  const runs: MarkedRun[] = [
    { text: `${texts.text(key)} `, style: styles.interfaceStrong, tag: tag('Span', paragraph) },
    { text, style: styles.interface, tag: tag('Span', paragraph, wording) },
  ]
  return textRows({ tag: paragraph, text: runs, style: styles.interface, column: WORDING, before: mm(2) })
}

function emptyRows({ texts, styles }: Paper, sect: Tag): Row[] {
  const text = texts.text('workshop.group.empty')
  return textRows({ tag: tag('P', sect), text, style: styles.interfaceQuiet, column: WORDING, before: mm(5) })
}

const MARK = mm(4)

function suitabilityRows(
  paper: Paper,
  sect: Tag,
  cards: readonly string[],
  under: { readonly current: Bookmark | undefined },
): Row[] {
  const [first, ...rest] = cardRows(paper, sect, 'workshop.group.suitability', cards, under)
  if (!first) return []
  const head: Row = {
    ...first,
    paint: (page, y) => {
      const x = ADDRESS.x + ADDRESS.width - MARK
      paintKind(page, 'suitability', x, y + paper.styles.subtitle.leading / 2 - MARK / 2, MARK)
      first.paint(page, y)
    },
  }
  return [head, ...rest]
}

const INDENT = mm(5)
const CARD: Column = { x: WORDING.x + INDENT, width: WORDING.width - INDENT }
const LISTS = {
  'workshop.group.unworded': ['workshop.group.unworded', 'workshop.group.unwordedIntro'],
  'workshop.group.open': ['workshop.group.open', 'workshop.group.openIntro'],
  'workshop.group.suitability': ['suitability', 'workshop.group.suitabilityIntro'],
  'workshop.group.onTheJob': ['workshop.group.onTheJob', 'workshop.group.onTheJobIntro'],
  'workshop.group.notNeeded': ['workshop.group.notNeeded', 'workshop.group.notNeededIntro'],
} as const satisfies Record<string, readonly [TextKey, TextKey]>

/** Cards under a heading that says where the group put them. */
function cardRows(
  paper: Paper,
  sect: Tag,
  what: keyof typeof LISTS,
  cards: readonly string[],
  under: { readonly current: Bookmark | undefined },
): Row[] {
  const { texts, styles, wording } = paper
  if (cards.length === 0) return []
  const [name, introduction] = LISTS[what]
  const [first, ...more] = subheading(paper, sect, texts.text(name), mm(9))
  const head = first && {
    ...first,
    paint: (page: Parameters<Row['paint']>[0], y: number) => {
      page.bookmark(texts.text(name), y - mm(4), under.current)
      first.paint(page, y)
    },
  }
  const intro = textRows({
    tag: tag('P', sect),
    text: texts.text(introduction),
    style: styles.interfaceQuiet,
    column: WORDING,
    keep: true,
  })
  const list = tag('L', sect, { numbering: 'Disc' })
  const items = cards.flatMap((text, at) => {
    const item = tag('LI', list)
    return textRows({
      tag: tag('LBody', item, wording),
      text,
      style: styles.wording,
      column: CARD,
      before: at === 0 ? mm(1.6) : 2,
      label: { tag: tag('Lbl', item), text: '•', style: styles.letter, x: WORDING.x + mm(0.6) },
    })
  })
  return [...(head ? [head, ...more] : []), ...intro, ...items]
}

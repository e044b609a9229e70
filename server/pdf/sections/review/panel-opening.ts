import type { Row, Section } from '../../flow.ts'
import { paintMark } from '../../marks.ts'
import { AREA, mm, type Column } from '../../measures.ts'
import { paintStamp } from '../../paint-lines.ts'
import type { Paper } from '../../print-job.ts'
import { textRows } from '../../rows.ts'
import { tag } from '../../tagged.ts'
import { fact, factRows } from '../facts.ts'
import { countInWords } from './count-in-words.ts'
import { spanInWords } from './meeting-times.ts'
import type { PanelMinutes } from './panel-minutes-input.ts'

const WHOLE: Column = { x: AREA.left, width: AREA.right - AREA.left }
const MARK = mm(7)

/** The minutes' beginning: which profile and round, who took part, when they met, and whether people are named. */
export function panelOpening(paper: Paper, input: PanelMinutes, title: string): Section {
  const { texts, styles, wording } = paper
  const { text } = texts
  const sect = tag('Sect', paper.document)
  const kind = textRows({
    tag: tag('P', sect),
    text: text('panel.minutes.kind'),
    style: styles.coverKind,
    column: { x: AREA.left + MARK + mm(1.6), width: mm(120) },
    keep: true,
    beside: (page, y) =>
      paintMark(page, AREA.left - mm(0.9), y + styles.coverKind.leading / 2 - MARK * 0.54, MARK),
  })
  const heading = textRows({
    tag: tag('H1', sect, wording),
    text: title,
    style: styles.minutesTitle,
    column: WHOLE,
    before: mm(8),
    keep: true,
    heading: true,
    beside: (page, y) => page.bookmark(title, y - mm(4), undefined),
  })
  const stamp: Row = {
    before: mm(5),
    height: styles.fact.leading,
    keep: true,
    paint: (page, y) => {
      paintStamp(paper, page, sect, text('draftStamp'), text('panel.minutes.draftSentence'), y)
    },
  }
  const [first, ...rest] = factRows(paper, sect, factsOf(paper, input))
  return {
    heading: text('panel.minutes.kind'),
    start: 'page',
    before: 0,
    rows: [
      ...kind,
      ...heading,
      ...(input.isSealed ? [] : [stamp]),
      ...(first ? [{ ...first, before: mm(7) }] : []),
      ...rest,
    ],
  }
}

function factsOf(paper: Paper, { round, composition, meetings, printedAt }: PanelMinutes) {
  const { texts } = paper
  const { text } = texts
  const met = meetings.map(({ startsAt, endsAt }) => spanInWords(texts, startsAt, endsAt))
  return [
    fact(paper, text('panel.minutes.round'), `${round}`),
    ...(composition.length > 0
      ? [
          fact(paper, text('panel.minutes.panel'), peopleIn(paper, composition)),
          fact(paper, text('panel.minutes.names'), text(namesKey(composition))),
        ]
      : []),
    ...(met.length > 0
      ? [
          fact(
            paper,
            text('panel.minutes.meetings'),
            met.length > MOST_TIMES ? countInWords(texts, 'panel.meetings', met.length) : met,
          ),
        ]
      : []),
    fact(paper, text('panel.minutes.printed'), texts.moment(printedAt)),
  ]
}

const MOST_TIMES = 4

function peopleIn({ texts }: Paper, composition: PanelMinutes['composition']): string {
  const people = (
    [
      ['panel.members', 'member'],
      ['panel.substitutes', 'substitute'],
      ['panel.observers', 'observer'],
    ] as const
  ).flatMap(([key, part]) => {
    const count = composition.filter((seat) => seat.part === part).length
    return count > 0 || part === 'member' ? [countInWords(texts, key, count)] : []
  })
  const perspectives = new Set(composition.map(({ perspective }) => perspective.code)).size
  return texts.text('panel.fromPerspectives', {
    people: texts.list(people),
    perspectives: countInWords(texts, 'panel.perspectives', perspectives),
  })
}

/** Who is named is said once, not beside each empty place. */
function namesKey(composition: PanelMinutes['composition']) {
  const named = composition.filter(({ name }) => name !== null).length
  if (named === 0) return 'panel.minutes.namesNone'
  return named === composition.length ? 'panel.minutes.namesAll' : 'panel.minutes.namesSome'
}

import type { Row, Section } from '../../flow.ts'
import { paintMark } from '../../marks.ts'
import { AREA, mm, type Column } from '../../measures.ts'
import { paintStamp } from '../../paint-lines.ts'
import type { Paper } from '../../print-job.ts'
import type { WorkshopMinutes } from './minutes-input.ts'
import { textRows } from '../../rows.ts'
import { tag, type Tag } from '../../tagged.ts'
import { linesOf } from '../../../domain/publishing/lines.ts'
import { fact, factRows } from '../facts.ts'
import { cardsOf, headsIn, perspectivesIn, sumOf } from './minutes-counts.ts'

const WHOLE: Column = { x: AREA.left, width: AREA.right - AREA.left }
const MARK = mm(7)

/** The minutes' beginning: which workshop, what was asked, who took part and how much came of it, and whether it names people. */
export function minutesOpening(paper: Paper, input: WorkshopMinutes): Section {
  const { texts, styles, wording } = paper
  const { workshop } = input
  const sect = tag('Sect', paper.document)
  const kind = textRows({
    tag: tag('P', sect),
    text: texts.text('workshop.minutes.kind'),
    style: styles.coverKind,
    column: { x: AREA.left + MARK + mm(1.6), width: mm(120) },
    keep: true,
    beside: (page, y) =>
      paintMark(page, AREA.left - mm(0.9), y + styles.coverKind.leading / 2 - MARK * 0.54, MARK),
  })
  const title = textRows({
    tag: tag('H1', sect, wording),
    text: workshop.name,
    style: styles.minutesTitle,
    column: WHOLE,
    before: mm(8),
    keep: true,
    heading: true,
    beside: (page, y) => page.bookmark(workshop.name, y - mm(4), undefined),
  })
  const [first, ...rest] = factRows(paper, sect, factsOf(paper, input))
  return {
    heading: texts.text('workshop.minutes.kind'),
    start: 'page',
    before: 0,
    rows: [
      ...kind,
      ...title,
      ...(workshop.isRehearsal ? [stampRow(paper, sect)] : []),
      ...(first ? [{ ...first, before: mm(7) }] : []),
      ...rest,
    ],
  }
}

function stampRow(paper: Paper, sect: Tag): Row {
  const { texts, styles } = paper
  const [word, sentence] = [texts.text('workshop.rehearsalStamp'), texts.text('workshop.minutes.rehearsal')]
  return {
    before: mm(5),
    height: styles.fact.leading,
    keep: true,
    paint: (page, y) => {
      paintStamp(paper, page, sect, word, sentence, y)
    },
  }
}

function factsOf(paper: Paper, { workshop, groups, endedAt }: WorkshopMinutes) {
  const { texts } = paper
  const { text, count } = texts
  const themes = groups.flatMap((group) => group.themes)
  const outcomes = themes.flatMap((theme) => theme.outcomes)
  const perspectives = perspectivesIn(texts, groups)
  const { namesInMinutes } = workshop.anonymity
  return [
    fact(paper, text('workshop.minutes.date'), texts.day(workshop.date)),
    fact(paper, text('workshop.minutes.profile'), workshop.profileTitle, true),
    fact(paper, text('workshop.minutes.question'), linesOf(workshop.question), true),
    fact(
      paper,
      text('workshop.minutes.participants'),
      text('workshop.minutes.inGroups', {
        participants: count('workshop.participants', sumOf(groups, headsIn)),
        groups: count('workshop.groups', groups.length),
      }),
    ),
    ...(perspectives ? [fact(paper, text('workshop.minutes.perspectives'), perspectives, true)] : []),
    fact(
      paper,
      text('workshop.minutes.content'),
      text('workshop.minutes.counts', {
        cards: count('workshop.cards', sumOf(groups, cardsOf)),
        themes: count('workshop.themes', themes.length),
        outcomes: count('outcomes', outcomes.length),
        criteria: count(
          'criteria',
          sumOf(outcomes, ({ criteria }) => criteria.length),
        ),
      }),
    ),
    fact(
      paper,
      text('workshop.minutes.ended'),
      endedAt === null ? text('workshop.minutes.notEnded') : texts.moment(endedAt),
    ),
    fact(
      paper,
      text('workshop.minutes.names'),
      text(namesInMinutes ? 'workshop.minutes.withNames' : 'workshop.minutes.withoutNames'),
    ),
  ]
}

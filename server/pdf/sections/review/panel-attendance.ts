import type { Row } from '../../flow.ts'
import { mm } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import { tableRows, type Cell } from '../../tables.ts'
import type { Tag } from '../../tagged.ts'
import type { ListedSection } from '../section-head.ts'
import { countInWords } from './count-in-words.ts'
import { spanInWords } from './meeting-times.ts'
import { columnsOf, seatInWords } from './panel-composition.ts'
import type { PanelMinutes } from './panel-minutes-input.ts'
import { panelSection, sentenceRows, spacedTable } from './panel-section.ts'

/** As many meetings as a table has room for beside those who came. */
const IN_A_TABLE = 4

/** When and where the panel met, and who was there. */
export function panelAttendance(paper: Paper, input: PanelMinutes): ListedSection {
  const { text } = paper.texts
  return panelSection(paper, 'attendance', text('panel.attendance'), (sect) =>
    input.meetings.length === 0
      ? sentenceRows(paper, sect, text('panel.attendance.none'))
      : [...meetingRows(paper, sect, input), ...presenceRows(paper, sect, input)],
  )
}

function meetingRows(paper: Paper, sect: Tag, { meetings }: PanelMinutes): Row[] {
  const { texts, styles, wording } = paper
  const { text } = texts
  return spacedTable(
    tableRows({
      parent: sect,
      columns: columnsOf([14, 58, 58, 26]),
      heads: {
        texts: [
          text('panel.attendance.meeting'),
          text('panel.attendance.time'),
          text('panel.attendance.place'),
          text('panel.attendance.present'),
        ],
        style: styles.columnHead,
      },
      rows: meetings.map(({ startsAt, endsAt, place, present }, at): Cell[] => [
        { texts: [`${at + 1}`], style: styles.digits, head: true },
        { texts: [spanInWords(texts, startsAt, endsAt)], style: styles.fact },
        place.trim()
          ? { texts: [place], style: styles.fact, attributes: wording }
          : { texts: [text('panel.attendance.noPlace')], style: styles.fact },
        { texts: [countInWords(texts, 'panel.present', present)], style: styles.fact },
      ]),
    }),
  )
}

function presenceRows(paper: Paper, sect: Tag, { composition, meetings }: PanelMinutes): Row[] {
  const { texts, styles, wording } = paper
  const { text } = texts
  const noted = meetings.some(({ byRow }) => byRow.some((was) => was !== null))
  if (composition.length === 0 || !noted) return []
  const tables = Array.from({ length: Math.ceil(meetings.length / IN_A_TABLE) }, (_, at) => at * IN_A_TABLE)
  return tables.flatMap((from) => {
    const shown = meetings.slice(from, from + IN_A_TABLE)
    return spacedTable(
      tableRows({
        parent: sect,
        columns: columnsOf([165 - shown.length * 27, ...shown.map(() => 24)]),
        heads: {
          texts: [
            text('panel.attendance.who'),
            ...shown.map((_, at) => text('panel.attendance.meetingNumber', { number: from + at + 1 })),
          ],
          style: styles.columnHead,
        },
        rows: composition.map((seat, row): Cell[] => [
          { texts: [seatInWords(paper, seat, row)], style: styles.fact, head: true, attributes: wording },
          ...shown.map(({ byRow }): Cell => {
            const was = byRow[row] ?? null
            const key = was === null ? 'unknown' : was ? 'was' : 'wasNot'
            const style = was === true ? styles.fact : styles.factName
            return { texts: [text(`panel.attendance.${key}`)], style }
          }),
        ]),
      }),
      mm(8),
    )
  })
}

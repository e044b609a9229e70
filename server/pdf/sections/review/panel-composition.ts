import { foldWording } from '../../../domain/profile/wordings.ts'
import type { Row } from '../../flow.ts'
import { ADDRESS, AREA, mm, WORDING, type Column } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import { textRows, type MarkedRun } from '../../rows.ts'
import { tableRows, type Cell } from '../../tables.ts'
import { tag, type Tag } from '../../tagged.ts'
import { subheading, type ListedSection } from '../section-head.ts'
import type { PanelMinutes, PanelSeat } from './panel-minutes-input.ts'
import { ownWords, panelSection, sentenceRows, spacedTable } from './panel-section.ts'

const GAP = mm(3)

/** Who the panel was, by perspective and organisation, and who took no position on what. */
export function panelComposition(paper: Paper, { composition }: PanelMinutes): ListedSection {
  const { text } = paper.texts
  return panelSection(paper, 'composition', text('panel.composition'), (sect) =>
    composition.length === 0
      ? sentenceRows(paper, sect, text('panel.composition.none'))
      : [...seatRows(paper, sect, composition), ...recusalRows(paper, sect, composition)],
  )
}

function seatRows(paper: Paper, sect: Tag, composition: readonly PanelSeat[]): Row[] {
  const { texts, styles, wording } = paper
  const { text } = texts
  const named = composition.some(({ name }) => name !== null)
  const own = (words: string): Cell => ({ texts: [words], style: styles.fact, attributes: wording })
  return spacedTable(
    tableRows({
      parent: sect,
      columns: columnsOf(named ? [8, 38, 47, 32, 28] : [8, 46, 60, 42]),
      heads: {
        texts: [
          text('panel.composition.row'),
          text('panel.composition.perspective'),
          text('panel.composition.organisation'),
          text('panel.composition.part'),
          ...(named ? [text('panel.composition.name')] : []),
        ],
        style: styles.columnHead,
      },
      rows: composition.map((seat, at): Cell[] => [
        { texts: [`${at + 1}`], style: styles.digits, head: true },
        own(seat.perspective.name),
        own(seat.organisation),
        { texts: [partInWords(paper, seat)], style: styles.fact },
        ...(named ? [own(seat.name ?? '')] : []),
      ]),
    }),
  )
}

function partInWords(paper: Paper, { part, standsInFor }: PanelSeat): MarkedRun[] {
  const { texts, styles } = paper
  const style = styles.fact
  const whom = foldWording(standsInFor ?? '')
  if (part !== 'substitute' || whom === '') return [{ text: texts.text(`panel.part.${part}`), style }]
  const [before = '', after = ''] = texts.text('panel.part.substituteFor').split('{whom}')
  return [{ text: before, style }, ownWords(paper, whom, style), ...(after ? [{ text: after, style }] : [])]
}

/** Columns of some millimetres from the left margin on. */
export function columnsOf(millimetres: readonly number[]): Column[] {
  let x = AREA.left
  return millimetres.map((width) => {
    const column = { x, width: mm(width) }
    x += column.width + GAP
    return column
  })
}

/** One of the composition as other tables and lists name them: by number, perspective and organisation. */
export function seatInWords({ texts }: Paper, { perspective, organisation }: PanelSeat, at: number): string {
  const who = texts.text('panel.who', {
    number: at + 1,
    perspective: foldWording(perspective.name),
    organisation: foldWording(organisation),
  })
  return who.replace(/, $/u, '')
}

function recusalRows(paper: Paper, sect: Tag, composition: readonly PanelSeat[]): Row[] {
  const { texts, styles, wording } = paper
  const { text } = texts
  const head = subheading(paper, sect, text('panel.recusals'), mm(8))
  const recusals = composition.flatMap((seat, at) => seat.recusals.map((recusal) => ({ seat, at, recusal })))
  if (recusals.length === 0) {
    const none = { text: text('panel.recusals.none'), style: styles.interface, column: WORDING }
    return [...head, ...textRows({ ...none, tag: tag('P', sect), before: 1 })]
  }
  const list = tag('L', sect)
  return [
    ...head,
    ...recusals.flatMap(({ seat, at, recusal }, index) => {
      const body = tag('LBody', tag('LI', list))
      const who = seatInWords(paper, seat, at).replace(/^\d+ /u, '')
      const { partTitle, reason } = recusal
      const said =
        partTitle === null
          ? text('panel.recusals.whole', { who })
          : text('panel.recusals.part', { who, part: foldWording(partTitle) })
      return [
        ...textRows({
          tag: tag('P', body),
          text: said,
          style: styles.interface,
          column: WORDING,
          before: index === 0 ? 2 : mm(2.6),
          keep: reason.trim() !== '',
          label: {
            tag: tag('Lbl', body.parent ?? body),
            text: `${at + 1}`,
            style: styles.outcomeNumber,
            x: ADDRESS.x,
          },
        }),
        ...textRows({ tag: tag('P', body, wording), text: reason, style: styles.reason, column: WORDING }),
      ]
    }),
  ]
}

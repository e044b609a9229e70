import { linesOf } from '../../../domain/publishing/lines.ts'
import { foldWording } from '../../../domain/profile/wordings.ts'
import type { Row } from '../../flow.ts'
import { AREA, mm, WORDING } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import { textRows } from '../../rows.ts'
import { INK, rise } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { setLines } from '../../type/set-lines.ts'
import type { ListedSection } from '../section-head.ts'
import type { PanelMinutes } from './panel-minutes-input.ts'
import { panelSection, sentenceRows } from './panel-section.ts'
import { ruleRows } from './rule-list.ts'

/** How the decision was made: the rule, a sentence for each condition. */
export function panelRule(
  paper: Paper,
  { ruleSentences, decision }: PanelMinutes,
): ListedSection | undefined {
  if (ruleSentences.length === 0) return undefined
  const title = paper.texts.text(decision ? 'panel.rule' : 'panel.rule.open')
  return panelSection(paper, 'rule', title, (sect) => ruleRows(paper, sect, ruleSentences, WORDING))
}

/** What was disagreed with, and why; by perspective. */
export function panelDissents(paper: Paper, { dissents }: PanelMinutes): ListedSection {
  const { texts, styles, wording } = paper
  const { text } = texts
  return panelSection(paper, 'dissents', text('panel.dissents'), (sect) => {
    if (dissents.length === 0) return sentenceRows(paper, sect, text('panel.dissents.none'))
    const list = tag('L', sect)
    return dissents.flatMap(({ perspective, about, reason }) => {
      const body = tag('LBody', tag('LI', list))
      const of = text('panel.dissents.of', {
        perspective: foldWording(perspective),
        about: foldWording(about),
      })
      return [
        ...textRows({
          tag: tag('P', body, wording),
          text: of,
          style: styles.interfaceStrong,
          column: WORDING,
          before: mm(4),
          keep: reason.trim() !== '',
        }),
        ...linesOf(reason).flatMap((line, at) =>
          textRows({
            tag: tag('P', body, wording),
            text: line,
            style: styles.wording,
            column: WORDING,
            before: at === 0 ? 1 : 5,
          }),
        ),
      ]
    })
  })
}

const LINE = mm(12)
const SIGNED = [
  { key: 'panel.signatures.signature', x: AREA.left, width: mm(62) },
  { key: 'panel.signatures.name', x: AREA.left + mm(66), width: mm(62) },
  { key: 'panel.signatures.day', x: AREA.left + mm(132), width: mm(33) },
] as const

/** Two lines for those who approve the minutes. */
export function panelSignatures(paper: Paper): ListedSection {
  const { text } = paper.texts
  return panelSection(paper, 'signatures', text('panel.signatures'), (sect) => [
    signatureRow(paper, sect, true),
    signatureRow(paper, sect, false),
  ])
}

function signatureRow({ texts, styles }: Paper, sect: Tag, keep: boolean): Row {
  const style = styles.note
  const captions = SIGNED.map(({ key, x, width }) => ({
    x,
    width,
    of: tag('P', sect),
    line: setLines([{ text: texts.text(key), style }], width)[0],
  }))
  return {
    before: 0,
    height: LINE + style.leading + mm(1),
    keep,
    paint(page, y) {
      for (const { x, width, of, line } of captions) {
        page.decoration().rule(x, y + LINE, width, 0.5, INK)
        if (line) page.tagged(of).line(line, x, y + LINE + mm(0.8) + rise(style))
      }
    },
  }
}

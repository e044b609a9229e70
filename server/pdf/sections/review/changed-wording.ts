import { foldWording } from '../../../domain/profile/wordings.ts'
import { linesOf, withoutSameLines } from '../../../domain/publishing/lines.ts'
import { diffWords } from '../../../domain/publishing/word-diff.ts'
import type { Row } from '../../flow.ts'
import { ADDRESS, mm, WORDING } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import { textRows, type MarkedRun } from '../../rows.ts'
import { tag, type Tag } from '../../tagged.ts'

type ChangedWording = {
  readonly number: string
  readonly former: string
  readonly wording: string
  /** What stands above the words. */
  readonly what: string
  readonly reason: string
}

/** A list of changed wordings, as in a difference between versions: what was struck, what is new, and why. */
export function changedWordingRows(paper: Paper, sect: Tag, changes: readonly ChangedWording[]): Row[] {
  const list = tag('L', sect)
  return changes.flatMap((change) => changeRows(paper, list, change))
}

function changeRows(
  paper: Paper,
  list: Tag,
  { number, former, wording, what, reason }: ChangedWording,
): Row[] {
  const { styles } = paper
  const item = tag('LI', list)
  const body = tag('LBody', item)
  const head = textRows({
    tag: tag('P', body),
    text: what,
    style: styles.what,
    column: WORDING,
    before: mm(4.5),
    keep: true,
    ...(number && {
      label: { tag: tag('Lbl', item), text: number, style: styles.outcomeNumber, x: ADDRESS.x },
    }),
  })
  const paragraph = tag('P', body, paper.wording)
  const words = textRows({
    tag: paragraph,
    text: wordsOf(paper, paragraph, former, wording),
    style: styles.wording,
    column: WORDING,
    before: 1,
    keep: reason.trim() !== '',
  })
  return [...head, ...words, ...reasonRows(paper, body, reason)]
}

function wordsOf({ styles, texts }: Paper, paragraph: Tag, former: string, wording: string): MarkedRun[] {
  if (foldWording(former) === foldWording(wording)) {
    const text = foldWording(wording) || texts.text('change.else')
    return [{ text, style: styles.wording, tag: tag('Span', paragraph) }]
  }
  return diffWords(...withoutSameLines(former, wording)).map(({ kind, text }): MarkedRun => {
    if (kind === 'same') return { text, style: styles.wording, tag: tag('Span', paragraph) }
    const decoration = kind === 'del' ? 'LineThrough' : 'Underline'
    return { text, style: styles[kind], change: kind, tag: tag('Span', paragraph, { decoration }) }
  })
}

function reasonRows({ texts, styles, wording }: Paper, body: Tag, reason: string): Row[] {
  return linesOf(reason).flatMap((line, at) => {
    const paragraph = tag('P', body)
    const runs: MarkedRun[] = [
      {
        text: `${texts.text('panel.amendments.reason')} `,
        style: styles.reason,
        tag: tag('Span', paragraph),
      },
      { text: line, style: styles.reason, tag: tag('Span', paragraph, wording) },
    ]
    return textRows({
      tag: paragraph,
      text: at === 0 ? runs : runs.slice(1),
      style: styles.reason,
      column: WORDING,
      before: at === 0 ? 3 : 2,
    })
  })
}

import type { Row } from '../../flow.ts'
import { AREA, mm, WORDING, type Column } from '../../measures.ts'
import type { Paper } from '../../print-job.ts'
import { rise } from '../../styles.ts'
import { tag, type Tag } from '../../tagged.ts'
import { setLines, widthOf } from '../../type/set-lines.ts'
import type { ListedSection } from '../section-head.ts'
import type { PanelMinutes } from './panel-minutes-input.ts'
import { panelSection, sentenceRows } from './panel-section.ts'
import { matrixRows } from './position-matrix.ts'
import { paintStand, STANDS } from './position-marks.ts'

const WIDE: Column = { x: WORDING.x, width: AREA.right - WORDING.x }

/** How each perspective stood to each part when the panel closed. */
export function panelPositions(paper: Paper, input: PanelMinutes): ListedSection {
  const { text } = paper.texts
  return panelSection(paper, 'positions', text('panel.positions'), (sect) => {
    if (input.parts.length === 0) return sentenceRows(paper, sect, text('panel.positions.none'))
    const names = namesOf(input)
    const intro = sentenceRows(paper, sect, introOf(paper, names), { keep: true })
    return [...intro, legend(paper, sect), ...matrixRows(paper, sect, input.parts, names)]
  })
}

/** Every perspective that is counted, by its code, with its name; in order of the composition. */
function namesOf({ composition, parts }: PanelMinutes): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const counted = new Set(parts.flatMap(({ byPerspective }) => byPerspective.map(({ code }) => code)))
  for (const { perspective } of composition) {
    if (counted.has(perspective.code)) names.set(perspective.code, perspective.name)
  }
  for (const code of counted) if (!names.has(code)) names.set(code, code)
  return names
}

function introOf({ texts }: Paper, names: ReadonlyMap<string, string>): string {
  const codes = [...names]
    .filter(([code, name]) => code !== name)
    .map(([code, name]) => `${code}\u00A0${name}`)
  const intro = texts.text('panel.positions.intro')
  return codes.length > 0 ? `${intro} ${codes.join(', ')}.` : intro
}

const MARK = 7.5

/** What the marks mean. Those who listen hear the words themselves in each cell. */
function legend({ texts, styles }: Paper, sect: Tag): Row {
  const style = styles.small
  const list = tag('L', sect)
  const meanings = STANDS.map((stand) => ({ stand, of: tag('LBody', tag('LI', list)) }))
  return {
    before: mm(2.5),
    height: style.leading,
    keep: true,
    paint(page, y) {
      let { x } = WIDE
      const baseline = y + rise(style)
      for (const { stand, of } of meanings) {
        const words = texts.text(`panel.positions.${stand === 'none' ? 'unanswered' : stand}`)
        paintStand(page, stand, x, baseline - MARK * 0.86, MARK)
        const [line] = setLines([{ text: words, style }], WIDE.width)
        if (line) page.tagged(of).line(line, x + MARK + 3.5, baseline)
        x += MARK + 3.5 + widthOf(words, style) + mm(6)
      }
    },
  }
}

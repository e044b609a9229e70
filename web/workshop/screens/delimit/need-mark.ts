import { html, svg, type TemplateResult } from 'lit'
import type { Need } from '../../../../schemas/types.ts'

/** ■ day one, ▨ on the job, □ not needed, and dotted where there is no answer: told apart without colour. */
export type Marked = Need | 'none'

const HATCH = 5

/** The mark of an answer, beside words that say the same: unseen by screen readers. Sizes are in pixels. */
export function needMark(need: Marked, width = 15, height = 15): TemplateResult {
  const starts = Array.from(
    { length: Math.ceil((width + height) / HATCH) },
    (_, at) => at * HATCH - height + 2,
  )
  return html`<svg class="mk ${need}" width=${width} height=${height} aria-hidden="true">
    ${
      need === 'onTheJob'
        ? starts.map((x) => svg`<path class="mk-hatch" d=${`M${x} ${height}l${height} ${-height}`} />`)
        : ''
    }
    <rect x="0.75" y="0.75" width=${width - 1.5} height=${height - 1.5} />
  </svg>`
}

const CHART_WIDTH = 22
const CHART_HEIGHT = 12

/** Answers in a row, standing on a line as on stickan; `label` says what they come to. */
export function needChart(marks: readonly Marked[], label: string, width = CHART_WIDTH): TemplateResult {
  return html`<div class="votes" role="img" aria-label=${label}>
    ${marks.map((mark) => needMark(mark, width, CHART_HEIGHT))}
  </div>`
}

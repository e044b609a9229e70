import { svg, html, type TemplateResult } from 'lit'

const STEP = 11
const HEIGHT = 15

/**
 * Stickan, the carpenter's rule on which everything that is measured is shown: `of` marks, a pointer at `value`.
 * The words beside it say the same, so screen readers pass it over.
 */
export function gauge(value: number, of: number, step = STEP): TemplateResult {
  const width = of * step
  const at = Math.max(0, Math.min(value, of)) * step
  const marks = Array.from({ length: of + 1 }, (_, index) => svg`<path d="M${index * step + 0.5} 7v8" />`)
  return html`<svg
    class="gauge"
    width=${width + 2}
    height=${HEIGHT}
    viewBox="0 0 ${width + 2} ${HEIGHT}"
    aria-hidden="true"
  >
    <g class="gauge-marks">
      ${marks}
      <path d=${`M0 14.5h${width + 1}`} />
    </g>
    <path class="gauge-fill" d=${`M0 13h${at}`} />
    <path class="gauge-pointer" d=${`M${at + 0.5} 0v${HEIGHT}`} />
  </svg>`
}

import { html, svg, type TemplateResult } from 'lit'

/** Stickan on the wall: five parts, as much of it filled as is done, whatever its width. */
export function wallRule(done: number, of: number): TemplateResult {
  const filled = Math.max(0, Math.min(1, done / of)) * 100
  return html`<svg class="wall-rule" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${[0, 20, 40, 60, 80, 100].map((x) => svg`<path d="M${x} 0v10" />`)}
    <path d="M0 10h100" />
    <rect x="0" y="6" width=${filled} height="4" />
  </svg>`
}

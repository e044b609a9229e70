import { html, type TemplateResult } from 'lit'
import sprite from '../generated/marks.svg?url'

/** The name of one of Lucide's icons in `icons.json`, or of a mark of our own in `marks/`. */
export type IconName = string

/** An icon beside words, which say the same: unseen by screen readers. */
export function icon(name: IconName, extraClass = ''): TemplateResult {
  return html`<svg class="i ${extraClass}" aria-hidden="true"><use href="${sprite}#${name}"></use></svg>`
}

/** An icon that stands alone, and is read by its name. */
export function namedIcon(name: IconName, label: string, extraClass = ''): TemplateResult {
  return html`<svg class="i ${extraClass}" role="img" aria-label=${label}>
    <use href="${sprite}#${name}"></use>
  </svg>`
}

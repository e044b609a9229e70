import { html, type Html, type Part } from './html.ts'
import { mark } from './marks.ts'

type Field = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly type: 'email' | 'password'
  readonly autocomplete: string
  readonly value?: string
  /** What is wrong with it; said above it, where a keyboard on the screen does not hide it. */
  readonly fault?: string | undefined
  /** The id of what says it for several fields at once. */
  readonly faultAt?: string | undefined
}

/** A field with its name, and what is wrong with it. */
export function field({ id, name, label, type, autocomplete, value = '', fault, faultAt }: Field): Html {
  const saidAt = fault === undefined ? faultAt : `${id}-fault`
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${fault !== undefined && html`<p class="wrong" id="${id}-fault">${mark('triangle-alert')}${fault}</p>`}
    <input
      class="box"
      id="${id}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      ${value !== '' && html`value="${value}"`}
      ${saidAt !== undefined && html`aria-invalid="true" aria-describedby="${saidAt}"`}
    />
  </div>`
}

/** What a form sends along without asking. */
export function hiddenField(name: string, value: string): Html {
  const valued = html`value="${value}"`
  return html`<input type="hidden" name="${name}" ${valued} />`
}

/**
 * What stands above a form that was not taken: it has the focus when the page comes, so that it is read first, and
 * leads to the field that it speaks of.
 */
export function faultSummary(id: string, content: Part): Html {
  return html`<div class="fault" id="${id}" role="alert" tabindex="-1" autofocus>${content}</div>`
}

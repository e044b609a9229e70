import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'

type Field = {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'date'
  readonly autocomplete?: AutoFill
  readonly isOptional?: boolean
  readonly maxlength?: number
  readonly minlength?: number
  readonly min?: number | string
  readonly max?: number | string
  readonly pattern?: string
  readonly autofocus?: boolean
}

/** A field with its label above and what there is to know before one writes, for a form of its own. */
export function field({
  name,
  label,
  value = '',
  hint,
  type = 'text',
  autocomplete = 'off',
  isOptional = false,
  maxlength,
  minlength,
  min,
  max,
  pattern,
  autofocus = false,
}: Field): TemplateResult {
  return fieldOf(
    name,
    label,
    hint,
    html`<input
      id=${idOf(name)}
      name=${name}
      type=${type}
      .defaultValue=${live(value)}
      autocomplete=${autocomplete}
      aria-describedby=${describedBy(name, hint)}
      ?required=${!isOptional}
      ?autofocus=${autofocus}
      maxlength=${maxlength ?? nothing}
      minlength=${minlength ?? nothing}
      min=${min ?? nothing}
      max=${max ?? nothing}
      pattern=${pattern ?? nothing}
    />`,
  )
}

type SelectField = {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly value?: string
  readonly hint?: string
  readonly onChange?: (value: string) => void
}

/** A choice among what there is. */
export function selectField({ name, label, options, value, hint, onChange }: SelectField): TemplateResult {
  return fieldOf(
    name,
    label,
    hint,
    html`<select
      id=${idOf(name)}
      name=${name}
      aria-describedby=${describedBy(name, hint)}
      @change=${({ target }: Event) => onChange?.((target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([each, words]) => html`<option .value=${each} ?selected=${each === value}>${words}</option>`,
      )}
    </select>`,
  )
}

/** Something to tick, with what it means beside it. */
export function tick({
  name,
  label,
  isOn,
  hint,
  onChange,
}: {
  readonly name: string
  readonly label: string
  readonly isOn: boolean
  readonly hint?: string
  readonly onChange?: (isOn: boolean) => void
}): TemplateResult {
  return html`<div class="tick">
    <input
      type="checkbox"
      id=${idOf(name)}
      name=${name}
      aria-describedby=${describedBy(name, hint)}
      .checked=${live(isOn)}
      @change=${({ target }: Event) => onChange?.((target as HTMLInputElement).checked)}
    />
    <div><label for=${idOf(name)}>${label}</label>${hintOf(name, hint)}</div>
  </div>`
}

/**
 * For forms of several fields: Enter sends them by a button that is the browser's own, which the component library's
 * is not. It is hidden, since there is one to see.
 */
export const SENT_BY_ENTER = html`<button type="submit" hidden></button>`

function fieldOf(
  name: string,
  label: string,
  hint: string | undefined,
  control: TemplateResult,
): TemplateResult {
  return html`<div class="field">
    <label for=${idOf(name)}>${label}</label>${control}${hintOf(name, hint)}
  </div>`
}

/** Names are used once on a page. */
function idOf(name: string): string {
  return `field-${name}`
}

function describedBy(name: string, hint: string | undefined): string | typeof nothing {
  return hint ? `${idOf(name)}-hint` : nothing
}

function hintOf(name: string, hint: string | undefined): TemplateResult | typeof nothing {
  return hint ? html`<span class="hint" id="${idOf(name)}-hint">${hint}</span>` : nothing
}

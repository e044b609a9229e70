import { html, nothing, type TemplateResult } from 'lit'
import { labelled } from '../facilitator/labelled.ts'

type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
}

type Line = Field & {
  readonly type?: 'text' | 'email' | 'date' | 'time' | 'url' | 'number'
  readonly value?: string
  readonly maxlength?: number
  readonly list?: readonly string[]
  readonly min?: string
}

/** One line to write in. What the page reads anew does not touch what has been written. */
export function lineField({
  name,
  type = 'text',
  value = '',
  maxlength,
  list,
  min,
  ...field
}: Line): TemplateResult {
  const id = `ask-${name}`
  return html`${labelled({
    ...field,
    id,
    control: ({ describedBy, isFaulty }) =>
      html`<input
        id=${id}
        name=${name}
        type=${type}
        .defaultValue=${value}
        autocomplete="off"
        min=${min ?? nothing}
        maxlength=${maxlength ?? nothing}
        list=${list ? `${id}-list` : nothing}
        aria-describedby=${describedBy}
        aria-invalid=${isFaulty}
      />`,
  })}
  ${
    list
      ? html`<datalist id="${id}-list">
          ${list.map((each) => html`<option value=${each}></option>`)}
        </datalist>`
      : nothing
  }`
}

export function textField({
  name,
  value = '',
  maxlength,
  ...field
}: Field & { readonly value?: string; readonly maxlength: number }): TemplateResult {
  return labelled({
    ...field,
    id: `ask-${name}`,
    control: ({ id, describedBy, isFaulty }) =>
      html`<textarea
        id=${id}
        name=${name}
        rows="3"
        maxlength=${maxlength}
        aria-describedby=${describedBy}
        aria-invalid=${isFaulty}
        .defaultValue=${value}
      ></textarea>`,
  })
}

export type Choice = readonly [value: string, words: string]

export function selectField({
  name,
  value,
  choices,
  ...field
}: Field & { readonly value: string; readonly choices: readonly Choice[] }): TemplateResult {
  return labelled({
    ...field,
    id: `ask-${name}`,
    control: ({ id, describedBy, isFaulty }) =>
      html`<select id=${id} name=${name} aria-describedby=${describedBy} aria-invalid=${isFaulty}>
        ${choices.map(
          ([each, words]) => html`<option value=${each} ?selected=${each === value}>${words}</option>`,
        )}
      </select>`,
  })
}

/** One of several, each with a line about what follows. */
export function radioField({
  name,
  label,
  value,
  choices,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [value: string, words: string, hint?: string])[]
}): TemplateResult {
  return html`<fieldset class="choices">
    <legend>${label}</legend>
    ${choices.map(
      ([each, words, hint]) =>
        html`<label class="tick"
          ><input type="radio" name=${name} .value=${each} ?checked=${each === value} /><span
            >${words}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span
          ></label
        >`,
    )}
  </fieldset>`
}

export function tickField({
  name,
  label,
  hint,
  isTicked = false,
}: Omit<Field, 'fault'> & { readonly isTicked?: boolean }): TemplateResult {
  return html`<label class="tick"
    ><input type="checkbox" name=${name} ?checked=${isTicked} /><span
      >${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span
    ></label
  >`
}

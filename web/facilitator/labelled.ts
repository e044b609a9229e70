import { html, nothing, type TemplateResult } from 'lit'

type Labelled = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  /** How to mend what is wrong with it. */
  readonly fault?: string | undefined
  /** The control itself, which has to take these attributes. */
  readonly control: (attributes: {
    readonly id: string
    readonly describedBy: string | typeof nothing
    readonly isFaulty: 'true' | typeof nothing
  }) => TemplateResult
}

/** A control with its label above it, and below it what there is to know, and what to mend. */
export function labelled({ id, label, hint, fault, control }: Labelled): TemplateResult {
  const described = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])].join(' ')
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${control({ id, describedBy: described || nothing, isFaulty: fault ? 'true' : nothing })}
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
    ${fault ? html`<span class="field-error" id="${id}-fault">${fault}</span>` : nothing}
  </div>`
}

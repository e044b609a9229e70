import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { t } from '../../i18n/review.ts'

type ReasonField = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** It was sent without one. */
  readonly isMissing: boolean
  readonly maxLength?: number
  readonly write: (words: string) => void
}

/** Why, in somebody's own words; needed, and said to be where it is missing. */
export function reasonField({
  id,
  label,
  hint,
  value,
  isMissing,
  maxLength = 2000,
  write,
}: ReasonField): TemplateResult {
  const described = [...(hint ? [`${id}-hint`] : []), ...(isMissing ? [`${id}-error`] : [])].join(' ')
  return html`<div class="reason">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <textarea
      class="in"
      id=${id}
      rows="2"
      maxlength=${maxLength}
      aria-required="true"
      aria-invalid=${isMissing ? 'true' : nothing}
      aria-describedby=${described || nothing}
      .value=${live(value)}
      @input=${({ target }: Event) => write((target as HTMLTextAreaElement).value)}
    ></textarea>
    ${isMissing ? html`<p class="field-error" id="${id}-error">${t('settle.whyMissing')}</p>` : nothing}
  </div>`
}

import { html, nothing, type TemplateResult } from 'lit'
import type { PositionKind } from '../../../schemas/types.ts'
import { needsReason } from '../../../server/domain/review/take-position.ts'
import { t } from '../../i18n/panel.ts'

/** As long as a reason may be, by the schema of the request. */
const LONGEST = 4_000

export type ReasonField = {
  readonly id: string
  readonly position: PositionKind
  readonly value: string
  /** It was sent without one that it needs. */
  readonly isMissing: boolean
  readonly write: (words: string) => void
}

/** Why somebody takes that position; asked in the words of the position, and needed for two of them. */
export function reasonField({ id, position, value, isMissing, write }: ReasonField): TemplateResult {
  const isNeeded = needsReason(position)
  return html`<div class="reason">
    <label for=${id}
      >${t(`reason.${position}`)}${
        isNeeded ? nothing : html` <span class="quiet optional">${t('reason.optional')}</span>`
      }</label
    >
    <textarea
      class="in"
      id=${id}
      rows="2"
      maxlength=${LONGEST}
      aria-required=${isNeeded ? 'true' : nothing}
      aria-invalid=${isMissing ? 'true' : nothing}
      aria-describedby=${isMissing ? `${id}-error` : nothing}
      .value=${value}
      @input=${({ target }: Event) => write((target as HTMLTextAreaElement).value)}
    ></textarea>
    ${isMissing ? html`<p class="field-error" id="${id}-error">${t('reason.missing')}</p>` : nothing}
  </div>`
}

import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Remark, SettleRemark } from '../../../schemas/types.ts'
import { settleRemark } from '../../api/reviews.ts'
import { t } from '../../i18n/review.ts'
import { Trying } from '../../trying.ts'
import { LightElement } from '../../ui/light-element.ts'
import { reasonField } from './reason-field.ts'

/** An answer to a remark that leaves the text as it is. */
@customElement('pv-answer-form')
export class AnswerForm extends LightElement {
  @property() reviewId = ''
  @property({ attribute: false }) declare remark: Remark
  @property() outcome: 'accepted' | 'declined' = 'accepted'
  /** Told whether it was answered. */
  @property({ attribute: false }) done: (isAnswered: boolean) => void = () => undefined
  @state() private reason = ''
  @state() private asked = false
  @state() private busy = false
  readonly #trying = new Trying(this)

  protected override firstUpdated(): void {
    this.querySelector('textarea')?.focus()
  }

  override render(): TemplateResult {
    const { outcome, remark } = this
    return html`<form class="amend" @submit=${this.#submit} aria-label=${t(`settle.answer.${outcome}`)}>
      <h4>${t(`settle.answer.${outcome}`)}</h4>
      ${reasonField({
        id: `answer-${remark.id}`,
        label: t(`settle.answer.why.${outcome}`),
        value: this.reason,
        isMissing: this.asked && this.reason.trim() === '',
        write: (words) => (this.reason = words),
      })}
      <p class="what-happens quiet">${t('settle.told')}</p>
      ${this.#trying.shown()}
      <div class="buttons">
        <wa-button type="submit" variant="brand" ?loading=${this.busy} ?disabled=${this.busy}
          >${t(`settle.answer.go.${outcome}`)}</wa-button
        >
        <wa-button appearance="outlined" @click=${() => this.done(false)}>${t('settle.cancel')}</wa-button>
      </div>
    </form>`
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    this.asked = true
    const reason = this.reason.trim()
    if (reason === '') {
      await this.updateComplete
      this.querySelector('textarea')?.focus()
      return
    }
    this.busy = true
    const settled: SettleRemark = { outcome: this.outcome, reason, amendmentId: null }
    await this.#trying.act(() => settleRemark(this.reviewId, this.remark.id, settled))
    this.busy = false
    if (!this.#trying.trouble) this.done(true)
  }
}

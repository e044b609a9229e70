import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RemarkAnchor } from '../../../schemas/types.ts'
import { inSentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/panel.ts'
import { LightElement } from '../../ui/light-element.ts'
import type { ReviewWork } from '../review-work.ts'
import { anchorName } from './anchor.ts'
import { ProposalCoach } from './coach.ts'
import { changedWording } from './wording.ts'

/** As long as a remark and a proposal may be, by the schema of the request. */
const LONGEST = 4_000

/** A remark on something, or a proposal of other words for it. */
@customElement('pv-remark-form')
export class RemarkForm extends LightElement {
  @property({ attribute: false }) work!: ReviewWork
  @property({ attribute: false }) anchor!: RemarkAnchor
  /** The words that others are proposed for; null for a remark only. */
  @property({ attribute: false }) wording: string | null = null
  @property({ attribute: false }) done: (isSent: boolean) => void = () => undefined
  @state() private isEmpty = false
  readonly #coach = new ProposalCoach(() => this.requestUpdate())

  override disconnectedCallback(): void {
    this.#coach.stop()
    super.disconnectedCallback()
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    const field = this.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }

  override render(): TemplateResult {
    const { text, proposal } = this.#fields
    const { wording, anchor } = this
    const id = `remark-${anchor.itemId ?? 'whole'}`
    const about = this.work.desk ? inSentence(anchorName(this.work.desk.text, anchor)) : ''
    const words = wording === null ? t('remark.words') : t('remark.why')
    return html`<form class="remark-form" novalidate aria-labelledby="${id}-title" @submit=${this.#send}>
      <h3 id="${id}-title">
        ${t(wording === null ? 'remark.title' : 'remark.proposalTitle', { what: about })}
      </h3>
      ${anchor.quote === '' ? nothing : html`<blockquote lang="sv">${anchor.quote}</blockquote>`}
      ${wording === null ? nothing : this.#proposalField(id, wording, proposal)}
      <label for="${id}-text">${words}</label>
      <textarea
        class="in"
        id="${id}-text"
        rows="3"
        maxlength=${LONGEST}
        aria-invalid=${this.isEmpty ? 'true' : nothing}
        aria-describedby=${this.isEmpty ? `${id}-error` : nothing}
        .value=${text}
        @input=${({ target }: Event) => this.#write({ text: (target as HTMLTextAreaElement).value, proposal })}
      ></textarea>
      ${
        this.isEmpty
          ? html`<p class="field-error" id="${id}-error">
              ${t(wording === null ? 'remark.empty' : 'remark.same')}
            </p>`
          : nothing
      }
      <p class="buttons">
        <button class="btn go">${t(wording === null ? 'remark.send' : 'remark.propose')}</button>
        <button type="button" class="btn bare" @click=${() => this.#leave()}>${t('remark.cancel')}</button>
      </p>
    </form>`
  }

  #proposalField(id: string, wording: string, proposal: string): TemplateResult {
    const advice = this.#coach.on(proposal)
    return html`<label for="${id}-proposal">${t('remark.proposal')}</label>
      <textarea
        class="in serif"
        lang="sv"
        id="${id}-proposal"
        rows="2"
        maxlength=${LONGEST}
        aria-describedby="${id}-advice"
        .value=${proposal}
        @input=${({ target }: Event) => this.#propose((target as HTMLTextAreaElement).value)}
      ></textarea>
      ${
        proposal.trim() === '' || proposal.trim() === wording
          ? nothing
          : html`<div class="as-proposed">
              <p class="quiet">${t('remark.asProposed')}</p>
              ${changedWording(wording, proposal)}
            </div>`
      }
      <ul class="advice" id="${id}-advice">
        ${advice.map(
          ({ message, reason }) => html`<li><b>${message}</b> <span class="quiet">${reason}</span></li>`,
        )}
      </ul>`
  }

  get #about(): string {
    const { scope, itemId } = this.anchor
    const kind = this.wording === null ? 'remark' : 'proposal'
    return `${kind} ${this.work.reviewId} ${scope} ${itemId ?? ''}`
  }

  get #fields(): { text: string; proposal: string } {
    const begun = this.work.writing.fields(this.#about)
    return { text: begun?.text ?? '', proposal: begun?.proposal ?? this.wording ?? '' }
  }

  #propose(proposal: string): void {
    this.#write({ text: this.#fields.text, proposal })
    const { desk } = this.work
    if (desk && this.anchor.itemId !== null)
      this.#coach.follow(desk.text.profile, this.anchor.itemId, proposal)
  }

  #write(fields: { text: string; proposal: string }): void {
    this.work.writing.write(this.#about, fields)
    this.isEmpty = false
    this.requestUpdate()
  }

  #leave(): void {
    this.work.writing.forget(this.#about)
    this.done(false)
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { text, proposal } = this.#fields
    const proposed = proposal.trim() === this.wording ? '' : proposal.trim()
    const isEmpty = this.wording === null ? text.trim() === '' : proposed === ''
    if (isEmpty) {
      this.isEmpty = true
      void this.updateComplete.then(() => this.querySelector('textarea')?.focus())
      return
    }
    const about = this.#about
    const remark = {
      anchor: this.anchor,
      text: text.trim(),
      proposal: this.wording === null ? null : proposed,
    }
    await this.work.remark(remark, this.work.writing.actId(about))
    this.work.writing.forget(about)
    this.done(true)
  }
}

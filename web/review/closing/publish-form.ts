import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Review, ReviewText } from '../../../schemas/types.ts'
import { publishReview } from '../../api/reviews.ts'
import { plural, t } from '../../i18n/review.ts'
import { Trying } from '../../trying.ts'
import { formText } from '../../ui/form-text.ts'
import { icon } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'
import { lineField } from '../fields.ts'
import { versionBecause } from './version-because.ts'

const VERSION = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/u

/** What was decided becomes a version that never changes: its number, with why, or another one with a reason. */
@customElement('pv-publish-review')
export class PublishForm extends LightElement {
  @property({ attribute: false }) declare review: Review
  @property({ attribute: false }) declare text: ReviewText
  /** Amendments since the decision that members have not confirmed: nothing is published before that. */
  @property({ type: Number }) unconfirmed = 0
  @property({ attribute: false }) published: () => void = () => undefined
  @state() private isOther = false
  @state() private faults: ReadonlySet<'version' | 'versionReason'> = new Set()
  @state() private busy = false
  readonly #trying = new Trying(this)

  override render(): TemplateResult {
    const { text, review, unconfirmed } = this
    const { version, rewordings } = text
    const unruled = review.former === null ? 0 : rewordings.filter(({ ruling }) => ruling === null).length
    return html`<form class="decision" novalidate @submit=${this.#publish} aria-labelledby="publish-heading">
      <h2 id="publish-heading">${t('closing.publish.heading', { version })}</h2>
      <p>${versionBecause({ former: review.former, version, rewordings })}</p>
      ${review.former === null ? nothing : this.#otherVersion(version)}
      <p class="forever">${icon('lock')}${t('closing.publish.forever')}</p>
      ${unconfirmed > 0 ? html`<p class="field-error">${t('closing.publish.unconfirmed')}</p>` : nothing}
      ${unruled > 0 ? html`<p class="field-error">${plural('closing.hindrance.ruling-missing', unruled)}</p>` : nothing}
      ${this.#trying.shown()}
      <wa-button
        type="submit"
        variant="brand"
        ?loading=${this.busy}
        ?disabled=${unconfirmed + unruled > 0 || this.busy || !review.acts.publish}
        >${t('closing.publish.go', { version })}</wa-button
      >
      ${review.acts.publish ? nothing : html`<p class="hint">${t('closing.publish.notYours')}</p>`}
    </form>`
  }

  #otherVersion(proposed: string): TemplateResult {
    const fault = (field: 'version' | 'versionReason') =>
      this.faults.has(field) ? t(`closing.fault.${field}`) : undefined
    return html`<details
      class="other-version"
      @toggle=${(event: Event) => (this.isOther = (event.target as HTMLDetailsElement).open)}
    >
      <summary>${t('closing.publish.other')}</summary>
      ${lineField({ name: 'version', label: t('closing.publish.version'), value: proposed, fault: fault('version') })}
      ${lineField({
        name: 'versionReason',
        label: t('closing.publish.reason'),
        maxlength: 1000,
        fault: fault('versionReason'),
      })}
    </details>`
  }

  readonly #publish = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const proposed = this.text.version
    const version = this.isOther ? formText(form, 'version') : proposed
    const versionReason = this.isOther ? formText(form, 'versionReason') : ''
    this.faults = new Set([
      ...(VERSION.test(version) ? [] : (['version'] as const)),
      ...(version !== proposed && versionReason === '' ? (['versionReason'] as const) : []),
    ])
    if (this.faults.size > 0) {
      await this.updateComplete
      return this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    }
    this.busy = true
    await this.#trying.act(() => publishReview(this.review.id, { version, versionReason }))
    this.busy = false
    if (!this.#trying.trouble) this.published()
  }
}

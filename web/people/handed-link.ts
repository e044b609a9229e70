import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { HandedLink as Link } from '../../schemas/types.ts'
import { t } from '../i18n/people.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { dayAndTime } from './when.ts'

/** A one-time link, to be copied and handed over. It is shown this once. */
@customElement('pv-handed-link')
export class HandedLink extends LightElement {
  @property({ attribute: false }) declare link: Link
  @property() name = ''
  @state() private said = ''

  override render(): TemplateResult {
    const { address, expiresAt } = this.link
    return html`<section class="notice handed">
      <h2>${t('link.heading', { name: this.name })}</h2>
      <p>${t('link.help', { until: dayAndTime(expiresAt) })}</p>
      <label class="field"
        ><span>${t('link.label')}</span
        ><input
          readonly
          .value=${address}
          @focus=${({ target }: Event) => (target as HTMLInputElement).select()}
      /></label>
      <p class="buttons">
        <wa-button appearance="outlined" @click=${this.#copy}>${t('link.copy')}</wa-button>
        <span class="said" role="status">${this.said ? html`${icon('check')}${this.said}` : ''}</span>
      </p>
    </section>`
  }

  /** Browsers let pages copy over TLS and on localhost only; elsewhere the address is chosen, ready for the keys. */
  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.link.address)
      this.said = t('link.copied')
    } catch {
      this.querySelector('input')?.focus()
      this.said = t('link.chosen')
    }
  }
}

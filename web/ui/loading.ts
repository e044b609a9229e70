import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { t } from '../i18n/localize.ts'
import { LightElement } from './light-element.ts'

/** Ruled lines where words will stand; words of its own only when it takes long. */
@customElement('pv-loading')
export class Loading extends LightElement {
  @property({ type: Boolean }) long = false
  @property() what = ''

  override render(): TemplateResult {
    return html`<div class="loading" role="status">
      <span></span><span></span><span></span>
      ${this.long ? html`<p class="quiet">${t('app.loading', { what: this.what })}</p>` : nothing}
    </div>`
  }
}

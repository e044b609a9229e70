import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { t } from '../i18n/people.ts'
import { ActingElement } from './acting-element.ts'
import { SENT_BY_ENTER } from './fields.ts'

/** A section of the settings with a button of its own. */
@customElement('pv-settings-part')
export class SettingsPart extends ActingElement {
  @property() heading = ''
  @property({ attribute: false }) content: TemplateResult | typeof nothing = nothing
  @property({ attribute: false }) save: (form: HTMLFormElement) => Promise<void> = () => Promise.resolve()

  override render(): TemplateResult {
    return html`<section class="part">
      <h2>${this.heading}</h2>
      <form class="fields" @submit=${this.#submit}>
        ${SENT_BY_ENTER} ${this.content}
        <p class="buttons">
          <wa-button type="submit" appearance="outlined" ?loading=${this.busy}
            >${t('save.go')}<span class="sr"> ${this.heading}</span></wa-button
          >
        </p>
      </form>
      ${this.outcome()}
    </section>`
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    void this.act(() => this.save(form), t('save.done'))
  }
}

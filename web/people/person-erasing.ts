import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RegisteredPerson } from '../../schemas/types.ts'
import { erasePerson } from '../api/people.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/people.ts'
import { ActingElement } from './acting-element.ts'
import { askTwice } from './ask-twice.ts'

/** Everything that is held about a person; and the end of it. */
@customElement('pv-person-erasing')
export class PersonErasing extends ActingElement {
  @property({ attribute: false }) declare person: RegisteredPerson
  @property({ attribute: false }) isMe = false
  @state() private erasing = false

  override render(): TemplateResult {
    const { id, name } = this.person
    return html`<section class="part">
      <h2>${t('erase.heading')}</h2>
      <p>${t('erase.dataHelp', { name })}</p>
      <p class="buttons">
        <a href="/administration/personer/${id}/uppgifter">${t('data.read')}</a>
        <a href="/api/v1/people/${id}/data" download>${t('data.file')}</a>
      </p>
      <p>
        <wa-button variant="danger" appearance="outlined" @click=${() => (this.erasing = true)}
          >${t('erase.open')}</wa-button
        >
      </p>
      ${this.outcome()}
      ${askTwice({
        open: this.erasing,
        label: t('erase.title', { name }),
        content: html`<div class="said-at-length">
          <h3>${t('erase.goes')}</h3>
          <p>${t('erase.goesHelp')}</p>
          <h3>${t('erase.stays')}</h3>
          <p>${t('erase.staysHelp')}</p>
          ${this.isMe ? html`<p><b>${t('erase.isYou')}</b></p>` : nothing}
          <p>${t('erase.forever')}</p>
        </div>`,
        go: t('erase.go', { name }),
        onGo: () => void this.#erase(),
        onClose: () => (this.erasing = false),
      })}
    </section>`
  }

  async #erase(): Promise<void> {
    this.erasing = false
    if (await this.act(() => erasePerson(this.person.id))) fire(this, 'person-erased', undefined)
  }
}

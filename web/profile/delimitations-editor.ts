import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { t } from '../i18n/localize.ts'
import { LightElement } from '../ui/light-element.ts'
import type { EditorContext } from './editor-context.ts'
import { itemField } from './item-field.ts'

/** What the profile deliberately leaves out, and why. */
@customElement('pv-delimitations-editor')
export class DelimitationsEditor extends LightElement {
  @property({ attribute: false }) declare context: EditorContext

  override render(): TemplateResult {
    return html`
      <header class="row module-head">
        <span></span>
        <div class="cell">
          <h1 class="title">${t('delimitations.heading')}</h1>
          <p class="lead">${t('delimitations.lead')}</p>
        </div>
      </header>
      <div class="row labelled">
        <span></span>
        <div class="cell">
          ${itemField(this, this.context, {
            kind: 'profile',
            itemId: this.context.profile.id,
            field: 'delimitations',
            label: t('delimitations.heading'),
            placeholder: t('delimitations.placeholder'),
            multiline: true,
            maxLength: 20000,
          })}
          <p class="help">${t('role.markdown')}</p>
        </div>
      </div>
    `
  }
}

import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { t, type TextKey } from '../i18n/localize.ts'
import { LightElement } from './light-element.ts'

const KEYS: readonly (readonly [keys: string, what: TextKey])[] = [
  ['↑ ↓', 'keys.fields'],
  ['Enter', 'keys.criterion'],
  ['Ctrl Enter', 'keys.outcome'],
  ['Alt ↑ ↓', 'keys.move'],
  ['Alt Enter', 'keys.advice'],
  ['F8', 'keys.nextAdvice'],
  ['Ctrl Z', 'keys.undo'],
  ['J K', 'keys.module'],
  ['?', 'keys.help'],
]

/** The keys of the editor. Everything can be done without them. */
@customElement('pv-keys-dialog')
export class KeysDialog extends LightElement {
  @property({ type: Boolean }) open = false

  override render(): TemplateResult {
    return html`<wa-dialog label=${t('keys.title')} ?open=${this.open} light-dismiss>
      <dl class="keys">
        ${KEYS.map(
          ([keys, what]) =>
            html`<div>
              <dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${t(what)}</dd>
            </div>`,
        )}
      </dl>
    </wa-dialog>`
  }
}

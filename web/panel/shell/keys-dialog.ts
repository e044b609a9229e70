import { html, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { t } from '../../i18n/panel.ts'
import { icon } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'
import { hasSingleKeys, setSingleKeys } from '../../workshop/screens/single-keys.ts'

const KEYS = [
  ['1 2 3 4', 'keys.position'],
  ['N', 'keys.next'],
  ['R', 'keys.remark'],
  ['F', 'keys.propose'],
  ['?', 'keys.help'],
] as const

/** The keys of these pages, and whether they do anything: nothing needs one. */
@customElement('pv-panel-keys')
export class PanelKeys extends LightElement {
  @state() private isOpen = false
  @query('dialog') private dialog!: HTMLDialogElement

  async open(): Promise<void> {
    this.isOpen = true
    await this.updateComplete
    if (!this.dialog.open) this.dialog.showModal()
  }

  override render(): TemplateResult {
    return html`<dialog
      class="keys-dialog"
      aria-labelledby="keys-title"
      @close=${() => (this.isOpen = false)}
    >
      ${this.isOpen ? this.#content() : nothing}
    </dialog>`
  }

  #content(): TemplateResult {
    return html`<header>
        <h2 id="keys-title">${t('keys.title')}</h2>
        <button class="btn icon bare" aria-label=${t('keys.close')} @click=${() => this.dialog.close()}>
          ${icon('x')}
        </button>
      </header>
      <dl class="keys">
        ${KEYS.map(
          ([keys, what]) =>
            html`<div>
              <dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${t(what)}</dd>
            </div>`,
        )}
      </dl>
      <label class="switch"
        ><input
          type="checkbox"
          .checked=${hasSingleKeys()}
          @change=${({ target }: Event) => setSingleKeys((target as HTMLInputElement).checked)}
        />${t('keys.single')}</label
      >`
  }
}

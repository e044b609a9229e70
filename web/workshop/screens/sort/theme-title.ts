import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ref } from 'lit/directives/ref.js'
import type { Theme } from '../../../../schemas/types.ts'
import { textAt } from '../../../../server/board/write-on-board.ts'
import { t } from '../../../i18n/board.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { bindingTo } from '../bound-field.ts'
import type { Writing } from '../desk.ts'

/** A theme's name, which is written in where it stands: several may do so at once. */
@customElement('pv-theme-title')
export class ThemeTitle extends LightElement {
  @property({ attribute: false }) theme!: Theme
  @property({ attribute: false }) writing: Writing | null = null
  @state() private isOpen = false

  readonly #bind = bindingTo(() => ({
    text: this.writing ? textAt(this.writing.doc, 'themes', this.theme.id, 'title') : undefined,
    writing: this.writing,
  }))

  async edit(): Promise<void> {
    this.isOpen = true
    await this.updateComplete
    const field = this.querySelector('input')
    field?.focus()
    field?.select()
  }

  override render(): TemplateResult {
    const { theme, writing } = this
    const title = theme.title.trim()
    if (this.isOpen && writing)
      return html`<input
        class="in name"
        aria-label=${t('sort.themeName')}
        placeholder=${t('sort.nameExample')}
        enterkeyhint="done"
        ${ref(this.#bind)}
        @keydown=${this.#key}
        @blur=${() => (this.isOpen = false)}
      />`
    const words = html`<span class=${title === '' ? 'quiet' : ''}>${title || t('sort.nameless')}</span>`
    return html`<h2>
      ${
        writing
          ? html`<button class="name" title=${t('sort.rename')} @click=${() => void this.edit()}>
              ${words}
            </button>`
          : words
      }
    </h2>`
  }

  readonly #key = async (event: KeyboardEvent): Promise<void> => {
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    this.isOpen = false
    await this.updateComplete
    this.querySelector('button')?.focus()
  }
}

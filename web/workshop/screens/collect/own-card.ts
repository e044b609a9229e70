import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ref } from 'lit/directives/ref.js'
import type { Card, CardKind, WorkshopState } from '../../../../schemas/types.ts'
import { putAside, setCardKind, textAt, type Pen } from '../../../../server/board/write-on-board.ts'
import { CARD_KINDS } from '../../../../server/domain/workshop/board-form.ts'
import { t } from '../../../i18n/board.ts'
import { icon } from '../../../ui/icon.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { announce } from '../announce.ts'
import { bindingTo } from '../bound-field.ts'
import { beginStep, type Writing } from '../desk.ts'
import { kindName, namedKindMark } from '../kind.ts'

/**
 * One's own card: read, or, after the pencil, written in. Every letter goes to the board as it is typed, so there is
 * nothing to save and nothing to lose; closing it without words puts it aside.
 */
@customElement('pv-own-card')
export class OwnCard extends LightElement {
  @property({ attribute: false }) card!: Card
  @property({ attribute: false }) pen: Pen | null = null
  @property({ attribute: false }) writing: Writing | null = null
  @property() third: WorkshopState['thirdCategory'] = 'responsibilityAutonomy'
  @state() private isOpen = false

  readonly #bind = bindingTo(() => ({
    text: this.writing ? textAt(this.writing.doc, 'cards', this.card.id) : undefined,
    writing: this.writing,
  }))

  override render(): TemplateResult {
    return this.isOpen && this.pen ? this.#writing(this.pen) : this.#reading()
  }

  /** Opens it to be written in. */
  async edit(): Promise<void> {
    this.isOpen = true
    await this.updateComplete
    const field = this.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }

  #reading(): TemplateResult {
    const { kind, text } = this.card
    return html`<article class="card">
      ${namedKindMark(kind, this.third)}
      <p>${text}</p>
      ${
        this.pen
          ? html`<button
              class="btn icon bare"
              aria-label=${t('collect.edit', { card: text })}
              @click=${() => void this.edit()}
            >
              ${icon('pencil')}
            </button>`
          : nothing
      }
    </article>`
  }

  #writing(pen: Pen): TemplateResult {
    const { id, kind } = this.card
    return html`<article class="card open">
      <textarea
        class="field"
        rows="2"
        aria-label=${t('collect.change')}
        ${ref(this.#bind)}
        @keydown=${this.#key}
      ></textarea>
      <div class="buttons">
        <label
          ><span class="sr">${t('collect.kind')}</span>
          <select
            class="in"
            @change=${(event: Event) =>
              setCardKind(pen, id, (event.target as HTMLSelectElement).value as CardKind)}
          >
            ${CARD_KINDS.map(
              (each) =>
                html`<option .value=${each} ?selected=${each === kind}>
                  ${kindName(each, this.third)}
                </option>`,
            )}
          </select></label
        >
        <button class="plain" @click=${() => this.#setAside(pen)}>${t('collect.putAside')}</button>
        <button class="btn" @click=${() => void this.#close()}>${t('collect.ready')}</button>
      </div>
    </article>`
  }

  readonly #key = (event: KeyboardEvent): void => {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!isDone || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    void this.#close()
  }

  async #close(): Promise<void> {
    this.isOpen = false
    if (this.pen && this.card.text.trim() === '') return this.#setAside(this.pen)
    await this.updateComplete
    this.querySelector('button')?.focus()
  }

  #setAside(pen: Pen): void {
    this.isOpen = false
    beginStep(this)
    putAside(pen, 'cards', this.card.id, true)
    announce(t('collect.wasPutAside'))
    this.dispatchEvent(new CustomEvent('put-aside', { bubbles: true }))
  }
}

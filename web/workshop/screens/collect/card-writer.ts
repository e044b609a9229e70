import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CardKind, WorkshopState } from '../../../../schemas/types.ts'
import { CARD_KINDS, MOST_LETTERS } from '../../../../server/domain/workshop/board-form.ts'
import { t } from '../../../i18n/board.ts'
import { formatNumber } from '../../../i18n/locale.ts'
import { icon } from '../../../ui/icon.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { kindMark, kindName } from '../kind.ts'
import { keepHalfCard, readHalfCard } from './half-card.ts'
import { linesOf } from './lines-of.ts'

/** A card that says one thing is easiest to sort. */
const LONG = 220

/** Cards to be laid: one, or one for each line. */
export type LaidCards = { readonly kind: CardKind; readonly texts: readonly string[] }

/**
 * Where cards are written: a kind, a field, and a button at the thumb. What is half written stays on the device, by
 * seat. Fires `cards-laid`.
 */
@customElement('pv-card-writer')
export class CardWriter extends LightElement {
  @property() seatId = ''
  @property() third: WorkshopState['thirdCategory'] = 'responsibilityAutonomy'
  @state() private kind: CardKind = 'knowledge'
  @state() private text = ''
  @query('textarea') private field!: HTMLTextAreaElement

  override connectedCallback(): void {
    super.connectedCallback()
    const { kind, text } = readHalfCard(this.seatId)
    this.kind = kind
    this.text = text
  }

  override focus(): void {
    this.field.focus({ preventScroll: true })
  }

  override render(): TemplateResult {
    const lines = linesOf(this.text)
    const over = this.text.length - MOST_LETTERS
    return html`<form class="write" @submit=${this.#submit}>
      <fieldset class="kinds">
        <legend class="sr">${t('collect.kind')}</legend>
        ${CARD_KINDS.map(
          (kind) =>
            html`<label
              ><input
                type="radio"
                name="kind"
                .checked=${kind === this.kind}
                @change=${() => this.#choose(kind)}
              />${kindMark(kind, this.third)}<span>${kindName(kind, this.third)}</span></label
            >`,
        )}
      </fieldset>
      <textarea
        class="field"
        rows="2"
        aria-label=${t('collect.write')}
        aria-describedby="card-hint"
        placeholder=${t(`collect.example.${this.kind}`)}
        enterkeyhint="send"
        autocapitalize="sentences"
        .value=${this.text}
        @input=${this.#typed}
        @keydown=${this.#key}
      ></textarea>
      <div class="hint" id="card-hint">
        ${
          over > 0
            ? html`<p class="field-error">${t('collect.tooLong', { count: formatNumber(over) })}</p>`
            : nothing
        }
        ${
          lines.length > 1 && lines.every((line) => line.length <= MOST_LETTERS)
            ? html`<p>
                ${t('collect.lines', { count: lines.length })}
                <button type="button" class="plain" @click=${() => this.#lay(lines)}>
                  ${t('collect.split', { count: lines.length })}
                </button>
              </p>`
            : this.text.length > LONG
              ? html`<p>${t('collect.long')}</p>`
              : nothing
        }
      </div>
      <div class="send">
        <span class="quiet wide"><kbd>Ctrl</kbd> <kbd>Enter</kbd></span>
        <button class="btn go tall" ?disabled=${over > 0}>${icon('plus')}${t('collect.lay')}</button>
      </div>
    </form>`
  }

  #choose(kind: CardKind): void {
    this.kind = kind
    this.#keep()
  }

  readonly #typed = (): void => {
    this.text = this.field.value
    this.#keep()
  }

  /** On a phone Enter is the key that sends; on a keyboard it is a new line, and Ctrl Enter lays the card. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return
    const sends = event.ctrlKey || event.metaKey || matchMedia('(pointer: coarse)').matches
    if (!sends) return
    event.preventDefault()
    this.#layWhole()
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    this.#layWhole()
  }

  #layWhole(): void {
    const text = this.text.trim()
    if (text !== '' && this.text.length <= MOST_LETTERS) this.#lay([text])
    this.focus()
  }

  #lay(texts: readonly string[]): void {
    const detail: LaidCards = { kind: this.kind, texts }
    // Laid before it is forgotten: a fault on the way must leave the words where they are.
    this.dispatchEvent(new CustomEvent('cards-laid', { detail, bubbles: true }))
    this.text = ''
    this.field.value = ''
    this.#keep()
    this.focus()
  }

  #keep(): void {
    keepHalfCard(this.seatId, { kind: this.kind, text: this.text })
  }
}

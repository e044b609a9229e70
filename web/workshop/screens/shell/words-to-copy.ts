import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { t } from '../../../i18n/board.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { readHalfCard } from '../collect/half-card.ts'
import type { Desk } from '../desk.ts'

/** What somebody has written, card by card, also what is half written. */
export function wordsOf({ board, hand }: Pick<Desk, 'board' | 'hand'>, half: string): string[] {
  const own = board.cards.filter(({ by, text }) => by === hand && text.trim() !== '').map(({ text }) => text)
  return half.trim() === '' ? own : [...own, half]
}

/** One's own words, where the server does not take them: to be copied and brought elsewhere. Fires `words-copied`. */
@customElement('pv-words-to-copy')
export class WordsToCopy extends LightElement {
  @property({ attribute: false }) desk!: Desk
  @state() private isCopied = false
  @query('textarea') private field!: HTMLTextAreaElement

  override render(): TemplateResult | typeof nothing {
    const words = wordsOf(this.desk, readHalfCard(this.desk.seatId).text)
    if (words.length === 0) return nothing
    return html`<details>
      <summary>${t('trouble.yourWords')}</summary>
      <textarea
        class="in"
        readonly
        rows="5"
        aria-label=${t('trouble.yourWords')}
        .value=${words.join('\n')}
      ></textarea>
      <button class="btn" @click=${this.#copy}>${t('trouble.copy')}</button>
      <span role="status">${this.isCopied ? t('trouble.copied') : nothing}</span>
    </details>`
  }

  readonly #copy = async (): Promise<void> => {
    this.field.select()
    try {
      await navigator.clipboard.writeText(this.field.value)
      this.isCopied = true
      this.dispatchEvent(new Event('words-copied', { bubbles: true }))
    } catch {
      // Without leave to copy the words stand chosen, to be copied by hand.
    }
  }
}

import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { ref } from 'lit/directives/ref.js'
import type { WorkshopState } from '../../../../schemas/types.ts'
import { textAt } from '../../../../server/board/write-on-board.ts'
import { t } from '../../../i18n/board.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { bindingTo } from '../bound-field.ts'
import type { Desk } from '../desk.ts'
import { kindName } from '../kind.ts'

/** The words of one's own card, in a dialog. They go to the board letter by letter. */
@customElement('pv-card-words')
export class CardWords extends LightElement {
  @property({ attribute: false }) desk!: Desk
  @property() third: WorkshopState['thirdCategory'] = 'responsibilityAutonomy'
  @property() hand = ''
  @state() private cardId: string | null = null
  @query('dialog') private dialog!: HTMLDialogElement

  readonly #bind = bindingTo(() => {
    const { writing } = this.desk
    return { text: writing ? textAt(writing.doc, 'cards', this.cardId ?? '') : undefined, writing }
  })

  async open(cardId: string): Promise<void> {
    this.cardId = cardId
    await this.updateComplete
    this.dialog.showModal()
    const field = this.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }

  override render(): TemplateResult {
    const card = this.desk.board.cards.find(({ id, by }) => id === this.cardId && by === this.hand)
    return html`<dialog
      class="choices words"
      aria-labelledby="words-title"
      @close=${() => (this.cardId = null)}
    >
      ${
        card
          ? html`<form method="dialog">
              <h2 id="words-title">${t('sort.yourCardOf', { kind: kindName(card.kind, this.third) })}</h2>
              <textarea
                class="field"
                rows="4"
                aria-label=${t('collect.change')}
                ${ref(this.#bind)}
                @keydown=${(event: KeyboardEvent) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.dialog.close()
                }}
              ></textarea>
              <button class="btn go">${t('collect.ready')}</button>
            </form>`
          : nothing
      }
    </dialog>`
  }
}

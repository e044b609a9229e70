import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Review, ReviewText } from '../../../schemas/types.ts'
import { t } from '../../i18n/review.ts'
import { LightElement } from '../../ui/light-element.ts'
import { itemName } from '../meeting/item-name.ts'
import { partInWords } from '../part-names.ts'
import { rewording } from '../settle/amending.ts'

const LONGEST = 60

/** After an approval that left room for spelling: which words, and what they are to be. */
@customElement('pv-write-editorial')
export class WriteEditorial extends LightElement {
  @property({ attribute: false }) declare review: Review
  @property({ attribute: false }) declare text: ReviewText
  @property({ attribute: false }) written: (text: ReviewText) => void = () => undefined
  @state() private itemId = ''

  override render(): TemplateResult {
    const { text, review } = this
    const item = text.parts.flatMap(({ items }) => items).find(({ id }) => id === this.itemId)
    const amending = item ? rewording(text.profile, item) : null
    return html`<div class="field">
        <label for="editorial-item">${t('closing.editorial.choose')}</label>
        <select
          id="editorial-item"
          @change=${({ target }: Event) => (this.itemId = (target as HTMLSelectElement).value)}
        >
          <option value="" ?selected=${this.itemId === ''}>${t('closing.editorial.none')}</option>
          ${text.parts.map(
            (part) =>
              html`<optgroup label=${partInWords(part)}>
                ${part.items
                  .filter((each) => rewording(text.profile, each) !== null)
                  .map(
                    (each) =>
                      html`<option value=${each.id} ?selected=${each.id === this.itemId}>
                        ${[itemName(each), each.wording.slice(0, LONGEST)].join(': ')}
                      </option>`,
                  )}
              </optgroup>`,
          )}
        </select>
      </div>
      ${
        amending
          ? keyed(
              amending.item.id,
              html`<pv-amend-form
                .review=${review}
                .text=${text}
                .amending=${amending}
                .onlyEditorial=${true}
                .done=${(amended: ReviewText | null) => {
                  this.itemId = ''
                  if (amended) this.written(amended)
                }}
              ></pv-amend-form>`,
            )
          : nothing
      }`
  }
}

import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AmendedItem, ReviewText } from '../../schemas/types.ts'
import { REWRITABLE } from '../../server/domain/review/amend.ts'
import { hasWords } from '../../server/domain/review/changes.ts'
import { readReviewText } from '../api/reviews.ts'
import { t } from '../i18n/review.ts'
import { Trying } from '../trying.ts'
import { LightElement } from '../ui/light-element.ts'
import { itemName } from './meeting/item-name.ts'
import { partInWords } from './part-names.ts'
import { changedWords } from './settle/changed-words.ts'

type NamedField = (typeof REWRITABLE)[keyof typeof REWRITABLE][number]
const NAMED: readonly string[] = Object.values(REWRITABLE).flat()

/** What a round was given that the one before it had not, read when somebody asks. */
@customElement('pv-round-changes')
export class RoundChanges extends LightElement {
  @property() reviewId = ''
  @property({ type: Number }) round = 0
  @state() private text: ReviewText | null = null
  readonly #trying = new Trying(this)

  override render(): TemplateResult {
    return html`<details @toggle=${this.#onToggle}>
      <summary>${t('round.changes.heading', { number: this.round })}</summary>
      ${this.#trying.shown()} ${this.text ? this.#changes(this.text) : nothing}
    </details>`
  }

  #changes(text: ReviewText): TemplateResult {
    const items = text.betweenRounds.find(({ round }) => round === this.round)?.items ?? []
    if (items.length === 0) return html`<p class="quiet">${t('round.changes.none')}</p>`
    return html`<ul class="changes">
      ${items.map(
        (item) =>
          html`<li>
            <p class="quiet">${whatIs(text, item)}</p>
            ${
              hasWords(item)
                ? html`<p class="wording" lang="sv">${changedWords(item.former, item.wording)}</p>`
                : html`<p>${t(item.field === 'place' ? 'round.changes.moved' : 'round.changes.other')}</p>`
            }
          </li>`,
      )}
    </ul>`
  }

  readonly #onToggle = ({ target }: Event) => {
    if (!(target as HTMLDetailsElement).open || this.text) return
    void this.#trying.read(async () => (this.text = await readReviewText(this.reviewId)))
  }
}

/** Where it stands: kriterium 4.3 b; of a part's prose the part, and what of it. */
function whatIs(
  { parts }: ReviewText,
  { partId, kind, number, field, former, wording }: AmendedItem,
): string {
  if (kind !== 'frame') return itemName({ kind, number, wording: wording || former })
  const part = parts.find(({ id }) => id === partId)
  const what = isNamed(field) ? t(`settle.amend.fields.${field}`) : ''
  return [part ? partInWords(part) : '', what].filter((words) => words !== '').join(', ')
}

function isNamed(field: string | null): field is NamedField {
  return field !== null && NAMED.includes(field)
}

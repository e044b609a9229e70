import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Remark } from '../../../schemas/types.ts'
import { plural, t } from '../../i18n/panel.ts'
import { anchorName, partName } from '../parts/anchor.ts'
import { singleKey } from '../parts/position-choice.ts'
import '../parts/remark-form.ts'
import { remarkView } from '../parts/remark-view.ts'
import { panelAddress } from '../place.ts'
import { linkTo } from './part-list.ts'
import { ReviewPageElement } from './review-page.ts'

const WHOLE = { scope: 'whole', itemId: null, hash: null, quote: '' } as const

/** One's own remarks with what has become of them, and those of the others as far as they may be seen. */
@customElement('pv-remarks-page')
export class RemarksPage extends ReviewPageElement {
  @state() private isWriting = false

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey)
    super.disconnectedCallback()
  }

  override render(): TemplateResult {
    const { desk, work } = this
    const mine = desk.remarks.filter(({ isMine }) => isMine)
    const others = desk.remarks.filter(({ isMine, withdrawnAt }) => !isMine && withdrawnAt === null)
    return html`<div class="leaf">
        <div class="mid">
          <h1 class="title" tabindex="-1">${t('remarks.title')}</h1>
          <p class="sum">${t('remarks.lead')}</p>
          ${
            this.isWriting
              ? html`<pv-remark-form
                  .work=${work}
                  .anchor=${WHOLE}
                  .done=${() => {
                    this.isWriting = false
                    this.focusOn('h1')
                  }}
                ></pv-remark-form>`
              : desk.review.acts.remark
                ? html`<p class="go">
                    <button class="btn tall" @click=${() => (this.isWriting = true)}>
                      ${t('remarks.onWhole')}
                    </button>
                  </p>`
                : nothing
          }
        </div>
      </div>
      <section class="leaf rule-thin" aria-labelledby="mine-title">
        <div class="mid">
          <h2 id="mine-title" class="small-head">${t('remarks.mine')}</h2>
          ${mine.length === 0 ? html`<p class="quiet">${t('remarks.none')}</p>` : nothing}
          ${mine.map((remark) => this.#remark(remark))}
        </div>
      </section>
      ${
        others.length > 0
          ? html`<section class="leaf rule-thin" aria-labelledby="others-title">
              <div class="mid">
                <h2 id="others-title" class="small-head">${t('remarks.others')}</h2>
                ${this.#byPart(others)}
              </div>
            </section>`
          : desk.tally.isHidden
            ? html`<div class="leaf"><p class="mid quiet">${t('remarks.hidden')}</p></div>`
            : nothing
      }`
  }

  #byPart(remarks: readonly Remark[]): TemplateResult[] {
    const parts = [null, ...this.desk.text.parts.map(({ id }) => id)]
    return parts.flatMap((id) => {
      const here = remarks.filter(({ partId }) => partId === id)
      const part = this.desk.text.parts.find((each) => each.id === id)
      if (here.length === 0) return []
      return [
        html`<details class="others">
          <summary>
            ${part ? partName(part) : t('anchor.whole')}
            <span class="quiet">${plural('remarks.count', here.length)}</span>
          </summary>
          ${here.map((remark) => this.#remark(remark))}
        </details>`,
      ]
    })
  }

  #remark(remark: Remark): TemplateResult {
    const { desk, go, work } = this
    const { anchor, partId } = remark
    const name = anchorName(desk.text, anchor)
    const place = { page: 'part', reviewId: work.reviewId, partId: partId ?? '' } as const
    const about = html`<h3 class="about">
      ${partId === null ? name : html`<a href=${panelAddress(place)} @click=${linkTo(go, place)}>${name}</a>`}
    </h3>`
    return remarkView(remark, { desk, about, withdraw: ({ id }) => void work.withdraw(id) })
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (singleKey(event) !== 'r' || this.isWriting || !this.desk.review.acts.remark) return
    event.preventDefault()
    this.isWriting = true
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Card } from '../../../../schemas/types.ts'
import { plural, t } from '../../../i18n/board.ts'
import { icon } from '../../../ui/icon.ts'
import { gauge } from '../../../ui/gauge.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { authorOf, type Desk } from '../desk.ts'
import { kindMark, kindName } from '../kind.ts'
import type { Sorting } from './lay-out.ts'

/** What is done with the one card; the sorting screen does it. */
export type OneCardActs = {
  readonly put: (themeId: string) => void
  readonly newTheme: () => void
  readonly openMenu: () => void
  readonly skip: () => void
  readonly showAll: () => void
}

const GAUGE_MARKS = 24
const GAUGE_STEP = 6

/** Sorting on a phone: one card, and the themes to lay it in, at the thumb. */
@customElement('pv-one-card')
export class OneCard extends LightElement {
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) sorting!: Sorting
  @property({ attribute: false }) card: Card | null = null
  @property({ attribute: false }) acts!: OneCardActs

  /** The next card is read from its beginning, wherever the last one was laid from. */
  protected override updated(changed: PropertyValues): void {
    const before = changed.get('card') as Card | null | undefined
    const wasInside = this.contains(document.activeElement) || document.activeElement === document.body
    if (before && before.id !== this.card?.id && wasInside)
      this.querySelector<HTMLElement>('.big')?.focus({ preventScroll: true })
  }

  override render(): TemplateResult {
    const { sorting, card } = this
    return html`<section class="now" aria-label=${t('sort.cardNow')}>
        <p class="sum">
          <span class="num"
            >${
              card
                ? t('sort.cardOf', { number: sorting.sorted + 1, of: sorting.all })
                : t('sort.lie', { count: sorting.sorted, of: sorting.all })
            }</span
          >
          ${gauge(sorting.all === 0 ? 0 : (sorting.sorted / sorting.all) * GAUGE_MARKS, GAUGE_MARKS, GAUGE_STEP)}
        </p>
        ${card ? this.#big(card) : this.#done()}
      </section>
      ${card && this.desk.pen ? this.#themes() : nothing}
      <div class="thumb">
        ${
          card && sorting.left.length > 1
            ? html`<button class="btn tall" @click=${this.acts.skip}>${t('sort.skip')}</button>`
            : nothing
        }
        <button class="btn tall" @click=${this.acts.showAll}>${t('sort.showAll')}</button>
      </div>`
  }

  #big(card: Card): TemplateResult {
    const { state, hand, pen } = this.desk
    const author = card.by === hand ? t('sort.yourCard') : authorOf(this.desk, card)
    const kind = kindName(card.kind, state.thirdCategory)
    return html`<div class="big" tabindex="-1">
      ${kindMark(card.kind, state.thirdCategory)}
      <h1>${card.text}</h1>
      <small>${author ? t('sort.kindAnd', { kind, whose: author }) : kind}</small>
      ${
        pen
          ? html`<button
              class="btn icon bare"
              aria-label=${t('sort.cardMenu', { card: card.text })}
              @click=${this.acts.openMenu}
            >
              ${icon('ellipsis')}
            </button>`
          : nothing
      }
    </div>`
  }

  #done(): TemplateResult {
    const { sorting } = this
    return html`<div class="big plain-big" tabindex="-1">
      <h1>${t(sorting.all === 0 ? 'sort.noCards' : 'sort.allSorted')}</h1>
    </div>`
  }

  #themes(): TemplateResult {
    return html`<section class="put" aria-labelledby="put-in">
      <h2 id="put-in">${t('sort.putIn')}</h2>
      <ul>
        ${this.sorting.themes.map(
          ({ theme, number, cards }) =>
            html`<li>
              <button @click=${() => this.acts.put(theme.id)}>
                <span class="no num" aria-hidden="true">${number}</span
                ><span>${theme.title.trim() || t('sort.nameless')}</span
                ><span class="n">${plural('sort.cards', cards.length)}</span>
              </button>
            </li>`,
        )}
        <li>
          <button class="fresh" @click=${this.acts.newTheme}>
            ${icon('plus')}<span>${t('sort.newTheme')}</span>
          </button>
        </li>
      </ul>
    </section>`
  }
}

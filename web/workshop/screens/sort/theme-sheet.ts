import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state as ownState } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Card } from '../../../../schemas/types.ts'
import { plural, t } from '../../../i18n/board.ts'
import { icon } from '../../../ui/icon.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { authorOf, type Desk } from '../desk.ts'
import { namedKindMark } from '../kind.ts'
import type { Row } from './hold-still.ts'
import { isLarge, type SortedTheme } from './lay-out.ts'
import './theme-title.ts'
import type { ThemeTitle } from './theme-title.ts'

/** So many cards are seen at first; the others are asked for. */
const FIRST = 4

/** What is done with a card or a theme on a sheet; the sorting screen does it. */
export type SheetActs = {
  readonly put: () => void
  readonly openCardMenu: (card: Card) => void
  readonly openThemeMenu: () => void
  readonly lift: (event: PointerEvent, card: Card) => void
}

/** A theme as a sheet: its number and name, where the chosen card is laid, and its cards. */
@customElement('pv-theme-sheet')
export class ThemeSheet extends LightElement {
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) sorted!: SortedTheme
  @property({ attribute: false }) rows: readonly Row[] = []
  @property({ attribute: false }) isMoved: (cardId: string) => boolean = () => false
  @property({ attribute: false }) acts!: SheetActs
  /** The card that this person has laid last: it is seen though it lies far down. */
  @property() lastLaid = ''
  @property({ type: Boolean }) canPut = false
  @ownState() private isWhole = false
  @query('pv-theme-title') private title_!: ThemeTitle

  rename(): void {
    void this.title_.edit()
  }

  override render(): TemplateResult {
    const { theme, number, cards } = this.sorted
    const { pen } = this.desk
    const seen = this.isWhole
      ? this.rows
      : this.rows.filter(({ id }, at) => at < FIRST || id === this.lastLaid)
    const hidden = this.rows.length - seen.length
    const title = theme.title.trim() || t('sort.nameless')
    return html`<section class="theme" data-drop=${theme.id} aria-label=${title}>
      <header>
        <span class="no num" aria-hidden="true">${number}</span>
        <pv-theme-title .theme=${theme} .writing=${this.desk.writing}></pv-theme-title>
        ${
          pen
            ? html`<button
                class="btn icon bare"
                aria-label=${t('sort.themeMenu', { theme: title })}
                @click=${this.acts.openThemeMenu}
              >
                ${icon('ellipsis')}
              </button>`
            : nothing
        }
        <span class="n">${plural('sort.cards', cards.length)}</span>
        ${
          pen && this.canPut
            ? html`<button
                class="btn here"
                aria-label=${t('sort.putHereNamed', { theme: title })}
                @click=${this.acts.put}
              >
                ${t('sort.putHere')} ${number < 10 ? html`<kbd aria-hidden="true">${number}</kbd>` : nothing}
              </button>`
            : nothing
        }
      </header>
      ${
        isLarge(this.sorted)
          ? html`<p class="coach"><b>${t('sort.coach.question')}</b> ${t('sort.coach.reason')}</p>`
          : nothing
      }
      ${repeat(
        seen,
        ({ id }) => id,
        (row) => (row.kind === 'gap' ? html`<div class="gap">${t('sort.gap')}</div>` : this.#card(row.card)),
      )}
      <p class="rest">
        ${
          hidden > 0 || this.isWhole
            ? html`<button
                class="plain"
                aria-expanded=${this.isWhole}
                @click=${() => (this.isWhole = !this.isWhole)}
              >
                ${this.isWhole ? t('sort.fewer') : plural('sort.more', hidden)}
              </button>`
            : nothing
        }
      </p>
    </section>`
  }

  #card(card: Card): TemplateResult {
    const { pen, state, hand } = this.desk
    const author = card.by === hand ? undefined : authorOf(this.desk, card)
    return html`<article
      class="card ${this.isMoved(card.id) ? 'moved' : ''}"
      data-card=${card.id}
      @pointerdown=${(event: PointerEvent) => pen && this.acts.lift(event, card)}
    >
      ${namedKindMark(card.kind, state.thirdCategory)}
      <p>${card.text}${author ? html`<small>${author}</small>` : nothing}</p>
      ${
        pen
          ? html`<button
              class="btn icon bare"
              aria-label=${t('sort.cardMenu', { card: card.text })}
              @click=${() => this.acts.openCardMenu(card)}
            >
              ${icon('ellipsis')}
            </button>`
          : nothing
      }
    </article>`
  }
}

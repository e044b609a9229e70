import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state as ownState } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Card } from '../../../../schemas/types.ts'
import { addCard, OWN, putAside } from '../../../../server/board/write-on-board.ts'
import { plural, t } from '../../../i18n/board.ts'
import { icon } from '../../../ui/icon.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { announce } from '../announce.ts'
import { authorOf, beginStep, isSilent, seenBoard, writersOf, type Desk } from '../desk.ts'
import { namedKindMark } from '../kind.ts'
import './card-writer.ts'
import type { CardWriter, LaidCards } from './card-writer.ts'
import './own-card.ts'
import type { OwnCard } from './own-card.ts'

/** So many cards are drawn at first of each list: a long board opens at once on a slow phone. */
const FIRST = 40

/** Collecting: the question, one's own cards, those of the others where they are shown, and a place to write. */
@customElement('pv-collect')
export class Collect extends LightElement {
  @property({ attribute: false }) desk!: Desk
  @query('.mine') private list!: HTMLElement
  @query('pv-card-writer') private writer!: CardWriter | null
  @ownState() private isWhole = false
  #ownCount = -1

  /** Goes to where one writes, as soon as that is there. */
  async goToField(): Promise<void> {
    await this.updateComplete
    await this.writer?.updateComplete
    this.writer?.focus()
  }

  override render(): TemplateResult {
    const { state: workshop, seatId, hand, pen } = this.desk
    const { cards } = seenBoard(this.desk)
    const own = cards.filter(({ by }) => by === hand)
    const laid = own.filter(({ isAside }) => !isAside)
    const others = cards.filter(({ by, isAside }) => by !== hand && !isAside)
    return html`<main class="collect">
      <section class="ask">
        <h1 class="title" tabindex="-1">${workshop.question}</h1>
        <p class="quiet">${this.#quietNote()}</p>
      </section>
      <section class="mine" aria-labelledby="own-cards" tabindex=${pen ? -1 : 0}>
        ${
          hand === ''
            ? nothing
            : html`<h2 class="count" id="own-cards">
                  <span>${plural('collect.own', laid.length)}</span>
                  <span class="quiet">${this.#writers()}</span>
                </h2>
                ${laid.length === 0 ? html`<p class="quiet empty">${t('collect.none')}</p>` : nothing}
                ${this.#more('collect.earlier', laid.length - FIRST)}
                ${repeat(
                  this.isWhole ? laid : laid.slice(-FIRST),
                  ({ id }) => id,
                  (card) =>
                    html`<pv-own-card
                      .card=${card}
                      .pen=${pen}
                      .writing=${this.desk.writing}
                      .third=${workshop.thirdCategory}
                      @put-aside=${() => this.#focusList()}
                    ></pv-own-card>`,
                )}
                ${this.#aside(own.filter(({ isAside }) => isAside))}`
        }
        ${others.length === 0 ? nothing : this.#others(others)}
      </section>
      ${
        pen
          ? html`<pv-card-writer
              .seatId=${seatId}
              .third=${workshop.thirdCategory}
              @cards-laid=${(event: CustomEvent<LaidCards>) => this.#lay(event.detail)}
            ></pv-card-writer>`
          : nothing
      }
    </main>`
  }

  /** What one has laid last is in sight of the field that one goes on writing in. */
  protected override updated(_: PropertyValues): void {
    const { board, hand } = this.desk
    const count = board.cards.filter((card) => card.by === hand && !card.isAside).length
    const isMore = count > this.#ownCount
    this.#ownCount = count
    if (isMore && count > 0) void this.#showLast()
  }

  async #showLast(): Promise<void> {
    const last = [...this.querySelectorAll('pv-own-card')].at(-1) as OwnCard | undefined
    await last?.updateComplete
    last?.scrollIntoView({ block: 'nearest' })
  }

  #quietNote(): TemplateResult {
    const { state: workshop, hand } = this.desk
    if (isSilent(this.desk)) return html`${icon('eye-off')} ${t('collect.silent')}`
    if (hand === '') return html`${t('collect.lookingIn')}`
    if (workshop.conduct.phase === 'collect') return html`${icon('eye')} ${t('collect.open')}`
    return html`${t('collect.over')}`
  }

  #writers(): string {
    const { board, state } = this.desk
    return t('collect.writers', { count: writersOf(board), of: state.members.length })
  }

  #others(cards: readonly Card[]): TemplateResult {
    const { state } = this.desk
    return html`<h2 class="count" id=${this.desk.hand === '' ? 'own-cards' : nothing}>
        <span>${plural(this.desk.hand === '' ? 'collect.all' : 'collect.others', cards.length)}</span>
      </h2>
      ${repeat(
        this.isWhole ? cards : cards.slice(0, FIRST),
        ({ id }) => id,
        (card) => {
          const author = authorOf(this.desk, card)
          return html`<article class="card">
            ${namedKindMark(card.kind, state.thirdCategory)}
            <p>${card.text}${author ? html`<small>${author}</small>` : nothing}</p>
          </article>`
        },
      )}
      ${this.#more('collect.later', cards.length - FIRST)}`
  }

  #more(words: 'collect.earlier' | 'collect.later', count: number): TemplateResult | typeof nothing {
    if (this.isWhole || count <= 0) return nothing
    return html`<p>
      <button class="plain" @click=${() => (this.isWhole = true)}>${plural(words, count)}</button>
    </p>`
  }

  #aside(cards: readonly Card[]): TemplateResult | typeof nothing {
    const { pen, state } = this.desk
    const withWords = cards.filter(({ text }) => text.trim() !== '')
    if (!pen || withWords.length === 0) return nothing
    return html`<details class="aside-cards">
      <summary>${plural('collect.aside', withWords.length)}</summary>
      ${withWords.map(
        ({ id, kind, text }) =>
          html`<article class="card away">
            ${namedKindMark(kind, state.thirdCategory)}
            <p>${text}</p>
            <button
              class="plain"
              aria-label=${t('collect.takeBackNamed', { card: text })}
              @click=${() => putAside(pen, 'cards', id, false)}
            >
              ${t('collect.takeBack')}
            </button>
          </article>`,
      )}
    </details>`
  }

  /** Several cards at once are one step of undoing. */
  #lay({ kind, texts }: LaidCards): void {
    const { pen } = this.desk
    if (!pen) return
    beginStep(this.desk)
    pen.doc.transact(() => {
      for (const text of texts) addCard(pen, { kind, text })
    }, OWN)
    announce(texts.length === 1 ? t('collect.wasLaid') : t('collect.wereLaid', { count: texts.length }))
  }

  #focusList(): void {
    this.list.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pv-collect': Collect
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { markCard, type Pen } from '../../../../server/board/write-on-board.ts'
import type { Need } from '../../../../schemas/types.ts'
import { NEEDS } from '../../../../server/domain/workshop/board-form.ts'
import { PHASES } from '../../../../server/domain/workshop/phases.ts'
import { cardsByPath } from '../../../../server/domain/workshop/paths-of-cards.ts'
import { tallyNeeds, type NeedTally } from '../../../../server/domain/workshop/tally-needs.ts'
import { plural, t } from '../../../i18n/wording.ts'
import '../../../styles/board-word.css'
import { icon } from '../../../ui/icon.ts'
import { announce } from '../announce.ts'
import type { Desk } from '../desk.ts'
import { numberInWords } from '../in-words.ts'
import { kindMark, namedKindMark } from '../kind.ts'
import { BoardElement } from '../word/board-element.ts'
import { cardRow, peopleIn, type RowContext } from './card-row.ts'
import { needChart, needMark, type Marked } from './need-mark.ts'
import { resultInWords } from './result-in-words.ts'
import { firstUnsettled, themePlaces, type ThemePlace } from './theme-places.ts'

const TOTAL_WIDTH = 30

/**
 * Theme by theme each says of every card whether it is needed on the first day, and the group decides where it is
 * split. How the others have answered is seen when one has answered oneself: nobody leans on anybody.
 */
@customElement('pv-delimit')
export class Delimit extends BoardElement {
  /** The theme that was chosen; undefined before anybody has, null for the cards without one. */
  #chosen: string | null | undefined
  #answered: string | null = null

  protected override draw({ board, state, hand, pen }: Desk): TemplateResult {
    const tallies = tallyNeeds(board)
    const places = themePlaces(board, tallies)
    const place = places.find(({ id }) => id === this.#chosen) ?? firstUnsettled(places)
    if (!place)
      return html`<main class="nothing-yet">
        <h1 class="title" tabindex="-1">${t('delimit.noThemes')}</h1>
      </main>`
    // Settling its last card must not lead away from the theme that one is in.
    this.#chosen = place.id
    const isOver = PHASES.indexOf(state.conduct.phase) > PHASES.indexOf('delimit')
    const context: RowContext = {
      pen,
      hand,
      board,
      state,
      tallies,
      people: peopleIn(state),
      isOpen: isOver || pen === null,
      mark: (cardId, need) => this.#mark(pen, cardId, need),
    }
    return html`<div class="delimit">
      ${this.#contents(places, place)}
      <main class="leaf">
        ${this.#head(place, tallies)} ${this.#cards(place, context)} ${this.#onwards(places, place)}
      </main>
      ${this.#whither()}
    </div>`
  }

  protected override updated(_changed: PropertyValues): void {
    const cardId = this.#answered
    const { session } = this
    if (cardId === null || !session) return
    const { board, state, hand } = this.deskOn(session)
    if (!board.marks.some((mark) => mark.cardId === cardId && mark.hand === hand)) return
    this.#answered = null
    const tally = tallyNeeds(board).get(cardId)
    if (tally) announce(t('delimit.result.said', { result: resultInWords(tally, peopleIn(state)) }))
  }

  #mark(pen: Pen | null, cardId: string, need: Need): void {
    if (!pen) return
    this.#answered = cardId
    markCard(pen, cardId, need)
  }

  #contents(places: readonly ThemePlace[], place: ThemePlace): TemplateResult {
    const list = html`<ol>
      ${places.map(
        ({ id, title, delimited: { settled, of } }, at) =>
          html`<li>
            <button aria-current=${id === place.id ? 'true' : nothing} @click=${() => this.#go(id)}>
              <span class="n">${id === null ? '' : at + 1}</span><span>${title}</span>
              <span class="st ${settled === of ? 'ok' : ''}"
                >${
                  of === 0
                    ? ''
                    : settled === of
                      ? html`${icon('check')}<span class="sr">${t('themes.settled')}</span>`
                      : t('themes.progress', { settled, of })
                }</span
              >
            </button>
          </li>`,
      )}
    </ol>`
    return html`<nav class="toc" aria-label=${t('themes.title')}>
      <h2 class="only-wide">${t('themes.title')}</h2>
      <div class="only-wide">${list}</div>
      <details class="only-narrow">
        <summary>${t('themes.change')}${icon('chevron-down')}</summary>
        ${list}
      </details>
    </nav>`
  }

  #head({ title, cards }: ThemePlace, tallies: ReadonlyMap<string, NeedTally>): TemplateResult {
    const on = cardsByPath(cards, tallies)
    const marks: Marked[] = [
      ...NEEDS.flatMap((need) => on[need].map((): Marked => need)),
      ...on.open.map((): Marked => 'none'),
    ]
    const parts = [
      ...NEEDS.filter((need) => on[need].length > 0).map((need) =>
        t(`delimit.total.${need}`, { count: on[need].length }),
      ),
      ...(on.open.length > 0 ? [plural('delimit.total.open', on.open.length)] : []),
    ].join(', ')
    return html`<div class="head">
      <div>
        <h1 class="title" tabindex="-1">${title}</h1>
        <p class="asked">${t('delimit.ask')}</p>
      </div>
      ${
        marks.length > 0
          ? html`<div class="total">
              ${needChart(marks, plural('delimit.total.of', marks.length, { parts }), TOTAL_WIDTH)}
              <p aria-hidden="true">${parts}</p>
            </div>`
          : nothing
      }
    </div>`
  }

  #cards({ cards }: ThemePlace, context: RowContext): TemplateResult {
    const assessed = cards.filter(({ kind }) => kind !== 'suitability')
    const suitability = cards.filter(({ kind }) => kind === 'suitability')
    const { people, state } = context
    return html`${
      assessed.length > 0
        ? html`<div class="heads" aria-hidden="true">
            <span>${t('delimit.card')}</span><span>${t('delimit.you')}</span
            ><span>${plural('delimit.group', people, { people: numberInWords(people) })}</span>
          </div>`
        : html`<p class="nothing">${t('delimit.noCards')}</p>`
    }
    ${assessed.map((card) => cardRow(card, context))}
    ${
      suitability.length > 0
        ? html`<section class="apart">
            <h2>${t('done.suitability')}</h2>
            <p class="quiet">${t('delimit.suitability')}</p>
            ${suitability.map(
              ({ kind, text }) =>
                html`<p class="cardt">${namedKindMark(kind, state.thirdCategory)}<span>${text}</span></p>`,
            )}
          </section>`
        : nothing
    }`
  }

  #onwards(places: readonly ThemePlace[], place: ThemePlace): TemplateResult {
    const next = places[places.indexOf(place) + 1]
    const left = places.reduce((sum, { delimited: { settled, of } }) => sum + of - settled, 0)
    return html`<div class="onwards">
      ${
        next
          ? html`<button class="btn go" @click=${() => this.#go(next.id)}>
              ${t('delimit.next')}${icon('arrow-right')}
            </button>`
          : html`<p>
              ${left === 0 ? html`${icon('check')} ${t('delimit.allSettled')}` : plural('delimit.last', left)}
            </p>`
      }
    </div>`
  }

  #whither(): TemplateResult {
    return html`<section class="why" aria-label=${t('delimit.where.title')}>
      <b>${t('delimit.where.title')}</b>
      <dl>
        ${NEEDS.map(
          (need) =>
            html`<dt>${needMark(need)}${t(`need.${need}`)}</dt>
              <dd>${t(`delimit.where.${need}`)}</dd>`,
        )}
        <dt>${kindMark('suitability', 'responsibilityAutonomy')}${t('done.suitability')}</dt>
        <dd>${t('delimit.where.suitability')}</dd>
      </dl>
    </section>`
  }

  async #go(id: string | null): Promise<void> {
    this.#chosen = id
    this.requestUpdate()
    await this.updateComplete
    this.querySelector<HTMLDetailsElement>('.toc details')?.removeAttribute('open')
    this.querySelector<HTMLElement>('h1')?.focus()
  }
}

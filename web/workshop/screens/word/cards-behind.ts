import { html, nothing, type TemplateResult } from 'lit'
import type { Card, WorkshopState } from '../../../../schemas/types.ts'
import type { Pen } from '../../../../server/board/write-on-board.ts'
import { letter } from '../../../../server/domain/profile/number-items.ts'
import type { CardPath } from '../../../../server/domain/workshop/paths-of-cards.ts'
import type { Wording } from '../../../../server/domain/workshop/wordings-in-theme.ts'
import { plural, t } from '../../../i18n/wording.ts'
import { icon } from '../../../ui/icon.ts'
import { namedKindMark } from '../kind.ts'
import { toggleCard } from './word-acts.ts'

export type CardsContext = {
  readonly cards: Readonly<Record<CardPath, readonly Card[]>>
  /** All sentences of the theme, and the one that is being written; none before the first. */
  readonly wordings: readonly Wording[]
  readonly wording: Wording | undefined
  readonly third: WorkshopState['thirdCategory']
  readonly canWrite: boolean
  /** The card whose further acts are shown. */
  readonly openId: string | null
  readonly open: (cardId: string | null) => void
  readonly use: (card: Card) => void
  readonly toOutcome: (card: Card) => void
  readonly toCriterion: (card: Card) => void
}

/** What a card that is dragged gives to where it is dropped. */
const CARD_DRAGGED = 'application/x-profilverkstad-card'

/** The cards that the sentence is made of, in sight: what is needed from day one first, the rest folded below. */
export function cardsBehindList(context: CardsContext): TemplateResult {
  const { cards, wording } = context
  const near = [...cards.dayOne, ...cards.open]
  const isNone = near.length + cards.onTheJob.length + cards.notNeeded.length + cards.suitability.length === 0
  return html`<section class="behind" aria-labelledby="cards-behind">
    <h2 id="cards-behind">${t('word.cards.title')}</h2>
    ${
      isNone
        ? html`<p class="quiet">${t('word.cards.none')}</p>`
        : context.canWrite && near.length > 0
          ? html`<p class="quiet how-to">${t(wording ? 'word.cards.help' : 'word.cards.start')}</p>`
          : nothing
    }
    <ul>
      ${near.map((card) => html`<li>${oneCard(card, context, cards.open.includes(card))}</li>`)}
      ${cards.suitability.map((card) => html`<li>${suitabilityCard(card, context)}</li>`)}
    </ul>
    ${folded('onTheJob', context)} ${folded('notNeeded', context)}
  </section>`
}

function folded(path: 'onTheJob' | 'notNeeded', context: CardsContext): TemplateResult | typeof nothing {
  const cards = context.cards[path]
  if (cards.length === 0) return nothing
  return html`<details>
    <summary>${icon('chevron-right')}${plural(`word.cards.${path}`, cards.length)}</summary>
    <p class="quiet">${t(path === 'onTheJob' ? 'word.cards.onTheJobWhy' : 'word.cards.notNeededWhy')}</p>
    <ul>
      ${cards.map((card) => html`<li>${oneCard(card, context, false)}</li>`)}
    </ul>
  </details>`
}

function suitabilityCard(card: Card, { third }: CardsContext): TemplateResult {
  return html`<article class="pv-card apart">
    ${namedKindMark('suitability', third)}
    <div>
      <p>${card.text}</p>
      <small>${t('word.cards.suitability')}</small>
    </div>
  </article>`
}

function oneCard(card: Card, context: CardsContext, isOpenQuestion: boolean): TemplateResult {
  const { wording, third, canWrite, openId } = context
  const isUsed = wording?.outcome.cardIds.includes(card.id) ?? false
  const uses = usesInWords(card, context)
  if (isOpenQuestion && uses.length === 0) uses.push(t('word.cards.open'))
  const said = html`${namedKindMark(card.kind, third)}<span
      ><span class="said">${card.text}</span
      >${uses.map((use) => html`<small>${isUsed ? icon('check', 'small') : nothing} ${use}</small>`)}</span
    >`
  if (!canWrite) return html`<article class="pv-card ${isUsed ? 'used' : ''}">${said}</article>`
  const isOpen = openId === card.id
  return html`<article
    class="pv-card ${isUsed ? 'used' : ''}"
    draggable="true"
    data-card=${card.id}
    @dragstart=${(event: DragEvent) => {
      event.dataTransfer?.setData(CARD_DRAGGED, card.id)
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copy'
    }}
  >
    <button
      class="use"
      aria-pressed=${wording ? String(isUsed) : nothing}
      aria-label=${
        wording
          ? [t('word.cards.use', { text: card.text }), ...uses].join(', ')
          : `${t('word.cards.toOutcome')}: ${card.text}`
      }
      @click=${() => (wording ? context.use(card) : context.toOutcome(card))}
    >
      ${said}
    </button>
    ${
      wording
        ? html`<button
            class="more"
            aria-expanded=${isOpen}
            aria-label=${t('word.cards.more', { text: card.text })}
            @click=${() => context.open(isOpen ? null : card.id)}
          >
            ${icon('ellipsis')}
          </button>`
        : nothing
    }
    ${
      wording && isOpen
        ? html`<p class="acts">
            <button class="plain" @click=${() => context.toOutcome(card)}>
              ${icon('plus')}${t('word.cards.toOutcome')}
            </button>
            <button class="plain" @click=${() => context.toCriterion(card)}>
              ${icon('plus')}${t('word.cards.toCriterion')}
            </button>
          </p>`
        : nothing
    }
  </article>`
}

/** Where a card is used: in this sentence and its criteria, else in another. */
function usesInWords(card: Card, { wordings, wording }: CardsContext): string[] {
  const uses: string[] = []
  if (wording?.outcome.cardIds.includes(card.id)) uses.push(t('word.cards.usedHere'))
  wording?.criteria.forEach(({ cardIds }, at) => {
    if (cardIds.includes(card.id)) uses.push(t('word.cards.usedInCriterion', { letter: letter(at) }))
  })
  if (uses.length > 0) return uses
  const other = wordings.findIndex(({ outcome, criteria }) =>
    [outcome, ...criteria].some(({ cardIds }) => cardIds.includes(card.id)),
  )
  return other < 0 ? [] : [t('word.cards.usedElsewhere', { number: other + 1 })]
}

/** A card that is dragged may be dropped here. */
export function aimCard(event: DragEvent): void {
  if (event.dataTransfer?.types.includes(CARD_DRAGGED)) event.preventDefault()
}

/** A card that is dropped on a field is behind what stands there; beside the fields, behind the sentence. */
export function dropCard(event: DragEvent, pen: Pen, { outcome, criteria }: Wording): void {
  const cardId = event.dataTransfer?.getData(CARD_DRAGGED)
  if (!cardId) return
  event.preventDefault()
  const onId = (event.target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset.field
  const on = criteria.find(({ id }) => id === onId) ?? outcome
  if (!on.cardIds.includes(cardId)) toggleCard(pen, on, cardId)
}

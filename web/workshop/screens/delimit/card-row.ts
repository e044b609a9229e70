import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Board, Card, Need, WorkshopState } from '../../../../schemas/types.ts'
import { decideOnCard, type Pen } from '../../../../server/board/write-on-board.ts'
import { NEEDS } from '../../../../server/domain/workshop/board-form.ts'
import type { NeedTally } from '../../../../server/domain/workshop/tally-needs.ts'
import { inSentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/wording.ts'
import { icon } from '../../../ui/icon.ts'
import { namedKindMark } from '../kind.ts'
import { needChart, needMark } from './need-mark.ts'
import { countsInWords, marksOf, namesInWords, resultInWords } from './result-in-words.ts'

export type RowContext = {
  /** Null where one only looks. */
  readonly pen: Pen | null
  readonly hand: string
  readonly board: Board
  readonly state: WorkshopState
  readonly tallies: ReadonlyMap<string, NeedTally>
  /** How many are in the group. */
  readonly people: number
  /** The answers are seen by everybody, answered or not. */
  readonly isOpen: boolean
  readonly mark: (cardId: string, need: Need) => void
}

/** How many are in the group: those who have come, and of those who have left at least oneself. */
export function peopleIn({ members }: Pick<WorkshopState, 'members'>): number {
  return Math.max(1, members.length)
}

/** A card, what one thinks of it, and what the group does. */
export function cardRow(card: Card, context: RowContext): TemplateResult {
  const { pen, hand, board, tallies, state, isOpen } = context
  const tally = tallies.get(card.id)
  const mine = board.marks.find((mark) => mark.cardId === card.id && mark.hand === hand)?.need
  const isSeen = mine !== undefined || isOpen || tally?.isDecided === true
  const decision = tally && isSeen ? decided(card, tally, pen) : nothing
  return html`<div class="item">
    <div class="rowc">
      <p class="cardt">${namedKindMark(card.kind, state.thirdCategory)}<span>${card.text}</span></p>
      <fieldset class="pick">
        <legend class="sr">${card.text}</legend>
        ${NEEDS.map(
          (need) =>
            html`<label
              ><input
                type="radio"
                name="need-${card.id}"
                ?disabled=${pen === null}
                .checked=${live(mine === need)}
                @change=${() => context.mark(card.id, need)}
              />${needMark(need)}<span>${t(`need.${need}`)}</span></label
            >`,
        )}
      </fieldset>
      <div class="res">
        ${tally ? (isSeen ? answers(card, tally, context) : hidden(tally, context)) : nothing}
      </div>
    </div>
    ${decision}
  </div>`
}

function answers(card: Card, tally: NeedTally, { board, state, people, hand }: RowContext): TemplateResult {
  // Where all have answered the same there is nobody to name.
  const isUnanimous = Object.values(tally.counts).some((count) => count >= Math.max(people, tally.answered))
  return html`${needChart(marksOf(tally, people), countsInWords(tally, people))}
    <p class=${tally.isSplit ? 'strong' : ''}>${resultInWords(tally, people)}</p>
    ${(isUnanimous ? [] : namesInWords(board, card.id, state, hand)).map((names) => html`<p class="names">${names}</p>`)}`
}

function hidden({ answered }: NeedTally, { people }: RowContext): TemplateResult {
  if (answered === 0) return html`<p>${t('delimit.result.none')}</p>`
  return html`<p>
    ${icon('eye-off')} ${t('delimit.result.waiting', { answered, of: Math.max(people, answered) })}
    <br />${t('delimit.result.answerFirst')}
  </p>`
}

/** Where the group is split it talks, and decides; what was decided can be taken back, and decided anew. */
function decided(
  { id, text }: Card,
  { isDecided, isSplit, outcome }: NeedTally,
  pen: Pen | null,
): TemplateResult | typeof nothing {
  if (isDecided && outcome)
    return html`<section class="decide settled" aria-label="${t('delimit.decide.label')}: ${text}">
      <p>
        ${needMark(outcome)}
        <b>${t('delimit.decide.decided', { need: inSentence(t(`need.${outcome}`)) })}</b>
      </p>
      ${
        pen
          ? html`<button class="plain" @click=${() => decideOnCard(pen, id, null)}>
              ${icon('undo-2')}${t('delimit.decide.takeBack')}
            </button>`
          : nothing
      }
    </section>`
  if (!isSplit || !pen) return nothing
  return html`<section class="decide" aria-label="${t('delimit.decide.label')}: ${text}">
    <p><b>${t('delimit.decide.talk')}</b> ${t('delimit.decide.why')}</p>
    <p class="acts">
      ${NEEDS.map(
        (need) =>
          html`<button class="btn" @click=${() => decideOnCard(pen, id, need)}>
            ${needMark(need)}${t(`delimit.decide.${need}`)}
          </button>`,
      )}
    </p>
  </section>`
}

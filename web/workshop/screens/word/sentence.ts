import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { WordedOutcome, WorkshopState } from '../../../../schemas/types.ts'
import { setCategory, textAt, type Pen } from '../../../../server/board/write-on-board.ts'
import { CATEGORIES, letter } from '../../../../server/domain/profile/number-items.ts'
import type { Wording } from '../../../../server/domain/workshop/wordings-in-theme.ts'
import { inSentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/wording.ts'
import { icon } from '../../../ui/icon.ts'
import type { BoardSession } from '../../board/board-session.ts'
import { kindMark, kindName } from '../kind.ts'
import type { Numbered } from './board-coach.ts'
import './shared-field.ts'
import { tools } from './wording-list.ts'

type SentenceContext = {
  readonly session: BoardSession
  /** Null where one only looks. */
  readonly pen: Pen | null
  readonly state: Pick<WorkshopState, 'thirdCategory' | 'outcomeStem'>
  readonly findings: readonly Numbered[]
  readonly move: (criterionId: string, step: -1 | 1) => void
  readonly putAside: (criterionId: string, letter: string) => void
  readonly add: () => void
}

/** A sentence with its stem, and what it shows by. Every text is a field that several write in at once. */
export function sentence(wording: Wording, context: SentenceContext): TemplateResult {
  const { outcome, criteria } = wording
  const { pen } = context
  const isOpen = pen !== null && criteria.at(-1)?.text.trim() !== ''
  return html`${stem(outcome, context)}
    ${field(outcome.id, 'outcomes', t('word.outcome'), t('word.continue'), context)}
    <section class="crit">
      <h2>${t('word.criteria')}</h2>
      <ol>
        ${repeat(
          criteria,
          ({ id }) => id,
          ({ id }, at) => criterionRow(id, at, criteria.length, context),
        )}
        ${
          isOpen
            ? html`<li class="next-row">
                <span class="letter" aria-hidden="true">${letter(criteria.length)}</span>
                <button @click=${context.add}>${nextCriterion(criteria.length)}</button>
              </li>`
            : nothing
        }
      </ol>
    </section>`
}

function stem(
  { id, category }: WordedOutcome,
  { pen, state: { thirdCategory, outcomeStem } }: SentenceContext,
): TemplateResult {
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement
    if (pen) setCategory(pen, id, value as WordedOutcome['category'])
  }
  return html`<p class="stem">
    ${kindMark(category, thirdCategory)}
    ${
      pen
        ? html`<span class="choice"
            ><select aria-label=${t('word.category')} @change=${choose}>
              ${CATEGORIES.map(
                (each) =>
                  html`<option value=${each} .selected=${each === category}>
                    ${kindName(each, thirdCategory)}
                  </option>`,
              )}</select
            >${icon('chevron-down')}</span
          >`
        : html`<span>${kindName(category, thirdCategory)}.</span>`
    }
    <span>${t('word.stem', { stem: outcomeStem })}</span>
  </p>`
}

function criterionRow(id: string, at: number, count: number, context: SentenceContext): TemplateResult {
  const { pen, move, putAside } = context
  const label = t('word.criterion', { letter: letter(at) })
  return html`<li>
    <span class="letter" aria-hidden="true">${letter(at)}</span>
    ${field(id, 'criteria', label, nextCriterion(at), context)}
    ${
      pen
        ? tools({
            what: inSentence(label),
            isFirst: at === 0,
            isLast: at === count - 1,
            move: (step) => move(id, step),
            putAside: () => putAside(id, letter(at)),
          })
        : nothing
    }
  </li>`
}

function nextCriterion(at: number): string {
  return t(at === 0 ? 'word.firstCriterion' : 'word.nextCriterion')
}

function field(
  id: string,
  part: 'outcomes' | 'criteria',
  label: string,
  placeholder: string,
  { session, pen, findings }: SentenceContext,
): TemplateResult {
  const marked = findings.filter(({ itemId, field: on }) => itemId === id && on === 'text')
  return html`<pv-shared-field
    data-field=${id}
    .session=${session}
    .text=${textAt(session.doc, part, id)}
    .fieldId=${fieldId(id)}
    .label=${label}
    .placeholder=${placeholder}
    .describedBy=${marked.length > 0 ? `${fieldId(id)}-notes` : ''}
    .locked=${pen === null}
    .tight=${part === 'criteria'}
    .marked=${marked}
  ></pv-shared-field>`
}

/** The id of the field that an outcome or criterion is written in. */
export function fieldId(id: string): string {
  return `field-${id}`
}

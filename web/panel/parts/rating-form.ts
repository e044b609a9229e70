import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { MemberDesk } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'
import { LightElement } from '../../ui/light-element.ts'
import type { ReviewWork } from '../review-work.ts'

const STEPS = [1, 2, 3, 4, 5] as const
const QUESTIONS = ['importance', 'clarity'] as const
type Rated = Partial<Record<(typeof QUESTIONS)[number], number>>

/** How important and how clear a part is, in a quiet round: kept when both have been said. */
@customElement('pv-rating-form')
export class RatingForm extends LightElement {
  @property({ attribute: false }) work!: ReviewWork
  @property({ attribute: false }) desk!: MemberDesk
  @property({ attribute: false }) partId = ''
  @state() private half: Rated & { partId?: string } = {}

  override render(): TemplateResult {
    const rated = this.#rated
    return html`${QUESTIONS.map(
      (question) =>
        html`<fieldset class="rating">
          <legend>${t(`rating.${question}.question`)}</legend>
          <div class="steps">
            ${STEPS.map(
              (step) =>
                html`<label
                  ><input
                    type="radio"
                    name="rating-${question}-${this.partId}"
                    .checked=${rated[question] === step}
                    @change=${() => void this.#say(question, step)}
                  />${step}</label
                >`,
            )}
          </div>
          <p class="ends quiet">
            <span>${t(`rating.${question}.least`)}</span><span>${t(`rating.${question}.most`)}</span>
          </p>
        </fieldset>`,
    )}`
  }

  get #rated(): Rated {
    const kept = this.desk.ratings.find(({ partId }) => partId === this.partId)
    const half = this.half.partId === this.partId ? this.half : {}
    return { ...kept, ...half }
  }

  async #say(question: (typeof QUESTIONS)[number], step: number): Promise<void> {
    this.half = { ...this.#rated, [question]: step, partId: this.partId }
    const { importance, clarity } = this.half
    if (importance !== undefined && clarity !== undefined)
      await this.work.rate({ partId: this.partId, importance, clarity })
  }
}

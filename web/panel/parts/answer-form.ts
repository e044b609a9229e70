import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PositionKind } from '../../../schemas/types.ts'
import { needsReason } from '../../../server/domain/review/take-position.ts'
import { t } from '../../i18n/panel.ts'
import { icon } from '../../ui/icon.ts'
import { LightElement } from '../../ui/light-element.ts'
import { lastOn } from '../desk/answers.ts'
import type { ReviewWork } from '../review-work.ts'
import { positionChoice, positionOfKey } from './position-choice.ts'
import { reasonField } from './reason-field.ts'

/** What a position is taken on, in the words that are shown. */
export type AnsweredOn = {
  readonly scope: 'part' | 'item'
  readonly itemId: string
  readonly hash: string
}

/** The four positions, a reason, and the button that saves: of a part or of an item. */
@customElement('pv-answer-form')
export class AnswerForm extends LightElement {
  @property({ attribute: false }) work!: ReviewWork
  @property({ attribute: false }) on!: AnsweredOn
  @property({ attribute: false }) question = ''
  /** There is more to answer, and saving leads there. */
  @property({ attribute: false }) goesOn = false
  /** Whether the keys 1 to 4 choose here. */
  @property({ attribute: false }) hasKeys = false
  /** Beside the button. */
  @property({ attribute: false }) beside: TemplateResult | typeof nothing = nothing
  @property({ attribute: false }) saved: () => void = () => undefined
  @state() private fault: 'choice' | 'reason' | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey)
    super.disconnectedCallback()
  }

  override render(): TemplateResult {
    const { position, reason } = this.#fields
    const { scope, itemId } = this.on
    const name = `answer-${scope}-${itemId}`
    return html`<form novalidate @submit=${this.#save}>
      ${positionChoice({
        name,
        question: this.question,
        chosen: position,
        choose: this.#choose,
        hasKeys: this.hasKeys,
        isMissing: this.fault === 'choice',
      })}
      ${
        position === null
          ? nothing
          : reasonField({
              id: `${name}-reason`,
              position,
              value: reason,
              isMissing: this.fault === 'reason',
              write: (words) => this.#write({ position, reason: words }),
            })
      }
      <p class="go">
        <button class="btn go tall">
          ${this.goesOn ? html`${t('answer.saveAndNext')}${icon('arrow-right')}` : t('answer.save')}</button
        >${this.beside}
      </p>
    </form>`
  }

  get #about(): string {
    return `position ${this.work.reviewId} ${this.on.scope} ${this.on.itemId}`
  }

  /** What is being written; before anything is, what they say of these very words already. */
  get #fields(): { position: PositionKind | null; reason: string } {
    const begun = this.work.writing.fields(this.#about)
    if (begun)
      return { position: (begun.position ?? null) as PositionKind | null, reason: begun.reason ?? '' }
    const last = this.work.desk ? lastOn(this.work.desk, this.on.scope, this.on.itemId) : null
    if (last === null || last.hash !== this.on.hash) return { position: null, reason: '' }
    return { position: last.position, reason: last.reason }
  }

  readonly #choose = (position: PositionKind): void => {
    this.#write({ position, reason: this.#fields.reason })
  }

  #write({ position, reason }: { position: PositionKind; reason: string }): void {
    this.work.writing.write(this.#about, { position, reason })
    this.fault = null
    this.requestUpdate()
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.hasKeys) return
    const position = positionOfKey(event)
    if (position === null) return
    event.preventDefault()
    this.#choose(position)
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('input:checked')?.focus())
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { position, reason } = this.#fields
    if (position === null) return this.#mend('choice', 'input')
    if (needsReason(position) && reason.trim() === '') return this.#mend('reason', 'textarea')
    const about = this.#about
    await this.work.take({ ...this.on, position, reason: reason.trim() }, this.work.writing.actId(about))
    this.work.writing.forget(about)
    this.saved()
  }

  #mend(fault: 'choice' | 'reason', field: string): void {
    this.fault = fault
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(field)?.focus())
  }
}

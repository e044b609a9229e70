import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Closing, Review } from '../../../schemas/types.ts'
import { ApiProblem } from '../../api/http-client.ts'
import { closeReview } from '../../api/reviews.ts'
import { todayInSweden } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/review.ts'
import { Trying } from '../../trying.ts'
import { formText } from '../../ui/form-text.ts'
import { LightElement } from '../../ui/light-element.ts'
import { lineField, textField } from '../fields.ts'
import { OUTCOMES, whyNot, type Hindrance, type Outcome } from './why-not.ts'

type Field = 'outcome' | 'decidedOn' | 'decidedBy' | 'grounds'

/** The decision: one of those that the standing positions and the rule allow, its day, its body and its grounds. */
@customElement('pv-decide-form')
export class DecideForm extends LightElement {
  @property({ attribute: false }) declare review: Review
  /** As it is shown: this and nothing else is sealed. */
  @property({ attribute: false }) declare closing: Closing
  /** Told the review when it is closed. */
  @property({ attribute: false }) closed: (review: Review) => void = () => undefined
  /** Told when something has come in since the closing was read; how it stands is to be read anew. */
  @property({ attribute: false }) overtaken: () => Promise<void> = () => Promise.resolve()
  @state() private outcome: Outcome | null = null
  @state() private faults: ReadonlySet<Field> = new Set()
  @state() private busy = false
  readonly #trying = new Trying(this)

  protected override willUpdate(): void {
    // What was chosen may have become impossible while one read.
    if (this.outcome && !this.closing.possible.includes(this.outcome)) this.outcome = null
  }

  override render(): TemplateResult {
    const { closing } = this
    const fault = (field: Field) => (this.faults.has(field) ? t(`closing.fault.${field}`) : undefined)
    return html`<form class="decision" novalidate @submit=${this.#close} aria-labelledby="decide-heading">
      <h2 id="decide-heading">${t('closing.decide.heading')}</h2>
      <fieldset class="outcomes" aria-describedby=${fault('outcome') ? 'outcome-fault' : nothing}>
        <legend>${t('closing.decide.question')}</legend>
        ${OUTCOMES.map((outcome) => this.#choice(outcome, whyNot(outcome, closing)))}
        ${fault('outcome') ? html`<p class="field-error" id="outcome-fault">${fault('outcome')}</p>` : nothing}
      </fieldset>
      ${lineField({
        name: 'decidedOn',
        type: 'date',
        label: t('closing.decide.on'),
        value: todayInSweden(),
        fault: fault('decidedOn'),
      })}
      ${lineField({
        name: 'decidedBy',
        label: t('closing.decide.by'),
        hint: t('closing.decide.byHint'),
        maxlength: 200,
        fault: fault('decidedBy'),
      })}
      ${textField({
        name: 'grounds',
        label: t('closing.decide.grounds'),
        hint: t('closing.decide.groundsHint'),
        maxlength: 4000,
        fault: fault('grounds'),
      })}
      <p class="quiet">${t('closing.decide.recall')}</p>
      ${this.#trying.shown()}
      <wa-button
        type="submit"
        variant="brand"
        ?loading=${this.busy}
        ?disabled=${closing.possible.length === 0 || this.busy}
        >${t('closing.decide.go')}</wa-button
      >
    </form>`
  }

  #choice(outcome: Outcome, hindrances: readonly Hindrance[]): TemplateResult {
    const isPossible = hindrances.length === 0
    const id = `outcome-${outcome}`
    return html`<div class="outcome ${isPossible ? '' : 'is-impossible'}">
      <label
        ><input
          type="radio"
          name="outcome"
          ?disabled=${!isPossible}
          aria-describedby=${id}
          .checked=${live(this.outcome === outcome)}
          @change=${() => (this.outcome = outcome)}
        /><b>${t(`closing.outcome.${outcome}`)}</b></label
      >
      <p class="hint" id=${id}>
        ${t(`closing.outcomeHelp.${outcome}`)}
        ${isPossible ? nothing : html`<span class="why-not">${hindrances.map(({ code, count }) => `${plural(`closing.hindrance.${code}`, count)} `)}</span>`}
      </p>
    </div>`
  }

  readonly #close = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const text = (name: Field) => formText(form, name)
    const { outcome } = this
    const [decidedOn, decidedBy, grounds] = [text('decidedOn'), text('decidedBy'), text('grounds')]
    this.faults = new Set<Field>([
      ...(outcome ? [] : (['outcome'] as const)),
      ...(decidedOn !== '' && decidedOn <= todayInSweden() ? [] : (['decidedOn'] as const)),
      ...(decidedBy === '' ? (['decidedBy'] as const) : []),
      ...(grounds === '' ? (['grounds'] as const) : []),
    ])
    if (!outcome || this.faults.size > 0) {
      await this.updateComplete
      const first = this.faults.has('outcome') ? '[name=outcome]:not([disabled])' : '[aria-invalid=true]'
      return this.querySelector<HTMLElement>(first)?.focus()
    }
    this.busy = true
    await this.#trying.act(async () => {
      const { state: shown } = this.closing
      try {
        this.closed(
          await closeReview(this.review.id, { state: shown, outcome, decidedOn, decidedBy, grounds }),
        )
      } catch (error) {
        if (error instanceof ApiProblem && OVERTAKEN.includes(error.code)) await this.overtaken()
        throw error
      }
    })
    this.busy = false
  }
}

const OVERTAKEN = ['review-changed', 'outcome-impossible', 'review-stage']

import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Review, VotingRule } from '../../schemas/types.ts'
import { ruleInWords } from '../../server/domain/review/in-words/rule-in-words.ts'
import { rightlyNamed, ruleFaults, VOTING_RULES } from '../../server/domain/review/voting-rules.ts'
import { setVotingRule } from '../api/reviews.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/review.ts'
import { ActingElement } from '../people/acting-element.ts'
import { ownRuleFields } from './own-rule.ts'
import { perspectivesShown, seatCounts } from './seats.ts'

const NAMES = ['consensus', 'twoThirds', 'consent', 'own'] as const

/** By which rule the panel decides: three that come with the product, shown as what they say, and one of one's own. */
@customElement('pv-rule-choice')
export class RuleChoice extends ActingElement {
  @property({ attribute: false }) declare review: Review
  /** Called when another rule has been set. */
  @property({ attribute: false }) whenSet: () => void = () => undefined
  /** What is chosen here and not saved yet; null for the rule that is set. */
  @state() private chosen: VotingRule | null = null

  override render(): TemplateResult {
    const { review } = this
    if (!review.acts.compose) return this.#sentences(review.rule)
    const rule = this.chosen ?? review.rule
    const faults = ruleFaults(
      rule,
      perspectivesShown(review).map(({ id }) => id),
    )
    return html`<form @submit=${this.#save}>
      <fieldset class="rules">
        <legend class="sr">${t('rule.heading')}</legend>
        ${NAMES.map((name) => this.#choice(name, rule))}
      </fieldset>
      ${this.#figures(rule)}
      <label class="tick"
        ><input
          type="checkbox"
          .checked=${rule.visibility === 'hidden'}
          @change=${({ target }: Event) =>
            this.#choose({
              ...rule,
              visibility: (target as HTMLInputElement).checked ? 'hidden' : 'open',
            })}
        /><span>${t('rule.hide')}<span class="hint">${t('rule.hideHint')}</span></span></label
      >
      ${faults.map((fault) => html`<p class="field-error">${t(`rule.fault.${fault}`)}</p>`)}
      ${
        this.chosen
          ? html`<p class="buttons">
              <wa-button
                type="submit"
                appearance="outlined"
                ?disabled=${faults.length > 0}
                ?loading=${this.busy}
                >${t('rule.save')}</wa-button
              >
              <button type="button" class="plain" @click=${() => (this.chosen = null)}>
                ${t('rule.leave')}
              </button>
            </p>`
          : nothing
      }
      ${this.outcome()}
    </form>`
  }

  #choice(name: (typeof NAMES)[number], now: VotingRule): TemplateResult {
    const isChosen = now.name === name
    const rule = isChosen || name === 'own' ? now : VOTING_RULES[name]
    return html`<label class="rule-choice"
      ><input
        type="radio"
        name="rule"
        .value=${name}
        .checked=${isChosen}
        @change=${() =>
          this.#choose(
            name === 'own' ? { ...now, name } : { ...VOTING_RULES[name], visibility: now.visibility },
          )}
      /><span
        ><b>${t(`rule.name.${name}`)}</b>
        <span class="wording"
          >${name === 'own' && !isChosen ? t('rule.ownHelp') : this.#words(rule)[0]}</span
        ></span
      ></label
    >`
  }

  /** A rule that comes with the product is one's own as soon as a figure in it is another. */
  #figures(rule: VotingRule): TemplateResult {
    return html`<details class="own-rule" ?open=${rule.name === 'own'}>
      <summary>${t('rule.figures')}</summary>
      ${ownRuleFields(rule, perspectivesShown(this.review), (changed) => this.#choose(rightlyNamed(changed)))}
    </details>`
  }

  #sentences(rule: VotingRule): TemplateResult {
    const [first, ...others] = this.#words(rule)
    return html`<p class="wording rule-said">${first}</p>
      <ul class="sentences">
        ${others.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>`
  }

  #words(rule: VotingRule): string[] {
    return ruleInWords(rule, this.review.perspectives, seatCounts(this.review), locale())
  }

  #choose(rule: VotingRule): void {
    this.chosen = JSON.stringify(rule) === JSON.stringify(this.review.rule) ? null : rule
  }

  readonly #save = async (event: SubmitEvent) => {
    event.preventDefault()
    const { chosen } = this
    if (!chosen) return
    if (!(await this.act(() => setVotingRule(this.review.id, chosen), t('rule.saved')))) return
    this.chosen = null
    this.whenSet()
  }
}

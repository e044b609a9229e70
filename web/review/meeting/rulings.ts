import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Review, ReviewText, Rewording } from '../../../schemas/types.ts'
import { ruleEquivalence } from '../../api/reviews.ts'
import { plural, t } from '../../i18n/review.ts'
import { Trying } from '../../trying.ts'
import { LightElement } from '../../ui/light-element.ts'
import { changedWords } from '../settle/changed-words.ts'
import { partInWords } from '../part-names.ts'
import { versionBecause } from '../closing/version-because.ts'

/** What the panel rules of each reworded demand: the same as before, or another. The version follows from it. */
@customElement('pv-rulings')
export class Rulings extends LightElement {
  @property({ attribute: false }) declare review: Review
  @property({ attribute: false }) declare text: ReviewText
  @property({ attribute: false }) ruled: (text: ReviewText) => void = () => undefined
  /** What has been chosen and is under way. */
  @state() private chosen: { readonly itemId: string; readonly equivalent: boolean } | null = null
  readonly #trying = new Trying(this)

  override render(): TemplateResult | typeof nothing {
    const { rewordings, version } = this.text
    const { former } = this.review
    if (former === null || rewordings.length === 0) return nothing
    const left = rewordings.filter(({ ruling }) => ruling === null).length
    return html`<section class="rulings" id="lika-krav" aria-labelledby="rulings-heading">
      <h2 id="rulings-heading">${left === 0 ? t('room.rulings.done') : plural('room.rulings.left', left)}</h2>
      <p class="quiet">${t('room.rulings.help', { former })}</p>
      <p class="so-version" role="status">
        <b class="num">${version}</b> ${versionBecause({ former, version, rewordings })}
      </p>
      ${this.#trying.shown()} ${rewordings.map((each) => this.#rewording(each))}
    </section>`
  }

  #rewording(rewording: Rewording): TemplateResult {
    const { itemId, number, former, wording, ruling } = rewording
    const part = this.text.parts.find(({ items }) => items.some(({ id }) => id === itemId))
    const may = this.review.acts.ruleEquivalence
    const id = `ruling-${itemId}`
    const is = this.chosen?.itemId === itemId ? this.chosen.equivalent : ruling?.equivalent
    return html`<article class="rewording" id=${`krav-${itemId}`}>
      <p class="quiet"><span class="num">${number}</span>${part ? ` · ${partInWords(part)}` : nothing}</p>
      <p class="wording" lang="sv">${changedWords(former, wording)}</p>
      <fieldset ?disabled=${!may}>
        <legend>${t('room.rulings.question')}<span class="sr"> ${number}</span></legend>
        ${[true, false].map(
          (equivalent) =>
            html`<label
              ><input
                type="radio"
                name=${id}
                .checked=${live(is === equivalent)}
                @change=${() => this.#rule(rewording, equivalent, ruling?.reason ?? '')}
              />${t(equivalent ? 'room.rulings.same' : 'room.rulings.other')}</label
            >`,
        )}
      </fieldset>
      ${
        ruling && (may || ruling.reason)
          ? html`<label class="reason"
              ><span>${t('room.rulings.reason')}</span
              ><input
                maxlength="1000"
                ?disabled=${!may}
                .value=${live(ruling.reason)}
                @change=${({ target }: Event) => this.#rule(rewording, ruling.equivalent, (target as HTMLInputElement).value.trim())}
            /></label>`
          : nothing
      }
    </article>`
  }

  #rule({ itemId, formerHash, hash }: Rewording, equivalent: boolean, reason: string): void {
    this.chosen = { itemId, equivalent }
    void this.#trying
      .act(async () =>
        this.ruled(await ruleEquivalence(this.review.id, { itemId, formerHash, hash, equivalent, reason })),
      )
      .finally(() => (this.chosen = null))
  }
}

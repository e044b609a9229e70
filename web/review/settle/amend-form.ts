import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { v7 } from 'uuid'
import type { AmendText, Finding, Remark, Review, ReviewItem, ReviewText } from '../../../schemas/types.ts'
import { foldWording } from '../../../server/domain/profile/wordings.ts'
import { ApiProblem } from '../../api/http-client.ts'
import { amendText, settleRemark } from '../../api/reviews.ts'
import { adviceKey, adviceOn, fetchCoach, keepAsIs } from '../../controllers/coach.ts'
import { t as app } from '../../i18n/localize.ts'
import { t } from '../../i18n/review.ts'
import { Trying } from '../../trying.ts'
import { LightElement } from '../../ui/light-element.ts'
import { changeOf, fieldsOf, withChange, wordsOf, type Rewording, type WordsField } from './amending.ts'
import { changedWords } from './changed-words.ts'
import { reasonField } from './reason-field.ts'
import { authorOf, remarkName } from './remark-in-words.ts'

export type Amending =
  | Rewording
  | { readonly act: 'remove'; readonly item: ReviewItem }
  | { readonly act: 'add-criterion'; readonly item: ReviewItem }

type Change = AmendText['change']
type OwnAnswer = { readonly outcome: 'changed' | 'declined'; readonly reason: string }
const UNANSWERED: OwnAnswer = { outcome: 'declined', reason: '' }

/**
 * Where the panel's text is amended: new words beside the old ones, with the coach, why, and whether only the spelling changes.
 * Remarks that it answers are answered with it; proposals that it is not get an answer each.
 */
@customElement('pv-amend-form')
export class AmendForm extends LightElement {
  @property({ attribute: false }) declare review: Review
  @property({ attribute: false }) declare text: ReviewText
  @property({ attribute: false }) declare amending: Amending
  /** Remarks and proposals that the amendment answers. */
  @property({ attribute: false }) answers: readonly Remark[] = []
  /** Remarks on the same words that it may answer as well. */
  @property({ attribute: false }) offered: readonly Remark[] = []
  /** Proposals for the same words that are not taken: each gets an answer of its own. */
  @property({ attribute: false }) others: readonly Remark[] = []
  /** After an approval that left room for spelling, nothing else can be amended. */
  @property({ type: Boolean }) onlyEditorial = false
  /** Told the text as it is then, or null when it was left as it was. */
  @property({ attribute: false }) done: (text: ReviewText | null) => void = () => undefined
  @state() private words = ''
  @state() private field: WordsField = 'text'
  @state() private reason = ''
  @state() private isEditorial = false
  @state() private ticked: ReadonlySet<string> = new Set()
  @state() private own: ReadonlyMap<string, OwnAnswer> = new Map()
  @state() private advice: readonly Finding[] = []
  @state() private asked = false
  @state() private busy = false
  readonly #trying = new Trying(this)
  /** The same act however often it is sent. */
  readonly #id = v7()
  readonly #itemId = v7()
  #amended: ReviewText | null = null
  /** The words that whoever writes has seen. */
  #seen = { hash: '', words: '' }

  override connectedCallback(): void {
    super.connectedCallback()
    const { amending } = this
    if (amending.act === 'reword') {
      this.words = amending.to
      this.field = amending.field
    }
    this.#seen = { hash: amending.item.hash, words: this.#former }
    this.isEditorial = this.onlyEditorial
    void fetchCoach().then(() => this.#heed())
  }

  /** Somebody who takes words as they are proposed says why; whoever writes others begins with them. */
  protected override firstUpdated(_changed: PropertyValues): void {
    const { amending } = this
    const isTaken = amending.act === 'reword' && this.answers.some(({ proposal }) => proposal === amending.to)
    const where = isTaken || amending.act === 'remove' ? '.reason textarea' : '.new-words textarea'
    // The field of the words draws itself after the form has been drawn.
    requestAnimationFrame(() => this.querySelector<HTMLElement>(where)?.focus())
  }

  get #former(): string {
    const { amending, text } = this
    return amending.act === 'add-criterion' ? '' : wordsOf(text.profile, amending.item.id, this.field)
  }

  get #isSame(): boolean {
    if (this.amending.act !== 'reword' || this.#amended) return false
    return foldWording(this.words) === foldWording(this.#former)
  }

  override render(): TemplateResult {
    const { act } = this.amending
    return html`<form class="amend" @submit=${this.#submit} aria-label=${t(`settle.amend.${act}`)}>
      <h4>${t(`settle.amend.${act}`)}</h4>
      ${act === 'remove' ? html`<p class="text small"><del>${this.#former}</del></p>` : this.#wordsField()}
      ${reasonField({
        id: `why-${this.#id}`,
        label: t('settle.amend.why'),
        hint: t('settle.amend.whyHint'),
        value: this.reason,
        isMissing: this.asked && this.reason.trim() === '',
        write: (words) => (this.reason = words),
      })}
      ${act === 'reword' ? this.#editorialChoice() : nothing} ${this.#ticks()}
      ${this.others.map((other) => this.#ownAnswer(other))}
      <p class="what-happens quiet">${this.#whatHappens()}</p>
      ${this.#trying.shown()}
      <div class="buttons">
        <wa-button type="submit" variant="brand" ?loading=${this.busy} ?disabled=${this.busy}
          >${t(`settle.amend.go.${act}`)}</wa-button
        >
        <wa-button appearance="outlined" @click=${() => this.done(this.#amended)}
          >${t('settle.cancel')}</wa-button
        >
      </div>
    </form>`
  }

  #wordsField(): TemplateResult {
    const former = this.#former
    const id = `words-${this.#id}`
    const isMissing = this.asked && (this.words.trim() === '' || this.#isSame)
    return html`${this.#fieldChoice()}<label class="sr" for=${id}>${t('settle.amend.words')}</label>
      <pv-wording-field
        class="new-words"
        .fieldId=${id}
        .value=${this.words}
        .label=${t('settle.amend.words')}
        .invalid=${isMissing}
        .describedBy=${`${id}-notes`}
        .marked=${this.advice.map((finding, at) => ({ ...finding, number: at + 1 }))}
        @wording-typed=${({ detail }: CustomEvent<{ text: string }>) => this.#write(detail.text)}
      ></pv-wording-field>
      <div id="${id}-notes">
        ${isMissing ? html`<p class="field-error">${t(this.#isSame ? 'settle.amend.same' : 'settle.amend.empty')}</p>` : nothing}
        ${this.advice.map((finding, at) => this.#note(finding, at + 1))}
      </div>
      ${
        former === '' || this.#isSame || this.words.trim() === ''
          ? nothing
          : html`<p class="so">
              <b>${t('settle.amend.so')}</b>
              <span class="wording">${changedWords(former, this.words)}</span>
            </p>`
      }`
  }

  /** Where there is more than one thing to write anew. */
  #fieldChoice(): TemplateResult | typeof nothing {
    const { amending, text } = this
    const fields = amending.act === 'reword' ? fieldsOf(text.profile, amending.item.id) : []
    if (fields.length < 2) return nothing
    const id = `field-${this.#id}`
    return html`<label for=${id}>${t('settle.amend.field')}</label>
      <select id=${id} @change=${({ target }: Event) => this.#choose((target as HTMLSelectElement).value)}>
        ${fields.map(
          (field) =>
            html`<option value=${field} ?selected=${field === this.field}>
              ${t(`settle.amend.fields.${field}`)}
            </option>`,
        )}
      </select>`
  }

  #choose(value: string): void {
    const field = fieldsOf(this.text.profile, this.amending.item.id).find((each) => each === value)
    if (!field) return
    this.field = field
    this.#seen = { ...this.#seen, words: this.#former }
    this.#write(this.#former)
  }

  #note(finding: Finding, number: number): TemplateResult {
    const [only, second] = finding.fix?.texts ?? []
    return html`<div class="coach ${finding.severity}">
      <p><span class="n">${number}</span><b>${finding.message}</b></p>
      <p>${finding.reason}</p>
      <p class="fix">
        ${
          only !== undefined && second === undefined
            ? html`<wa-button size="s" appearance="outlined" @click=${() => this.#write(only)}
                >${finding.fix?.label}</wa-button
              >`
            : nothing
        }
        <button type="button" class="plain" @click=${() => this.#keep(finding)}>${app('coach.keep')}</button>
      </p>
    </div>`
  }

  #editorialChoice(): TemplateResult {
    const id = `editorial-${this.#id}`
    return html`<div class="choice">
      <label class="tick"
        ><input
          type="checkbox"
          .checked=${live(this.isEditorial)}
          ?disabled=${this.onlyEditorial}
          aria-describedby=${id}
          @change=${({ target }: Event) => (this.isEditorial = (target as HTMLInputElement).checked)}
        /><span>${t('settle.amend.editorial')}</span></label
      >
      <p class="hint" id=${id}>${t('settle.amend.editorialHelp')}</p>
    </div>`
  }

  #ticks(): TemplateResult | typeof nothing {
    if (this.offered.length === 0) return nothing
    return html`<fieldset class="choice">
      <legend>${t('settle.amend.answers')}</legend>
      ${this.offered.map((remark) => {
        const { id } = remark
        return html`<label class="tick"
          ><input
            type="checkbox"
            .checked=${live(this.ticked.has(id))}
            @change=${({ target }: Event) => this.#tick(id, (target as HTMLInputElement).checked)}
          /><span>${remarkName(remark, this.review)}</span></label
        >`
      })}
    </fieldset>`
  }

  #ownAnswer(other: Remark): TemplateResult {
    const { outcome, reason } = this.own.get(other.id) ?? UNANSWERED
    const set = (change: Partial<OwnAnswer>) =>
      (this.own = new Map([...this.own, [other.id, { outcome, reason, ...change }]]))
    return html`<fieldset class="own-answer">
      <legend>${t('settle.amend.answerTo', { whose: authorOf(other, this.review) })}</legend>
      <p class="wording">${t('settle.quoted', { words: other.proposal ?? other.text })}</p>
      <p class="radios">
        ${(['declined', 'changed'] as const).map(
          (each) =>
            html`<label
              ><input
                type="radio"
                name="own-${other.id}"
                .checked=${live(outcome === each)}
                @change=${() => set({ outcome: each })}
              />${t(`settle.amend.own.${each}`)}</label
            >`,
        )}
      </p>
      ${reasonField({
        id: `own-why-${other.id}`,
        label: t('settle.why'),
        value: reason,
        isMissing: this.asked && reason.trim() === '',
        write: (words) => set({ reason: words }),
      })}
    </fieldset>`
  }

  #whatHappens(): string {
    const told = this.#answered.length + this.others.length
    const { act } = this.amending
    const positions = this.isEditorial
      ? 'settle.amend.keeps'
      : act === 'add-criterion'
        ? 'settle.amend.asks'
        : 'settle.amend.stale'
    return [t(positions), ...(told > 0 ? [t('settle.told')] : [])].join(' ')
  }

  #write(words: string): void {
    this.words = words
    this.#heed()
  }

  #change(): Change {
    const { amending, words } = this
    const to = words.trim()
    switch (amending.act) {
      case 'reword':
        return changeOf({ item: amending.item, field: this.field }, this.#seen, to)
      case 'remove':
        return { act: 'remove', itemId: amending.item.id, hash: this.#seen.hash }
      case 'add-criterion':
        return { act: 'add-criterion', itemId: this.#itemId, outcomeId: amending.item.id, to }
    }
  }

  get #now(): { hash: string; words: string } {
    const { item } = this.amending
    const items = this.text.parts.flatMap((part) => part.items)
    const hash = items.find(({ id, kind }) => id === item.id && kind === item.kind)?.hash ?? item.hash
    return { hash, words: this.#former }
  }

  #asNow(change: Change): Change {
    const { amending, field } = this
    return amending.act === 'reword' && 'to' in change
      ? changeOf({ item: amending.item, field }, this.#now, change.to)
      : change
  }

  /** What the coach says of the words as they would stand in the text. */
  #heed(): void {
    const change = this.#change()
    if (change.act === 'remove' || change.to === '') return void (this.advice = [])
    const next = withChange(this.text.profile, this.#asNow(change))
    const advice = next ? adviceOn(next) : undefined
    this.advice = advice?.get(adviceKey(change.itemId, this.field)) ?? []
  }

  #keep(finding: Finding): void {
    const next = withChange(this.text.profile, this.#asNow(this.#change()))
    if (next) keepAsIs(next, finding)
    this.#heed()
  }

  #tick(id: string, isTicked: boolean): void {
    const others = [...this.ticked].filter((each) => each !== id)
    this.ticked = new Set(isTicked ? [...others, id] : others)
  }

  get #answered(): readonly string[] {
    return [...this.answers, ...this.offered.filter(({ id }) => this.ticked.has(id))].map(({ id }) => id)
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    this.asked = true
    const change = this.#change()
    const isEmpty = change.act !== 'remove' && (change.to === '' || this.#isSame)
    const isUnanswered = this.others.some(({ id }) => (this.own.get(id) ?? UNANSWERED).reason.trim() === '')
    if (isEmpty || this.reason.trim() === '' || isUnanswered) {
      await this.updateComplete
      this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
      return
    }
    this.busy = true
    await this.#trying.act(() => this.#send(change))
    this.busy = false
    if (!this.#trying.trouble && this.#amended) this.done(this.#amended)
  }

  /** Words that have become others meanwhile are told of once; they stand in the form from then on, and are amended as such. */
  async #amend(amendment: AmendText): Promise<ReviewText> {
    try {
      return await amendText(this.review.id, amendment)
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'wording-changed') this.#seen = this.#now
      throw error
    }
  }

  /** The amendment first; answers that did not arrive are sent anew without it. */
  async #send(change: Change): Promise<void> {
    const { id: reviewId } = this.review
    this.#amended ??= await this.#amend({
      id: this.#id,
      change,
      reason: this.reason.trim(),
      remarkIds: [...this.#answered],
      claimsEditorial: this.amending.act === 'reword' && this.isEditorial,
    })
    for (const { id } of this.others) {
      const { outcome, reason } = this.own.get(id) ?? UNANSWERED
      const amendmentId = outcome === 'changed' ? this.#id : null
      await settleRemark(reviewId, id, { outcome, reason: reason.trim(), amendmentId })
    }
  }
}

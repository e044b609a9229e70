import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ChangedSince, MemberDesk, ReviewPart } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'
import { icon } from '../../ui/icon.ts'
import { lastOn } from '../desk/answers.ts'
import { changesToAnswer, editorialStageOf, isConfirmedEditorial } from '../desk/editorial-change.ts'
import { isAskedOn } from '../desk/seat.ts'
import { asSentence, dayInWords } from '../dates.ts'
import { partInShort } from '../parts/anchor.ts'
import '../parts/answer-form.ts'
import { categoryMark, categoryOf } from '../parts/category-mark.ts'
import { facts, leaf, type Fact } from '../parts/leaf.ts'
import { singleKey } from '../parts/position-choice.ts'
import { positionInWords } from '../parts/position-mark.ts'
import '../parts/remark-form.ts'
import { fateOf } from '../parts/remark-view.ts'
import { wordingKey } from '../parts/wording.ts'
import { changeInWords } from './change-in-words.ts'
import { confirmations } from './confirmations.ts'
import { decisionOf } from './decision.ts'
import { nextMeeting } from './next-meeting.ts'
import { partList } from './part-list.ts'
import { ReviewPageElement } from './review-page.ts'
import { standIn } from './stand-in.ts'
import { startInWords } from './start-in-words.ts'

/** What is left for a member: what has changed since they answered, what waits for an answer, and what stands. */
@customElement('pv-start-page')
export class StartPage extends ReviewPageElement {
  /** Changes that have been seen since the page was opened, in order: an answered one stays where it was. */
  @state() private seen: readonly ChangedSince[] = []
  /** The one that is being answered; null for the first that is not. */
  @state() private open: string | null = null
  @state() private writing: 'remark' | 'proposal' | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey)
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('desk')) return
    const { changes } = this.desk
    const now = this.seen.map((old) => changes.find(({ itemId }) => itemId === old.itemId) ?? old)
    const news = changes.filter(({ itemId }) => !now.some((each) => each.itemId === itemId))
    this.seen = [...now, ...news].filter((each) => this.#isThere(each))
  }

  override render(): TemplateResult {
    const { desk } = this
    const { title, sentences } = startInWords(desk)
    const isTold = desk.review.status !== 'open' && desk.review.status !== 'preparing'
    const active = this.#active
    // What is said to be spelling only is asked about first: there may be nothing to answer then.
    const shown = isTold ? [] : this.seen.filter((change) => editorialStageOf(change, desk) !== 'asked')
    const numbered = shown.filter((change) => !isSpelling(change, desk))
    return html`<div class="leaf">
        <div class="mid">
          <h1 class="title" tabindex="-1">${title}</h1>
          ${sentences.map((sentence) => html`<p class="sum">${sentence}</p>`)} ${standIn(desk)}
          ${isTold ? nothing : this.#begin()}
        </div>
      </div>
      ${isTold ? decisionOf(desk) : nothing}
      ${confirmations(desk, (id, confirms) => void this.#confirm(id, confirms))}
      ${shown.map((change) => this.#change(change, { at: numbered.indexOf(change) + 1, of: numbered.length, isOpen: change.itemId === active }))}
      ${this.#parts()} ${nextMeeting(desk, this.go)}`
  }

  /** One loud thing a page: with changes that is the answer to the first of them. */
  #begin(): TemplateResult | typeof nothing {
    const { desk, go } = this
    const first = desk.text.parts.find(({ id }) => desk.unanswered.includes(id))
    if (changesToAnswer(desk).length > 0 || !first || !desk.review.acts.takePosition) return nothing
    const { reviewId } = this.work
    const address = { page: 'part', reviewId, partId: first.id } as const
    return html`<p class="go">
      <button class="btn go tall" @click=${() => go(address)}>
        ${t('start.begin', { part: partInShort(first) })}${icon('arrow-right')}
      </button>
    </p>`
  }

  #change(
    change: ChangedSince,
    { at, of, isOpen }: { at: number; of: number; isOpen: boolean },
  ): TemplateResult {
    const { desk, work } = this
    const { itemId, partId, number, hash } = change
    const part = desk.text.parts.find(({ id }) => id === partId)
    const isLeft = desk.changes.some((each) => each.itemId === itemId)
    const category = categoryOf(desk.text, change)
    const where = part ? this.#where(change, part) : ''
    const answer = isLeft ? null : lastOn(desk, 'item', itemId)
    return leaf({
      id: `change-${itemId}`,
      address: number || (part?.number ?? '') || t('part.short'),
      ...(at === 0 ? {} : { beneath: t('start.nth', { at, of }) }),
      heading: where,
      side: isOpen ? facts(this.#facts(change)) : nothing,
      content: html`<p class="ctx">${category ? categoryMark(category, this.third) : nothing}${where}</p>
        ${changeInWords(change, desk)}
        ${
          isLeft && editorialStageOf(change, desk) === 'waiting'
            ? html`<p class="why">${t('confirm.waiting')}</p>`
            : nothing
        }
        ${
          !isLeft && !answer?.position && isConfirmedEditorial(change, desk)
            ? html`<p class="why">${t('confirm.kept')}</p>`
            : nothing
        }
        ${
          answer?.position
            ? html`<p class="answered">
                ${positionInWords(answer.position)}
                <button class="plain" @click=${() => this.#answer(itemId)}>${t('answer.change')}</button>
              </p>`
            : nothing
        }
        ${
          isOpen
            ? html`<pv-answer-form
                  .work=${work}
                  .on=${{ scope: 'item', itemId, hash }}
                  .question=${t(change.seen === '' ? 'answer.onNew' : change.kind === 'frame' ? 'answer.onFrame' : 'answer.onChanged')}
                  .goesOn=${!this.#isLast(itemId)}
                  .hasKeys=${this.writing === null}
                  .beside=${this.#beside(change)}
                  .saved=${() => this.#saved(itemId)}
                ></pv-answer-form>
                ${this.#form(change)}`
            : isLeft
              ? html`<p class="go">
                  <button class="btn" @click=${() => this.#answer(itemId)}>
                    <span>${t('answer.this')}<span class="sr"> ${number}</span></span>
                  </button>
                </p>`
              : nothing
        }`,
    })
  }

  #where({ kind }: ChangedSince, part: ReviewPart): string {
    const name = part.number === '' ? partInShort(part) : `${partInShort(part)}, ${part.title}`
    return kind === 'frame' ? asSentence(name) : t('start.where', { kind: t(`kind.${kind}`), part: name })
  }

  #beside(change: ChangedSince): TemplateResult | typeof nothing {
    if (this.writing !== null || !this.desk.review.acts.remark) return nothing
    return html`${
        mayPropose(change)
          ? html`<button type="button" class="plain" @click=${() => (this.writing = 'proposal')}>
              ${t('remark.proposeWhole')}
            </button>`
          : nothing
      }<button type="button" class="plain" @click=${() => (this.writing = 'remark')}>
        ${t('remark.write')}
      </button>`
  }

  #form({ itemId, hash, wording }: ChangedSince): TemplateResult | typeof nothing {
    if (this.writing === null) return nothing
    return html`<pv-remark-form
      .work=${this.work}
      .anchor=${{ scope: 'item', itemId, hash, quote: '' }}
      .wording=${this.writing === 'proposal' ? wording : null}
      .done=${() => {
        this.writing = null
        this.focusOn(`#change-${itemId}-address`)
      }}
    ></pv-remark-form>`
  }

  #facts({ itemId, former, formerAt, formerRound }: ChangedSince): Fact[] {
    const remarks = this.desk.remarks.filter(({ isMine, anchor }) => isMine && anchor.itemId === itemId)
    return [
      ...(former === null || formerAt === null
        ? []
        : [
            {
              label: t('start.former', { round: formerRound ?? 1 }),
              value: html`${positionInWords(former)}<span>, ${dayInWords(formerAt)}</span>`,
            },
          ]),
      ...remarks.map((remark) => ({
        label: t(remark.proposal === null ? 'remark.mine' : 'remark.myProposal'),
        value: html`<span class="said">”${remark.text || remark.proposal}”</span> ${fateOf(remark)}`,
      })),
      { label: t('wording.how'), value: wordingKey() },
    ]
  }

  #parts(): TemplateResult {
    const { desk, go, work } = this
    const { parts } = desk.text
    const list = { desk, go, reviewId: work.reviewId }
    if (!desk.review.acts.takePosition)
      return partList({ ...list, id: 'all', title: t('start.text'), parts, shows: 'answer' })
    const asked = parts.filter(({ id }) => isAskedOn(desk, id))
    const left = asked.filter(({ id }) => desk.unanswered.includes(id))
    const changed = asked.filter((part) => desk.changes.some(({ partId }) => partId === part.id))
    const answered = asked.filter((part) => !left.includes(part) && !changed.includes(part))
    const others = parts.filter((part) => !asked.includes(part))
    const lists = [
      { id: 'left', title: t('start.left'), parts: left, shows: 'minutes' },
      { id: 'holding', title: t('start.holding'), parts: answered, shows: 'answer' },
      { id: 'changed', title: t('start.changedParts'), parts: changed, shows: 'answer' },
      { id: 'rest', title: t('start.rest'), parts: others, shows: 'answer' },
    ] as const
    return html`${lists.map((each) => (each.parts.length > 0 ? partList({ ...list, ...each }) : nothing))}`
  }

  get #active(): string | null {
    if (!this.desk.review.acts.takePosition) return null
    if (this.open !== null) return this.open
    const toAnswer = changesToAnswer(this.desk)
    const isLeft = (change: ChangedSince) => toAnswer.some(({ itemId }) => itemId === change.itemId)
    return this.seen.find(isLeft)?.itemId ?? null
  }

  #isThere({ itemId }: ChangedSince): boolean {
    return this.desk.text.parts.some(({ items }) => items.some(({ id }) => id === itemId))
  }

  #isLast(itemId: string): boolean {
    return changesToAnswer(this.desk).every((change) => change.itemId === itemId)
  }

  #answer(itemId: string): void {
    this.open = itemId
    this.writing = null
    this.focusOn(`#change-${itemId}-address`)
  }

  #saved(itemId: string): void {
    this.open = null
    this.writing = null
    const next = changesToAnswer(this.desk).find((change) => change.itemId !== itemId)
    this.focusOn(next ? `#change-${next.itemId}-address` : 'h1')
  }

  async #confirm(amendmentId: string, confirms: boolean): Promise<void> {
    await this.work.confirm(amendmentId, confirms)
    this.focusOn('.confirm h2, h1')
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const key = singleKey(event)
    const change = this.seen.find(({ itemId }) => itemId === this.#active)
    if (!change || this.writing !== null || !this.desk.review.acts.remark) return
    if (key === 'r') this.writing = 'remark'
    else if (key === 'f' && mayPropose(change)) this.writing = 'proposal'
    else return
    event.preventDefault()
  }
}

/** Said or confirmed to be spelling only: it is none of those that are answered one after the other. */
function isSpelling(change: ChangedSince, desk: MemberDesk): boolean {
  const isLeft = desk.changes.some(({ itemId }) => itemId === change.itemId)
  return isLeft ? editorialStageOf(change, desk) !== null : isConfirmedEditorial(change, desk)
}

/** Whether other words can be proposed as one sentence: of a frame and of a word with its explanation they cannot. */
export function mayPropose({ kind }: Pick<ChangedSince, 'kind'>): boolean {
  return kind !== 'frame' && kind !== 'word'
}

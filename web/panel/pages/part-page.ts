import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ReviewItem, ReviewPart } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'
import { icon } from '../../ui/icon.ts'
import { answerOnPart, lastOn } from '../desk/answers.ts'
import { nextPart } from '../desk/left.ts'
import { asideOf, isAskedOn, recusalFrom } from '../desk/seat.ts'
import { asSentence, dayInWords } from '../dates.ts'
import { partInShort, partName } from '../parts/anchor.ts'
import '../parts/answer-form.ts'
import { singleKey } from '../parts/position-choice.ts'
import { positionInWords } from '../parts/position-mark.ts'
import '../parts/rating-form.ts'
import '../parts/remark-form.ts'
import { moduleText, profileText, type ItemBlock } from './part-text.ts'
import { itemBlock, remarksOn, type ItemWork, type Tool } from './item-block.ts'
import { linkTo } from './part-list.ts'
import { panelAddress } from '../place.ts'
import { quotedIn, type Quoted } from './quoted.ts'
import { ReviewPageElement } from './review-page.ts'
import { asideInShort } from './stand-in.ts'

const SELECTING_MS = 250

/** A part of the text, to be read and answered: on the whole of it, and where one wishes on its single wordings. */
@customElement('pv-part-page')
export class PartPage extends ReviewPageElement {
  @property({ attribute: false }) partId = ''
  @state() private tool: Tool | null = null
  @state() private quoted: Quoted | null = null
  @state() private isChanging = false
  #selecting: ReturnType<typeof setTimeout> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
    document.addEventListener('selectionchange', this.#onSelection)
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#selecting)
    document.removeEventListener('keydown', this.#onKey)
    document.removeEventListener('selectionchange', this.#onSelection)
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('partId')) return
    this.tool = null
    this.quoted = null
    this.isChanging = false
  }

  override render(): TemplateResult {
    const part = this.#part
    if (!part)
      return html`<h1 class="title" tabindex="-1">${t('anchor.gone')}</h1>
        <p class="sum">${t('part.gone')}</p>
        <p class="go">${this.#toAll()}</p>`
    const { desk, third } = this
    const link = desk.text.profile.modules.find(({ module }) => module.id === part.id)
    const item: ItemBlock = (shown, extra) => itemBlock(shown, this.#itemWork(part), extra)
    const given = { desk, part, third, item }
    return html`${link ? moduleText(link, given) : profileText(given)} ${this.#end(part)} ${this.#quoteBar()}`
  }

  #itemWork(part: ReviewPart): ItemWork {
    const { desk, work, tool } = this
    const isAsked = desk.review.acts.takePosition && isAskedOn(desk, part.id)
    return {
      desk,
      work,
      tool,
      mayAnswer: isAsked && !this.#isUnrated(part),
      mayRemark: desk.review.acts.remark,
      use: (next) => this.#use(next),
      done: (item) => {
        this.tool = null
        this.focusOn(`#item-${item.id} .more`)
      },
      takeBack: (item) => void this.#takeBack('item', item),
      withdraw: ({ id }) => void work.withdraw(id),
    }
  }

  #end(part: ReviewPart): TemplateResult {
    const { desk } = this
    const whole = { scope: 'part', itemId: part.id, hash: part.hash, quote: '' } as const
    const isRemarking = this.tool?.itemId === part.id && this.tool.scope === 'part'
    return html`<section class="leaf rule-thick part-end" id="whole" aria-labelledby="whole-title">
      <div class="mid">
        <h2 id="whole-title" class="question" tabindex="-1">
          ${
            asideOf(desk) === null && !recusalFrom(desk, part.id)
              ? t('part.whole', { part: partInShort(part) })
              : t('part.asWhole', { part: asSentence(partInShort(part)) })
          }
        </h2>
        ${this.#answer(part)}
        ${
          isRemarking
            ? html`<pv-remark-form
                .work=${this.work}
                .anchor=${whole}
                .done=${() => {
                  this.tool = null
                  this.focusOn('#whole-title')
                }}
              ></pv-remark-form>`
            : desk.review.acts.remark
              ? html`<p class="go">
                  <button class="plain" @click=${() => this.#use({ kind: 'remark', ...whole })}>
                    ${t('remark.onPart', { part: partInShort(part) })}
                  </button>
                </p>`
              : nothing
        }
        ${remarksOn('part', part.id, this.#itemWork(part))} ${this.#next(part)}
      </div>
    </section>`
  }

  #answer(part: ReviewPart): TemplateResult | typeof nothing {
    const { desk, work } = this
    const recusal = recusalFrom(desk, part.id)
    if (recusal) return html`<p class="why">${t('part.recused', { reason: recusal.reason })}</p>`
    if (!desk.review.acts.takePosition) return this.#closed(part)
    if (!isAskedOn(desk, part.id)) return nothing
    const { position, isStale, by } = answerOnPart(desk, part)
    const isGiven = position !== 'none' && !isStale && !this.isChanging
    if (isGiven && by) {
      return html`<div class="given">
        <p>
          ${positionInWords(position)}<span class="quiet">, ${dayInWords(by.at)}</span>
          ${by.byCoordinator ? html`<span class="quiet">${t('answer.byCoordinator')}</span>` : nothing}
        </p>
        ${by.reason === '' ? nothing : html`<p class="said">”${by.reason}”</p>`}
        <p class="buttons">
          <button class="plain" @click=${() => this.#change()}>${t('answer.changeWhole')}</button>
          <button class="plain" @click=${() => void this.#takeBack('part', part)}>
            ${t('answer.takeBack')}
          </button>
        </p>
      </div>`
    }
    const isQuiet = this.#isQuiet
    const isUnrated = this.#isUnrated(part)
    return html`${
      isStale
        ? html`<p class="why">${positionInWords(position, { isStale })}</p>
            <p class="why">${t('part.stale')}</p>`
        : nothing
    }
    ${
      isQuiet
        ? html`<p class="why">${t('rating.quiet')} ${isUnrated ? t('rating.first') : nothing}</p>
            <pv-rating-form .work=${work} .desk=${desk} .partId=${part.id}></pv-rating-form>`
        : nothing
    }
    ${
      isUnrated
        ? nothing
        : html`<pv-answer-form
            .work=${work}
            .on=${{ scope: 'part', itemId: part.id, hash: part.hash }}
            .question=${t('answer.onPart', { part: partInShort(part) })}
            .goesOn=${nextPart(desk, part.id) !== null}
            .hasKeys=${this.tool?.kind !== 'answer'}
            .saved=${() => this.#saved(part)}
          ></pv-answer-form>`
    }`
  }

  #closed(part: ReviewPart): TemplateResult | typeof nothing {
    const { desk } = this
    const { position, isStale, by } = answerOnPart(desk, part)
    const aside = asideInShort(desk)
    if (aside !== null) return html`<p class="why">${aside}</p>`
    if (!by)
      return html`<p class="why quiet">
        ${t(desk.review.status === 'preparing' ? 'part.notOpen' : 'part.closed')}
      </p>`
    return html`<p class="why">${t('part.yours')} ${positionInWords(position, { isStale })}</p>`
  }

  #next({ id }: ReviewPart): TemplateResult {
    const { desk, go, work } = this
    const { parts } = desk.text
    const next = parts[parts.findIndex((part) => part.id === id) + 1]
    const { reviewId } = work
    const toNext = { page: 'part', reviewId, partId: next?.id ?? '' } as const
    return html`<nav class="go part-nav" aria-label=${t('part.nav')}>
      ${
        next
          ? html`<a href=${panelAddress(toNext)} @click=${linkTo(go, toNext)}
              >${t('part.next', { part: partName(next) })}</a
            >`
          : nothing
      }
      ${this.#toAll()}
    </nav>`
  }

  #toAll(): TemplateResult {
    const place = { page: 'text', reviewId: this.work.reviewId } as const
    return html`<a href=${panelAddress(place)} @click=${linkTo(this.go, place)}>${t('part.all')}</a>`
  }

  /** Below the text, where it moves no line: what can be said of the words that are selected. */
  #quoteBar(): TemplateResult | typeof nothing {
    const { quoted } = this
    const item = this.#part?.items.find(({ id }) => id === quoted?.itemId)
    if (!quoted || !item || !this.desk.review.acts.remark) return nothing
    return html`<div class="quote-bar" role="region" aria-label=${t('quote.region')}>
      <button class="btn" @mousedown=${keepSelection} @click=${() => this.#remarkOn(item, quoted.words)}>
        ${t('quote.remark')}<span class="quoted">”${quoted.words}”</span>
      </button>
      <button class="btn icon bare" aria-label=${t('quote.close')} @click=${() => (this.quoted = null)}>
        ${icon('x')}
      </button>
    </div>`
  }

  get #part(): ReviewPart | undefined {
    return this.desk.text.parts.find(({ id }) => id === this.partId)
  }

  get #isQuiet(): boolean {
    const { round } = this.desk.review
    return round?.kind === 'quiet' && round.revealedAt === null
  }

  #isUnrated({ id }: ReviewPart): boolean {
    return this.#isQuiet && !this.desk.ratings.some(({ partId }) => partId === id)
  }

  #use(tool: Tool | null): void {
    this.tool = tool
    this.quoted = null
  }

  #remarkOn(item: ReviewItem, quote: string): void {
    this.#use({ kind: 'remark', scope: 'item', itemId: item.id, hash: item.hash, quote })
    getSelection()?.removeAllRanges()
  }

  #change(): void {
    this.isChanging = true
    this.focusOn('#whole-title')
  }

  async #takeBack(scope: 'part' | 'item', { id, hash }: Pick<ReviewItem, 'id' | 'hash'>): Promise<void> {
    const last = lastOn(this.desk, scope, id)
    if (!last) return
    const back = { scope, itemId: id, hash: last.isCurrent ? last.hash : hash, position: null, reason: '' }
    await this.work.take(back, crypto.randomUUID())
    this.focusOn(scope === 'part' ? '#whole-title' : `#item-${id} .more`)
  }

  #saved({ id }: ReviewPart): void {
    this.isChanging = false
    const { reviewId } = this.work
    const next = nextPart(this.desk, id)
    this.go(next === null ? { page: 'start', reviewId } : { page: 'part', reviewId, partId: next })
  }

  readonly #onSelection = (): void => {
    clearTimeout(this.#selecting)
    this.#selecting = setTimeout(() => {
      const quoted = quotedIn(this, getSelection())
      if (quoted) this.quoted = quoted
      else if (this.quoted && !this.contains(document.activeElement)) this.quoted = null
    }, SELECTING_MS)
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const key = singleKey(event)
    const part = this.#part
    if (!part || (key !== 'r' && key !== 'f') || !this.desk.review.acts.remark) return
    const near = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item
    const about = this.quoted?.itemId ?? this.tool?.itemId ?? near
    const item = part.items.find(({ id, kind }) => id === about && kind !== 'frame')
    const mayPropose = item !== undefined && item.kind !== 'word'
    if (key === 'f' && !mayPropose) return
    event.preventDefault()
    if (!item) this.#use({ kind: 'remark', scope: 'part', itemId: part.id, hash: part.hash, quote: '' })
    else if (key === 'r') this.#remarkOn(item, this.quoted?.words ?? '')
    else this.#use({ kind: 'proposal', scope: 'item', itemId: item.id, hash: item.hash, quote: '' })
  }
}

/** A press on a button would let go of what is selected, and of what is quoted with it. */
function keepSelection(event: Event): void {
  event.preventDefault()
}

import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk, Remark, RemarkAnchor, ReviewItem } from '../../../schemas/types.ts'
import { inSentence } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/panel.ts'
import { icon } from '../../ui/icon.ts'
import { answerOnItem } from '../desk/answers.ts'
import { itemName } from '../parts/anchor.ts'
import '../parts/answer-form.ts'
import { positionInWords } from '../parts/position-mark.ts'
import '../parts/remark-form.ts'
import { remarkView } from '../parts/remark-view.ts'
import { changedWords } from '../parts/wording.ts'
import type { ReviewWork } from '../review-work.ts'

/** What somebody is about to say of something: choosing what, answering, remarking, or proposing other words. */
export type Tool = RemarkAnchor & { readonly kind: 'choose' | 'answer' | 'remark' | 'proposal' }

export type ItemWork = {
  readonly desk: MemberDesk
  readonly work: ReviewWork
  readonly tool: Tool | null
  readonly mayAnswer: boolean
  readonly mayRemark: boolean
  readonly use: (tool: Tool | null) => void
  readonly done: (item: ReviewItem) => void
  readonly takeBack: (item: ReviewItem) => void
  readonly withdraw: (remark: Remark) => void
}

export type Extra = {
  /** Before the words: the letter of a criterion. */
  readonly before?: TemplateResult | typeof nothing
  /** In place of the bare words, such as a word with its explanation. */
  readonly words?: TemplateResult
  /** Below the words: what belongs to the item without being its wording. */
  readonly below?: TemplateResult | typeof nothing
}

/** Some words, what one says of them, and what one can say. */
export function itemBlock(item: ReviewItem, given: ItemWork, extra: Extra = {}): TemplateResult {
  const { desk, tool, mayAnswer, mayRemark, use } = given
  const { before = nothing, below = nothing } = extra
  const isOpen = tool?.itemId === item.id && tool.scope === 'item'
  const change = desk.changes.find(({ itemId }) => itemId === item.id)
  const words =
    change && change.seen !== '' ? changedWords(change.seen, item.wording) : (extra.words ?? item.wording)
  return html`<div class="item ${item.kind}" id="item-${item.id}" data-item=${item.id}>
    <div class="line">
      ${before}
      <p class="wording quotable" lang="sv">${words}</p>
      ${
        mayAnswer || mayRemark
          ? html`<button
              class="btn icon bare more"
              aria-label=${t(mayAnswer ? 'item.more' : 'item.moreRemarks', { item: inSentence(itemName(item)) })}
              aria-expanded=${isOpen}
              @click=${() => use(isOpen ? null : anchored(item, 'choose'))}
            >
              ${icon('ellipsis')}
            </button>`
          : nothing
      }
    </div>
    ${below} ${ownAnswer(item, given)} ${isOpen ? toolOf(item, given) : nothing}
    ${remarksOn('item', item.id, given)}
  </div>`
}

function ownAnswer(
  item: ReviewItem,
  { desk, mayAnswer, takeBack }: ItemWork,
): TemplateResult | typeof nothing {
  const answer = answerOnItem(desk, item)
  if (!answer) return nothing
  const { position, isStale, by } = answer
  const isOwn = !isStale && by !== null
  return html`<p class="own-answer">
    ${positionInWords(position, { isStale })}
    ${isOwn && by.reason !== '' ? html`<span class="said">”${by.reason}”</span>` : nothing}
    ${
      isOwn && mayAnswer
        ? html`<button class="plain" @click=${() => takeBack(item)}>
            ${t('answer.takeBack')}<span class="sr"> ${itemName(item)}</span>
          </button>`
        : nothing
    }
  </p>`
}

function toolOf(item: ReviewItem, given: ItemWork): TemplateResult {
  const { tool, work, use, done, mayAnswer, mayRemark } = given
  if (tool?.kind === 'answer')
    return html`<pv-answer-form
      .work=${work}
      .on=${{ scope: 'item', itemId: item.id, hash: item.hash }}
      .question=${t('answer.onItem', { item: inSentence(itemName(item)) })}
      .hasKeys=${true}
      .beside=${cancel(() => done(item))}
      .saved=${() => done(item)}
    ></pv-answer-form>`
  if (tool?.kind === 'remark' || tool?.kind === 'proposal')
    return html`<pv-remark-form
      .work=${work}
      .anchor=${{ scope: 'item', itemId: item.id, hash: item.hash, quote: tool.quote }}
      .wording=${tool.kind === 'proposal' ? item.wording : null}
      .done=${() => done(item)}
    ></pv-remark-form>`
  return html`<div class="tools buttons">
    ${mayAnswer ? toolButton(t('answer.onThis'), () => use(anchored(item, 'answer'))) : nothing}
    ${mayRemark ? toolButton(t('remark.write'), () => use(anchored(item, 'remark'))) : nothing}
    ${
      mayRemark && item.kind !== 'word'
        ? toolButton(t('remark.proposeWords'), () => use(anchored(item, 'proposal')))
        : nothing
    }
  </div>`
}

function toolButton(words: string, press: () => void): TemplateResult {
  return html`<button class="btn" @click=${press}>${words}</button>`
}

function cancel(press: () => void): TemplateResult {
  return html`<button type="button" class="btn bare" @click=${press}>${t('remark.cancel')}</button>`
}

function anchored({ id, hash }: ReviewItem, kind: Tool['kind']): Tool {
  return { kind, scope: 'item', itemId: id, hash, quote: '' }
}

/** One's own remarks at their place, and those of others folded, as far as they may be seen. */
export function remarksOn(
  scope: 'part' | 'item',
  itemId: string,
  { desk, withdraw }: Pick<ItemWork, 'desk' | 'withdraw'>,
): TemplateResult | typeof nothing {
  const here = desk.remarks.filter(({ anchor }) => anchor.scope === scope && anchor.itemId === itemId)
  const mine = here.filter(({ isMine, withdrawnAt }) => isMine && withdrawnAt === null)
  const others = here.filter(({ isMine }) => !isMine)
  if (mine.length + others.length === 0) return nothing
  return html`<div class="remarks">
    ${mine.map((remark) => remarkView(remark, { desk, withdraw }))}
    ${
      others.length === 0
        ? nothing
        : html`<details>
            <summary>${icon('chevron-right')}${plural('remark.others', others.length)}</summary>
            ${others.map((remark) => remarkView(remark, { desk }))}
          </details>`
    }
  </div>`
}

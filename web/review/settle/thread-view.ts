import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Remark, Review, ReviewTally, ReviewText, Session } from '../../../schemas/types.ts'
import { findItem } from '../../../server/domain/profile/items.ts'
import { hasWords } from '../../../server/domain/review/changes.ts'
import { locale } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/review.ts'
import { kindIcon } from '../../ui/category.ts'
import { icon } from '../../ui/icon.ts'
import { stillMissing } from '../meeting/in-words.ts'
import { tallyOnTable } from '../meeting/marks-on-table.ts'
import { perspectiveMarks } from '../meeting/member-mark.ts'
import { partInWords } from '../part-names.ts'
import { dayOf } from '../time-in-words.ts'
import { rewording, wordsOf } from './amending.ts'
import { changedWords } from './changed-words.ts'
import type { Thread } from './gather-remarks.ts'
import { quotedRuns } from './quoted-runs.ts'
import { authorOf, perspectiveName } from './remark-in-words.ts'

/** What somebody is about to do with a remark. */
export type Doing = {
  readonly key: string
  readonly remarkId: string
  readonly act: 'take' | 'write' | 'accept' | 'decline' | 'reconsider'
}

export type Settling = {
  readonly review: Review
  readonly text: ReviewText
  /** How the panel stands; null where that is not for the reader. */
  readonly tally: ReviewTally | null
  readonly viewer: Session
  readonly doing: Doing | null
  readonly begin: (doing: Doing, thread: Thread) => void
  /** What was begun is done, in words; or left, with none. */
  readonly end: (said: string) => void
}

/** Everything said of the same words, beside them: open remarks with what one can do, and those that are settled. */
export function threadView(settling: Settling, thread: Thread): TemplateResult {
  const { item, part, scope, key, open, remarks } = thread
  const address = item?.number ?? (scope === 'part' ? (part?.number ?? '') : '')
  return html`<section class="thread" id=${key} aria-labelledby="${key}-head">
    <h2 class="addr" id="${key}-head">
      ${address === '' ? html`<span class="sr">${placeOf(settling, thread)}</span>` : address}
      ${open.length > 0 ? html`<small>${plural('settle.open', open.length)}</small>` : nothing}
    </h2>
    <div class="mid">
      <p class="ctx">${kindMark(settling, thread)}${placeOf(settling, thread)}</p>
      ${wordsShown(settling, thread)} ${thread.colliding.length > 0 ? collision(settling, thread) : nothing}
      <ul class="remarks">
        ${remarks
          .filter((remark) => !thread.colliding.includes(remark))
          .sort((one, other) => Number(one.disposition !== null) - Number(other.disposition !== null))
          .map(
            (remark) => html`<li id=${`synpunkt-${remark.id}`}>${remarkView(settling, thread, remark)}</li>`,
          )}
      </ul>
    </div>
    ${standingShown(settling, thread)}
  </section>`
}

function placeOf({ text }: Settling, { item, part, scope }: Thread): string {
  if (scope === 'whole') return t('settle.place.whole')
  if (!part) return t('settle.place.gone')
  const isProfile = part.number === ''
  const where = isProfile ? '' : t('settle.place.module', { number: part.number, title: part.title })
  if (scope === 'part' || !item) return isProfile ? partInWords(part) : inFront(where)
  const isTitle = item.kind === 'frame' && findItem(text.profile, item.id)?.kind === 'module'
  const what = t(`settle.place.${isTitle ? 'title' : item.kind}`)
  return isProfile ? what : t('settle.place.within', { what, where })
}

function inFront(words: string): string {
  return words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1)
}

/** How the panel stands to the words, beside them. */
function standingShown(
  { tally, review }: Settling,
  { part, item, scope }: Thread,
): TemplateResult | typeof nothing {
  const stands =
    tally &&
    part &&
    tallyOnTable(tally, { partId: part.id, itemId: scope === 'item' ? (item?.id ?? null) : null })
  if (!stands) return nothing
  return html`<aside class="side" aria-label=${t('settle.standing')}>
    <p class="quiet">${t('settle.standing')}</p>
    <p>${stillMissing(stands.row, review.perspectives)}</p>
    ${perspectiveMarks(stands.row, review)}
  </aside>`
}

function kindMark({ text, viewer }: Settling, { item }: Thread): TemplateResult | typeof nothing {
  const found = item ? findItem(text.profile, item.id) : undefined
  const outcome = found?.kind === 'criterion' ? findItem(text.profile, found.parentId) : found
  return outcome?.kind === 'outcome'
    ? kindIcon(outcome.item.category, viewer.settings.thirdCategory)
    : nothing
}

/** The words as they stand, with what is quoted marked. Of a part, and of the whole, there are too many to show. */
function wordsShown(
  { text }: Settling,
  { item, scope, open, remarks }: Thread,
): TemplateResult | typeof nothing {
  if (!item || scope !== 'item') return nothing
  const words = item.kind === 'frame' ? wordsOf(text.profile, item.id) || item.wording : item.wording
  const asked = open.length > 0 ? open : remarks
  const quotes = asked.filter(({ isOutdated }) => !isOutdated).map(({ anchor }) => anchor.quote)
  return html`<p class="text" lang="sv">
    ${quotedRuns(words, quotes).map(({ text: run, isQuoted }) => (isQuoted ? html`<mark class="quoted">${run}</mark>` : run))}
  </p>`
}

/** Proposals for the same words, side by side with what each would make of them, before anybody decides. */
function collision(settling: Settling, thread: Thread): TemplateResult {
  const { colliding, key, item } = thread
  return html`<section class="collision" aria-labelledby="${key}-collide">
    <h3 id="${key}-collide">
      ${icon('git-compare-arrows')}${t('settle.collide.heading', { count: colliding.length })}
    </h3>
    <p class="quiet">${t('settle.collide.help')}</p>
    <ol>
      ${colliding.map(
        (remark) => html`<li id=${`synpunkt-${remark.id}`}>${remarkView(settling, thread, remark)}</li>`,
      )}
    </ol>
    ${item ? nothing : html`<p>${t('settle.place.gone')}</p>`}
  </section>`
}

function remarkView(settling: Settling, thread: Thread, remark: Remark): TemplateResult {
  const { review } = settling
  const { item } = thread
  const { proposal, anchor, isOutdated, text, round, disposition } = remark
  const code = review.perspectives.find(({ id }) => id === remark.perspective)?.code
  const isQuoteGone = anchor.quote !== '' && (isOutdated || !item?.wording.includes(anchor.quote))
  return html`<article class="remark ${disposition ? 'is-settled' : ''}">
    <p class="by">
      ${code ? html`<abbr class="code" title=${perspectiveName(remark.perspective, review)}>${code}</abbr>` : nothing}
      <b>${authorOf(remark, review)}</b>
      <span class="quiet">${t('settle.madeIn', { round, day: dayOf(remark.at, review.now) })}</span>
    </p>
    ${isOutdated && !disposition ? html`<p class="outdated">${icon('history')}${t('settle.outdated')}</p>` : nothing}
    ${isQuoteGone ? html`<p class="quiet">${t('settle.about', { words: anchor.quote })}</p>` : nothing}
    ${text ? html`<p class="said">${text}</p>` : nothing}
    ${
      proposal === null
        ? nothing
        : html`<p class="proposal">
            <span class="quiet">${t(disposition ? 'settle.proposed' : 'settle.becomes')}</span>
            <span class="wording" lang="sv"
              >${item && !disposition ? changedWords(item.wording, proposal) : proposal}</span
            >
          </p>`
    }
    ${disposition ? settled(settling, disposition) : nothing} ${answering(settling, thread, remark)}
  </article>`
}

/** What one can do: answer, be at it, or answer anew what has its answer as long as the panel is at work. */
function answering(settling: Settling, thread: Thread, remark: Remark): TemplateResult | typeof nothing {
  const { review, begin, doing } = settling
  if (!review.acts.settle || remark.withdrawnAt !== null) return nothing
  const mine = doing?.remarkId === remark.id ? doing : null
  if (mine && mine.act !== 'reconsider') return form(settling, thread, remark, mine)
  if (mine || !remark.disposition) return choices(settling, thread, remark)
  if (review.status !== 'open') return nothing
  return html`<p>
    <button
      type="button"
      class="plain"
      data-act="reconsider"
      @click=${() => begin({ key: thread.key, remarkId: remark.id, act: 'reconsider' }, thread)}
    >
      ${t('settle.act.reconsider')}<span class="sr"> ${authorOf(remark, review)}</span>
    </button>
  </p>`
}

function settled(
  { text, review }: Settling,
  { outcome, reason, byRole, at, amendmentId }: NonNullable<Remark['disposition']>,
) {
  const amendment = text.amendments.find(({ id }) => id === amendmentId)
  return html`<div class="disposition ${outcome}">
    <p>
      ${icon(outcome === 'declined' ? 'minus' : 'check')}<b>${t(`settle.outcome.${outcome}`)}</b>
      <span class="quiet"
        >${t('settle.settledBy', { role: t(`settle.role.${byRole as 'editor'}`), day: dayOf(at, review.now) })}</span
      >
    </p>
    <p>${reason}</p>
    ${
      amendment
        ? amendment.items
            .filter(hasWords)
            .map(
              ({ former, wording }) =>
                html`<p class="wording" lang="sv">${changedWords(former, wording)}</p>`,
            )
        : nothing
    }
  </div>`
}

function choices({ begin, text, review }: Settling, thread: Thread, remark: Remark): TemplateResult {
  const { key, item } = thread
  const canWrite = item !== null && review.acts.amend && rewording(text.profile, item) !== null
  const button = (act: Doing['act'], label: string, isFirst = false) =>
    html`<wa-button
      size="s"
      variant=${isFirst ? 'brand' : 'neutral'}
      appearance=${isFirst ? 'filled-outlined' : 'outlined'}
      data-act=${act}
      @click=${() => begin({ key, remarkId: remark.id, act }, thread)}
      >${label}<span class="sr"> ${authorOf(remark, review)}</span></wa-button
    >`
  if (remark.proposal !== null && canWrite)
    return html`<p class="acts">
      ${button('take', t('settle.act.take'), true)} ${button('write', t('settle.act.change'))}
      ${button('decline', t('settle.act.decline'))}
    </p>`
  return html`<p class="acts">
    ${canWrite ? button('write', t('settle.act.acceptAndChange'), true) : nothing}
    ${button('accept', t(remark.proposal === null ? 'settle.act.accept' : 'settle.act.acceptLater'))}
    ${button('decline', t('settle.act.decline'))}
  </p>`
}

/** What answers what: the proposal that is taken, or the remark that led to the words; the plain remarks may go along. */
function form(
  { review, text, end }: Settling,
  thread: Thread,
  remark: Remark,
  { act }: Doing,
): TemplateResult {
  const { item, open, colliding } = thread
  const amending = item && rewording(text.profile, item, remark.proposal)
  if (act === 'accept' || act === 'decline' || !amending) {
    const outcome = act === 'decline' ? 'declined' : 'accepted'
    return html`<pv-answer-form
      .reviewId=${review.id}
      .remark=${remark}
      .outcome=${outcome}
      .done=${(isAnswered: boolean) => end(isAnswered ? t(`settle.done.${outcome}`) : '')}
    ></pv-answer-form>`
  }
  const plain = open.filter((each) => each.proposal === null && each !== remark)
  return keyed(
    `${remark.id} ${act}`,
    html`<pv-amend-form
      .review=${review}
      .text=${text}
      .amending=${amending}
      .answers=${[remark]}
      .offered=${plain}
      .others=${colliding.filter((each) => each !== remark)}
      .done=${(amended: ReviewText | null) => end(amended ? t('settle.done.amended') : '')}
    ></pv-amend-form>`,
  ) as TemplateResult
}

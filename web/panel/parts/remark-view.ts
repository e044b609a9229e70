import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk, Remark } from '../../../schemas/types.ts'
import {
  perspectiveInText,
  perspectiveTitle,
} from '../../../server/domain/review/in-words/name-perspective.ts'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/panel.ts'
import { dayInWords } from '../dates.ts'
import { changedWords } from './wording.ts'

/** What became of a remark, in words: its answer, that it waits for one, or that it was taken back. */
export function fateOf({ disposition, withdrawnAt }: Remark): TemplateResult {
  if (withdrawnAt !== null) return html`<span class="quiet">${t('fate.withdrawn')}</span>`
  if (disposition === null) return html`<span class="quiet">${t('fate.waiting')}</span>`
  const { outcome, reason, at } = disposition
  return html`<b>${t(`fate.${outcome}`)}</b> ${reason} <span class="quiet">${dayInWords(at)}</span>`
}

type Shown = {
  readonly desk: MemberDesk
  /** Takes it back; left out where that is not offered. */
  readonly withdraw?: ((remark: Remark) => void) | undefined
  /** What stands before it: what it is about, where the place does not say it. */
  readonly about?: TemplateResult | typeof nothing
}

/** A remark as it was made, with what has become of it. */
export function remarkView(remark: Remark, { desk, withdraw, about = nothing }: Shown): TemplateResult {
  const { isMine, anchor, text, proposal, isOutdated, withdrawnAt, disposition } = remark
  return html`<div class="remark">
    ${about}
    <p class="quiet by">
      ${isMine ? t(proposal === null ? 'remark.mine' : 'remark.myProposal') : authorOf(remark, desk)}
    </p>
    ${anchor.quote === '' ? nothing : html`<blockquote lang="sv">${anchor.quote}</blockquote>`}
    ${proposal === null ? nothing : proposed(remark, desk, proposal)}
    ${text === '' ? nothing : html`<p class="said">${text}</p>`}
    ${isOutdated && disposition === null ? html`<p class="quiet">${t('remark.outdated')}</p>` : nothing}
    <p class="fate">${fateOf(remark)}</p>
    ${
      isMine && withdraw && withdrawnAt === null && disposition === null && desk.review.acts.remark
        ? html`<button class="plain" @click=${() => withdraw(remark)}>${t('remark.withdraw')}</button>`
        : nothing
    }
  </div>`
}

/** Against the words as they stand, where they are those that its author saw. */
function proposed({ anchor, isOutdated }: Remark, { text }: MemberDesk, proposal: string): TemplateResult {
  const item = text.parts.flatMap(({ items }) => items).find(({ id }) => id === anchor.itemId)
  const isComparable = item !== undefined && !isOutdated
  return html`<p class="wording" lang="sv">
    ${isComparable ? changedWords(item.wording, proposal) : proposal}
  </p>`
}

function authorOf({ author, perspective }: Remark, { review }: MemberDesk): string {
  if (perspective === null) return author ?? t('remark.somebody')
  const { perspectives } = review
  if (author === null) return perspectiveTitle(locale(), perspective, perspectives)
  return `${author}, ${perspectiveInText(locale(), perspective, perspectives)}`
}

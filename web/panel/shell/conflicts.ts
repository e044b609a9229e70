import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk } from '../../../schemas/types.ts'
import { inSentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/panel.ts'
import type { KeptAct } from '../acts/act.ts'
import { actOf } from '../acts/member-acts.ts'
import { lastOn } from '../desk/answers.ts'
import { momentInWords } from '../dates.ts'
import { anchorName } from '../parts/anchor.ts'
import { positionInWords } from '../parts/position-mark.ts'
import type { ReviewWork } from '../review-work.ts'

/** One has answered otherwise on another device meanwhile: both answers, and which one is to stand. */
export function conflicts(work: ReviewWork, desk: MemberDesk): TemplateResult[] {
  return work.conflicts.map((act) => conflict(act, work, desk))
}

function conflict(act: KeptAct, work: ReviewWork, desk: MemberDesk): TemplateResult {
  const mine = actOf('position', act)?.position
  if (!mine) return html`${nothing}`
  const other = lastOn(desk, mine.scope, mine.itemId)
  const about = inSentence(anchorName(desk.text, mine))
  return html`<section class="notice error conflict" role="alert">
    <h2>${t('conflict.title', { what: about })}</h2>
    <p>${t('conflict.text')}</p>
    <dl>
      <div>
        <dt>${t('conflict.here')} <span class="quiet">${momentInWords(act.madeAt)}</span></dt>
        <dd>${positionInWords(mine.position ?? 'none')}${said(mine.reason)}</dd>
      </div>
      <div>
        <dt>${t('conflict.there')} <span class="quiet">${other ? momentInWords(other.at) : ''}</span></dt>
        <dd>${positionInWords(other?.position ?? 'none')}${said(other?.reason ?? '')}</dd>
      </div>
    </dl>
    <p class="buttons">
      <button class="btn" @click=${() => void work.insist(act)}>${t('conflict.keepHere')}</button>
      <button class="btn" @click=${() => void work.yieldTo(act)}>${t('conflict.keepThere')}</button>
    </p>
  </section>`
}

function said(reason: string): TemplateResult | typeof nothing {
  return reason === '' ? nothing : html`<p class="said">”${reason}”</p>`
}

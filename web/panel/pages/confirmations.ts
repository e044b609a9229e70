import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'
import { leaf } from '../parts/leaf.ts'
import { changedWording } from '../parts/wording.ts'

/** Changes that are said to be spelling only: the member says whether they are. */
export function confirmations(
  { text, toConfirm, review }: MemberDesk,
  say: (amendmentId: string, confirms: boolean) => void,
): TemplateResult | typeof nothing {
  const amendments = text.amendments.filter(({ id }) => toConfirm.includes(id))
  if (amendments.length === 0 || !review.acts.confirmEditorial) return nothing
  return html`<div class="confirm">
    ${amendments.map(({ id, items, reason }) =>
      leaf({
        id: `confirm-${id}`,
        address: items[0]?.number || t('part.short'),
        heading: t('confirm.title'),
        content: html`<h3 class="question">${t('confirm.title')}</h3>
          ${items.map(({ former, wording }) => changedWording(former, wording))}
          <p class="why"><span class="quiet">${t('start.why')}</span> ${reason}</p>
          <p class="why">${t('confirm.meaning')}</p>
          <p class="go">
            <button class="btn tall" @click=${() => say(id, true)}>${t('confirm.yes')}</button>
            <button class="btn tall" @click=${() => say(id, false)}>${t('confirm.no')}</button>
          </p>`,
      }),
    )}
  </div>`
}

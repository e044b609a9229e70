import { html, nothing, type TemplateResult } from 'lit'
import { formatNumber } from '../i18n/locale.ts'
import { t } from '../i18n/people.ts'

/** Which page of how many, and the way to the ones beside it; nothing where there is but one. */
export function pager(
  { page, limit, total }: { page: number; limit: number; total: number },
  goTo: (page: number) => void,
): TemplateResult | typeof nothing {
  const last = Math.max(1, Math.ceil(total / limit))
  if (last === 1) return nothing
  return html`<nav class="buttons pager" aria-label=${t('pager.label')}>
    <wa-button appearance="outlined" ?disabled=${page === 1} @click=${() => goTo(page - 1)}
      >${t('pager.newer')}</wa-button
    >
    <span role="status">${t('pager.at', { page: formatNumber(page), last: formatNumber(last) })}</span>
    <wa-button appearance="outlined" ?disabled=${page >= last} @click=${() => goTo(page + 1)}
      >${t('pager.older')}</wa-button
    >
  </nav>`
}

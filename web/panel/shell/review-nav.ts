import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../../i18n/panel.ts'
import { linkTo } from '../pages/part-list.ts'
import { panelAddress, type PanelPlace } from '../place.ts'

const PAGES = ['start', 'text', 'remarks', 'meeting'] as const

/** The pages of a review, in short words that fit a phone. */
export function reviewNav(
  reviewId: string,
  here: PanelPlace['page'],
  go: (place: PanelPlace) => void,
  /** Whether something may be left for the member to answer, now or later. */
  isAsked: boolean,
): TemplateResult {
  const shown = here === 'part' ? 'text' : here
  const nameOf = (page: (typeof PAGES)[number]) =>
    t(page === 'start' && !isAsked ? 'nav.overview' : `nav.${page}`)
  return html`<nav class="panel-nav" aria-label=${t('nav.label')}>
    ${PAGES.map((page) => {
      const place = { page, reviewId }
      return html`<a
        href=${panelAddress(place)}
        aria-current=${page === shown ? (page === here ? 'page' : 'true') : nothing}
        @click=${linkTo(go, place)}
        >${nameOf(page)}</a
      >`
    })}
  </nav>`
}

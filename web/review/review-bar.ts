import { html, nothing, type TemplateResult } from 'lit'
import { t as app } from '../i18n/localize.ts'
import { addressOf } from '../router.ts'
import { icon } from '../ui/icon.ts'

type Bar = {
  readonly slug: string
  readonly profileTitle: string
  /** The page itself, in words. */
  readonly here: string
  readonly end?: TemplateResult | typeof nothing
}

/** The bar on top of a page about a panel's work: where one is, and the way back to the text. */
export function reviewBar({ slug, profileTitle, here, end = nothing }: Bar): TemplateResult {
  const editor = addressOf({ page: 'editor', slug, section: { part: 'role' } })
  return html`<header class="bar">
    <a class="brand" href=${addressOf({ page: 'start' })} aria-label=${app('app.start')}>${icon('mark')}</a>
    <p class="path">
      <a class="wide" href=${editor}>${profileTitle || slug}</a
      ><span class="quiet wide" aria-hidden="true">/</span><b>${here}</b>
    </p>
    <div class="end">${end}</div>
  </header>`
}

import { html, nothing, type TemplateResult } from 'lit'
import type { Workshop } from '../../schemas/types.ts'
import { t as app } from '../i18n/localize.ts'
import { t } from '../i18n/workshop.ts'
import { addressOf } from '../router.ts'
import { icon } from '../ui/icon.ts'

type Bar = {
  readonly slug: string
  readonly profileTitle: string
  /** The page itself, in words. */
  readonly here: string
  /** Whether the profile's workshops are a step on the way, and not the page itself. */
  readonly isBelow?: boolean
  /** The workshop that the page is about, where it is a step on the way and not the page itself. */
  readonly workshop?: Pick<Workshop, 'id' | 'name'>
  readonly end?: TemplateResult
}

/** The bar on top of the pages about workshops: where one is, and the way back. */
export function bar({ slug, profileTitle, here, isBelow = false, workshop, end }: Bar): TemplateResult {
  const slash = html`<span class="quiet wide" aria-hidden="true">/</span>`
  const editor = addressOf({ page: 'editor', slug, section: { part: 'role' } })
  return html`<header class="bar">
    <a class="brand" href=${addressOf({ page: 'start' })} aria-label=${app('app.start')}>${icon('mark')}</a>
    <p class="path">
      <a class="wide" href=${editor}>${profileTitle || slug}</a>${slash}
      ${
        isBelow
          ? html`<a class="wide" href=${addressOf({ page: 'workshops', slug })}>${t('list.heading')}</a
              >${slash}`
          : nothing
      }
      ${
        workshop
          ? html`<a class="wide" href=${addressOf({ page: 'workshop', slug, workshopId: workshop.id })}
                >${workshop.name}</a
              >${slash}`
          : nothing
      }
      <b>${here}</b>
    </p>
    ${end ? html`<div class="end">${end}</div>` : nothing}
  </header>`
}

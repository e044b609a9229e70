import { html, nothing, type TemplateResult } from 'lit'
import type { Review } from '../../../schemas/types.ts'
import { t as app } from '../../i18n/localize.ts'
import { formatTime } from '../../i18n/locale.ts'
import { t } from '../../i18n/review.ts'
import { addressOf } from '../../router.ts'
import { icon } from '../../ui/icon.ts'

type Bar = {
  readonly slug: string
  readonly review: Pick<Review, 'profileTitle'> | undefined
  /** The page itself, in words. */
  readonly here: string
  /** Since when there has been no contact; null while there is. */
  readonly lostSince: number | null
  readonly end?: TemplateResult | typeof nothing
}

/** The bar on top of the pages on which a panel's work is led: where one is, the way back, and whether this is how it stands. */
export function panelBar({ slug, review, here, lostSince, end = nothing }: Bar): TemplateResult {
  const slash = html`<span class="quiet wide" aria-hidden="true">/</span>`
  return html`<header class="bar">
    <a class="brand" href=${addressOf({ page: 'start' })} aria-label=${app('app.start')}>${icon('mark')}</a>
    <p class="path">
      <a class="wide" href=${addressOf({ page: 'editor', slug, section: { part: 'role' } })}
        >${review?.profileTitle ?? slug}</a
      >${slash} <a href=${addressOf({ page: 'review', slug })}>${t('room.bar.panel')}</a>
      <span class="quiet" aria-hidden="true">/</span><b>${here}</b>
    </p>
    <div class="end">
      ${
        lostSince === null
          ? html`<span class="badge ok wide" role="status"
              >${icon('cloud-check')}<span>${t('room.bar.live')}</span></span
            >`
          : html`<span class="badge wait" role="status"
              >${icon('cloud-off')}<span
                >${t('room.bar.lost', { time: formatTime(new Date(lostSince)) })}</span
              ></span
            >`
      }
      ${end}
    </div>
  </header>`
}

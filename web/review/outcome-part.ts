import { html, nothing, type TemplateResult } from 'lit'
import { addressOfMinutes } from '../api/reviews.ts'
import { t } from '../i18n/review.ts'
import { clockInWords, dayInWords, inSweden } from '../i18n/swedish-time.ts'
import { addressOf } from '../router.ts'
import { icon } from '../ui/icon.ts'
import type { Desk } from './desk.ts'
import type { Stage } from './stage.ts'

/** What a review has come to when no panel works on it any more. */
export type Ended = Extract<Stage, 'approved' | 'returned' | 'declined' | 'published' | 'withdrawn'>

/** What a review has come to, what it rests on, and what follows. */
export function outcomePart({ review, slug }: Desk, stage: Ended): TemplateResult {
  const decision = review.decisions.find(({ recalledAt }) => recalledAt === null)
  const closing = addressOf({ page: 'closing', slug })
  return html`<h1 class="title">${t(`outcome.${stage}`, { version: review.published ?? '' })}</h1>
    <p class="lead">
      ${t(`outcome.lead.${stage}`)}
      ${
        decision && stage !== 'withdrawn'
          ? t('outcome.decided', {
              by: decision.decidedBy,
              day: dayInWords(decision.decidedOn, review.now),
            })
          : nothing
      }
    </p>
    ${
      review.acts.recall && review.recallableUntil
        ? html`<p>
            ${t('outcome.recallable', { time: clockInWords(inSweden(review.recallableUntil).time) })}
            <a href=${closing}>${t('outcome.recall')}</a>
          </p>`
        : nothing
    }
    <p class="buttons ways-on">
      ${
        stage === 'approved' && review.acts.publish
          ? html`<wa-button variant="brand" href=${closing}>${t('outcome.publish')}</wa-button>`
          : nothing
      }
      ${
        stage === 'published'
          ? html`<wa-button variant="brand" href="/profiler/${slug}/${review.published ?? ''}"
              >${t('outcome.read')}</wa-button
            >`
          : nothing
      }
      ${
        stage === 'withdrawn'
          ? nothing
          : html`<a href=${closing}>${t('way.decision')}</a>
              <a href=${addressOf({ page: 'settling', slug })}>${t('way.remarks')}</a>`
      }
      ${
        review.acts.printMinutes && stage !== 'withdrawn'
          ? html`<a class="with-icon" href=${addressOfMinutes(review.id)} target="_blank"
              >${icon('printer')}${t('way.minutes')}</a
            >`
          : nothing
      }
    </p>`
}

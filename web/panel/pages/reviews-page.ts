import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk, Review } from '../../../schemas/types.ts'
import { plural, t } from '../../i18n/panel.ts'
import { asSentence, spanInWords } from '../dates.ts'
import { asideOf } from '../desk/seat.ts'
import { panelAddress } from '../place.ts'

export type Listed = { readonly review: Review; readonly desk: MemberDesk | null }

/** A person's reviews: where each is, what is left, and when the panel meets. */
export function reviewsPage(listed: readonly Listed[]): TemplateResult {
  return html`<h1 class="title" tabindex="-1">${t('app.reviews')}</h1>
    ${listed.length === 0 ? html`<p class="sum">${t('reviews.none')}</p>` : nothing}
    <ul class="reviews" ?hidden=${listed.length === 0}>
      ${listed.map(({ review, desk }) => {
        const meeting = review.meetings.find(
          ({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > review.now,
        )
        return html`<li>
          <h2>
            <a lang="sv" href=${panelAddress({ page: 'start', reviewId: review.id })}
              >${review.profileTitle}</a
            >
          </h2>
          <p>${t(`stage.${review.status}`)} ${desk ? leftInWords(desk) : nothing}</p>
          ${
            meeting
              ? html`<p class="quiet">
                  ${t('reviews.meeting', { when: asSentence(spanInWords(meeting)) })}${meeting.place ? `, ${meeting.place}` : ''}
                </p>`
              : nothing
          }
        </li>`
      })}
    </ul>`
}

function leftInWords(desk: MemberDesk): string {
  const { review, changes, unanswered, toConfirm } = desk
  if (review.status !== 'open' || asideOf(desk) !== null) return ''
  const left = [
    changes.length > 0 ? plural('reviews.changes', changes.length) : '',
    unanswered.length > 0 ? plural('reviews.parts', unanswered.length) : '',
    toConfirm.length > 0 ? plural('reviews.confirm', toConfirm.length) : '',
  ].filter((each) => each !== '')
  return left.length === 0 ? t('reviews.done') : left.join(' ')
}

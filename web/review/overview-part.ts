import { html, nothing, type TemplateResult } from 'lit'
import type { ReviewTally } from '../../schemas/types.ts'
import { numberInWords } from '../../server/domain/review/in-words/number-in-words.ts'
import { addressOfMinutes, remindMembers } from '../api/reviews.ts'
import { locale } from '../i18n/locale.ts'
import { plural, t } from '../i18n/review.ts'
import { addressOf } from '../router.ts'
import { icon } from '../ui/icon.ts'
import type { Desk } from './desk.ts'
import { nextMeeting, overviewHead } from './overview-head.ts'

/** How the panel stands, and what to do about it. */
export function overviewPart(desk: Desk, tally: ReviewTally): TemplateResult {
  return html`${overviewHead(desk, tally)} ${heatMap(desk, tally)}
    <div class="ways-on buttons">${ways(desk, tally)}</div>
    ${consentList(tally)}`
}

export function heatMap({ review, open }: Desk, tally: ReviewTally): TemplateResult {
  return html`<pv-heat-map .tally=${tally} .perspectives=${review.perspectives} .open=${open}></pv-heat-map>`
}

/** The one thing that brings the review on: who is waited for is reminded, then remarks are settled, then it is decided. */
function loudest({ review, openRemarks }: Desk, tally: ReviewTally): 'remind' | 'settle' | 'close' | null {
  const isMembersTurn = review.clocks.turn === 'members'
  if (review.acts.handOver && isMembersTurn && tally.answered < tally.entitled) return 'remind'
  if (review.acts.settle && openRemarks > 0) return 'settle'
  return review.acts.close ? 'close' : null
}

function ways(desk: Desk, tally: ReviewTally): TemplateResult {
  const { review, slug, openRemarks } = desk
  const loud = loudest(desk, tally)
  const waiting = tally.entitled - tally.answered
  const meeting = nextMeeting(desk)
  const button = (way: 'settle' | 'close', address: string, words: string) =>
    html`<wa-button
      variant=${loud === way ? 'brand' : 'neutral'}
      appearance=${loud === way ? 'accent' : 'outlined'}
      href=${address}
      >${words}</wa-button
    >`
  const remarks = openRemarks === 0 ? t('way.remarks') : plural('way.openRemarks', openRemarks)
  return html`${loud === 'remind' ? remindButton(desk, waiting) : nothing}
  ${button('settle', addressOf({ page: 'settling', slug }), remarks)}
  ${
    meeting && review.acts.conductMeeting
      ? html`<wa-button
          appearance="outlined"
          href=${addressOf({ page: 'panel-meeting', slug, meetingId: meeting.id })}
          >${t('way.meeting')}</wa-button
        >`
      : nothing
  }
  ${review.acts.close ? button('close', addressOf({ page: 'closing', slug }), t('way.close')) : nothing}
  ${
    review.acts.printMinutes
      ? html`<a class="with-icon" href=${addressOfMinutes(review.id)} target="_blank"
          >${icon('printer')}${t('way.minutesSoFar')}</a
        >`
      : nothing
  }`
}

function remindButton(desk: Desk, waiting: number): TemplateResult {
  const number = numberInWords(locale(), waiting)
  return html`<wa-button
    variant="brand"
    ?loading=${desk.isBusy}
    @click=${() =>
      desk.act(() => remindMembers(desk.review.id), plural('overview.reminded', waiting, { number }))}
    >${plural('overview.remind', waiting, { number })}</wa-button
  >`
}

/** What the meeting takes together without discussion, by number. */
function consentList({ agenda }: ReviewTally): TemplateResult | typeof nothing {
  const consent = agenda.filter(({ kind, number }) => kind === 'consent' && number !== '')
  if (consent.length === 0) return nothing
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' })
  const numbers = list.format(consent.map(({ number }) => number))
  return html`<p class="quiet consent">${plural('overview.consent', consent.length, { numbers })}</p>`
}

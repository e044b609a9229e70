import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk, PanelMeeting } from '../../../schemas/types.ts'
import { t } from '../../i18n/panel.ts'
import { asSentence, spanInWords } from '../dates.ts'
import { panelAddress, type PanelPlace } from '../place.ts'
import { linkTo } from './part-list.ts'

/** The next meeting in two lines, and whether one has said that one comes. */
export function nextMeeting(
  desk: MemberDesk,
  go: (place: PanelPlace) => void,
): TemplateResult | typeof nothing {
  const meeting = meetingAhead(desk)
  if (!meeting) return nothing
  const place = { page: 'meeting', reviewId: desk.review.id } as const
  const answer = myAttendance(desk, meeting)
  return html`<section class="leaf rule-thin" aria-labelledby="next-meeting">
    <div class="mid">
      <h2 id="next-meeting" class="small-head">${t('meeting.next')}</h2>
      <p>${asSentence(spanInWords(meeting))}${meeting.place ? `, ${meeting.place}` : ''}</p>
      <p>
        ${answer === null ? nothing : html`${t(`attendance.${answer}`)}. `}<a
          href=${panelAddress(place)}
          @click=${linkTo(go, place)}
          >${t(answer === null && desk.review.acts.answerSummons ? 'meeting.answerSummons' : 'meeting.open')}</a
        >
      </p>
    </div>
  </section>`
}

/** The first meeting that is neither over nor cancelled. */
function meetingAhead({ review }: Pick<MemberDesk, 'review'>): PanelMeeting | undefined {
  return review.meetings.find(({ endsAt, cancelledAt }) => cancelledAt === null && endsAt > review.now)
}

export function myAttendance(
  { me }: Pick<MemberDesk, 'me'>,
  { attendance }: PanelMeeting,
): 'coming' | 'remotely' | 'absent' | null {
  return attendance.find(({ memberId }) => memberId === me.id)?.answer ?? null
}

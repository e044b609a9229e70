import { html, nothing, type TemplateResult } from 'lit'
import type { Attendance, PanelMeeting } from '../../schemas/types.ts'
import {
  addressOfCalendar,
  addressOfHandOut,
  cancelMeeting,
  remindOfMeeting,
  sendSummonses,
} from '../api/reviews.ts'
import { plural, t } from '../i18n/review.ts'
import { locale } from '../i18n/locale.ts'
import { dayInWords } from '../i18n/swedish-time.ts'
import { addressOf } from '../router.ts'
import { icon } from '../ui/icon.ts'
import type { Desk } from './desk.ts'
import { askMeeting } from './meeting-question.ts'
import { calledBy } from './seats.ts'
import { dayOf, meetingInWords } from './time-in-words.ts'

/** The meetings: planned, summoned to, answered; with what to bring. */
export function meetingsPart(desk: Desk): TemplateResult {
  const { review } = desk
  return html`<section class="part" aria-labelledby="meetings-heading">
    <h2 id="meetings-heading">${t('meetings.heading')}</h2>
    ${
      review.meetings.length === 0
        ? html`<p class="quiet">${t('meetings.none')}</p>`
        : html`<ul class="meetings">
            ${review.meetings.map((meeting) => html`<li>${meetingRow(desk, meeting)}</li>`)}
          </ul>`
    }
    <p class="buttons">
      ${
        review.acts.summon
          ? html`<wa-button appearance="outlined" @click=${() => askMeeting(desk, null)}
              >${t('meetings.plan')}</wa-button
            >`
          : nothing
      }
      ${
        review.round
          ? html`<a class="with-icon" href=${addressOfHandOut(review.id)} target="_blank"
              >${icon('printer')}${t('meetings.handOut')}</a
            >`
          : nothing
      }
    </p>
  </section>`
}

function meetingRow(desk: Desk, meeting: PanelMeeting): TemplateResult {
  const { review } = desk
  const when = meetingInWords(meeting, review.now)
  if (meeting.cancelledAt !== null) {
    return html`<h3><del>${when}</del></h3>
      <p class="quiet">${t('meetings.cancelled', { day: dayOf(meeting.cancelledAt, review.now) })}</p>`
  }
  const isSummoned = meeting.summonedAt !== null
  return html`<h3>${when}</h3>
    ${
      meeting.place || meeting.video
        ? html`<p>
            ${meeting.place}${meeting.place && meeting.video ? ', ' : nothing}
            ${meeting.video ? html`<a href=${meeting.video} target="_blank" rel="noreferrer">${t('meetings.video')}</a>` : nothing}
          </p>`
        : nothing
    }
    ${meeting.material ? html`<p class="material">${meeting.material}</p>` : nothing}
    <p class="quiet">
      ${isSummoned ? t('meetings.summoned', { day: dayOf(meeting.summonedAt ?? '', review.now) }) : t('meetings.notSummoned')}
      ${meeting.answerBy ? t('meetings.answerBy', { day: dayInWords(meeting.answerBy, review.now) }) : nothing}
    </p>
    ${isSummoned ? answers(desk, meeting) : nothing} ${meetingActs(desk, meeting)}`
}

/** Who comes: counted, and by name for those who may see it. */
function answers({ review }: Desk, { attendance }: PanelMeeting): TemplateResult | typeof nothing {
  const { members } = review.composition
  if (attendance.length === 0 && !review.acts.summon) return nothing
  const said = new Map(attendance.map(({ memberId, answer }) => [memberId, answer]))
  const kinds: readonly Attendance['answer'][] = ['coming', 'remotely', 'absent', null]
  const groups = kinds
    .map((kind) => ({ kind, who: members.filter(({ id }) => (said.get(id) ?? null) === kind) }))
    .filter(({ who }) => who.length > 0)
  const list = new Intl.ListFormat(locale(), { type: 'unit' })
  return html`<details class="attendance">
    <summary>
      ${list.format(groups.map(({ kind, who }) => plural(`meetings.answered.${kind ?? 'none'}`, who.length)))}
    </summary>
    <dl class="facts">
      ${groups.map(
        ({ kind, who }) =>
          html`<div>
            <dt>${t(`meetings.answer.${kind ?? 'none'}`)}</dt>
            <dd>${list.format(who.map((member) => calledBy(review, member)))}</dd>
          </div>`,
      )}
    </dl>
  </details>`
}

function meetingActs(desk: Desk, meeting: PanelMeeting): TemplateResult {
  const { review, slug } = desk
  const meetingId = meeting.id
  const isSummoned = meeting.summonedAt !== null
  const when = html`<span class="sr"> ${meetingInWords(meeting, review.now)}</span>`
  return html`<p class="acts-of">
    ${
      review.acts.conductMeeting
        ? html`<a href=${addressOf({ page: 'panel-meeting', slug, meetingId })}
              >${t('meetings.goTo')}${when}</a
            >
            <a class="wide" href=${addressOf({ page: 'panel-projector', slug, meetingId })} target="projektor"
              >${t('meetings.projector')}${when}</a
            >`
        : nothing
    }
    ${
      review.acts.summon
        ? html`<button class="plain" ?disabled=${desk.isBusy} @click=${() => summonTo(desk, meeting)}>
              ${t(isSummoned ? 'meetings.summonAgain' : 'meetings.summon')}${when}
            </button>
            ${remindButton(desk, meeting, when)}
            <button class="plain" @click=${() => askMeeting(desk, meeting)}>
              ${t('meetings.change')}${when}
            </button>
            <button class="plain" @click=${() => askCancel(desk, meeting)}>
              ${t('meetings.cancel')}${when}
            </button>`
        : nothing
    }
    <a href=${addressOfCalendar(review.id, meetingId)}>${t('meetings.calendar')}${when}</a>
  </p>`
}

/** For those who have not said whether they come, as long as it is not too late to say. */
function remindButton(
  desk: Desk,
  meeting: PanelMeeting,
  when: TemplateResult,
): TemplateResult | typeof nothing {
  const { review } = desk
  const answered = meeting.attendance.filter(({ answer }) => answer !== null)
  const waiting = review.composition.members.length - answered.length
  if (meeting.summonedAt === null || meeting.endsAt <= review.now || waiting <= 0) return nothing
  return html`<button
    class="plain"
    ?disabled=${desk.isBusy}
    @click=${() =>
      desk.ask({
        label: plural('meetings.remindTitle', waiting),
        go: t('meetings.remindGo'),
        fields: () => html`<p>${meetingInWords(meeting, review.now)}</p>`,
        send: async () => {
          const { members } = await remindOfMeeting(review.id, meeting.id)
          return plural('meetings.didRemind', members.length)
        },
      })}
  >
    ${plural('meetings.remind', waiting)}${when}
  </button>`
}

/** Others get mail: it is asked for before it is sent. */
function summonTo(desk: Desk, meeting: PanelMeeting): void {
  const { review } = desk
  const count = review.composition.members.length
  desk.ask({
    label: plural('meetings.summonTitle', count),
    go: t(meeting.summonedAt === null ? 'meetings.summon' : 'meetings.summonAgain'),
    fields: () =>
      html`<p>${meetingInWords(meeting, review.now)}</p>
        <p>${t('meetings.summonHelp')}</p>`,
    send: async () => {
      await sendSummonses(review.id, meeting.id)
      return plural('meetings.didSummon', count)
    },
  })
}

function askCancel(desk: Desk, meeting: PanelMeeting): void {
  const { review } = desk
  desk.ask({
    label: t('meetings.cancelTitle'),
    go: t('meetings.cancelGo'),
    isGrave: true,
    fields: () =>
      html`<p>${meetingInWords(meeting, review.now)}</p>
        <p>${t(meeting.summonedAt === null ? 'meetings.cancelQuiet' : 'meetings.cancelHelp')}</p>`,
    send: async () => {
      await cancelMeeting(review.id, meeting.id)
      return t('meetings.didCancel')
    },
  })
}

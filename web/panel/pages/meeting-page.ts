import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { AnswerSummons, PanelMeeting } from '../../../schemas/types.ts'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/panel.ts'
import { asSentence, dayInWords, spanInWords } from '../dates.ts'
import { facts, type Fact } from '../parts/leaf.ts'
import { decisionOf } from './decision.ts'
import { myAttendance } from './next-meeting.ts'
import { panelSeats, ruleSentences, standings } from './panel-in-words.ts'
import { ReviewPageElement } from './review-page.ts'

const ANSWERS: readonly AnswerSummons['answer'][] = ['coming', 'remotely', 'absent']

/** The meetings, one's answers to their summonses, one's name in the minutes, who the panel is and how it stands. */
@customElement('pv-meeting-page')
export class MeetingPage extends ReviewPageElement {
  override render(): TemplateResult {
    const { desk } = this
    const { meetings, now, status } = desk.review
    const isAhead = ({ endsAt, cancelledAt }: PanelMeeting) => endsAt > now && cancelledAt === null
    const ahead = meetings.filter(isAhead)
    const isUnderWay = status === 'open' || status === 'preparing'
    const others = meetings.filter((meeting) => !isAhead(meeting))
    return html`<div class="leaf">
        <div class="mid">
          <h1 class="title" tabindex="-1">${t('meeting.title')}</h1>
          ${meetings.length === 0 && isUnderWay ? html`<p class="sum">${t('meeting.none')}</p>` : nothing}
        </div>
      </div>
      ${isUnderWay ? nothing : decisionOf(desk)} ${ahead.map((meeting) => this.#meeting(meeting))}
      ${this.#name()} ${standings(desk)} ${ruleSentences(desk)} ${panelSeats(desk)}
      ${
        others.length === 0
          ? nothing
          : section(
              'former-meetings',
              t('meeting.former'),
              html`<ul class="plain-list">
                ${others.map(
                  (meeting) =>
                    html`<li>
                      ${asSentence(spanInWords(meeting))}${meeting.place ? `, ${meeting.place}` : ''}
                      ${meeting.cancelledAt === null ? nothing : html`<b>${t('meeting.cancelled')}</b>`}
                    </li>`,
                )}
              </ul>`,
            )
      }`
  }

  #meeting(meeting: PanelMeeting): TemplateResult {
    const { work } = this
    const address = `/api/v1/reviews/${work.reviewId}`
    const { id, place, video, material, answerBy } = meeting
    const known: (Fact | null)[] = [
      place === '' ? null : { label: t('meeting.where'), value: place },
      video === '' ? null : { label: t('meeting.video'), value: videoLink(video) },
      material === ''
        ? null
        : { label: t('meeting.material'), value: html`<span class="said">${material}</span>` },
      answerBy === null ? null : { label: t('meeting.answerBy'), value: dayInWords(answerBy) },
    ]
    return html`<section class="leaf rule-thick meeting" aria-labelledby="meeting-${id}">
      <div class="mid">
        <h2 class="question" id="meeting-${id}">${asSentence(spanInWords(meeting))}</h2>
        ${facts(known.filter((fact) => fact !== null))}
        <p class="go">
          <a href="${address}/hand-out?language=${locale()}">${t('text.handOut')}</a>
          <a href="${address}/meetings/${id}/calendar">${t('meeting.calendar')}</a>
        </p>
        ${this.desk.review.acts.answerSummons ? this.#summons(meeting) : nothing}
      </div>
    </section>`
  }

  #summons(meeting: PanelMeeting): TemplateResult {
    const said = myAttendance(this.desk, meeting)
    return choices({
      name: `attendance-${meeting.id}`,
      question: t('attendance.question'),
      answers: ANSWERS.map((answer) => ({
        label: t(`attendance.${answer}`),
        isChosen: said === answer,
        choose: () => void this.work.answerSummons(meeting.id, answer),
      })),
    })
  }

  #name(): TemplateResult {
    const { isNamed } = this.desk.me
    return section(
      'my-name',
      t('name.title'),
      html`<p>${t('name.meaning')}</p>
        ${choices({
          name: 'named',
          question: t('name.question'),
          answers: [true, false].map((answer) => ({
            label: t(answer ? 'name.yes' : 'name.no'),
            isChosen: isNamed === answer,
            choose: () => void this.work.consentToName(answer),
          })),
        })}`,
    )
  }
}

type Choices = {
  readonly name: string
  readonly question: string
  readonly answers: readonly {
    readonly label: string
    readonly isChosen: boolean
    readonly choose: () => void
  }[]
}

/** Kept as soon as one is chosen. */
function choices({ name, question, answers }: Choices): TemplateResult {
  return html`<fieldset class="choices">
    <legend>${question}</legend>
    <div class="opts">
      ${answers.map(
        ({ label, isChosen, choose }) =>
          html`<label
            ><input type="radio" name=${name} .checked=${isChosen} @change=${choose} /><span
              >${label}</span
            ></label
          >`,
      )}
    </div>
  </fieldset>`
}

export function section(id: string, title: string, content: TemplateResult): TemplateResult {
  return html`<section class="leaf rule-thin" aria-labelledby=${id}>
    <div class="mid">
      <h2 id=${id} class="small-head">${title}</h2>
      ${content}
    </div>
  </section>`
}

/** A link where it is one: anything else that was written there is shown as it is. */
function videoLink(video: string): TemplateResult {
  return /^https?:\/\//iu.test(video)
    ? html`<a href=${video} rel="noreferrer" target="_blank">${video}</a>`
    : html`${video}`
}

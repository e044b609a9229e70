import { html, nothing, type TemplateResult } from 'lit'
import type { ReviewTally } from '../../schemas/types.ts'
import { numberInWords } from '../../server/domain/review/in-words/number-in-words.ts'
import { ruleInWords } from '../../server/domain/review/in-words/rule-in-words.ts'
import { locale } from '../i18n/locale.ts'
import { plural, t } from '../i18n/review.ts'
import { clockInWords, dayInWords, inSweden } from '../i18n/swedish-time.ts'
import { gauge } from '../ui/gauge.ts'
import type { Desk } from './desk.ts'
import { headingInWords } from './in-words.ts'
import { calledBy, seatCounts } from './seats.ts'

/** The heading, the rule as a sentence, and what there is to know at the right. */
export function overviewHead(desk: Desk, tally: ReviewTally): TemplateResult {
  const { review } = desk
  const [first, ...others] = ruleInWords(review.rule, review.perspectives, seatCounts(review), locale())
  return html`<div class="overview-head">
    <div>
      <h1 class="title">${headingInWords(tally)}</h1>
      <p class="law wording">${first}</p>
      <details class="law-more">
        <summary>${t('overview.howCounted')}</summary>
        <p>${t('overview.ruleName', { name: t(`rule.name.${review.rule.name}`) })}</p>
        <ul class="sentences">
          ${others.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>
      </details>
    </div>
    ${facts(desk, tally)}
  </div>`
}

function facts(desk: Desk, tally: ReviewTally): TemplateResult {
  const { review } = desk
  const next = nextMeeting(desk)
  const { answerBy, turn } = review.clocks
  const starts = next && inSweden(next.startsAt)
  return html`<dl class="facts at-right">
    <div>
      <dt>${t('overview.have')}</dt>
      <dd class="num">
        ${gauge(tally.answered, Math.max(1, tally.entitled), 8)}
        <span>${t('overview.haveAll', { answered: tally.answered, of: tally.entitled })}</span>
      </dd>
    </div>
    ${
      review.status === 'open'
        ? html`<div>
            <dt>${t('overview.waits')}</dt>
            <dd>${turn === 'editors' ? t('overview.editors') : waitedFor(desk, tally)}</dd>
          </div>`
        : nothing
    }
    ${
      review.status === 'open' && answerBy
        ? html`<div>
            <dt>${t('overview.answerBy')}</dt>
            <dd class="num">${dayInWords(answerBy, review.now)}</dd>
          </div>`
        : nothing
    }
    ${
      starts
        ? html`<div>
            <dt>${t('overview.meeting')}</dt>
            <dd class="num">
              ${t('overview.meetingAt', { day: dayInWords(starts.day, review.now), time: clockInWords(starts.time) })}
            </dd>
          </div>`
        : nothing
    }
  </dl>`
}

/** The next meeting that is planned and not over. */
export function nextMeeting({ review }: Pick<Desk, 'review'>) {
  return review.meetings.find(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt > review.now)
}

function waitedFor({ review }: Desk, { waitingFor, answered, entitled }: ReviewTally): TemplateResult {
  const count = entitled - answered
  if (count === 0) return html`${t('overview.nobody')}`
  const number = numberInWords(locale(), count)
  const people = plural('overview.members', count, { number })
  if (waitingFor.length === 0) return html`${people}`
  return html`${people}
    <details>
      <summary>${t('overview.showWhom')}</summary>
      <ul>
        ${waitingFor.map(({ memberId, parts, changes }) => {
          const member = review.composition.members.find(({ id }) => id === memberId)
          const left = [
            ...(parts > 0 ? [plural('overview.partsLeft', parts)] : []),
            ...(changes > 0 ? [plural('overview.changesLeft', changes)] : []),
          ].join(', ')
          return html`<li>
            ${member ? calledBy(review, member) : nothing}
            <span class="quiet below">${left}</span>
          </li>`
        })}
      </ul>
    </details>`
}

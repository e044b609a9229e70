import { html, nothing, type TemplateResult } from 'lit'
import type { OpenRound } from '../../schemas/types.ts'
import { handOver, openRound, revealRound } from '../api/reviews.ts'
import { t } from '../i18n/review.ts'
import { todayInSweden } from '../i18n/locale.ts'
import { dayInWords } from '../i18n/swedish-time.ts'
import type { Desk } from './desk.ts'
import './round-changes.ts'
import { lineField, radioField, tickField } from './fields.ts'
import { dayOf, lengthInWords } from './time-in-words.ts'

/** The round that goes on, whose turn it is, and the next one. */
export function roundPart(desk: Desk): TemplateResult {
  const { review } = desk
  const { round, rounds, acts, now } = review
  if (!round) return html``
  const isQuiet = round.kind === 'quiet' && round.revealedAt === null
  const former = rounds.filter(({ number }) => number !== round.number)
  return html`<section class="part" aria-labelledby="round-heading">
    <h2 id="round-heading">${t('round.heading', { number: round.number })}</h2>
    <p>
      ${t('round.since', { day: dayOf(round.openedAt, now) })}
      ${isQuiet ? t('round.isQuiet') : round.kind === 'quiet' ? t('round.wasQuiet') : nothing}
    </p>
    ${review.status === 'open' ? clocks(desk) : nothing}
    ${round.number > 1 ? html`<pv-round-changes .reviewId=${review.id} .round=${round.number}></pv-round-changes>` : nothing}
    <p class="buttons">
      ${
        acts.handOver && isQuiet
          ? html`<wa-button
              appearance="outlined"
              ?disabled=${desk.isBusy}
              @click=${() => desk.act(() => revealRound(review.id), t('round.revealed'))}
              >${t('round.reveal')}</wa-button
            >`
          : nothing
      }
      ${
        acts.handOver
          ? html`<wa-button appearance="outlined" ?disabled=${desk.isBusy} @click=${() => turnOver(desk)}
              >${t(`round.turnTo.${otherTurn(desk)}`)}</wa-button
            >`
          : nothing
      }
      ${
        acts.open
          ? html`<wa-button appearance="outlined" @click=${() => askRound(desk)}
              >${t('round.another', { number: review.revision + 1 })}</wa-button
            >`
          : nothing
      }
    </p>
    ${
      former.length > 0
        ? html`<ul class="lines-of">
            ${former.map(
              ({ number, kind, openedAt }) =>
                html`<li>
                  ${t('round.former', { number, day: dayOf(openedAt, now) })}
                  ${kind === 'quiet' ? t('round.wasQuiet') : nothing}
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </section>`
}

/** Who is waited for, how long each has had, and until when: the members' clock stands still in the editors' turn. */
function clocks({ review: { clocks: standing, now, round } }: Desk): TemplateResult {
  const { turn, since, membersMinutes, editorsMinutes, answerBy } = standing
  const isMoved = answerBy !== null && answerBy !== round?.answerBy
  return html`<dl class="facts clocks">
    <div>
      <dt>${t('clocks.turn')}</dt>
      <dd>${t(`clocks.waits.${turn}`, { day: dayOf(since, now) })}</dd>
    </div>
    <div>
      <dt>${t('clocks.members')}</dt>
      <dd>
        ${hasHad(membersMinutes, turn === 'members')} ${turn === 'editors' ? t('clocks.stands') : nothing}
      </dd>
    </div>
    <div>
      <dt>${t('clocks.editors')}</dt>
      <dd>${hasHad(editorsMinutes, turn === 'editors')}</dd>
    </div>
    ${
      answerBy
        ? html`<div>
            <dt>${t('clocks.answerBy')}</dt>
            <dd>
              ${dayInWords(answerBy, now)}${isMoved ? html` <span class="quiet">${t('clocks.moved')}</span>` : nothing}
            </dd>
          </div>`
        : nothing
    }
  </dl>`
}

function hasHad(minutes: number, isTheirTurn: boolean): string {
  if (minutes > 0) return t('clocks.had', { length: lengthInWords(minutes) })
  return t(isTheirTurn ? 'clocks.begins' : 'clocks.hadNone')
}

function otherTurn({ review }: Desk): 'members' | 'editors' {
  return review.clocks.turn === 'members' ? 'editors' : 'members'
}

function turnOver(desk: Desk): void {
  const to = otherTurn(desk)
  desk.act(() => handOver(desk.review.id, to), t(`round.turned.${to}`))
}

/** Opens a round: the first on what was submitted, a later one on the panel's text or the draft. */
export function askRound(desk: Desk): void {
  const { review, hasDraft } = desk
  const isFirst = review.status === 'preparing'
  const number = isFirst ? review.revision : review.revision + 1
  desk.ask({
    label: t('round.open', { number }),
    go: t('round.open', { number }),
    fields: (fault) => html`
      ${
        isFirst
          ? html`<p>${t('round.firstHelp')}</p>`
          : radioField({
              name: 'text',
              label: t('round.text'),
              value: 'panel',
              choices: [
                ['panel', t('round.from.panel'), t('round.from.panelHint')],
                ...(hasDraft ? [['draft', t('round.from.draft'), t('round.from.draftHint')] as const] : []),
              ],
            })
      }
      ${radioField({
        name: 'kind',
        label: t('round.kind'),
        value: 'ordinary',
        choices: [
          ['ordinary', t('round.ordinary'), t('round.ordinaryHint')],
          ['quiet', t('round.quiet'), t('round.quietHint')],
        ],
      })}
      ${lineField({
        name: 'answerBy',
        type: 'date',
        label: t('round.answerBy'),
        hint: t('round.answerByHint'),
        min: todayInSweden(),
        fault: fault('answerBy'),
      })}
      ${tickField({ name: 'tell', label: t('round.tell'), hint: t('round.tellHint'), isTicked: true })}
    `,
    faultsIn: (written) => {
      const day = written('answerBy')
      return new Map(day !== '' && day < todayInSweden() ? [['answerBy', t('round.past')]] : [])
    },
    send: async (written) => {
      const round: OpenRound = {
        kind: written('kind') === 'quiet' ? 'quiet' : 'ordinary',
        answerBy: written('answerBy') || null,
        text: written('text') === 'draft' ? 'draft' : 'panel',
        tellMembers: written('tell') === 'on',
      }
      await openRound(review.id, round)
      return t('round.opened', { number })
    },
  })
}

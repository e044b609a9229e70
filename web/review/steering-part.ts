import { html, nothing, type TemplateResult } from 'lit'
import type { CompositionAnswer } from '../../schemas/types.ts'
import { answerComposition, proposeComposition } from '../api/reviews.ts'
import { t } from '../i18n/review.ts'
import { icon } from '../ui/icon.ts'
import type { Desk } from './desk.ts'
import { textField } from './fields.ts'
import { dayOf } from './time-in-words.ts'

/** The composition is laid before the steering group, who answer; what they have answered is on record. */
export function steeringPart(desk: Desk): TemplateResult {
  const { review } = desk
  const { status, members, answers } = review.composition
  const mayPropose = review.acts.compose && (status === 'drafted' || status === 'changesAsked')
  const mayAnswer = review.acts.answerComposition && status === 'proposed'
  const isHeld = review.acts.compose && status === 'approved'
  if (!mayPropose && !mayAnswer && status !== 'proposed' && answers.length === 0) return html``
  return html`<section class="part" aria-labelledby="steering-heading">
    <h2 id="steering-heading">${t('steering.heading')}</h2>
    ${status === 'proposed' && !mayAnswer ? html`<p>${t('steering.waits')}</p>` : nothing}
    ${isHeld ? html`<p>${t('steering.holds')}</p>` : nothing}
    ${mayPropose && members.length === 0 ? html`<p class="quiet">${t('steering.empty')}</p>` : nothing}
    ${
      mayPropose && members.length > 0
        ? html`<p>${t('steering.proposeHelp')}</p>
            <p class="buttons">
              <wa-button
                variant="brand"
                ?loading=${desk.isBusy}
                @click=${() => desk.act(() => proposeComposition(review.id), t('steering.proposed'))}
                >${t('steering.propose')}</wa-button
              >
            </p>`
        : nothing
    }
    ${
      mayAnswer
        ? html`<p>${t('steering.answerHelp')}</p>
            <p class="buttons">
              <wa-button variant="brand" ?loading=${desk.isBusy} @click=${() => approve(desk)}
                >${t('steering.approve')}</wa-button
              >
              <wa-button appearance="outlined" @click=${() => askForChanges(desk)}
                >${t('steering.ask')}</wa-button
              >
            </p>`
        : nothing
    }
    ${
      answers.length > 0
        ? html`<h3>${t('steering.answers')}</h3>
            <ul class="answers">
              ${answers.map(
                ({ at, outcome, reason, by }) =>
                  html`<li>
                    ${icon(outcome === 'approved' ? 'check' : 'undo-2')}
                    <span
                      >${answered(outcome, dayOf(at, review.now), by)}
                      ${reason ? html`<span class="below">”${reason}”</span>` : nothing}</span
                    >
                  </li>`,
              )}
            </ul>`
        : nothing
    }
  </section>`
}

function answered(outcome: CompositionAnswer['outcome'], day: string, by: string | null): string {
  return by === null ? t(`steering.${outcome}`, { day }) : t(`steering.by.${outcome}`, { day, by })
}

function approve(desk: Desk): void {
  const answer = { outcome: 'approved', reason: '' } as const
  desk.act(() => answerComposition(desk.review.id, answer), t('steering.didApprove'))
}

function askForChanges(desk: Desk): void {
  desk.ask({
    label: t('steering.askTitle'),
    go: t('steering.askGo'),
    fields: (fault) =>
      textField({
        name: 'reason',
        label: t('steering.reason'),
        hint: t('steering.reasonHint'),
        maxlength: 2000,
        fault: fault('reason'),
      }),
    faultsIn: (written) => new Map(written('reason') === '' ? [['reason', t('steering.reasonMissing')]] : []),
    send: async (written) => {
      await answerComposition(desk.review.id, { outcome: 'changesAsked', reason: written('reason') })
      return t('steering.didAsk')
    },
  })
}

import { html, nothing, type TemplateResult } from 'lit'
import { withdrawReview } from '../api/reviews.ts'
import { t } from '../i18n/review.ts'
import { icon } from '../ui/icon.ts'
import { compositionPart } from './composition-part.ts'
import type { Desk } from './desk.ts'
import { meetingsPart } from './meetings-part.ts'
import { outcomePart, type Ended } from './outcome-part.ts'
import { heatMap, overviewPart } from './overview-part.ts'
import { askRound, roundPart } from './round-part.ts'
import { stageOf, STEPS, stepOf, type Stage } from './stage.ts'
import { steeringPart } from './steering-part.ts'

type Part = TemplateResult | typeof nothing

/**
 * The page for the stage that the review is at: one thing is loud, and the rest is there to be found. `submission` is
 * what is shown where the draft can be laid before the panel anew.
 */
export function stagePart(desk: Desk, submission: Part): TemplateResult {
  const stage = stageOf(desk.review)
  return html`${steps(stage)} ${content(desk, stage, submission)} ${withdrawal(desk)}`
}

function content(desk: Desk, stage: Stage, submission: Part): Part {
  switch (stage) {
    case 'none':
      return nothing
    case 'composing':
    case 'proposed':
    case 'ready':
      return preparation(desk, stage)
    case 'open':
      return html`${desk.tally ? overviewPart(desk, desk.tally) : nothing} ${meetingsPart(desk)}
      ${roundPart(desk)} ${compositionPart(desk)} ${steeringPart(desk)}`
    default:
      return ended(desk, stage, submission)
  }
}

/** The way, and how far it has been gone. */
export function steps(stage: Stage): Part {
  const here = stepOf(stage)
  if (here === null) return nothing
  const at = STEPS.indexOf(here)
  return html`<ol class="way" aria-label=${t('step.label')}>
    ${STEPS.map((step, index) => {
      const isDone = index < at || stage === 'published'
      return html`<li aria-current=${step === here ? 'step' : nothing} class=${isDone ? 'is-done' : ''}>
        ${isDone ? html`${icon('check')}<span class="sr">${t('step.done')} </span>` : nothing}${t(`step.${step}`)}
      </li>`
    })}
  </ol>`
}

function preparation(desk: Desk, stage: 'composing' | 'proposed' | 'ready'): TemplateResult {
  const { review } = desk
  const { compose, answerComposition } = review.acts
  const isSentBack = stage === 'composing' && review.composition.status === 'changesAsked'
  const heading = isSentBack
    ? 'prepare.sentBack'
    : stage === 'proposed' && answerComposition
      ? 'prepare.answer'
      : stage === 'composing' && !compose
        ? 'prepare.others'
        : (`prepare.${stage}` as const)
  const rule = html`<section class="part" aria-labelledby="rule-heading">
    <h2 id="rule-heading">${t('rule.heading')}</h2>
    <pv-rule-choice
      .review=${review}
      .whenSet=${() => desk.act(() => Promise.resolve(), t('rule.saved'))}
    ></pv-rule-choice>
  </section>`
  const steering = steeringPart(desk)
  return html`<h1 class="title">${t(heading)}</h1>
    <p class="lead">${t(isSentBack ? 'prepare.lead.sentBack' : `prepare.lead.${stage}`)}</p>
    ${
      stage === 'ready' && review.acts.open
        ? html`<p class="buttons ways-on">
            <wa-button variant="brand" @click=${() => askRound(desk)}
              >${t('round.open', { number: review.revision })}</wa-button
            >
          </p>`
        : nothing
    }
    ${compositionPart(desk)} ${rule} ${steering}
    ${review.acts.summon || review.meetings.length > 0 ? meetingsPart(desk) : nothing}`
}

function ended(desk: Desk, stage: Ended, submission: Part): TemplateResult {
  const { tally } = desk
  return html`${outcomePart(desk, stage)} ${submission}
  ${
    tally && stage !== 'withdrawn' && tally.parts.length > 0
      ? html`<section class="part" aria-labelledby="stood-heading">
          <h2 id="stood-heading">${t('outcome.stood')}</h2>
          ${heatMap(desk, tally)}
        </section>`
      : nothing
  }
  ${stage === 'withdrawn' ? nothing : compositionPart(desk)}
  ${desk.review.meetings.length > 0 && stage !== 'withdrawn' ? meetingsPart(desk) : nothing}`
}

/** It is asked for twice: what has been said so far goes with it. */
function withdrawal(desk: Desk): Part {
  const { review } = desk
  if (!review.acts.withdraw) return nothing
  return html`<p class="withdraw">
    <button
      class="plain"
      @click=${() =>
        desk.ask({
          label: t('withdraw.title'),
          go: t('withdraw.go'),
          isGrave: true,
          fields: () => html`<p>${t('withdraw.help')}</p>`,
          send: async () => {
            await withdrawReview(review.id)
            return t('withdraw.done')
          },
        })}
    >
      ${icon('undo-2')}${t('withdraw.ask')}
    </button>
  </p>`
}

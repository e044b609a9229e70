import { html, nothing, type TemplateResult } from 'lit'
import type { PanelDecision, Review } from '../../../schemas/types.ts'
import { addressOfMinutes } from '../../api/reviews.ts'
import { t } from '../../i18n/review.ts'
import { clockInWords, dayInWords, inSweden } from '../../i18n/swedish-time.ts'
import { addressOf } from '../../router.ts'
import { icon } from '../../ui/icon.ts'
import { dayOf } from '../time-in-words.ts'

type Sealed = {
  readonly review: Review
  readonly decision: PanelDecision
  readonly slug: string
  /** The server's time. */
  readonly now: () => number
  readonly recall: () => void
  readonly whenOver: () => void
}

const RECALLABLE_MS = 10 * 60_000

/** The decision as it is stored: what, when, by whom and on what grounds; the way back for as long as there is one. */
export function sealedView({ review, decision, slug, now, recall, whenOver }: Sealed): TemplateResult {
  const { outcome, decidedOn, decidedBy, grounds, at, textDigest } = decision
  return html`<h1 class="title">
      ${t(`closing.sealed.${review.published === null ? outcome : 'published'}`, { version: review.published ?? '' })}
    </h1>
    <p class="lead">${t('closing.sealed.by', { by: decidedBy, day: dayInWords(decidedOn, review.now) })}</p>
    ${review.acts.recall && review.recallableUntil !== null ? recallable(review.recallableUntil, now, recall, whenOver) : nothing}
    <p class="wording grounds">${grounds}</p>
    <p class="quiet num">
      ${t('closing.sealed.at', { day: dayOf(at, review.now), time: timeOf(at), digest: textDigest.slice(0, 12).replace(/(.{4})(?=.)/gu, '$1 ') })}
    </p>
    ${whatNow(review, decision, slug)}`
}

function recallable(
  until: string,
  now: () => number,
  recall: () => void,
  whenOver: () => void,
): TemplateResult {
  return html`<section class="recall" aria-labelledby="recall-heading">
    <h2 id="recall-heading">${t('closing.recall.heading')}</h2>
    <p>
      <pv-time-left
        .clock=${{ endsAt: until, ofMs: RECALLABLE_MS, leftMs: null }}
        .now=${now}
        .whenOut=${whenOver}
      ></pv-time-left>
      <span>${t('closing.recall.help')}</span>
    </p>
    <wa-button appearance="outlined" @click=${recall}>${icon('undo-2')} ${t('closing.recall.go')}</wa-button>
  </section>`
}

/** What follows from a decision, and where one goes on. */
function whatNow(review: Review, { outcome }: PanelDecision, slug: string): TemplateResult {
  const { published } = review
  const editor = addressOf({ page: 'editor', slug, section: { part: 'role' } })
  return html`${outcome === 'changesRequested' || outcome === 'declined' ? html`<p>${t(`closing.now.${outcome}`)}</p>` : nothing}
    <ul class="next">
      ${
        published === null
          ? nothing
          : html`<li>
                ${icon('book-open-text')}<a href="/profiler/${slug}/${published}"
                  >${t('closing.now.read', { version: published })}</a
                >
              </li>
              ${
                review.former && review.former !== published
                  ? html`<li>
                      ${icon('git-compare-arrows')}<a
                        href="/profiler/${slug}/${published}/jamfor/${review.former}"
                        >${t('closing.now.compare', { former: review.former })}</a
                      >
                    </li>`
                  : nothing
              }`
      }
      ${outcome === 'changesRequested' ? html`<li>${icon('pencil')}<a href=${editor}>${t('closing.now.editor')}</a></li>` : nothing}
      <li>
        ${icon('file-text')}<a href=${addressOf({ page: 'settling', slug })}>${t('closing.now.remarks')}</a>
      </li>
      ${
        review.acts.printMinutes
          ? html`<li>
              ${icon('printer')}<a href=${addressOfMinutes(review.id)} target="_blank"
                >${t('closing.minutes')}</a
              >
            </li>`
          : nothing
      }
    </ul>`
}

/** Decisions that were taken back stay on record. */
export function recalledList({
  decisions,
  now,
}: Pick<Review, 'decisions' | 'now'>): TemplateResult | typeof nothing {
  const recalled = decisions.filter(({ recalledAt }) => recalledAt !== null)
  if (recalled.length === 0) return nothing
  return html`<section class="sec recalled" aria-labelledby="recalled-heading">
    <h2 id="recalled-heading">${t('closing.recalled.heading')}</h2>
    <ul>
      ${recalled.map(
        ({ outcome, decidedBy, at, recalledAt }) =>
          html`<li>
            ${icon('undo-2')}<span
              >${t('closing.recalled.one', {
                outcome: t(`closing.outcome.${outcome}`),
                by: decidedBy,
                day: dayOf(at, now),
                time: timeOf(at),
                recalled: recalledAt === null ? '' : timeOf(recalledAt),
              })}</span
            >
          </li>`,
      )}
    </ul>
  </section>`
}

/** By the clocks that the decision is dated by. */
function timeOf(at: string): string {
  return clockInWords(inSweden(at).time)
}

import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk } from '../../../schemas/types.ts'
import { perspectiveTitle } from '../../../server/domain/review/in-words/name-perspective.ts'
import { locale } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/panel.ts'
import { icon } from '../../ui/icon.ts'
import { dayInWords } from '../dates.ts'
import { anchorName } from '../parts/anchor.ts'
import { leaf } from '../parts/leaf.ts'
import { remarkView } from '../parts/remark-view.ts'

/** What the panel decided, the disagreements that stand with it, and what became of one's own remarks. */
export function decisionOf(desk: MemberDesk): TemplateResult {
  const { review, remarks } = desk
  const decision = review.decisions.find(({ recalledAt }) => recalledAt === null)
  const mine = remarks.filter(({ isMine, withdrawnAt }) => isMine && withdrawnAt === null)
  return html`${decision ? decided(desk, decision) : nothing}
  ${
    mine.length === 0
      ? nothing
      : html`<section class="leaf rule-thin" aria-labelledby="my-remarks">
          <div class="mid">
            <h2 id="my-remarks" class="small-head">${t('decision.remarks')}</h2>
            ${mine.map((remark) =>
              remarkView(remark, {
                desk,
                about: html`<h3 class="about">${anchorName(desk.text, remark.anchor)}</h3>`,
              }),
            )}
          </div>
        </section>`
  }`
}

function decided(
  { review }: MemberDesk,
  { outcome, decidedOn, decidedBy, grounds, dissents }: MemberDesk['review']['decisions'][number],
): TemplateResult {
  const minutes = `/api/v1/reviews/${review.id}/minutes?language=${locale()}`
  const nameOf = (perspective: string) => perspectiveTitle(locale(), perspective, review.perspectives)
  return leaf({
    id: 'decision',
    address: null,
    content: html`<h2 class="small-head">${t('decision.title')}</h2>
      <p>
        ${t(`outcome.${outcome}`)}. ${t('decision.by', { body: decidedBy, day: dayInWords(decidedOn) })}
        ${review.published === null ? nothing : t('decision.published', { version: review.published })}
      </p>
      ${grounds === '' ? nothing : html`<p class="why said">${grounds}</p>`}
      ${
        dissents.length === 0
          ? nothing
          : html`<h3 class="about">${plural('decision.dissents', dissents.length)}</h3>
              <ul class="dissents">
                ${dissents.map(
                  ({ perspective, number, wording, reason }) =>
                    html`<li>
                      <p>${number} <span class="wording" lang="sv">${wording}</span></p>
                      <p class="quiet">${nameOf(perspective)}: ${reason}</p>
                    </li>`,
                )}
              </ul>`
      }
      ${
        review.acts.printMinutes || review.published !== null
          ? html`<p class="go">
              ${
                review.published === null
                  ? nothing
                  : html`<a href="/profiler/${review.profileSlug}/${review.published}"
                      >${t('decision.read', { version: review.published })}</a
                    >`
              }
              ${
                review.acts.printMinutes
                  ? html`<a href=${minutes}>${icon('file-text')} ${t('decision.minutes')}</a>`
                  : nothing
              }
            </p>`
          : nothing
      }`,
  })
}

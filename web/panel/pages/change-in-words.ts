import { html, nothing, type TemplateResult } from 'lit'
import type { ChangedSince, MemberDesk } from '../../../schemas/types.ts'
import { withoutSameLines } from '../../../server/domain/publishing/lines.ts'
import { t } from '../../i18n/panel.ts'
import { frameChanges, isShownField } from '../desk/frame-changes.ts'
import { changedWording, newWords, struckWords } from '../parts/wording.ts'

/** What has changed in some words, marked, and why; of a frame, field by field. */
export function changeInWords(change: ChangedSince, desk: Pick<MemberDesk, 'text'>): TemplateResult {
  if (change.kind === 'frame') return frameInWords(change, desk)
  return html`${change.seen === '' ? html`<p class="text" lang="sv">${newWords(change.wording)}</p>` : changedWording(change.seen, change.wording)}
  ${why(change.reasons)}`
}

function frameInWords(change: ChangedSince, { text }: Pick<MemberDesk, 'text'>): TemplateResult {
  const { fields, removed, hasOthers } = frameChanges(change, text)
  const isRetitled = change.seen !== '' && change.seen !== change.wording
  return html`${
    isRetitled && !fields.some(({ field }) => field === 'title')
      ? changedWording(change.seen, change.wording)
      : nothing
  }
  ${fields.map(
    ({ field, from, to }) =>
      html`<p class="field-name">${isShownField(field) ? t(`field.${field}`) : nothing}</p>
        ${changedWording(...withoutSameLines(from, to))}`,
  )}
  ${removed.map(
    ({ number, former }) =>
      html`<p class="field-name">${t('change.removed', { number })}</p>
        <p class="text" lang="sv">${struckWords(former)}</p>`,
  )}
  ${hasOthers ? html`<p class="why">${t('change.frame')}</p>` : nothing} ${why(change.reasons)}`
}

function why(reasons: readonly string[]): TemplateResult | typeof nothing {
  if (reasons.length === 0) return nothing
  return html`<p class="why"><span class="quiet">${t('start.why')}</span> ${reasons.join(' ')}</p>`
}

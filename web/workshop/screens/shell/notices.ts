import { html, nothing, type TemplateResult } from 'lit'
import type { Phase } from '../../../../schemas/types.ts'
import { t } from '../../../i18n/board.ts'
import { icon } from '../../../ui/icon.ts'
import type { Trouble } from '../../board/trouble.ts'
import type { Desk } from '../desk.ts'
import type { Whereabouts } from './follow-group.ts'
import { troubleInWords, type TroubleWords } from './trouble-in-words.ts'
import './words-to-copy.ts'

type Nothing = typeof nothing
export const phaseName = (phase: Phase): string => t(`phase.${phase}`)

/** Somebody looks at another phase than the group is in, or has been left behind while writing. */
export function whereNotice(
  { shown, group, isBehind }: Whereabouts,
  goToGroup: () => void,
): TemplateResult | Nothing {
  if (shown === group) return nothing
  const words = isBehind
    ? t('where.behind', { group: phaseName(group) })
    : t('where.looking', { shown: phaseName(shown), group: phaseName(group) })
  return html`<div class="strip ${isBehind ? 'nudge' : ''}" role=${isBehind ? 'alert' : nothing}>
    <p>${words}</p>
    <button class="btn" @click=${goToGroup}>${t('where.go', { group: phaseName(group) })}</button>
  </div>`
}

/** What the facilitator has just said to all. */
export function messageNotice(message: string | null, close: () => void): TemplateResult {
  return html`<div role="status" class="said">
    ${
      message === null
        ? nothing
        : html`<div class="strip message">
            <p><b>${t('message.from')}</b> ${message}</p>
            <button class="btn icon bare" aria-label=${t('app.close')} @click=${close}>${icon('x')}</button>
          </div>`
    }
  </div>`
}

/** The word that leads back, told once. */
export function wordNotice(word: string | null, close: () => void): TemplateResult | Nothing {
  if (word === null) return nothing
  return html`<div class="strip own-word">
    <p>${t('word.is')} <b class="wording">${word}</b>. ${t('word.use')}</p>
    <button class="btn icon bare" aria-label=${t('word.close')} @click=${close}>${icon('x')}</button>
  </div>`
}

export function endedNotice({ state }: Desk): TemplateResult | Nothing {
  if (state.status === 'open') return nothing
  return html`<div class="strip"><p>${t('ended')}</p></div>`
}

/** On a phone, whose bar has no room for the stamp. */
export function rehearsalNotice({ state }: Desk): TemplateResult | Nothing {
  return state.isRehearsal
    ? html`<div class="strip narrow"><span class="stamp">${t('rehearsal')}</span></div>`
    : nothing
}

/** Why the server takes nothing just now, and what can be done. */
export function troubleNotice(
  trouble: Trouble | null,
  desk: Desk,
  ways: Readonly<Record<NonNullable<TroubleWords['way']>, () => void>>,
): TemplateResult | Nothing {
  if (trouble === null) return nothing
  const { title, detail, way, isRefused } = troubleInWords(trouble)
  return html`<div class="notice error" role="alert">
    <h2>${title}</h2>
    <p>${detail}</p>
    ${
      way === null
        ? nothing
        : html`<p><button class="btn" @click=${ways[way]}>${t(`trouble.way.${way}`)}</button></p>`
    }
    ${isRefused && desk.hand !== '' ? html`<pv-words-to-copy .desk=${desk}></pv-words-to-copy>` : nothing}
  </div>`
}

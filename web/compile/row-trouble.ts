import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../i18n/compile.ts'
import { t as app } from '../i18n/localize.ts'
import { SIGNED_OUT, type Trouble } from '../trying.ts'

/** Groups have written on, or somebody else has decided: what was meant is no longer what stands there. */
const MOVED = new Set(['/problems/row-changed', '/problems/row-not-found'])
const REWORDED = '/problems/wording-changed'

/** Beside the row: what did not go, that one's words are kept, and what to do about it. */
export function rowTrouble({ type, title, detail }: Trouble, showNow: () => void): TemplateResult {
  const isMoved = MOVED.has(type)
  const key = isMoved ? 'moved' : type === REWORDED ? 'reworded' : null
  return html`<div class="trouble" role="alert">
    <p><b>${key ? t(`trouble.${key}.title`) : title}</b></p>
    <p>${key ? t(`trouble.${key}.detail`) : detail}</p>
    <p>${t('trouble.kept')}</p>
    ${key ? html`<p><button class="plain" @click=${showNow}>${t('trouble.showNow')}</button></p>` : nothing}
    ${type === SIGNED_OUT ? html`<p><a href="/logga-in">${app('app.signIn')}</a></p>` : nothing}
  </div>`
}

import { html, nothing, type TemplateResult } from 'lit'
import { plural, t } from '../../i18n/panel.ts'
import type { ActOutbox } from '../acts/act-outbox.ts'
import type { KeptAct } from '../acts/act.ts'
import { wordsOf } from '../acts/words-of.ts'
import { panelAddress, panelPlaceAt } from '../place.ts'

/** What keeps answers from being sent until their author does something, if anything does. */
export function hindranceNotice({ state }: ActOutbox): TemplateResult | typeof nothing {
  if (state.hindrance === 'signed-out')
    return html`<section class="notice" role="status">
      <h2>${t('hindrance.signedOut.title')}</h2>
      <p>${t('hindrance.signedOut.text')}</p>
      <p><a href=${signInAddress()}>${t('hindrance.signedOut.signIn')}</a></p>
    </section>`
  if (state.hindrance === 'somebody-else')
    return html`<section class="notice" role="status">
      <h2>${t('hindrance.somebodyElse.title')}</h2>
      <p>${t('hindrance.somebodyElse.text')}</p>
      <p>
        <button class="plain" @click=${() => location.reload()}>${t('hindrance.somebodyElse.reload')}</button>
      </p>
    </section>`
  return nothing
}

/** Answers that the server has refused: why, what they said, and what their author can do. */
export function refusedNotice(
  outbox: ActOutbox,
  askedOfElsewhere: readonly KeptAct[] = [],
): TemplateResult | typeof nothing {
  const told = new Set(askedOfElsewhere.map(({ id }) => id))
  const refused = outbox.state.acts.filter(({ id, refusal }) => refusal !== null && !told.has(id))
  if (refused.length === 0) return nothing
  return html`<section class="notice error" role="alert">
    <h2>${plural('refused.title', refused.length)}</h2>
    <p>${t('refused.text')}</p>
    <ul class="refused">
      ${refused.map(
        (act) =>
          html`<li>
            <p><b>${act.refusal?.title}</b></p>
            <p>${act.refusal?.detail}</p>
            ${wordsOf(act).map((words) => html`<blockquote>${words}</blockquote>`)}
            <p class="buttons">
              <button class="btn" @click=${() => void outbox.sendAnew(act.id)}>${t('refused.again')}</button>
              <button class="btn bare" @click=${() => void outbox.throwAway(act.id)}>
                ${t('refused.throwAway')}
              </button>
            </p>
          </li>`,
      )}
    </ul>
  </section>`
}

export function signInAddress(): string {
  return `/logga-in?till=${encodeURIComponent(panelAddress(panelPlaceAt(location.pathname)))}`
}

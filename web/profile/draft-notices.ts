import { html, nothing, type TemplateResult } from 'lit'
import type { Stranded } from '../controllers/derive-view.ts'
import type { SessionState } from '../controllers/session-state.ts'
import type { PendingEdit } from '../controllers/outbox.ts'
import { t } from '../i18n/localize.ts'
import { addressOf } from '../router.ts'
import { SIGNED_OUT, type Trouble } from '../trying.ts'
import { unsentWords } from './unsent-words.ts'

/** What was written in something that somebody else has taken away. */
export function strandedNotices(
  { view }: SessionState,
  letGo: (stranded: Stranded) => void,
): TemplateResult[] {
  return view.stranded.map(
    (stranded) =>
      html`<section class="notice" role="alert">
        <p>${t('stranded.gone')}</p>
        ${unsentWords([stranded.command])}
        <p>
          <button class="plain" @click=${() => letGo(stranded)}>${t('stranded.letGo')}</button>
        </p>
      </section>`,
  )
}

/** The draft was published or thrown away while it was open here. */
export function endedNotice({ ended, unsent, draft }: SessionState): TemplateResult | typeof nothing {
  if (!ended) return nothing
  return html`<section class="notice ended" role="alert">
    <p>
      ${ended.kind === 'draft-published' ? t('ended.published', { version: ended.version }) : t(ended.kind === 'gone' ? 'ended.gone' : 'ended.discarded')}
      ${unsent.length > 0 ? t('ended.unsent') : nothing}
    </p>
    ${unsentWords(unsent.map(({ command }) => command))}
    <p><a href="/profiler/${draft.profile.slug}">${t('ended.read')}</a></p>
  </section>`
}

/** The session is over; signing in beside the page, nothing here is lost, and what waits is sent. */
export function signedOutNotice({ isSignedOut }: SessionState): TemplateResult | typeof nothing {
  if (!isSignedOut) return nothing
  return html`<section class="notice ended" role="alert">
    <p>${t('ended.signedOut')}</p>
    <p><a href="/logga-in" target="_blank">${t('ended.signIn')}</a></p>
  </section>`
}

/** For those who may read the draft and not write in it, and have come to its address. */
export function readOnly({ draft: { profile }, unsent }: SessionState): TemplateResult {
  return html`<main class="alone" id="main">
    <h1 class="title">${profile.title}</h1>
    <p class="lead">${t('ended.readOnly')}</p>
    ${
      unsent.length > 0
        ? html`<section class="notice">
            <p>${t('ended.left')}</p>
            ${unsentWords(unsent.map(({ command }) => command))}
          </section>`
        : nothing
    }
    <p>
      <wa-button variant="brand" href="/api/v1/profiles/${profile.slug}/draft/pdf"
        >${t('start.readDraft')}</wa-button
      >
    </p>
    <p><a href=${addressOf({ page: 'start' })}>${t('app.start')}</a></p>
  </main>`
}

/** There is no draft to open; what was written in it here, and never saved, can still be read. */
export function notThere(
  { title, detail, type }: Trouble,
  left: readonly PendingEdit[],
  letGo: () => void,
): TemplateResult {
  const out = type === SIGNED_OUT
  return html`<main class="alone" id="main">
    <h1 class="title">${title}</h1>
    <p class="lead">${detail}</p>
    ${
      left.length > 0
        ? html`<section class="notice">
            <p>${t('ended.left')}</p>
            ${unsentWords(left.map(({ command }) => command))}
            <p><button class="plain" @click=${letGo}>${t('ended.letGo')}</button></p>
          </section>`
        : nothing
    }
    <p>
      <wa-button variant="brand" href=${out ? '/logga-in' : addressOf({ page: 'start' })}
        >${out ? t('app.signIn') : t('app.start')}</wa-button
      >
    </p>
  </main>`
}

import { html, nothing, type TemplateResult } from 'lit'
import type { Stranded } from '../controllers/derive-view.ts'
import type { SessionState } from '../controllers/draft-session.ts'
import type { PendingEdit } from '../controllers/outbox.ts'
import { t } from '../i18n/localize.ts'
import { addressOf } from '../router.ts'
import type { Trouble } from '../trying.ts'
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

/** There is no draft to open; what was written in it here, and never saved, can still be read. */
export function notThere(
  { title, detail, type }: Trouble,
  left: readonly PendingEdit[],
  letGo: () => void,
): TemplateResult {
  const out = type === '/problems/not-signed-in'
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

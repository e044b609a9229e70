import { html, type TemplateResult } from 'lit'
import { t } from '../../i18n/panel.ts'

/** In the place of a page that has not been opened here before, when the server does not answer. */
export function needsNetworkPage(again: () => void): TemplateResult {
  return html`<main class="page alone" id="main">${needsNetwork(again)}</main>`
}

export function needsNetwork(again: () => void): TemplateResult {
  return html`<section role="alert">
    <h1 class="title">${t('noAnswer.title')}</h1>
    <p class="sum">${t('noAnswer.text')}</p>
    <p class="go"><button class="btn tall" @click=${again}>${t('noAnswer.again')}</button></p>
  </section>`
}

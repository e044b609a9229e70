import { html, type TemplateResult } from 'lit'
import { t } from '../../i18n/board.ts'
import { chooseLocale, locale } from '../../i18n/locale.ts'

/** The other language, by its own name. The page is loaded anew in it: nothing written is lost, it lies in the device. */
export function languageSwitch(): TemplateResult {
  const other = locale() === 'sv' ? 'en' : 'sv'
  return html`<button
    class="plain lang"
    lang=${other}
    @click=${() => {
      chooseLocale(other)
      location.reload()
    }}
  >
    ${t('app.otherLanguage')}
  </button>`
}

import { html, type TemplateResult } from 'lit'
import { t } from '../i18n/people.ts'

type Question = {
  readonly open: boolean
  /** What is asked, as a question. */
  readonly label: string
  /** What follows, in words. */
  readonly content: TemplateResult | string
  /** What the button says. */
  readonly go: string
  readonly isDangerous?: boolean
  readonly onGo: () => void
  readonly onClose: () => void
}

/** What cannot be undone is asked for twice; the way out is the one that has the focus. */
export function askTwice({
  open,
  label,
  content,
  go,
  isDangerous = true,
  onGo,
  onClose,
}: Question): TemplateResult {
  return html`<wa-dialog label=${label} ?open=${open} @wa-after-hide=${onClose}>
    ${content}
    <wa-button slot="footer" appearance="outlined" autofocus @click=${onClose}>${t('ask.cancel')}</wa-button>
    <wa-button slot="footer" variant=${isDangerous ? 'danger' : 'brand'} @click=${onGo}>${go}</wa-button>
  </wa-dialog>`
}

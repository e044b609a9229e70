import { html, type TemplateResult } from 'lit'
import { t } from '../i18n/workshop.ts'

type Question = {
  readonly open: boolean
  /** What is asked, as a question. */
  readonly label: string
  /** What stays and what follows. */
  readonly content: TemplateResult | string
  readonly go: string
  readonly onGo: () => void
  readonly onClose: () => void
}

/** What cannot be taken back is asked for twice; the way out is the one that has the focus. */
export function confirmation({ open, label, content, go, onGo, onClose }: Question): TemplateResult {
  return html`<wa-dialog label=${label} ?open=${open} @wa-after-hide=${closedItself(onClose)}>
    ${content}
    <wa-button slot="footer" appearance="outlined" autofocus @click=${onClose}>${t('ask.cancel')}</wa-button>
    <wa-button slot="footer" variant="danger" @click=${onGo}>${go}</wa-button>
  </wa-dialog>`
}

/** Menus and hints within a dialog tell of their own closing too, and it comes up through the dialog. */
export function closedItself(run: () => void): (event: Event) => void {
  return (event) => {
    if (event.target === event.currentTarget) run()
  }
}

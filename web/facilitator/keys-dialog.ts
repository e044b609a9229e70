import { html, type TemplateResult } from 'lit'
import { t } from '../i18n/workshop.ts'
import { closedItself } from './confirmation.ts'

const KEYS = [
  ['P', 'keys.pause'],
  ['+', 'keys.add'],
  ['G 1–9', 'keys.lookIn'],
  ['?', 'keys.help'],
] as const

/** The keys of whoever leads a workshop. Everything can be done without them. */
export function keysDialog(open: boolean, onClose: () => void): TemplateResult {
  return html`<wa-dialog
    label=${t('keys.title')}
    ?open=${open}
    light-dismiss
    @wa-after-hide=${closedItself(onClose)}
  >
    <dl class="keys">
      ${KEYS.map(
        ([keys, what]) =>
          html`<div>
            <dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt>
            <dd>${t(what)}</dd>
          </div>`,
      )}
    </dl>
  </wa-dialog>`
}

import { html, type TemplateResult } from 'lit'
import { closedItself } from '../../facilitator/confirmation.ts'
import { t } from '../../i18n/review.ts'
import { hasSingleKeys, isForField } from '../../workshop/screens/single-keys.ts'

export type RoomKey = 'next' | 'write' | 'all' | 'add' | 'floor' | 'help'

const KEYS: Readonly<Record<string, RoomKey>> = {
  n: 'next',
  f: 'write',
  a: 'all',
  '+': 'add',
  o: 'floor',
  '?': 'help',
}

/** What a key means in the meeting; undefined in fields, with Ctrl and the like, and where single keys are switched off. */
export function roomKey(event: KeyboardEvent): RoomKey | undefined {
  const { key, ctrlKey, metaKey, altKey, repeat } = event
  if (ctrlKey || metaKey || altKey || repeat || !hasSingleKeys() || isForField(event)) return undefined
  const isInDialog = event
    .composedPath()
    .some((node) => node instanceof Element && node.localName === 'wa-dialog')
  return isInDialog ? undefined : KEYS[key.toLowerCase()]
}

/** The keys of whoever runs the meeting. Everything can be done without them. */
export function roomKeysDialog(open: boolean, onClose: () => void): TemplateResult {
  return html`<wa-dialog
    label=${t('room.keys.title')}
    ?open=${open}
    light-dismiss
    @wa-after-hide=${closedItself(onClose)}
  >
    <dl class="keys">
      <div>
        <dt><kbd>1</kbd>–<kbd>4</kbd> <kbd>0</kbd></dt>
        <dd>${t('room.keys.position')}</dd>
      </div>
      ${Object.entries(KEYS).map(
        ([key, act]) =>
          html`<div>
            <dt><kbd>${key.toUpperCase()}</kbd></dt>
            <dd>${t(`room.keys.${act}`)}</dd>
          </div>`,
      )}
    </dl>
  </wa-dialog>`
}

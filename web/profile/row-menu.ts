import { html, type TemplateResult } from 'lit'
import type { ChildKind } from '../../server/domain/profile/items.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/localize.ts'
import { icon } from '../ui/icon.ts'
import type { EditorContext } from './editor-context.ts'
import { startDrag } from './move-by-drag.ts'
import { stepFrom } from './places.ts'

type MenuItem = { readonly value: string; readonly words: string; readonly run: () => void }

type RowMenu = {
  readonly kind: ChildKind
  readonly itemId: string
  /** What the row is called, for example “Kriterium 4.3 b”. */
  readonly name: string
  readonly locked?: boolean
  readonly more?: readonly MenuItem[]
}

/** The grip at a row's left: it is dragged by, and opens what can be done with the row. */
export function rowMenu(
  host: HTMLElement,
  context: EditorContext,
  { kind, itemId, name, locked, more = [] }: RowMenu,
): TemplateResult {
  const move = (step: -1 | 1) => moveByStep(host, context, kind, itemId, step)
  // Words are read in alphabetical order: they have no place to move to.
  const canStep = (step: -1 | 1) => kind !== 'word' && stepFrom(context.profile, itemId, step) !== undefined
  const items: MenuItem[] = locked
    ? []
    : [
        ...(stepFrom(context.profile, itemId, -1)
          ? [{ value: 'up', words: t('row.up'), run: () => move(-1) }]
          : []),
        ...(canStep(1) ? [{ value: 'down', words: t('row.down'), run: () => move(1) }] : []),
        ...more,
        { value: 'remove', words: t('row.remove'), run: () => removeItem(host, kind, itemId, name) },
      ]
  if (items.length === 0) return html`<span class="grip"></span>`
  return html`<span class="grip">
    <wa-dropdown
      @wa-select=${(event: CustomEvent<{ item: { value: string } }>) =>
        items.find(({ value }) => value === event.detail.item.value)?.run()}
    >
      <button
        slot="trigger"
        class="grip-button"
        draggable="true"
        aria-label=${t('row.menu', { name })}
        @dragstart=${(event: DragEvent) => startDrag(event, { kind, id: itemId })}
      >
        ${icon('grip-vertical')}
      </button>
      ${items.map(
        ({ value, words }) =>
          html`<wa-dropdown-item value=${value} variant=${value === 'remove' ? 'danger' : 'default'}
            >${words}</wa-dropdown-item
          >`,
      )}
    </wa-dropdown>
  </span>`
}

export function moveByStep(
  host: HTMLElement,
  { profile }: EditorContext,
  kind: ChildKind,
  itemId: string,
  step: -1 | 1,
): void {
  const place = stepFrom(profile, itemId, step)
  if (place) fire(host, 'draft-edited', { command: { act: 'move', itemKind: kind, itemId, place } })
}

function removeItem(host: HTMLElement, kind: ChildKind, itemId: string, name: string): void {
  fire(host, 'draft-edited', {
    command: { act: 'remove', itemKind: kind, itemId },
    undoable: t('row.removed', { name }),
  })
}

import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { findItem, type ChildKind } from '../../server/domain/profile/items.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/localize.ts'
import { LightElement } from '../ui/light-element.ts'
import type { EditorContext } from './editor-context.ts'
import { outcomesInOrder } from './places.ts'

/** Where in the profile an outcome or a criterion may go: every module that is our own, and the outcomes in it. */
@customElement('pv-move-dialog')
export class MoveDialog extends LightElement {
  @property({ attribute: false }) declare context: EditorContext
  @property({ attribute: false }) moving: { kind: ChildKind; itemId: string; name: string } | null = null

  override render(): TemplateResult {
    const { moving } = this
    return html`<wa-dialog
      label=${moving ? t('move.title', { name: moving.name }) : ''}
      ?open=${moving !== null}
      light-dismiss
    >
      ${
        moving
          ? html`<ul class="destinations">
              ${this.#destinations(moving)}
            </ul>`
          : nothing
      }
    </wa-dialog>`
  }

  #destinations({ kind, itemId }: { kind: ChildKind; itemId: string }): TemplateResult[] {
    const { profile, numbers } = this.context
    const here = findItem(profile, itemId)?.parentId
    const own = profile.modules.filter(({ linkedFrom }) => !linkedFrom)
    if (kind === 'outcome') {
      return own.map(({ module }) =>
        this.#destination(module.id, `${numbers.get(module.id)} ${module.title}`, here),
      )
    }
    return own.flatMap(({ module }) => [
      html`<li class="heading">${numbers.get(module.id)} ${module.title}</li>`,
      ...outcomesInOrder(module).map(({ id, text }) =>
        this.#destination(id, `${numbers.get(id)} ${text}`, here),
      ),
    ])
  }

  #destination(parentId: string, words: string, here: string | undefined): TemplateResult {
    if (parentId === here)
      return html`<li class="here">${words} <span class="quiet">${t('move.here')}</span></li>`
    return html`<li><button class="plain" @click=${() => this.#move(parentId)}>${words}</button></li>`
  }

  #move(parentId: string): void {
    const { moving } = this
    if (!moving) return
    const command = {
      act: 'move',
      itemKind: moving.kind,
      itemId: moving.itemId,
      place: { parentId, before: null },
    } as const
    fire(this, 'draft-edited', { command, undoable: t('move.done', { name: moving.name }) })
    const dialog = this.querySelector('wa-dialog')
    if (dialog) dialog.open = false
  }
}

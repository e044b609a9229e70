import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { v7 } from 'uuid'
import { fire } from '../events.ts'
import { t } from '../i18n/localize.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { easySwedish, easySwedishButton } from './easy-swedish.ts'
import { fieldId, type EditorContext } from './editor-context.ts'
import { onEditorKey } from './editor-keys.ts'
import { coachNotes, itemField } from './item-field.ts'
import { dropTarget } from './move-by-drag.ts'
import { rowMenu } from './row-menu.ts'

/** Personal suitability: what one can see, and what in the work calls for it. Never assessed. */
@customElement('pv-suitability-editor')
export class SuitabilityEditor extends LightElement {
  @property({ attribute: false }) declare context: EditorContext
  #focusNext = ''

  override render(): TemplateResult {
    const items = this.context.profile.personalSuitability
    const drop = dropTarget(this, () => this.context)
    return html`
      <header class="row module-head">
        <span class="addr">${icon('suitability', 'kind')}</span>
        <div class="cell">
          <h1 class="title">${t('suitability.heading')}</h1>
          <p class="lead">${t('suitability.lead')}</p>
          <p class="meta">${easySwedishButton(this, this.context)}</p>
        </div>
      </header>
      <div
        @keydown=${(event: KeyboardEvent) => onEditorKey(this, event, this.context)}
        @wording-done=${() => this.#add()}
        @dragover=${drop.dragover}
        @drop=${drop.drop}
        @dragend=${drop.dragend}
      >
        ${
          items.length === 0
            ? html`<div class="row">
                <span></span>
                <p class="quiet none">${t('suitability.empty')}</p>
              </div>`
            : nothing
        }
        ${repeat(
          items,
          ({ id }) => id,
          ({ id }, index) => this.#row(id, index),
        )}
      </div>
      <div class="row">
        <span></span>
        <p class="add">
          <button class="plain" @click=${() => this.#add()}>${icon('plus')}${t('suitability.add')}</button>
        </p>
      </div>
    `
  }

  protected override updated(): void {
    const field = this.#focusNext && this.querySelector<HTMLTextAreaElement>(`[id="${this.#focusNext}"]`)
    if (!field) return
    this.#focusNext = ''
    field.focus()
  }

  #row(itemId: string, index: number): TemplateResult {
    const name = t('item.suitability', { number: index + 1 })
    const base = { kind: 'suitability', itemId } as const
    return html`<div class="row" data-item=${itemId} data-kind="suitability">
      <span></span>
      <div class="cell pair">
        ${rowMenu(this, this.context, { kind: 'suitability', itemId, name })}
        <div class="c">
          ${itemField(this, this.context, { ...base, field: 'text', label: name, placeholder: t('suitability.placeholder') })}
          ${easySwedish(this, this.context, { ...base, field: 'text', label: name })}
          <pv-origin-mark of=${itemId} name=${name}></pv-origin-mark>
        </div>
        <div class="because">
          <span class="quiet" aria-hidden="true">${t('suitability.because')}</span>
          ${itemField(this, this.context, { ...base, field: 'reason', label: t('suitability.reasonOf', { name }), placeholder: t('suitability.reasonPlaceholder') })}
          ${easySwedish(this, this.context, { ...base, field: 'reason', label: t('suitability.reasonOf', { name }) })}
        </div>
      </div>
      ${coachNotes(this, this.context, itemId)}
    </div>`
  }

  #add(): void {
    const item = { id: v7(), text: '', reason: '' }
    this.#focusNext = fieldId(item.id, 'text')
    const place = { parentId: this.context.profile.id, before: null }
    fire(this, 'draft-edited', { command: { act: 'add', itemKind: 'suitability', item, place } })
  }
}

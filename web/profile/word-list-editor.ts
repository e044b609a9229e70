import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { v7 } from 'uuid'
import { fire } from '../events.ts'
import { plural, t } from '../i18n/localize.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { fieldId, type EditorContext } from './editor-context.ts'
import { coachNotes, itemField } from './item-field.ts'
import { rowMenu } from './row-menu.ts'

/** The words of the trade with plain explanations. They are read in alphabetical order, so they have no order to change. */
@customElement('pv-word-list-editor')
export class WordListEditor extends LightElement {
  @property({ attribute: false }) declare context: EditorContext
  /** The order in which the words stood when the page was opened: a row does not run away while its word is written. */
  #order: string[] = []
  #focusNext = ''

  override render(): TemplateResult {
    const { wordList } = this.context.profile
    this.#keepOrder()
    return html`
      <header class="row module-head">
        <span></span>
        <div class="cell">
          <h1 class="title">${t('words.heading')}</h1>
          <p class="lead">${t('words.lead')} ${plural('words.count', wordList.length)}</p>
          <p class="add">
            <button class="plain" @click=${() => this.#add()}>${icon('plus')}${t('words.add')}</button>
          </p>
        </div>
      </header>
      ${
        wordList.length === 0
          ? html`<div class="row">
              <span></span>
              <p class="quiet none">${t('words.empty')}</p>
            </div>`
          : nothing
      }
      ${repeat(
        this.#order,
        (id) => id,
        (id) => this.#row(id),
      )}
    `
  }

  protected override updated(): void {
    const field = this.#focusNext && this.querySelector<HTMLTextAreaElement>(`[id="${this.#focusNext}"]`)
    if (!field) return
    this.#focusNext = ''
    field.focus()
  }

  #keepOrder(): void {
    const { wordList } = this.context.profile
    const there = new Set(wordList.map(({ id }) => id))
    const collator = new Intl.Collator('sv')
    const known = new Set(this.#order)
    const added = wordList.filter(({ id }) => !known.has(id)).sort((a, b) => collator.compare(a.term, b.term))
    const kept = this.#order.filter((id) => there.has(id))
    this.#order = known.size === 0 ? added.map(({ id }) => id) : [...added.map(({ id }) => id), ...kept]
  }

  #row(itemId: string): TemplateResult | typeof nothing {
    const entry = this.context.profile.wordList.find(({ id }) => id === itemId)
    if (!entry) return nothing
    const name = t('item.word', { term: entry.term || t('words.new') })
    const base = { kind: 'word', itemId } as const
    return html`<div class="row" data-item=${itemId} data-kind="word">
      <span></span>
      <div class="cell pair word">
        ${rowMenu(this, this.context, { kind: 'word', itemId, name })}
        <div class="term">
          ${itemField(this, this.context, { ...base, field: 'term', label: t('words.term'), placeholder: t('words.termPlaceholder'), maxLength: 120 })}
        </div>
        <div class="c">
          ${itemField(this, this.context, { ...base, field: 'explanation', label: t('words.explanationOf', { term: entry.term }), placeholder: t('words.explanationPlaceholder') })}
        </div>
      </div>
      ${coachNotes(this, this.context, itemId)}
    </div>`
  }

  #add(): void {
    const item = { id: v7(), term: '', explanation: '', translations: [] }
    this.#focusNext = fieldId(item.id, 'term')
    const place = { parentId: this.context.profile.id, before: null }
    fire(this, 'draft-edited', { command: { act: 'add', itemKind: 'word', item, place } })
  }
}

import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { v7 } from 'uuid'
import type { AssessmentCriterion, LearningOutcome, ModuleLink } from '../../schemas/types.ts'
import { nextSiblingId, findItem, type ChildKind } from '../../server/domain/profile/items.ts'
import { CATEGORIES, letter, type Category } from '../../server/domain/profile/number-items.ts'
import { fire } from '../events.ts'
import { plural, t } from '../i18n/localize.ts'
import { categoryName, kindIcon } from '../ui/category.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { easySwedish } from './easy-swedish.ts'
import { fieldId, type EditorContext } from './editor-context.ts'
import { coachNotes, itemField } from './item-field.ts'
import { moduleHead } from './module-head.ts'
import { dropTarget } from './move-by-drag.ts'
import { onEditorKey } from './editor-keys.ts'
import { outcomesInOrder } from './places.ts'
import { rowMenu } from './row-menu.ts'

/** One module on the bench: its head, and its outcomes with their criteria, by category. */
@customElement('pv-module-editor')
export class ModuleEditor extends LightElement {
  @property({ attribute: false }) declare context: EditorContext
  @property() moduleId = ''
  /** The item that the dialog of moving elsewhere, or of ways of assessing, is about. */
  @state() private moving: { kind: ChildKind; itemId: string; name: string } | null = null
  @state() private assessing: string | null = null
  #focusNext = ''

  get link(): ModuleLink | undefined {
    return this.context.profile.modules.find(({ module }) => module.id === this.moduleId)
  }

  override render(): TemplateResult | typeof nothing {
    const { link } = this
    if (!link) return html`<p class="empty">${t('module.gone')}</p>`
    const drop = dropTarget(this, () => this.context)
    return html`
      <div
        @keydown=${(event: KeyboardEvent) => onEditorKey(this, event, this.context)}
        @dragover=${drop.dragover}
        @drop=${drop.drop}
        @dragend=${drop.dragend}
        @wording-done=${this.#onDone}
      >
        ${moduleHead(this, this.context, link)} ${CATEGORIES.map((category) => this.#group(link, category))}
      </div>
      <pv-move-dialog
        .context=${this.context}
        .moving=${this.moving}
        @wa-after-hide=${() => (this.moving = null)}
      ></pv-move-dialog>
      <pv-methods-dialog
        .context=${this.context}
        .criterionId=${this.assessing}
        @wa-after-hide=${() => (this.assessing = null)}
      ></pv-methods-dialog>
    `
  }

  protected override updated(): void {
    if (!this.#focusNext) return
    const field = this.querySelector<HTMLTextAreaElement>(`[id="${this.#focusNext}"]`)
    if (!field) return
    this.#focusNext = ''
    field.focus()
  }

  #group(link: ModuleLink, category: Category): TemplateResult {
    const outcomes = link.module.outcomes.filter((outcome) => outcome.category === category)
    const locked = link.linkedFrom !== undefined
    return html`<section class="group" aria-labelledby="group-${category}">
      <div class="row">
        <span></span>
        <h2 class="group-head" id="group-${category}">
          ${kindIcon(category, this.context.thirdCategory)}
          ${categoryName(category, this.context.thirdCategory)}
          <span class="stem">${this.context.profile.outcomeStem} …</span>
        </h2>
      </div>
      ${repeat(
        outcomes,
        ({ id }) => id,
        (outcome) => this.#outcome(outcome, locked),
      )}
      ${
        outcomes.length === 0
          ? html`<div class="row">
              <span></span>
              <p class="quiet none">${t('module.emptyGroup')}</p>
            </div>`
          : nothing
      }
      ${
        locked
          ? nothing
          : html`<div class="row">
              <span></span>
              <p class="add">
                <button class="plain" @click=${() => this.#addOutcome(category)}>
                  ${icon('plus')}${t('module.addOutcome')}
                </button>
              </p>
            </div>`
      }
    </section>`
  }

  #outcome(outcome: LearningOutcome, locked: boolean): TemplateResult {
    const number = this.context.numbers.get(outcome.id) ?? ''
    const name = t('item.outcome', { number })
    return html`
      <div class="row outcome" data-item=${outcome.id} data-kind="outcome">
        <span class="addr"><span class="num">${number}</span></span>
        <div class="cell o">
          ${rowMenu(this, this.context, {
            kind: 'outcome',
            itemId: outcome.id,
            name,
            locked,
            more: [
              ...CATEGORIES.filter((category) => category !== outcome.category).map((category) => ({
                value: category,
                words: t('outcome.makeCategory', {
                  category: categoryName(category, this.context.thirdCategory),
                }),
                run: () => this.#setCategory(outcome, category),
              })),
              {
                value: 'elsewhere',
                words: t('row.elsewhere'),
                run: () => this.#moveElsewhere('outcome', outcome.id, name),
              },
            ],
          })}
          ${itemField(this, this.context, {
            kind: 'outcome',
            itemId: outcome.id,
            field: 'text',
            label: name,
            placeholder: t('outcome.placeholder'),
            locked,
          })}
          ${easySwedish(this, this.context, { kind: 'outcome', itemId: outcome.id, field: 'text', label: name, locked })}
          <pv-origin-mark of=${outcome.id} name=${name}></pv-origin-mark>
        </div>
        ${coachNotes(this, this.context, outcome.id)}
      </div>
      ${repeat(
        outcome.criteria,
        ({ id }) => id,
        (criterion, index) => this.#criterion(criterion, index, locked),
      )}
      ${
        locked
          ? nothing
          : html`<div class="row">
              <span></span>
              <p class="add">
                <button class="plain" @click=${() => this.#addCriterion(outcome.id, null)}>
                  ${icon('plus')}${t('outcome.addCriterion')}<span class="sr"
                    >${t('outcome.to', { number })}</span
                  >
                </button>
              </p>
            </div>`
      }
    `
  }

  #criterion(criterion: AssessmentCriterion, index: number, locked: boolean): TemplateResult {
    const name = t('item.criterion', { number: this.context.numbers.get(criterion.id) ?? '' })
    const methods = criterion.assessmentMethods.length
    return html`<div class="row criterion" data-item=${criterion.id} data-kind="criterion">
      <span></span>
      <div class="cell c">
        ${rowMenu(this, this.context, {
          kind: 'criterion',
          itemId: criterion.id,
          name,
          locked,
          more: [
            {
              value: 'elsewhere',
              words: t('row.elsewhere'),
              run: () => this.#moveElsewhere('criterion', criterion.id, name),
            },
            {
              value: 'methods',
              words: methods > 0 ? plural('criterion.methodsCount', methods) : t('criterion.methods'),
              run: () => (this.assessing = criterion.id),
            },
          ],
        })}
        <span class="letter" aria-hidden="true">${letter(index)}</span>
        ${itemField(this, this.context, {
          kind: 'criterion',
          itemId: criterion.id,
          field: 'text',
          label: name,
          placeholder: t('criterion.placeholder'),
          locked,
        })}
        ${easySwedish(this, this.context, { kind: 'criterion', itemId: criterion.id, field: 'text', label: name, locked })}
        <pv-origin-mark of=${criterion.id} name=${name}></pv-origin-mark>
      </div>
      ${coachNotes(this, this.context, criterion.id)}
    </div>`
  }

  #moveElsewhere(kind: ChildKind, itemId: string, name: string): void {
    this.moving = { kind, itemId, name }
  }

  #setCategory({ id, category }: LearningOutcome, to: Category): void {
    const fields = { category: { from: category, to } }
    fire(this, 'draft-edited', { command: { act: 'amend', itemKind: 'outcome', itemId: id, fields } })
  }

  #addOutcome(category: Category): void {
    const item: LearningOutcome = { id: v7(), category, text: '', criteria: [] }
    const place = { parentId: this.moduleId, before: null }
    this.#focusNext = fieldId(item.id, 'text')
    fire(this, 'draft-edited', { command: { act: 'add', itemKind: 'outcome', item, place } })
  }

  #addCriterion(outcomeId: string, before: string | null): void {
    const item: AssessmentCriterion = { id: v7(), text: '', assessmentMethods: [] }
    this.#focusNext = fieldId(item.id, 'text')
    fire(this, 'draft-edited', {
      command: { act: 'add', itemKind: 'criterion', item, place: { parentId: outcomeId, before } },
    })
  }

  /** Enter: the next criterion, a new one at the end. Ctrl Enter: the next outcome, a new one at the end. */
  #onDone(event: CustomEvent<{ next: 'criterion' | 'outcome' }>): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')
    const found = row?.dataset.item ? findItem(this.context.profile, row.dataset.item) : undefined
    const { link } = this
    if (!found || !link || link.linkedFrom) return
    const outcomes = outcomesInOrder(link.module)
    const outcome = outcomes.find(
      ({ id }) => id === (found.kind === 'criterion' ? found.parentId : row?.dataset.item),
    )
    if (!outcome) return
    if (event.detail.next === 'outcome') {
      const next = outcomes[outcomes.indexOf(outcome) + 1]
      if (next) this.#focus(next.id)
      else this.#addOutcome(outcome.category)
      return
    }
    const nextId = found.kind === 'criterion' ? nextSiblingId(found) : (outcome.criteria[0]?.id ?? null)
    const next = outcome.criteria.find(({ id }) => id === nextId)
    if (next && next.text === '') this.#focus(next.id)
    else this.#addCriterion(outcome.id, nextId)
  }

  #focus(itemId: string): void {
    this.querySelector<HTMLTextAreaElement>(`[id="${fieldId(itemId, 'text')}"]`)?.focus()
  }
}

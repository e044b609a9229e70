import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Finding } from '../../schemas/types.ts'
import { fire } from '../events.ts'
import { LightElement } from './light-element.ts'

/** Words that the coach speaks of, with the number of its note in the margin. */
type Marked = Pick<Finding, 'start' | 'end' | 'severity'> & { readonly number: number }

/**
 * A field for a wording: it looks like the text it is, grows with it, and underlines the words that the coach speaks
 * of. The underlines are drawn on a copy behind the field, so that what is typed in is a plain text area.
 */
@customElement('pv-wording-field')
export class WordingField extends LightElement {
  @property() value = ''
  @property() label = ''
  @property() fieldId = ''
  @property() placeholder = ''
  /** Id of the element that describes the field: the coach's notes, or why it cannot be changed. */
  @property() describedBy = ''
  @property({ type: Number }) maxLength = 2000
  @property({ type: Boolean }) locked = false
  @property({ type: Boolean }) invalid = false
  /** Long texts take line breaks; in a wording Enter goes on to the next. */
  @property({ type: Boolean }) multiline = false
  @property({ attribute: false }) marked: readonly Marked[] = []

  override render(): TemplateResult {
    return html`
      <div class="wording-mirror" aria-hidden="true">${this.#mirrored()}</div>
      <textarea
        id=${this.fieldId}
        rows="1"
        lang="sv"
        aria-label=${this.label}
        aria-describedby=${this.describedBy || nothing}
        aria-invalid=${this.invalid ? 'true' : nothing}
        maxlength=${this.maxLength}
        placeholder=${this.placeholder}
        ?readonly=${this.locked}
        .value=${live(this.value)}
        @input=${this.#onInput}
        @blur=${() => fire(this, 'wording-left', undefined)}
        @keydown=${this.#onKeydown}
      ></textarea>
    `
  }

  /** Keeps the caret where it was when somebody else's words come in. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const area = this.querySelector('textarea')
    if (!changed.has('value') || !area || area.value === this.value || document.activeElement !== area) return
    const { selectionStart, selectionEnd } = area
    void this.updateComplete.then(() => area.setSelectionRange(selectionStart, selectionEnd))
  }

  #mirrored(): (TemplateResult | string)[] {
    const parts: (TemplateResult | string)[] = []
    let at = 0
    for (const { start, end, severity, number } of [...this.marked].sort((a, b) => a.start - b.start)) {
      if (start < at || end <= start) continue
      const words = this.value.slice(start, end)
      parts.push(
        this.value.slice(at, start),
        html`<mark class="found ${severity}" data-number=${number}>${words}</mark>`,
      )
      at = end
    }
    // The zero-width space keeps the height of a last line that is still empty.
    return [...parts, this.value.slice(at), '\u200B']
  }

  #onInput({ target }: InputEvent): void {
    const text = (target as HTMLTextAreaElement).value
    fire(this, 'wording-typed', { text: this.multiline ? text : text.replace(/\s*\n\s*/gu, ' ') })
  }

  #onKeydown(event: KeyboardEvent): void {
    if (this.multiline || event.isComposing || event.key !== 'Enter' || event.altKey || event.shiftKey) return
    event.preventDefault()
    fire(this, 'wording-done', { next: event.ctrlKey || event.metaKey ? 'outcome' : 'criterion' })
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { repeat } from 'lit/directives/repeat.js'
import type * as Y from 'yjs'
import { t } from '../../../i18n/wording.ts'
import { LightElement } from '../../../ui/light-element.ts'
import { bindField } from '../../board/bind-field.ts'
import type { BoardSession } from '../../board/board-session.ts'
import type { CaretHere } from '../../board/people-here.ts'
import { listInWords } from '../in-words.ts'
import type { Numbered } from './board-coach.ts'
import { layTags } from './lay-tags.ts'
import { mirrored } from './mirrored.ts'
import { personColour } from './person-colour.ts'

/** What keys in a field ask for: what comes next, or a step back from an empty one. */
export type FieldWish = 'next' | 'nextOutcome' | 'up' | 'down' | 'leaveEmpty'

/**
 * A text that several write in at once. What is typed in is a plain text area, and not an editable page: so spelling,
 * input methods, the keyboards of phones, dictation and screen readers work as they do everywhere, and no formatting can
 * come in with what is pasted. Everything else is drawn on a copy of the text behind it: the coach's underlines, and the
 * carets of the others with their names. Undoing is the board's: it takes back one's own words and nobody else's.
 */
@customElement('pv-shared-field')
export class SharedField extends LightElement {
  @property({ attribute: false }) session: BoardSession | undefined
  @property({ attribute: false }) text: Y.Text | undefined
  @property() fieldId = ''
  @property() label = ''
  @property() placeholder = ''
  /** Ids of what describes the field, besides those who write in it. */
  @property() describedBy = ''
  @property({ type: Boolean }) locked = false
  /** The lines stand too close for names between them: they stand below the field. */
  @property({ type: Boolean }) tight = false
  @property({ attribute: false }) marked: readonly Numbered[] = []
  @query('textarea') private area!: HTMLTextAreaElement | null
  #bound: Y.Text | undefined
  #letGo: (() => void) | undefined
  #unsubscribe: (() => void) | undefined
  #carets: readonly CaretHere[] = []
  readonly #resized = new ResizeObserver(() => this.#layCarets())

  /** Puts the caret at the end, or where it was. */
  override focus(): void {
    const { area } = this
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#resized.observe(this)
    if (this.hasUpdated) this.#bind()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
    this.#unbind()
  }

  override render(): TemplateResult {
    const words = this.text?.toJSON() ?? ''
    // By their places, as they are drawn and measured.
    this.#carets = (this.text && this.session ? this.session.caretsIn(this.text) : []).sort(
      (one, other) => one.head - other.head,
    )
    const names = [...new Set(this.#carets.map(({ name }) => name))]
    const hereId = `${this.fieldId}-here`
    const describedBy = [this.describedBy, names.length > 0 ? hereId : ''].filter(Boolean).join(' ')
    return html`
      <div class="mirror" aria-hidden="true">${mirrored(words, this.marked, this.#carets)}</div>
      <textarea
        id=${this.fieldId}
        rows="1"
        lang="sv"
        spellcheck="true"
        autocapitalize=${this.tight ? 'sentences' : 'none'}
        enterkeyhint="next"
        aria-label=${this.label}
        aria-describedby=${describedBy || nothing}
        placeholder=${this.placeholder}
        ?readonly=${this.locked}
        @input=${this.#straighten}
        @beforeinput=${this.#beforeInput}
        @keydown=${this.#onKeydown}
      ></textarea>
      <div class="carets" aria-hidden="true">
        ${repeat(
          this.#carets,
          (_, at) => at,
          ({ seatId, name, head }) =>
            keyed(
              `${seatId} ${head}`,
              html`<span class="caret ${this.#colour(seatId)}"></span
                ><b class="tag ${this.#colour(seatId)}">${name}</b>`,
            ),
        )}
      </div>
      ${
        names.length > 0
          ? html`<p class="sr" id=${hereId}>${t('word.people.here', { names: listInWords(names) })}</p>`
          : nothing
      }
    `
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text') || changed.has('session') || changed.has('locked')) this.#bind()
    if (this.locked && this.area) this.area.value = this.text?.toJSON() ?? ''
    this.#layCarets()
  }

  #bind(): void {
    const { text, area, session } = this
    const wanted = this.locked ? undefined : text
    if (this.#bound === wanted && this.#unsubscribe) return
    this.#unbind()
    if (!text || !area || !session) return
    this.#bound = wanted
    // Where one only looks nothing is bound: the keys of undoing would write.
    if (wanted) this.#letGo = bindField(area, wanted, session)
    this.#unsubscribe = session.subscribe(() => this.requestUpdate())
  }

  #unbind(): void {
    this.#letGo?.()
    this.#unsubscribe?.()
    this.#bound = this.#letGo = this.#unsubscribe = undefined
  }

  #colour(seatId: string): string {
    return this.session ? personColour(this.session.view.workshop, seatId) : ''
  }

  /** Carets are measured where their places lie in the copy of the text, when it has been laid out. */
  #layCarets(): void {
    if (this.#carets.length === 0) return
    const box = this.getBoundingClientRect()
    const marks = [...this.querySelectorAll('.mirror .at')]
    const bars = [...this.querySelectorAll<HTMLElement>('.carets .caret')]
    const tags = [...this.querySelectorAll<HTMLElement>('.carets .tag')]
    const measured = marks.flatMap((mark, at) => {
      const { left, top, bottom } = mark.getBoundingClientRect()
      const place = { x: left - box.left, top: top - box.top, bottom: bottom - box.top }
      const bar = bars[at]
      if (bar) Object.assign(bar.style, px({ left: place.x, top: place.top, height: bottom - top }))
      return [{ key: String(at), ...place, tagWidth: tags[at]?.offsetWidth ?? 0 }]
    })
    for (const { key, left, top } of layTags(measured, box.width, this.tight ? box.height : undefined)) {
      const tag = tags[Number(key)]
      if (tag) Object.assign(tag.style, px({ left, top }))
    }
  }

  /** A wording is one line: breaks that were pasted in become spaces. It is done before the text hears of them. */
  readonly #straighten = (event: Event): void => {
    const { area } = this
    if (!area) return
    if (!(event as InputEvent).isComposing && /[\r\n]/u.test(area.value)) {
      const caret = oneLine(area.value.slice(0, area.selectionEnd)).length
      area.value = oneLine(area.value)
      area.setSelectionRange(caret, caret)
    }
    this.requestUpdate()
  }

  /** The keyboards of phones tell of no Enter key. */
  readonly #beforeInput = (event: InputEvent): void => {
    if (event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph')
      this.#instead(event, () => this.#wish('next'))
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || this.locked) return
    const { key, altKey, shiftKey } = event
    const withCtrl = event.ctrlKey || event.metaKey
    const isEmpty = this.area?.value === ''
    if (key === 'Enter' && !altKey && !shiftKey)
      this.#instead(event, () => this.#wish(withCtrl ? 'nextOutcome' : 'next'))
    else if (altKey && !withCtrl && (key === 'ArrowUp' || key === 'ArrowDown'))
      this.#instead(event, () => this.#wish(key === 'ArrowUp' ? 'up' : 'down'))
    else if (key === 'Backspace' && isEmpty && !event.repeat)
      this.#instead(event, () => this.#wish('leaveEmpty'))
  }

  #instead(event: Event, act: () => void): void {
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  #wish(wish: FieldWish): void {
    this.dispatchEvent(new CustomEvent<FieldWish>('field-wish', { detail: wish, bubbles: true }))
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/gu, ' ')
}

function px(lengths: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(lengths).map(([name, length]) => [name, `${length}px`]))
}

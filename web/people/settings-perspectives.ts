import { html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ChangeSettings, Perspective } from '../../schemas/types.ts'
import { t } from '../i18n/people.ts'
import { icon } from '../ui/icon.ts'
import { ActingElement } from './acting-element.ts'
import { SENT_BY_ENTER } from './fields.ts'
import { perspectiveId } from './perspective-id.ts'

const MOST = 20
/** Two capital letters. */
const CODE = '\\p{Lu}{2}'

/** The perspectives that workshops and panels are made of, in their order. */
@customElement('pv-settings-perspectives')
export class SettingsPerspectives extends ActingElement {
  @property({ attribute: false }) perspectives: readonly Perspective[] = []
  @property({ attribute: false }) save: (fields: ChangeSettings) => Promise<void> = () => Promise.resolve()
  @state() private rows: readonly Perspective[] = []

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('perspectives')) this.rows = this.perspectives
  }

  override render(): TemplateResult {
    const { rows } = this
    return html`<section class="part">
      <h2>${t('perspectives.heading')}</h2>
      <p>${t('perspectives.help')}</p>
      <form @submit=${this.#submit}>
        ${SENT_BY_ENTER}
        <ol class="perspectives">
          ${rows.map((row, at) => this.#row(row, at))}
        </ol>
        <p>
          <button class="plain" type="button" ?disabled=${rows.length >= MOST} @click=${this.#add}>
            ${icon('plus')}${t('perspectives.add')}
          </button>
        </p>
        <p class="buttons">
          <wa-button type="submit" appearance="outlined" ?loading=${this.busy}
            >${t('save.go')}<span class="sr"> ${t('perspectives.heading')}</span></wa-button
          >
        </p>
      </form>
      ${this.outcome()}
    </section>`
  }

  #row(row: Perspective, at: number): TemplateResult {
    const name = row.name || t('perspectives.unnamed', { number: at + 1 })
    const text = (change: (value: string) => Partial<Perspective>) => (event: Event) =>
      this.#set(at, change((event.target as HTMLInputElement).value))
    const act = (label: string, mark: string, run: () => void, isOff = false) =>
      html`<button class="plain" type="button" ?disabled=${isOff} @click=${run}>
        ${icon(mark)}<span class="sr">${label}</span>
      </button>`
    return html`<li>
      <label
        ><span class="sr">${t('perspectives.code', { name })}</span
        ><input
          class="code"
          required
          pattern=${CODE}
          maxlength="2"
          autocomplete="off"
          .value=${row.code}
          @input=${text((code) => ({ code: code.toLocaleUpperCase('sv') }))}
      /></label>
      <label
        ><span class="sr">${t('perspectives.name', { name })}</span
        ><input
          required
          maxlength="60"
          autocomplete="off"
          .value=${row.name}
          @input=${text((value) => ({ name: value }))}
      /></label>
      <span class="moves">
        ${act(t('perspectives.up', { name }), 'arrow-up', () => this.#move(at, -1), at === 0)}
        ${act(t('perspectives.down', { name }), 'arrow-down', () => this.#move(at, 1), at === this.rows.length - 1)}
        ${act(t('perspectives.remove', { name }), 'x', () => this.#remove(at), this.rows.length === 1)}
      </span>
    </li>`
  }

  #set(at: number, fields: Partial<Perspective>): void {
    this.rows = this.rows.map((row, index) => (index === at ? { ...row, ...fields } : row))
  }

  #move(at: number, by: 1 | -1): void {
    const rows = [...this.rows]
    const [moved] = rows.splice(at, 1)
    if (moved) rows.splice(at + by, 0, moved)
    this.rows = rows
    const mark = by === 1 ? 2 : 1
    void this.#focus(`li:nth-child(${at + by + 1}) .moves > :nth-child(${mark}):enabled`)
  }

  #remove(at: number): void {
    this.rows = this.rows.filter((_, index) => index !== at)
    void this.#focus(`li:nth-child(${Math.max(1, at)}) .code`)
  }

  #add(): void {
    this.rows = [...this.rows, { code: '', id: '', name: '' }]
    void this.#focus('li:last-child .code')
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete
    this.querySelector<HTMLElement>(selector)?.focus()
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const perspectives: Perspective[] = []
    for (const row of this.rows) {
      const taken = [...this.rows, ...perspectives].map(({ id }) => id)
      const name = row.name.trim()
      perspectives.push({ ...row, name, id: row.id || perspectiveId(name, taken) })
    }
    await this.act(() => this.save({ perspectives }), t('save.done'))
  }
}

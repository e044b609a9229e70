import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PartTally, Perspective, ReviewTally, TallyCell } from '../../schemas/types.ts'
import { statusInWords } from '../../server/domain/review/in-words/status-in-words.ts'
import { locale } from '../i18n/locale.ts'
import { plural, t } from '../i18n/review.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { cellMarks, markKey } from './marks.ts'
import { moveInGrid, type Spot } from './move-in-grid.ts'
import { perspectiveNamed } from './seats.ts'

const STATE_ICONS = { ready: 'check', waiting: 'clock', stopped: 'hand' } as const

/**
 * How the panel stands: a row for each part of the text, a column for each perspective, a mark for each member, and at the
 * row's end what is missing. One table for eyes and ears. Arrows lead through it, Enter opens a part.
 */
@customElement('pv-heat-map')
export class HeatMap extends LightElement {
  @property({ attribute: false }) declare tally: ReviewTally
  @property({ attribute: false }) perspectives: readonly Perspective[] = []
  @property({ attribute: false }) open: (partId: string) => void = () => undefined
  @state() private spot: Spot = { row: 0, column: 0 }
  /** On a narrow screen what is ready is put away. */
  @state() private showsReady = false
  readonly #narrow = matchMedia('(max-width: 60rem)')
  readonly #redraw = () => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#narrow.addEventListener('change', this.#redraw)
  }

  override disconnectedCallback(): void {
    this.#narrow.removeEventListener('change', this.#redraw)
    super.disconnectedCallback()
  }

  override render(): TemplateResult {
    const { parts, isHidden } = this.tally
    const columns = parts[0]?.cells ?? []
    const ready = parts.filter(({ state: each }) => each === 'ready').length
    return html`<div class="over">
        <table
          class="heat ${this.showsReady ? 'shows-ready' : ''}"
          role="grid"
          aria-label=${t('map.label')}
          aria-describedby="map-keys"
          @keydown=${this.#onKey}
          @focusin=${this.#onFocus}
        >
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">${t('map.part')}</th>
              ${columns.map((cell) => this.#head(cell))}
              <th scope="col" role="columnheader" class="say">${t('map.missing')}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${parts.map((part, row) => this.#row(part, row))}
          </tbody>
        </table>
      </div>
      <p class="sr" id="map-keys">${t('map.keys')}</p>
      ${
        ready > 0
          ? html`<p class="narrow">
              <button
                class="plain"
                aria-expanded=${this.showsReady}
                @click=${() => (this.showsReady = !this.showsReady)}
              >
                ${this.showsReady ? t('map.hideReady') : plural('map.showReady', ready)}
              </button>
            </p>`
          : nothing
      }
      ${markKey(isHidden)}`
  }

  #head({ perspective, marks }: TallyCell): TemplateResult {
    const { code, name } = perspectiveNamed(this, perspective)
    return html`<th scope="col" role="columnheader">
      <span class="code" aria-hidden="true">${code}</span><br />${name}
      <small class="num">${plural('map.seats', marks.length)}</small>
    </th>`
  }

  #row(part: PartTally, row: number): TemplateResult {
    const { partId, number, title, state: standing, cells } = part
    return html`<tr role="row" class="is-${standing}">
      <th scope="row" role="rowheader">
        ${number ? html`<span class="no">${number}</span>` : nothing}
        <button
          class="plain"
          tabindex=${this.#tab(row, 0)}
          aria-haspopup="dialog"
          @click=${() => this.open(partId)}
        >
          ${number ? title : t('part.whole')}
        </button>
      </th>
      ${cells.map((cell, index) => {
        const { name } = perspectiveNamed(this, cell.perspective)
        const frame = standing === 'ready' || cell.state === 'enough' ? '' : `is-${cell.state}`
        return html`<td
          role="gridcell"
          class=${frame}
          data-label=${name}
          tabindex=${this.#tab(row, index + 1)}
        >
          ${cellMarks(cell)}${frame ? html`<span class="sr">, ${t(`map.cell.${cell.state}`)}</span>` : nothing}
        </td>`
      })}
      ${this.#end(part, row)}
    </tr>`
  }

  /** Hidden positions leave nothing to tell of where everybody needed has answered. */
  #end(part: PartTally, row: number): TemplateResult {
    const status = statusInWords(part, this.perspectives, locale())
    const remarks = part.openRemarks === 0 ? '' : ` ${plural('map.remarks', part.openRemarks)}`
    return html`<td role="gridcell" class="say" tabindex=${this.#tab(row, part.cells.length + 1)}>
      ${icon(status === '' ? 'check' : STATE_ICONS[part.state])}<span
        >${status === '' ? t('map.answered') : status}${remarks}</span
      >
    </td>`
  }

  #tab(row: number, column: number): 0 | -1 {
    const spot = this.#wayIn
    return spot.row === row && spot.column === column ? 0 : -1
  }

  /** Where Tab leads into the table: to where one was, unless that is put away now. */
  get #wayIn(): Spot {
    const { parts } = this.tally
    const isAway = (row: number) => this.#narrow.matches && !this.showsReady && parts[row]?.state === 'ready'
    if (parts[this.spot.row] && !isAway(this.spot.row)) return this.spot
    return {
      row: Math.max(
        0,
        parts.findIndex((_, row) => !isAway(row)),
      ),
      column: 0,
    }
  }

  /** What can be gone to; rows that are put away cannot. */
  get #grid(): HTMLElement[][] {
    const rows = [...this.querySelectorAll<HTMLElement>('tbody tr')]
    return rows.map((row) =>
      row.checkVisibility()
        ? [...row.querySelectorAll<HTMLElement>('th > button, td')].filter((cell) => cell.checkVisibility())
        : [],
    )
  }

  readonly #onFocus = ({ target }: FocusEvent) => {
    const at = this.#spotOf(target)
    if (at) this.spot = at
  }

  #spotOf(target: EventTarget | null): Spot | null {
    const row = (target as HTMLElement).closest('tbody tr')
    const cell = (target as HTMLElement).closest('th, td')
    if (!row || !cell) return null
    return {
      row: [...(row.parentElement?.children ?? [])].indexOf(row),
      column: [...row.children].indexOf(cell),
    }
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const { target } = event
    if (event.altKey || event.metaKey) return
    const here = this.#spotOf(target)
    if (!here) return
    if (event.key === 'Enter' && target instanceof HTMLTableCellElement) {
      // The dialog's first button has the focus by the time that the key is up, and would be pressed by it.
      event.preventDefault()
      const part = this.tally.parts[here.row]
      if (part) this.open(part.partId)
      return
    }
    const grid = this.#grid.filter((cells) => cells.length > 0)
    const row = grid.findIndex((cells) => cells.includes(target as HTMLElement))
    const column = grid[row]?.indexOf(target as HTMLElement) ?? 0
    const size = { rows: grid.length, columns: grid[row]?.length ?? 0 }
    const next = moveInGrid({ row, column }, event, size)
    if (!next) return
    event.preventDefault()
    const cells = grid[next.row] ?? []
    ;(cells[next.column] ?? cells.at(-1))?.focus()
  }
}

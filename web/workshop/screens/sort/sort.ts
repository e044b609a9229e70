import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Card } from '../../../../schemas/types.ts'
import { plural, t } from '../../../i18n/board.ts'
import { icon } from '../../../ui/icon.ts'
import { gauge } from '../../../ui/gauge.ts'
import { LightElement } from '../../../ui/light-element.ts'
import '../choice-dialog.ts'
import type { ChoiceDialog } from '../choice-dialog.ts'
import { isSilent, seenBoard, type Desk } from '../desk.ts'
import { namedKindMark } from '../kind.ts'
import { hasSingleKeys, isForField } from '../single-keys.ts'
import { asideParts } from './aside-parts.ts'
import './card-words.ts'
import type { CardWords } from './card-words.ts'
import { dragCard } from './drag-card.ts'
import { StillLists, type Row } from './hold-still.ts'
import { layOut, nextAfter, type SortedTheme, type Sorting } from './lay-out.ts'
import { cardMenu, themeMenu } from './menus.ts'
import './one-card.ts'
import { SortActs } from './sort-acts.ts'
import './theme-sheet.ts'

/** Somebody who touched the page so recently is at it: what they are on must not move. */
const AT_IT_MS = 4_000
/** As long as the stroke takes to fade; where nothing fades, as long as it takes to read. */
const MARKED_MS = 2_400
const READ_MS = 10_000
/** So many cards are drawn at first: a long board opens at once on a slow phone. */
const FIRST = 40
const LEFT = ''
const NEW = 'new'
const GAUGE_MARKS = 36
const GAUGE_STEP = 3.6

/**
 * Sorting: what is left, and the themes as sheets. A card is chosen and laid, by its theme's button or key, or dragged.
 * On a phone one card at a time.
 */
@customElement('pv-sort')
export class Sort extends LightElement {
  @property({ attribute: false }) desk!: Desk
  @state() private chosenId: string | null = null
  @state() private isNarrow = false
  @state() private columns = 3
  @state() private showsAll = false
  @state() private drawn = FIRST
  @query('pv-choice-dialog') private choices!: ChoiceDialog
  @query('pv-card-words') private words!: CardWords
  readonly #acts = new SortActs(
    () => this.desk,
    () => (this.#touched = -AT_IT_MS),
  )
  readonly #lists = new StillLists()
  #sorting: Sorting = { left: [], themes: [], sorted: 0, all: 0 }
  #lastLaid = ''
  #touched = -AT_IT_MS
  #settling: ReturnType<typeof setTimeout> | undefined
  #stopping = new AbortController()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stopping = new AbortController()
    const { signal } = this.#stopping
    for (const kind of ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel'])
      this.addEventListener(kind, () => (this.#touched = performance.now()), { signal, passive: true })
    document.addEventListener('keydown', this.#key, { signal })
    const narrow = matchMedia('(max-width: 60rem)')
    const wide = matchMedia('(min-width: 76rem)')
    const measure = () => {
      this.isNarrow = narrow.matches
      this.columns = narrow.matches ? 1 : wide.matches ? 3 : 2
    }
    narrow.addEventListener('change', measure, { signal })
    wide.addEventListener('change', measure, { signal })
    measure()
  }

  override disconnectedCallback(): void {
    this.#stopping.abort()
    clearTimeout(this.#settling)
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: PropertyValues): void {
    const board = seenBoard(this.desk)
    this.#sorting = layOut(board)
    const now = performance.now()
    const { left, themes } = this.#sorting
    this.#lists.take(
      new Map([[LEFT, left], ...themes.map(({ theme, cards }) => [theme.id, cards] as const)]),
      {
        isHeld: now - this.#touched < AT_IT_MS,
        own: this.#acts.recentlyOwn(now),
        now,
        markedMs: matchMedia('(prefers-reduced-motion: reduce)').matches ? READ_MS : MARKED_MS,
      },
    )
    clearTimeout(this.#settling)
    if (this.#lists.isUnsettled) this.#settling = setTimeout(() => this.requestUpdate(), AT_IT_MS)
    if (changed.has('desk')) this.#keepChoice(changed.get('desk') as Desk | undefined)
  }

  override render(): TemplateResult {
    const { state: workshop, hand } = this.desk
    const silent = isSilent(this.desk)
      ? html`<p class="quiet silent">${icon('eye-off')} ${t('sort.silent')}</p>`
      : nothing
    return html`${this.isNarrow ? this.#narrow(silent) : this.#wide(silent)}
      <pv-choice-dialog></pv-choice-dialog>
      <pv-card-words .desk=${this.desk} .third=${workshop.thirdCategory} .hand=${hand}></pv-card-words>`
  }

  #wide(silent: TemplateResult | typeof nothing): TemplateResult {
    const { sorted, all, themes } = this.#sorting
    return html`<div class="desk">
      <section class="from" data-drop=${LEFT} aria-labelledby="left-heading">
        <h2 id="left-heading">${t('sort.left')}</h2>
        <p class="sum">
          ${gauge(all === 0 ? 0 : (sorted / all) * GAUGE_MARKS, GAUGE_MARKS, GAUGE_STEP)}
          <span class="num">${t('sort.lie', { count: sorted, of: all })}</span>
        </p>
        ${silent} ${this.#hints()} ${this.#list()} ${asideParts(this.desk, this.#acts)}
      </section>
      <main class="sheet">
        <div class="q">
          <h1 class="title" tabindex="-1">${t('sort.title')}</h1>
          <p class="quiet">${t('sort.help')}</p>
        </div>
        ${this.#sheets(themes)}
      </main>
    </div>`
  }

  #narrow(silent: TemplateResult | typeof nothing): TemplateResult {
    if (!this.showsAll)
      return html`<main class="one">
        ${silent}
        <pv-one-card
          .desk=${this.desk}
          .sorting=${this.#sorting}
          .card=${this.#chosen}
          .acts=${{
            put: (themeId: string) => this.#putChosen(themeId),
            newTheme: () => this.#newTheme(this.chosenId),
            openMenu: () => this.#chosen && this.#openCardMenu(this.#chosen),
            skip: () => this.#step(1),
            showAll: () => (this.showsAll = true),
          }}
        ></pv-one-card>
      </main>`
    return html`<main class="sheet">
      <h1 class="sr" tabindex="-1">${t('sort.title')}</h1>
      <button class="btn tall" @click=${() => (this.showsAll = false)}>
        ${icon('arrow-left')}${t('sort.backToCards')}
      </button>
      ${silent} ${this.#sheets(this.#sorting.themes)} ${asideParts(this.desk, this.#acts)}
    </main>`
  }

  #list(): TemplateResult {
    const rows = this.#lists.rows(LEFT)
    if (rows.length === 0)
      return html`<p class="quiet empty">
        ${t(this.#sorting.all === 0 ? 'sort.noCards' : 'sort.allSorted')}
      </p>`
    return html`<ul
        class="left"
        role="listbox"
        tabindex="0"
        aria-labelledby="left-heading"
        aria-activedescendant=${this.chosenId ? `left-${this.chosenId}` : nothing}
      >
        ${repeat(
          rows.slice(0, this.drawn),
          ({ id }) => id,
          (row) => this.#row(row),
        )}
      </ul>
      ${
        rows.length > this.drawn
          ? html`<p>
              <button class="plain" @click=${() => (this.drawn = rows.length)}>
                ${plural('sort.more', rows.length - this.drawn)}
              </button>
            </p>`
          : nothing
      }`
  }

  #row(row: Row): TemplateResult {
    if (row.kind === 'gap') return html`<li class="gap" role="presentation">${t('sort.gap')}</li>`
    const { card } = row
    const isChosen = card.id === this.chosenId
    return html`<li
      class="card ${isChosen ? 'chosen' : ''} ${this.#lists.isMoved(card.id) ? 'moved' : ''}"
      id="left-${card.id}"
      role="option"
      aria-selected=${isChosen}
      data-card=${card.id}
      @click=${() => this.#choose(card.id)}
      @dblclick=${() => this.#openCardMenu(card)}
      @pointerdown=${(event: PointerEvent) => this.#lift(event, card)}
    >
      ${namedKindMark(card.kind, this.desk.state.thirdCategory)}<span>${card.text}</span>
    </li>`
  }

  #hints(): TemplateResult | typeof nothing {
    const chosen = this.#chosen
    if (!this.desk.pen || !chosen) return nothing
    const most = Math.min(9, this.#sorting.themes.length)
    return html`<div class="hints">
      ${
        hasSingleKeys()
          ? html`${
                most > 0
                  ? html`<span
                      ><kbd>1</kbd>${most > 1 ? html`–<kbd>${most}</kbd>` : nothing}
                      ${t('sort.hint.put')}</span
                    >`
                  : nothing
              }
              <span><kbd>N</kbd> ${t('sort.hint.new')}</span>
              <span><kbd>↑</kbd> <kbd>↓</kbd> ${t('sort.hint.choose')}</span>
              <span><kbd>Ctrl</kbd> <kbd>Z</kbd> ${t('sort.hint.undo')}</span>`
          : nothing
      }
      <button class="plain" @click=${() => this.#openCardMenu(chosen)}>${t('sort.moveOrChange')}</button>
    </div>`
  }

  #sheets(themes: readonly SortedTheme[]): TemplateResult {
    const { pen } = this.desk
    return html`<div class="themes">
      ${Array.from(
        { length: this.columns },
        (_, column) =>
          html`<div>
            ${repeat(
              themes.filter((_theme, at) => at % this.columns === column),
              ({ theme }) => theme.id,
              (sorted) => this.#sheet(sorted),
            )}
            ${
              pen && themes.length % this.columns === column
                ? html`<p class="new" data-drop=${NEW}>
                    <button
                      class="btn bare"
                      @click=${() => this.#newTheme(this.isNarrow ? null : this.chosenId)}
                    >
                      ${icon('plus')}${t('sort.newTheme')}
                      ${this.isNarrow ? nothing : html`<kbd aria-hidden="true">N</kbd>`}
                    </button>
                    ${themes.length === 0 ? html`<span class="quiet">${t('sort.noThemes')}</span>` : nothing}
                  </p>`
                : nothing
            }
          </div>`,
      )}
    </div>`
  }

  #sheet(sorted: SortedTheme): TemplateResult {
    const { id } = sorted.theme
    return html`<pv-theme-sheet
      id="theme-${id}"
      .desk=${this.desk}
      .sorted=${sorted}
      .rows=${this.#lists.rows(id)}
      .isMoved=${(cardId: string) => this.#lists.isMoved(cardId)}
      .lastLaid=${this.#lastLaid}
      .canPut=${!this.isNarrow && this.#chosen !== null}
      .acts=${{
        put: () => this.#putChosen(id),
        openCardMenu: (card: Card) => this.#openCardMenu(card),
        openThemeMenu: () =>
          void this.choices.ask(themeMenu(sorted, this.#around, { rename: () => void this.#rename(id) })),
        lift: (event: PointerEvent, card: Card) => this.#lift(event, card),
      }}
    ></pv-theme-sheet>`
  }

  get #around() {
    return { desk: this.desk, sorting: this.#sorting, acts: this.#acts }
  }

  get #chosen(): Card | null {
    return this.#sorting.left.find(({ id }) => id === this.chosenId) ?? null
  }

  /** Where others take away the card that one is on, the one after it comes into its place. */
  #keepChoice(before: Desk | undefined): void {
    const { left } = this.#sorting
    if (left.some(({ id }) => id === this.chosenId)) return
    const stood = before && this.chosenId !== null ? layOut(seenBoard(before)).left : []
    const still = stood.filter(({ id }) => id === this.chosenId || left.some((card) => card.id === id))
    const next = this.chosenId === null ? null : nextAfter(still, this.chosenId)
    this.chosenId = next ?? left[0]?.id ?? null
  }

  #choose(cardId: string): void {
    this.chosenId = cardId
    const at = this.#lists.rows(LEFT).findIndex(({ id }) => id === cardId)
    if (at >= this.drawn) this.drawn = at + FIRST
    void this.updateComplete.then(() =>
      document.getElementById(`left-${cardId}`)?.scrollIntoView({ block: 'nearest' }),
    )
  }

  #step(by: 1 | -1): void {
    const { left } = this.#sorting
    if (left.length === 0) return
    const at = left.findIndex(({ id }) => id === this.chosenId)
    const to = this.isNarrow ? (at + by + left.length) % left.length : at + by
    const next = left[Math.max(0, Math.min(to, left.length - 1))]
    if (next) this.#choose(next.id)
  }

  #putChosen(themeId: string): void {
    if (this.chosenId !== null) this.#put(this.chosenId, themeId)
  }

  #put(cardId: string, themeId: string | null): void {
    if (cardId === this.chosenId && themeId !== null) this.chosenId = nextAfter(this.#sorting.left, cardId)
    this.#lastLaid = cardId
    this.#acts.put(cardId, themeId)
  }

  #newTheme(cardId: string | null): void {
    if (cardId !== null && cardId === this.chosenId) this.chosenId = nextAfter(this.#sorting.left, cardId)
    const themeId = this.#acts.newTheme(cardId)
    if (themeId === null) return
    if (this.isNarrow) this.showsAll = true
    void this.#rename(themeId)
  }

  /** As soon as it is on the screen: the board is read anew a frame after an act. */
  async #rename(themeId: string, tries = 20): Promise<void> {
    const sheet = this.querySelector<HTMLElementTagNameMap['pv-theme-sheet']>(`#theme-${CSS.escape(themeId)}`)
    if (sheet) {
      await sheet.updateComplete
      sheet.scrollIntoView({ block: 'nearest' })
      return sheet.rename()
    }
    if (tries > 0) requestAnimationFrame(() => void this.#rename(themeId, tries - 1))
  }

  #openCardMenu(card: Card): void {
    if (!this.desk.pen) return
    const edit = () => void this.words.open(card.id)
    void this.choices.ask(cardMenu(card, this.#around, { edit, newTheme: () => this.#newTheme(card.id) }))
  }

  #lift(event: PointerEvent, card: Card): void {
    if (!this.desk.pen) return
    dragCard(event, {
      cardId: card.id,
      over: (place) => {
        for (const each of this.querySelectorAll('.aimed')) each.classList.remove('aimed')
        place?.classList.add('aimed')
      },
      drop: ({ dataset: { drop = LEFT } }) =>
        drop === NEW ? this.#newTheme(card.id) : this.#put(card.id, drop === LEFT ? null : drop),
    })
  }

  readonly #key = (event: KeyboardEvent): void => {
    const { ctrlKey, metaKey, altKey, key, target } = event
    if (ctrlKey || metaKey || altKey || isForField(event) || event.defaultPrevented || !this.desk.pen) return
    const list = this.querySelector('.left')
    if ((key === 'ArrowDown' || key === 'ArrowUp') && (target === list || target === document.body)) {
      event.preventDefault()
      return this.#step(key === 'ArrowDown' ? 1 : -1)
    }
    if (!hasSingleKeys()) return
    const at = (target as Element).closest<HTMLElement>('[data-card]')?.dataset.card ?? this.chosenId
    const theme = /^[1-9]$/u.test(key) ? this.#sorting.themes[Number(key) - 1] : undefined
    if (theme && at !== null) this.#put(at, theme.theme.id)
    else if (key.toLowerCase() === 'n') this.#newTheme(at)
    else return
    event.preventDefault()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pv-theme-sheet': import('./theme-sheet.ts').ThemeSheet
  }
}

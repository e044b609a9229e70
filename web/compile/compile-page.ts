import '../styles/compile.css'
import './reuse-notice.ts'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type {
  Compilation,
  CompiledRow,
  CompiledTheme,
  OccupationalProfile,
  Session,
} from '../../schemas/types.ts'
import { meaningReader } from '../../server/domain/workshop/resemblance/read-meaning.ts'
import { readCompilation, ruleOnRow } from '../api/compilations.ts'
import { readDraft } from '../api/drafts.ts'
import { NoAnswer } from '../api/http-client.ts'
import type { SaveState } from '../controllers/session-state.ts'
import { plural, t } from '../i18n/compile.ts'
import { t as app } from '../i18n/localize.ts'
import { addressOf } from '../router.ts'
import { troubleIn, Trying, type Trouble } from '../trying.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import { ChoiceShelf } from './choice-shelf.ts'
import { standing, type Acts, type Compiling } from './compiling.ts'
import { decide, aboutToLeaveOut } from './decision-box.ts'
import { capital, groupsNamed } from './listed.ts'
import { perspectivesById } from './known-perspectives.ts'
import { afterReading, firstChoice, rulingFrom, startFrom, type Choice } from './row-choice.ts'
import { themeList } from './theme-list.ts'
import { nameOf, themeView } from './theme-view.ts'
import { watchBoards } from './watch-boards.ts'
import { whatsNew } from './whats-new.ts'

/** More groups than that have no room beside one another: they stand below one another, on any screen. */
const MOST_COLUMNS = 5
const REM = 16

/** The results of all groups put together: all themes, or one of them, row by row into the draft. */
@customElement('pv-compile-page')
export class CompilePage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  @property() workshopId = ''
  /** The theme that is shown; empty for all of them. */
  @property() themeId = ''
  @state() private compilation: Compilation | null = null
  /** What has come in since, and is shown when somebody asks for it. */
  @state() private fresh: Compilation | null = null
  @state() private draft: OccupationalProfile | null = null
  @state() private hasDraft = true
  @state() private openRowId = ''
  @state() private choice: Choice | undefined
  @state() private busy = false
  @state() private trouble: Trouble | null = null
  @state() private lacksReason = false
  @state() private save: SaveState = { kind: 'saved', at: null }
  /** What has been done last, for those who hear it. */
  @state() private said = ''
  readonly #trying = new Trying(this)
  readonly #read = meaningReader()
  #shelf: ChoiceShelf | undefined
  #stop: (() => void) | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#onKey)
    addEventListener('resize', this.#onResize)
  }

  override disconnectedCallback(): void {
    this.#stop?.()
    document.removeEventListener('keydown', this.#onKey)
    removeEventListener('resize', this.#onResize)
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('workshopId')) this.#begin()
    if (changed.has('themeId') && this.compilation) this.#openFirst()
  }

  /** Another workshop is another page: nothing of the former one stays. */
  #begin(): void {
    const { workshopId, slug } = this
    this.#stop?.()
    this.compilation = this.fresh = this.draft = null
    this.#shelf = new ChoiceShelf(globalThis.localStorage, this.viewer.person?.id ?? '', workshopId)
    void this.#trying.read(async () => {
      const [compilation] = await Promise.all([readCompilation(workshopId), this.#readDraft(slug)])
      if (workshopId !== this.workshopId) return
      this.compilation = compilation
      this.#openFirst()
      // Whoever may not read it has nothing to watch.
      if (this.isConnected) this.#stop = watchBoards(workshopId, () => void this.#look())
    })
  }

  /** There may be no draft any more, or none that this person may read: then nothing is known of what stands in it. */
  async #readDraft(slug: string): Promise<void> {
    await readDraft(slug).then(
      ({ profile }) => {
        this.draft = profile
        this.hasDraft = true
      },
      (error: unknown) => {
        if (troubleIn(error, 'read').type === '/problems/draft-not-found') this.hasDraft = false
      },
    )
  }

  async #look(): Promise<void> {
    const { workshopId } = this
    if (!this.compilation || this.busy) return
    const fresh = await readCompilation(workshopId).catch(() => null)
    if (fresh && this.compilation && workshopId === this.workshopId) {
      this.fresh = whatsNew(this.compilation, fresh) ? fresh : null
    }
  }

  get #theme(): CompiledTheme | undefined {
    const themes = this.compilation?.themes ?? []
    return (
      themes.find(({ id }) => id === this.themeId) ??
      themes.find(({ titles }) => titles.some(({ themeId }) => themeId === this.themeId))
    )
  }

  get #openRow(): CompiledRow | undefined {
    return this.#theme?.rows.find(({ id }) => id === this.openRowId)
  }

  /** Set here, since the content security policy lets no style stand in the page. */
  protected override updated(): void {
    const theme = this.#theme
    const columns = this.compilation && theme ? this.#columns(this.compilation, theme).length : 0
    this.style.setProperty('--groups', String(columns))
  }

  override render(): TemplateResult {
    const { compilation } = this
    if (!compilation) {
      return html`<main class="compile" id="main">
        ${this.#trying.shown()} ${this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`}
      </main>`
    }
    const theme = this.themeId ? this.#theme : undefined
    const { workshop } = compilation
    titlePage(t('page.title', { name: theme ? nameOf(theme) : workshop.name }), this.viewer)
    const compiling = this.#compiling(compilation, theme)
    const { columns } = compiling
    return html`
      ${this.#bar(compilation)}
      <main class="compile ${columns.length > 0 ? 'side-by-side' : 'one-by-one'}" id="main">
        ${this.#notices(compilation)} ${this.#trying.shown()}
        ${
          theme
            ? themeView(compiling, theme, this.#reuse(theme, workshop.isRehearsal))
            : this.themeId
              ? this.#noSuchTheme()
              : themeList(compiling)
        }
        <p class="sr" role="status">${this.said}</p>
      </main>
    `
  }

  #bar({ workshop }: Compilation): TemplateResult {
    const { slug, workshopId } = this
    const slash = html`<span class="quiet wide" aria-hidden="true">/</span>`
    return html`<header class="bar">
      <a class="brand" href=${addressOf({ page: 'start' })} aria-label=${app('app.start')}>${icon('mark')}</a>
      <p class="path">
        <a class="wide" href=${addressOf({ page: 'editor', slug, section: { part: 'role' } })}
          >${workshop.profileTitle || slug}</a
        >${slash}
        <a class="wide" href=${addressOf({ page: 'workshop', slug, workshopId })}>${workshop.name}</a>${slash}
        <b>${t('page.heading')}</b>
        ${workshop.isRehearsal ? html`<span class="stamp">${t('rehearsal.stamp')}</span>` : nothing}
      </p>
      <div class="end">
        <div class="news" role="status">${this.#news()}</div>
        <pv-save-badge .save=${this.save}></pv-save-badge>
        <wa-button
          class="wide"
          appearance="outlined"
          href=${addressOf({ page: 'editor', slug, section: { part: 'role' } })}
          >${t('page.openDraft')}</wa-button
        >
      </div>
    </header>`
  }

  #notices({ workshop }: Compilation): TemplateResult | typeof nothing {
    if (workshop.isRehearsal) return html`<p class="notice">${t('rehearsal.nothingIsTaken')}</p>`
    if (this.hasDraft) return nothing
    return html`<p class="notice">
      ${t('noDraft')} <a href=${addressOf({ page: 'start' })}>${t('toStart')}</a>
    </p>`
  }

  #noSuchTheme(): TemplateResult {
    const { slug, workshopId } = this
    return html`<div class="theme-head"><h1 class="title">${t('theme.gone')}</h1></div>
      <p class="lead">${t('theme.goneHelp')}</p>
      <p><a href=${addressOf({ page: 'compile', slug, workshopId })}>${t('theme.all')}</a></p>`
  }

  #reuse({ reuse }: CompiledTheme, isRehearsal: boolean) {
    if (!reuse) return nothing
    return html`<pv-reuse-notice
      .source=${reuse}
      .slug=${this.slug}
      .draft=${this.draft}
      ?rehearsal=${isRehearsal}
      .taken=${() => void this.#readDraft(this.slug)}
    ></pv-reuse-notice>`
  }

  /** Said quietly, and beside: nobody's row moves before they ask for it. */
  #news(): TemplateResult | typeof nothing {
    const news = this.compilation && this.fresh ? whatsNew(this.compilation, this.fresh) : null
    if (!news) return nothing
    const who =
      news.groups.length > 0
        ? t('news.written', { groups: capital(groupsNamed(news.groups)) })
        : t('news.decided')
    return html`<span>${who} ${news.rows > 0 ? plural('news.rows', news.rows) : nothing}</span>
      <button class="plain" @click=${() => void this.#showFresh()}>${t('news.show')}</button>`
  }

  #compiling(compilation: Compilation, theme: CompiledTheme | undefined): Compiling {
    const { slug, viewer, draft, choice, busy, trouble, lacksReason } = this
    return {
      compilation,
      slug,
      viewer,
      perspectives: perspectivesById(this.compilation?.workshop.perspectives ?? []),
      read: this.#read,
      draft,
      columns: theme ? this.#columns(compilation, theme) : [],
      openRow: this.#openRow,
      choice,
      busy,
      trouble,
      lacksReason,
      acts: this.#acts,
    }
  }

  /** All groups while there is room for all; else those that have something in the theme; else none. */
  #columns({ workshop }: Compilation, { rows }: CompiledTheme): number[] {
    const all = workshop.groups.map(({ number }) => number)
    const inTheme = rows.flatMap(({ statements }) => statements.map(({ groupNumber }) => groupNumber))
    const columns = all.length <= MOST_COLUMNS ? all : [...new Set(inTheme)].sort((one, other) => one - other)
    const needed = columns.length <= 3 ? 60 : 20 + columns.length * 14
    return columns.length > MOST_COLUMNS || innerWidth / REM <= needed ? [] : columns
  }

  readonly #acts: Acts = {
    open: (row, choice) => void this.#open(row, choice),
    close: () => {
      const row = this.#openRow
      if (row) this.#shelf?.drop(row)
      this.#openFirst()
      if (row) void this.#focus(`#row-${row.id} button`)
    },
    choose: (choice) => this.#choose(choice),
    decide: (row, choice) => void this.#decide(row, choice),
    showNow: () => void this.#showNow(),
    showOrigin: (itemId) => {
      void this.#trying.read(async () => {
        const { showOrigin } = await import('../provenance/origin-dialog.ts').catch((cause: unknown) => {
          throw new NoAnswer('no dialog', { cause })
        })
        showOrigin(this.slug, itemId, this.viewer)
      })
    },
  }

  /** What one comes to first: the first row that is open, as far as it was thought of before. */
  #openFirst(after?: CompiledRow): void {
    const rows = this.#theme?.rows ?? []
    const from = after ? rows.findIndex(({ id }) => id === after.id) + 1 : 0
    const next = [...rows.slice(from), ...rows.slice(0, from)].find(({ ruling }) => ruling === null)
    this.#setOpen(next)
  }

  #setOpen(row: CompiledRow | undefined, choice?: Choice): void {
    this.openRowId = row?.id ?? ''
    this.choice = row && (choice ?? this.#shelf?.find(row) ?? firstChoice(row))
    this.trouble = null
    this.lacksReason = false
  }

  async #open(row: CompiledRow, given?: Choice): Promise<void> {
    const kept = this.#shelf?.find(row)
    const isLeaving = given !== undefined && given.reason !== null
    // What is half typed here counts for more than what the button proposes.
    this.#setOpen(row, kept && isLeaving ? { ...kept, reason: kept.reason ?? '' } : (kept ?? given))
    await this.#focus(this.choice?.reason === null ? '#becomes-text' : '#why')
  }

  #choose(choice: Choice): void {
    const row = this.#openRow
    const wasLeaving = this.choice?.reason !== null
    this.choice = choice
    if (choice.reason?.trim()) this.lacksReason = false
    if (row) this.#shelf?.keep(row, choice)
    if (choice.reason === null && wasLeaving) void this.#focus('#becomes-text')
    if (choice.reason !== null && !wasLeaving) void this.#focus('#why')
  }

  async #decide(row: CompiledRow, choice: Choice): Promise<void> {
    if (this.busy) return
    const ruling = rulingFrom(row, choice)
    if (ruling.kind === 'leftOut' && !ruling.reason) {
      this.lacksReason = true
      return this.#focus('#why')
    }
    this.busy = true
    this.trouble = null
    this.save = { kind: 'saving' }
    try {
      const answer = await ruleOnRow(this.workshopId, row.id, ruling)
      this.#shelf?.drop(row)
      this.save = { kind: 'saved', at: Date.now() }
      this.compilation = answer
      this.fresh = null
      void this.#readDraft(this.slug)
      this.#goOn(row)
    } catch (error) {
      if (row.id !== this.openRowId) this.#setOpen(row, choice)
      this.#shelf?.keep(row, choice)
      this.trouble = troubleIn(error, 'act')
      this.save = { kind: 'saved', at: this.save.kind === 'saved' ? this.save.at : null }
    }
    this.busy = false
  }

  /** Says what was done, and leads to the next open row. */
  #goOn(row: CompiledRow): void {
    const rows = this.#theme?.rows ?? []
    const done = rows.filter(({ ruling }) => ruling !== null).length
    this.said = plural('theme.done', rows.length, { done })
    this.#openFirst(row)
    const next = this.#openRow
    void this.#focus(next ? `[id="head-${next.id}"]` : '#all-decided')
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete
    // Fields draw themselves after this.
    await new Promise((drawn) => requestAnimationFrame(drawn))
    this.querySelector<HTMLElement>(selector)?.focus()
  }

  /** After a refusal: the rows as they stand now, with what was written here still in its place. */
  async #showNow(): Promise<void> {
    await this.#trying.read(async () => {
      const [fresh] = await Promise.all([readCompilation(this.workshopId), this.#readDraft(this.slug)])
      this.fresh = fresh
      await this.#showFresh()
      const row = this.#openRow
      if (row && this.choice) this.#choose(afterReading(this.choice, standing(this.draft, row)?.text))
    })
  }

  /** Shows what has come in. The row one is on stays where it is on the screen. */
  async #showFresh(): Promise<void> {
    const { fresh } = this
    if (!fresh) return
    const before = this.#openRow
    const [top, choice] = [this.#topOf(before), this.choice]
    if (before && choice && this.#shelf?.find(before)) this.#shelf.keep(before, choice)
    this.compilation = fresh
    this.fresh = null
    const row = this.#theme?.rows.find(
      ({ id, statements }) => id === before?.id || statements.some((each) => each.id === choice?.baseId),
    )
    if (row) this.#setOpen(row)
    else this.#openFirst()
    await this.updateComplete
    const now = this.#topOf(row)
    if (top !== null && now !== null) scrollBy({ top: now - top, behavior: 'instant' })
  }

  #topOf(row: CompiledRow | undefined): number | null {
    const shown = row && this.querySelector(`[id="row-${row.id}"]`)
    return shown ? shown.getBoundingClientRect().top : null
  }

  readonly #onResize = () => this.requestUpdate()

  readonly #onKey = (event: KeyboardEvent) => {
    const row = this.#openRow
    const { choice } = this
    if (!row || !choice || document.querySelector('wa-dialog[open]')) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isInText(event.target)) {
      const theme = this.#theme
      if (this.compilation && theme) decide(this.#compiling(this.compilation, theme), row, choice)
      return
    }
    if (isInText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    if (/^[1-9]$/u.test(key) && choice.reason === null) this.#startFrom(row, choice, Number(key))
    else if (key === 'u') this.#choose({ ...choice, reason: choice.reason ?? aboutToLeaveOut(row).reason })
    else if (key === 'n') this.#next(row)
    else return
    event.preventDefault()
  }

  /** A group that has two sentences in a row: the second at the second press. */
  #startFrom(row: CompiledRow, choice: Choice, groupNumber: number): void {
    const own = row.statements.filter((each) => each.groupNumber === groupNumber)
    const at = own.findIndex(({ id }) => id === choice.baseId)
    const next = own[(at + 1) % own.length]
    if (next) this.#choose(startFrom(row, choice, next.id))
  }

  #next(row: CompiledRow): void {
    this.#openFirst(row)
    const next = this.#openRow
    if (next) void this.#focus(`[id="head-${next.id}"]`)
  }
}

/** Whether a letter means that letter there. */
function isInText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  )
}

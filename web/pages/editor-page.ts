import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { v7 } from 'uuid'
import type { ModuleReading, Session } from '../../schemas/types.ts'
import { readModule } from '../../server/domain/language/read-module.ts'
import { missingFrom } from '../../server/domain/profile/completeness.ts'
import { numberItems } from '../../server/domain/profile/number-items.ts'
import { listenToDraft } from '../api/announcements.ts'
import { readDraft, sendEdit, takeModule } from '../api/drafts.ts'
import { NoAnswer, problemIn } from '../api/http-client.ts'
import { readSession } from '../api/profiles.ts'
import { enterTab, openOutbox, type PendingEdit } from '../controllers/outbox.ts'
import { adviceOn, fetchCoach } from '../controllers/coach.ts'
import { DraftSession } from '../controllers/draft-session.ts'
import type { SessionState } from '../controllers/session-state.ts'
import type { Events } from '../events.ts'
import { t } from '../i18n/localize.ts'
import { conflictNotices } from '../profile/conflict-notices.ts'
import type { EditorContext } from '../profile/editor-context.ts'
import {
  endedNotice,
  notThere,
  readOnly,
  signedOutNotice,
  strandedNotices,
} from '../profile/draft-notices.ts'
import { adviceIn } from '../profile/sections.ts'
import { addressOf, goTo, type Section } from '../router.ts'
import { troubleIn, troublePage, type Trouble } from '../trying.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import { spreadNotes } from '../ui/spread-notes.ts'

/** The editor: contents to the left, one part of the draft on the bench, the coach's notes beside it. */
@customElement('pv-editor-page')
export class EditorPage extends LightElement {
  @property() slug = ''
  @property({ attribute: false }) section: Section = { part: 'role' }
  @property({ attribute: false }) declare viewer: Session
  @state() private shown: SessionState | null = null
  @state() private trouble: Trouble | null = null
  @state() private toast: { words: string; canUndo: boolean } | null = null
  @state() private takingModule = false
  @state() private menuOpen = false
  @state() private helpOpen = false
  /** What was written here before the draft went, and never saved. */
  @state() private left: readonly PendingEdit[] = []
  @state() private showsEasySwedish = false
  #session: DraftSession | undefined
  #tabs: Awaited<ReturnType<typeof enterTab>> | undefined
  #toastTimer: ReturnType<typeof setTimeout> | undefined
  #slow: ReturnType<typeof setTimeout> | undefined
  @state() private waitingLong = false

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#open()
    for (const name of ['online', 'focus', 'pagehide'] as const) addEventListener(name, this.#flush)
    document.addEventListener('visibilitychange', this.#flush)
    document.addEventListener('keydown', this.#onKey)
    addEventListener('resize', this.#spread)
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#slow)
    this.#flush()
    this.#session?.close()
    for (const name of ['online', 'focus', 'pagehide'] as const) removeEventListener(name, this.#flush)
    document.removeEventListener('visibilitychange', this.#flush)
    document.removeEventListener('keydown', this.#onKey)
    removeEventListener('resize', this.#spread)
    super.disconnectedCallback()
  }

  readonly #spread = () => spreadNotes(this)
  readonly #flush = () => this.#session?.flush()

  async #open(): Promise<void> {
    const { slug } = this
    this.trouble = null
    clearTimeout(this.#slow)
    this.#slow = setTimeout(() => (this.waitingLong = true), 2000)
    void fetchCoach().then(() => this.requestUpdate())
    const tabs = (this.#tabs ??= await enterTab())
    try {
      this.#session = await DraftSession.open(
        {
          readDraft: () => this.#asMe(() => readDraft(slug)),
          sendEdit: (command, because) => this.#asMe(() => sendEdit(slug, command, because)),
          listen: (hear, refused) => listenToDraft(slug, hear, refused),
          outbox: openOutbox(),
          me: this.#me,
          ...tabs,
          newKey: v7,
          now: Date.now,
          later(run, ms) {
            const timer = setTimeout(run, ms)
            return () => clearTimeout(timer)
          },
          problemIn,
        },
        slug,
        () => (this.shown = this.#session?.state ?? null),
      )
      this.shown = this.#session.state
      // What comes out of workshops is marked as soon as the marks are there; nothing waits for them.
      import('../provenance/origin-mark.ts')
        .then(({ markOrigins }) => markOrigins(slug))
        .catch(() => undefined)
      if (this.shown.draft.abilities.readReview)
        void import('../review/panel-notice.ts').catch(() => undefined)
    } catch (error) {
      const trouble = troubleIn(error, 'read')
      // What may still be sent is left where it lies.
      if (!trouble.passes) this.left = await openOutbox().takeOver(slug, { ...tabs, me: this.#me })
      this.trouble = trouble
    }
  }

  get #me(): string {
    return this.viewer.person?.id ?? ''
  }

  /** Whoever has signed in here since may be somebody else: the page is theirs then, and what waits here still is not. */
  async #asMe<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.shown?.isSignedOut) {
      const { person } = await readSession()
      if (person && person.id !== this.#me) {
        location.reload()
        throw new NoAnswer('another person')
      }
    }
    return work()
  }

  readonly #letGoOfLeft = () => {
    const outbox = openOutbox()
    for (const { key } of this.left) void outbox.remove(key)
    this.left = []
  }

  /** The parts draw themselves after this; where their notes may stand is known once they have. */
  protected override updated(): void {
    requestAnimationFrame(this.#spread)
  }

  override render(): TemplateResult {
    if (this.trouble) {
      return this.trouble.passes
        ? troublePage(this.trouble, () => void this.#open())
        : notThere(this.trouble, this.left, this.#letGoOfLeft)
    }
    if (!this.shown) return html`<pv-loading ?long=${this.waitingLong} what=${this.slug}></pv-loading>`
    const context = this.#context(this.shown)
    const { profile } = context
    if (!context.abilities.edit && !this.shown.ended) return readOnly(this.shown)
    titlePage(t('editor.pageTitle', { title: profile.title }), this.viewer)
    return html`
      <header class="bar">
        <a class="brand" href=${addressOf({ page: 'start' })} aria-label=${t('app.start')}>${icon('mark')}</a>
        <p class="path">
          ${
            this.shown.draft.basedOn
              ? html`<a class="wide" href="/profiler/${profile.slug}">${profile.title}</a>`
              : html`<span class="wide quiet">${profile.title}</span>`
          }
          <span class="quiet wide" aria-hidden="true">/</span>
          <b>${this.#draftName(this.shown)}</b>
        </p>
        <div class="end">
          <pv-save-badge .save=${this.shown.save}></pv-save-badge>
          ${context.abilities.leadWorkshops ? barLink(profile.slug, 'workshops') : nothing}
          ${context.abilities.readReview ? barLink(profile.slug, 'review') : nothing}
          ${context.abilities.readHistory ? barLink(profile.slug, 'history') : nothing}
          <wa-button
            class="wide"
            appearance="outlined"
            href="/api/v1/profiles/${profile.slug}/draft/pdf"
            target="_blank"
            >${t('editor.preview')}</wa-button
          >
          ${
            context.abilities.publish
              ? html`<wa-button
                  class="wide"
                  variant="brand"
                  href=${addressOf({ page: 'publish', slug: profile.slug })}
                  >${t('editor.publish')}</wa-button
                >`
              : nothing
          }
          <wa-button class="narrow" appearance="outlined" @click=${() => (this.menuOpen = true)}
            >${icon('menu')}<span class="sr">${t('editor.menu')}</span></wa-button
          >
        </div>
      </header>
      ${endedNotice(this.shown)} ${signedOutNotice(this.shown)}
      <div
        class="desk"
        @field-typed=${this.#onTyped}
        @field-left=${this.#flush}
        @draft-edited=${this.#onEdited}
        @conflict-settled=${this.#onSettled}
        @easy-swedish-toggled=${() => (this.showsEasySwedish = !this.showsEasySwedish)}
        @advice-kept=${() => this.requestUpdate()}
        @module-wanted=${() => (this.takingModule = true)}
        @module-taken=${this.#onTaken}
      >
        <div class="toc"><pv-contents .context=${context} .section=${this.section}></pv-contents></div>
        <main class="sheet" id="main">
          <pv-panel-notice slug=${profile.slug}></pv-panel-notice>
          ${strandedNotices(this.shown, (stranded) => this.#session?.letGo(stranded))}
          ${conflictNotices(context, this.section)}
          ${this.#part({ ...context, advice: adviceIn(context, this.section) })}
        </main>
        <wa-drawer
          label=${t('contents.label')}
          ?open=${this.menuOpen}
          light-dismiss
          @wa-after-hide=${() => (this.menuOpen = false)}
        >
          ${this.menuOpen ? this.#menu(context) : nothing}
        </wa-drawer>
        <pv-take-module-dialog
          .context=${context}
          ?open=${this.takingModule}
          @wa-after-hide=${() => (this.takingModule = false)}
        ></pv-take-module-dialog>
      </div>
      <pv-keys-dialog ?open=${this.helpOpen} @wa-after-hide=${() => (this.helpOpen = false)}></pv-keys-dialog>
      <div class="toasts" role="status">${this.toast ? this.#toastShown(this.toast) : nothing}</div>
    `
  }

  /** What stands beside the sheet on a wide screen, behind a button on a narrow one. */
  #menu(context: EditorContext): TemplateResult {
    const { slug } = context.profile
    const { publish, readHistory, leadWorkshops, readReview } = context.abilities
    return html`<pv-contents
        .context=${context}
        .section=${this.section}
        @click=${this.#closeMenuOnLink}
      ></pv-contents>
      <ul class="menu">
        ${publish ? html`<li><a href=${addressOf({ page: 'publish', slug })}>${t('editor.publish')}</a></li>` : nothing}
        ${readReview ? html`<li><a href=${addressOf({ page: 'review', slug })}>${t('editor.panel')}</a></li>` : nothing}
        <li><a href="/api/v1/profiles/${slug}/draft/pdf" target="_blank">${t('editor.preview')}</a></li>
        ${leadWorkshops ? html`<li><a href=${addressOf({ page: 'workshops', slug })}>${t('editor.workshops')}</a></li>` : nothing}
        ${readHistory ? html`<li><a href=${addressOf({ page: 'history', slug })}>${t('editor.history')}</a></li>` : nothing}
      </ul>`
  }

  #part(context: EditorContext): TemplateResult {
    switch (this.section.part) {
      case 'role':
        return html`<pv-role-editor .context=${context}></pv-role-editor>`
      case 'suitability':
        return html`<pv-suitability-editor .context=${context}></pv-suitability-editor>`
      case 'delimitations':
        return html`<pv-delimitations-editor .context=${context}></pv-delimitations-editor>`
      case 'words':
        return html`<pv-word-list-editor .context=${context}></pv-word-list-editor>`
      case 'module':
        return html`<pv-module-editor
          .context=${context}
          .moduleId=${this.section.moduleId}
        ></pv-module-editor>`
    }
  }

  #context({ draft, view, touched, rejected, unsent }: SessionState): EditorContext {
    const { profile } = view
    const readings = new Map<string, ModuleReading>(
      profile.modules.map(({ module }) => [module.id, readModule(module)]),
    )
    const refused = unsent.flatMap(({ key, command }) => {
      const problem = rejected.get(key)
      return problem && 'itemId' in command ? [[command.itemId, problem] as const] : []
    })
    return {
      profile,
      numbers: numberItems(profile),
      advice: adviceOn(profile),
      missing: missingFrom(profile),
      readings,
      conflicts: view.conflicts,
      rejected: new Map(refused),
      touched,
      newerModules: draft.newerModules,
      abilities: draft.abilities,
      showsEasySwedish: this.showsEasySwedish,
      thirdCategory: this.viewer.settings.thirdCategory,
    }
  }

  /** On a narrow screen the bar has no room for more than what it is. */
  #draftName({ draft }: SessionState): TemplateResult {
    if (!draft.basedOn) return html`${t('editor.newDraft')}`
    return html`<span class="wide">${t('editor.draftAfter', { version: draft.basedOn })}</span
      ><span class="narrow">${t('start.draft')}</span>`
  }

  #onTyped({ detail: { itemKind, itemId, field, from, to } }: CustomEvent<Events['field-typed']>): void {
    this.#session?.type(itemKind, itemId, field, from, to)
  }

  #onEdited({ detail: { command, because, undoable } }: CustomEvent<Events['draft-edited']>): void {
    this.#session?.edit(command, because)
    if (undoable) this.#say(undoable, true)
  }

  #onSettled({ detail: { conflict, choice } }: CustomEvent<Events['conflict-settled']>): void {
    this.#session?.settle(conflict, choice)
  }

  async #onTaken({ detail }: CustomEvent<Events['module-taken']>): Promise<void> {
    try {
      const done = await takeModule(this.slug, detail)
      this.#session?.follow(done)
      const taken = done.changes.find(({ kind, itemKind }) => kind === 'item-added' && itemKind === 'module')
      if (!taken) return
      goTo({ page: 'editor', slug: this.slug, section: { part: 'module', moduleId: taken.itemId } })
      this.#say(t(detail.how === 'link' ? 'take.linked' : 'take.copied'), true)
    } catch (error) {
      const trouble = troubleIn(error, 'act')
      this.#say(`${trouble.title}. ${trouble.detail}`, false)
    }
  }

  #say(words: string, canUndo: boolean): void {
    clearTimeout(this.#toastTimer)
    this.toast = { words, canUndo }
    this.#toastTimer = setTimeout(() => (this.toast = null), 12_000)
  }

  #undo(): void {
    this.toast = null
    if (this.#session?.undo() === false) this.#say(t('editor.cannotUndo'), false)
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !inField && this.#session?.canUndo) {
      event.preventDefault()
      this.#undo()
    }
    if (inField || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '?') this.helpOpen = true
    if (event.key === 'j' || event.key === 'k') this.#step(event.key === 'j' ? 1 : -1)
  }

  #step(step: 1 | -1): void {
    const modules = this.shown?.view.profile.modules ?? []
    const { section } = this
    const at =
      section.part === 'module' ? modules.findIndex(({ module }) => module.id === section.moduleId) : -1
    const next = modules[at + step]
    if (next) goTo({ page: 'editor', slug: this.slug, section: { part: 'module', moduleId: next.module.id } })
  }

  #closeMenuOnLink(event: MouseEvent): void {
    if ((event.target as HTMLElement).closest('a')) this.menuOpen = false
  }

  #toastShown({ words, canUndo }: { words: string; canUndo: boolean }): TemplateResult {
    return html`<div class="toast">
      <span>${words}</span>
      ${canUndo ? html`<button class="plain" @click=${() => this.#undo()}>${icon('undo-2')}${t('editor.undo')}</button>` : nothing}
      <button class="plain" @click=${() => (this.toast = null)}>
        ${icon('x')}<span class="sr">${t('app.close')}</span>
      </button>
    </div>`
  }
}

/** The pages about the draft beside the editor, by what the catalogue calls them. */
const PAGES = { workshops: 'workshops', review: 'panel', history: 'history' } as const

function barLink(slug: string, page: keyof typeof PAGES): TemplateResult {
  return html`<wa-button class="wide" appearance="plain" href=${addressOf({ page, slug })}
    >${t(`editor.${PAGES[page]}`)}</wa-button
  >`
}

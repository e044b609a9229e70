import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ImportReport, ProfileSummary, Session } from '../../schemas/types.ts'
import { discardDraft, startDraft } from '../api/drafts.ts'
import { createProfile, importProfile, listProfiles } from '../api/profiles.ts'
import { chooseLocale, formatDay, locale } from '../i18n/locale.ts'
import { plural, t } from '../i18n/localize.ts'
import { addressOf, goTo, type Section } from '../router.ts'
import { Trying } from '../trying.ts'
import { formText } from '../ui/form-text.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'

const FIRST: Section = { part: 'role' }

/** Where one begins: the profiles, how far each has come, and what can be done with it. */
@customElement('pv-start-page')
export class StartPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @state() private profiles: readonly ProfileSummary[] | null = null
  @state() private report: ImportReport | null = null
  @state() private creating = false
  @state() private discarding: ProfileSummary | null = null
  readonly #trying = new Trying(this)

  override connectedCallback(): void {
    super.connectedCallback()
    titlePage(t('start.heading'), this.viewer)
    void this.#read()
  }

  #read(): Promise<void> {
    return this.#trying.read(async () => (this.profiles = (await listProfiles()).profiles))
  }

  override render(): TemplateResult {
    const { viewer, profiles } = this
    return html`
      <header class="bar">
        <a class="brand" href=${addressOf({ page: 'start' })} aria-label=${viewer.settings.name}
          >${icon('mark')}<span class="wide">${viewer.settings.name}</span></a
        >
        <div class="end">
          <a class="wide" href="/">${t('start.published')}</a>
          ${
            viewer.abilities.managePeople
              ? html`<a href=${addressOf({ page: 'administration', part: 'people' })}
                  >${t('app.administration')}</a
                >`
              : nothing
          }
          <a href=${addressOf({ page: 'account' })}
            ><span class="wide">${viewer.person?.name}</span
            ><span class="narrow">${t('app.account')}</span></a
          >
          <button class="plain wide" lang=${locale() === 'sv' ? 'en' : 'sv'} @click=${this.#switchLocale}>
            ${t('app.otherLanguage')}
          </button>
          <form method="post" action="/logga-ut">
            <button class="plain">${t('app.signOut')}</button>
          </form>
        </div>
      </header>
      <main class="start" id="main">
        <div class="start-head">
          <h1 class="title">${t('start.heading')}</h1>
          ${viewer.abilities.createProfile ? this.#creation() : nothing}
        </div>
        ${this.creating ? nothing : this.#trying.shown()}
        ${this.report ? this.#reportShown(this.report) : nothing}
        ${profiles === null ? (this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`) : profiles.length === 0 ? html`<p class="empty">${t('start.empty')}</p>` : this.#table(profiles)}
      </main>
      <wa-dialog
        label=${t('start.createTitle')}
        ?open=${this.creating}
        @wa-after-hide=${() => (this.creating = false)}
      >
        ${this.creating ? this.#trying.shown() : nothing}
        <form id="create" @submit=${this.#create}>
          <wa-input
            name="title"
            label=${t('start.name')}
            hint=${t('start.nameHint')}
            required
            autofocus
            maxlength="200"
          ></wa-input>
        </form>
        <wa-button slot="footer" variant="brand" type="submit" form="create"
          >${t('start.createGo')}</wa-button
        >
      </wa-dialog>
      ${this.#discardDialog(this.discarding)}
    `
  }

  #creation(): TemplateResult {
    return html`<div class="buttons">
      <wa-button variant="brand" @click=${() => (this.creating = true)}>${t('start.create')}</wa-button>
      <label class="file"
        ><input type="file" accept="application/json,.json" @change=${this.#import} /><span
          >${icon('upload')}${t('start.import')}</span
        ></label
      >
    </div>`
  }

  /** Throwing a draft away cannot be undone here, so it is asked for twice; what was published is not touched. */
  #discardDialog(profile: ProfileSummary | null): TemplateResult {
    return html`<wa-dialog
      label=${t('start.discardTitle', { title: profile?.title ?? '' })}
      ?open=${profile !== null}
      @wa-after-hide=${() => (this.discarding = null)}
    >
      <p>${t(profile?.current ? 'start.discardHelp' : 'start.discardOnly')}</p>
      <wa-button slot="footer" appearance="outlined" autofocus @click=${() => (this.discarding = null)}
        >${t('start.keepDraft')}</wa-button
      >
      <wa-button slot="footer" variant="danger" @click=${() => this.#discard(profile)}
        >${t('start.discardGo')}</wa-button
      >
    </wa-dialog>`
  }

  #table(profiles: readonly ProfileSummary[]): TemplateResult {
    return html`<table class="profiles">
      <thead>
        <tr>
          <th scope="col">${t('start.profile')}</th>
          <th scope="col">${t('start.applies')}</th>
          <th scope="col">${t('start.draft')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${profiles.map((profile) => this.#row(profile))}
      </tbody>
    </table>`
  }

  #row(profile: ProfileSummary): TemplateResult {
    const { slug, title, isExample, current, draft, abilities } = profile
    const editor = addressOf({ page: 'editor', slug, section: FIRST })
    const reading = `/api/v1/profiles/${slug}/draft/pdf`
    return html`<tr>
      <th scope="row">
        <a class="name" href=${draft ? (abilities.edit ? editor : reading) : `/profiler/${slug}`}>${title}</a>
        ${isExample ? html`<span class="stamp">${t('start.example')}</span>` : nothing}
      </th>
      <td>
        ${
          current
            ? html`<a href="/profiler/${slug}">${current.version}</a>
                <span class="quiet"
                  >${isExample ? t('start.publishedOn', { date: formatDay(new Date(current.publishedAt)) }) : t('start.decided', { date: formatDay(new Date(current.decision.decidedOn)) })}</span
                >`
            : html`<span class="quiet">${t('start.notYet')}</span>`
        }
      </td>
      <td>
        ${
          draft
            ? html`${draft.basedOn ? t('start.draftAfter', { version: draft.basedOn }) : t('start.firstDraft')}
                <span class="quiet"
                  >${t('start.changed', { date: formatDay(new Date(draft.changedAt)) })},
                  ${plural('counts.modules', draft.counts.modules)}</span
                >
                ${
                  abilities.discardDraft
                    ? html`<button class="plain" @click=${() => (this.discarding = profile)}>
                        ${t('start.discard')}<span class="sr"> ${title}</span>
                      </button>`
                    : nothing
                }`
            : html`<span class="quiet">${t('start.noDraft')}</span>`
        }
      </td>
      <td class="act">
        ${
          draft
            ? html`<wa-button appearance="outlined" href=${abilities.edit ? editor : reading}
                >${t(abilities.edit ? 'start.goOn' : 'start.readDraft')}<span class="sr">
                  ${title}</span
                ></wa-button
              >`
            : abilities.startDraft
              ? html`<wa-button appearance="outlined" @click=${() => this.#start(slug)}
                  >${t('start.startDraft')}<span class="sr"> ${title}</span></wa-button
                >`
              : nothing
        }
        ${this.#otherWays(profile)}
      </td>
    </tr>`
  }

  /** The workshops; and what those who do not write may do besides reading: writers find that in the editor. */
  #otherWays({ slug, title, abilities, draft }: ProfileSummary): TemplateResult {
    const link = (page: 'history' | 'publish' | 'workshops' | 'review', words: string) =>
      html`<a class="plain" href=${addressOf({ page, slug })}>${words}<span class="sr"> ${title}</span></a>`
    return html`${draft && abilities.leadWorkshops ? link('workshops', t('editor.workshops')) : nothing}
    ${abilities.readReview && (draft || abilities.approvePanel) ? link('review', t('editor.panel')) : nothing}
    ${draft && abilities.publish && !abilities.edit ? link('publish', t('editor.publish')) : nothing}
    ${abilities.readHistory && !abilities.edit ? link('history', t('editor.history')) : nothing}`
  }

  async #start(slug: string): Promise<void> {
    await this.#trying.act(async () => {
      await startDraft(slug)
      goTo({ page: 'editor', slug, section: FIRST })
    })
  }

  async #discard(profile: ProfileSummary | null): Promise<void> {
    this.discarding = null
    await this.#trying.act(async () => {
      if (profile?.draft) await discardDraft(profile.slug, profile.draft.revision)
      void this.#read()
    })
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const title = formText(event.target, 'title')
    await this.#trying.act(async () => {
      const { slug } = await createProfile(title)
      goTo({ page: 'editor', slug, section: FIRST })
    })
    this.creating = this.#trying.trouble !== null
  }

  async #import({ target }: Event): Promise<void> {
    const input = target as HTMLInputElement
    const file = input.files?.[0]
    if (!file) return
    this.report = null
    await this.#trying.act(async () => {
      this.report = await importProfile(parsed(await file.text()))
      void this.#read()
    })
    input.value = ''
  }

  #reportShown({ slug, taken, repaired, leftOut }: ImportReport): TemplateResult {
    const remarks = (heading: string, list: ImportReport['repaired']) =>
      list.length === 0
        ? nothing
        : html`<details>
            <summary>${heading} (${list.length})</summary>
            <ul>
              ${list.map(({ text, pointer }) => html`<li>${text} <code>${pointer}</code></li>`)}
            </ul>
          </details>`
    return html`<section class="notice" role="status">
      <h2>${t('import.done')}</h2>
      <p>
        ${plural('counts.modules', taken.modules)}, ${plural('counts.outcomes', taken.outcomes)},
        ${plural('counts.criteria', taken.criteria)}.
        <a href=${addressOf({ page: 'editor', slug, section: FIRST })}>${t('import.open')}</a>
      </p>
      ${remarks(t('import.repaired'), repaired)} ${remarks(t('import.leftOut'), leftOut)}
    </section>`
  }

  #switchLocale(): void {
    chooseLocale(locale() === 'sv' ? 'en' : 'sv')
    location.reload()
  }
}

/** The file's content; a text that is no JSON goes as it is, and the server says what is wrong with it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { History, HistoryEntry, Session } from '../../schemas/types.ts'
import { foldHistory, type HistoryLine } from '../../server/domain/profile/fold-history.ts'
import { numberItems } from '../../server/domain/profile/number-items.ts'
import { readDraft } from '../api/drafts.ts'
import { explainChange, readEdition, readHistory, readProfile } from '../api/profiles.ts'
import { t as fromWorkshop } from '../i18n/compile.ts'
import { formatDay, formatTime } from '../i18n/locale.ts'
import { t } from '../i18n/localize.ts'
import { changeInWords } from '../profile/change-in-words.ts'
import { isToldByEdits } from '../provenance/workshop-in-words.ts'
import { addressOf } from '../router.ts'
import { Trying } from '../trying.ts'
import { formText } from '../ui/form-text.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'

/** Who changed what, when and why, by day, latest first. */
@customElement('pv-history-page')
export class HistoryPage extends LightElement {
  @property() slug = ''
  @property({ attribute: false }) declare viewer: Session
  @state() private entries: readonly HistoryEntry[] | null = null
  @state() private total = 0
  @state() private heading = ''
  @state() private numbers: ReadonlyMap<string, string> = new Map()
  @state() private explaining: number | null = null
  readonly #trying = new Trying(this)
  #page = 0

  override connectedCallback(): void {
    super.connectedCallback()
    titlePage(t('history.pageTitle', { slug: this.slug }), this.viewer)
    void this.#trying.read(async () => {
      const [first] = await Promise.all([readHistory(this.slug, 1), this.#readProfile()])
      this.#show(1, first)
    })
  }

  /** The draft's numbers, or those of the version that applies: a change says which item it was of as it is called now. */
  async #readProfile(): Promise<void> {
    const { title, current, draft } = await readProfile(this.slug)
    this.heading = title
    const { profile } = draft
      ? await readDraft(this.slug)
      : current
        ? await readEdition(this.slug, current.version)
        : { profile: { modules: [] } }
    this.numbers = numberItems(profile)
  }

  #readMore(): Promise<void> {
    const page = this.#page + 1
    return this.#trying.read(async () => this.#show(page, await readHistory(this.slug, page)))
  }

  /** A page that was asked for twice is shown once. */
  #show(page: number, { entries, total }: History): void {
    if (page !== this.#page + 1) return
    this.#page = page
    this.entries = [...(this.entries ?? []), ...entries]
    this.total = total
  }

  override render(): TemplateResult {
    const { entries } = this
    const lines = foldHistory(entries ?? []).filter((line) => !isToldByEdits(line))
    const days = [...new Set(lines.map(({ at }) => formatDay(new Date(at))))]
    return html`
      <header class="bar">
        <a class="brand" href=${addressOf({ page: 'start' })} aria-label=${t('app.start')}>${icon('mark')}</a>
        <p class="path">
          <a href=${addressOf({ page: 'editor', slug: this.slug, section: { part: 'role' } })}
            >${this.heading || this.slug}</a
          ><span class="quiet" aria-hidden="true">/</span>
          <b>${t('history.heading')}</b>
        </p>
      </header>
      <main class="start history" id="main">
        <h1 class="title">${t('history.heading')}</h1>
        <p class="quiet">${t('history.numbersAreNow')}</p>
        ${this.#trying.shown()}
        ${entries === null && !this.#trying.trouble ? html`<pv-loading></pv-loading>` : nothing}
        ${days.map(
          (day) =>
            html`<section>
              <h2>${day}</h2>
              <ul class="lines">
                ${lines.filter(({ at }) => formatDay(new Date(at)) === day).map((line) => this.#line(line))}
              </ul>
            </section>`,
        )}
        ${
          (entries?.length ?? 0) < this.total && this.#page * 100 < this.total
            ? html`<p>
                <wa-button appearance="outlined" @click=${this.#readMore}>${t('history.more')}</wa-button>
              </p>`
            : nothing
        }
      </main>
    `
  }

  #line(line: HistoryLine): TemplateResult {
    const { at, by, seq, because } = line
    const isMine = by !== null && by.id === this.viewer.person?.id && line.event.kind.startsWith('item-')
    return html`<li>
      <span class="when num">${formatTime(new Date(at))}</span>
      <div>
        <p>
          <b>${by === null ? t('history.program') : (by.name ?? t('history.erased'))}</b>
          ${changeInWords(line, { numbers: this.numbers, thirdCategory: this.viewer.settings.thirdCategory })}
        </p>
        ${because?.kind === 'stated' ? html`<p class="quiet">${t('history.because', { text: because.text })}</p>` : nothing}
        ${
          because?.kind === 'compiled'
            ? html`<p class="quiet">
                <a href=${addressOf({ page: 'compile', slug: this.slug, workshopId: because.workshopId })}
                  >${fromWorkshop('history.compiled')}</a
                >
              </p>`
            : nothing
        }
        ${isMine && because?.kind !== 'stated' && because?.kind !== 'compiled' ? this.#askWhy(seq) : nothing}
      </div>
    </li>`
  }

  #askWhy(seq: number): TemplateResult {
    if (this.explaining !== seq) {
      return html`<button class="plain" @click=${() => (this.explaining = seq)}>
        ${t('history.sayWhy')}
      </button>`
    }
    return html`<form class="why" @submit=${(event: SubmitEvent) => this.#explain(event, seq)}>
      <label><span>${t('history.why')}</span><input name="why" required maxlength="1000" autofocus /></label>
      <wa-button type="submit" size="s" appearance="outlined">${t('history.keepWhy')}</wa-button>
    </form>`
  }

  async #explain(event: SubmitEvent, seq: number): Promise<void> {
    event.preventDefault()
    const text = formText(event.target, 'why')
    await this.#trying.act(async () => {
      await explainChange(this.slug, seq, text)
      this.explaining = null
      const because = { kind: 'stated', text } as const
      this.entries = (this.entries ?? []).map((entry) => (entry.seq === seq ? { ...entry, because } : entry))
    })
  }
}

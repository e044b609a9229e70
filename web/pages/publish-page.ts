import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Draft, Edition, EditionSummary, Ruling, Session } from '../../schemas/types.ts'
import { missingFrom } from '../../server/domain/profile/completeness.ts'
import { numberItems } from '../../server/domain/profile/number-items.ts'
import { diffProfiles } from '../../server/domain/publishing/diff-profiles.ts'
import { proposeVersion } from '../../server/domain/publishing/propose-version.ts'
import { readDraft } from '../api/drafts.ts'
import { problemIn } from '../api/http-client.ts'
import { publishEdition, readEdition, readProfile } from '../api/profiles.ts'
import { listReviews } from '../api/reviews.ts'
import { todayInSweden } from '../i18n/locale.ts'
import { plural, t } from '../i18n/localize.ts'
import { t as panel } from '../i18n/review.ts'
import { draftChanges } from '../profile/draft-changes.ts'
import { nameOfItem, placeIn } from '../profile/sections.ts'
import { isWithPanel } from '../review/stage.ts'
import { addressOf } from '../router.ts'
import { Trying } from '../trying.ts'
import { formText } from '../ui/form-text.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'

const VERSION = /^\d+\.\d+\.\d+$/u

/** Publishing: what has changed, whether each rewording asks the same, the version that follows, and the decision it rests on. */
@customElement('pv-publish-page')
export class PublishPage extends LightElement {
  @property() slug = ''
  @property({ attribute: false }) declare viewer: Session
  @state() private draft: Draft | null = null
  @state() private former: Edition | null = null
  @state() private rulings: readonly Ruling[] = []
  @state() private otherVersion: string | null = null
  @state() private done: EditionSummary | null = null
  @state() private busy = false
  /** Whether a panel has the profile; null for those who may not know of any. */
  @state() private isWithPanel: boolean | null = null
  readonly #trying = new Trying(this)

  override connectedCallback(): void {
    super.connectedCallback()
    titlePage(t('publish.pageTitle', { slug: this.slug }), this.viewer)
    void this.#trying.read(() => this.#read())
  }

  async #read(): Promise<void> {
    const { current, abilities } = await readProfile(this.slug)
    const [latest = null] = abilities.readReview ? (await listReviews(this.slug)).items : []
    this.isWithPanel = abilities.readReview ? isWithPanel(latest) : null
    this.former = current ? await readEdition(this.slug, current.version) : null
    this.draft = await readDraft(this.slug)
  }

  override render(): TemplateResult {
    return html`
      <header class="bar">
        <a class="brand" href=${addressOf({ page: 'start' })} aria-label=${t('app.start')}>${icon('mark')}</a>
        <p class="path">
          <a href=${addressOf({ page: 'editor', slug: this.slug, section: { part: 'role' } })}
            >${this.draft?.profile.title ?? this.slug}</a
          >
          <span class="quiet" aria-hidden="true">/</span><b>${t('publish.heading')}</b>
        </p>
      </header>
      <main class="start publish" id="main">
        ${this.#trying.shown()}
        ${this.done ? this.#doneShown(this.done) : this.isWithPanel ? this.#throughPanel() : this.draft ? this.#form(this.draft) : this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`}
      </main>
    `
  }

  /** What a panel has is published from its decision, and not past it. */
  #throughPanel(): TemplateResult {
    return html`<h1 class="title">${panel('instead.heading')}</h1>
      <p class="lead">${panel('instead.text')}</p>
      <p class="next">
        <wa-button variant="brand" href=${addressOf({ page: 'review', slug: this.slug })}
          >${panel('notice.goTo')}</wa-button
        >
      </p>`
  }

  #form(draft: Draft): TemplateResult {
    const { profile } = draft
    const missing = missingFrom(profile)
    const numbers = numberItems(profile)
    const changes = this.former ? diffProfiles(this.former.profile, profile, this.rulings) : []
    const { version, level, unruled } = proposeVersion(this.former?.version ?? null, changes)
    const chosen = this.otherVersion !== null && VERSION.test(this.otherVersion) ? this.otherVersion : version
    const ready = missing.length === 0 && unruled.length === 0
    return html`
      <h1 class="title">${t('publish.title', { title: profile.title, version: chosen })}</h1>
      <p class="lead wording">
        ${this.former ? t(`publish.because.${level}`, { former: this.former.version, version }) : t('publish.because.first')}
      </p>
      ${
        this.isWithPanel === false
          ? html`<p>
              ${panel('instead.offer')}
              <a href=${addressOf({ page: 'review', slug: this.slug })}>${panel('instead.submit')}</a>
            </p>`
          : nothing
      }
      ${
        missing.length > 0
          ? html`<section class="notice error">
              <h2>${t('publish.incomplete')}</h2>
              <p>${plural('publish.missing', missing.length)}</p>
              <ul>
                ${missing.map((each) => {
                  const section = placeIn(profile, each)
                  return html`<li>
                    <a href=${addressOf({ page: 'editor', slug: this.slug, section })}
                      >${nameOfItem({ profile, numbers }, each)}</a
                    >
                    ${t(`missing.${each.code}`)}
                  </li>`
                })}
              </ul>
            </section>`
          : nothing
      }
      ${this.former ? draftChanges(this, changes, this.rulings, (ruling) => this.#rule(ruling)) : nothing}
      <form
        class="decision"
        @submit=${(event: SubmitEvent) => this.#publish(event, draft, this.otherVersion ?? version)}
      >
        <h2>${t('publish.decision')}</h2>
        <p class="quiet">${t('publish.decisionHelp')}</p>
        <wa-input
          name="decidedOn"
          type="date"
          label=${t('publish.decidedOn')}
          required
          max=${todayInSweden()}
          value=${todayInSweden()}
        ></wa-input>
        <wa-input
          name="decidedBy"
          label=${t('publish.decidedBy')}
          hint=${t('publish.decidedByHint')}
          required
          maxlength="200"
        ></wa-input>
        <wa-textarea
          name="grounds"
          label=${t('publish.grounds')}
          hint=${t('publish.groundsHint')}
          required
          maxlength="4000"
          rows="3"
        ></wa-textarea>
        ${this.former ? this.#versionChoice(version) : nothing}
        <p class="forever">${icon('lock')}${t('publish.forever')}</p>
        ${unruled.length > 0 ? html`<p class="field-error">${plural('publish.unruled', unruled.length)}</p>` : nothing}
        <wa-button type="submit" variant="brand" ?disabled=${!ready || this.busy} ?loading=${this.busy}
          >${t('publish.go', { version: chosen })}</wa-button
        >
      </form>
    `
  }

  #versionChoice(proposed: string): TemplateResult {
    return html`<details
      class="other-version"
      @toggle=${(event: Event) => (this.otherVersion = (event.target as HTMLDetailsElement).open ? proposed : null)}
    >
      <summary>${t('publish.otherVersion')}</summary>
      <wa-input
        label=${t('publish.version')}
        pattern="\\d+\\.\\d+\\.\\d+"
        .value=${this.otherVersion ?? proposed}
        @input=${(event: Event) => (this.otherVersion = (event.target as HTMLInputElement).value)}
      ></wa-input>
      <wa-input name="versionReason" label=${t('publish.versionReason')} maxlength="1000"></wa-input>
    </details>`
  }

  #rule(ruling: Ruling): void {
    this.rulings = [...this.rulings.filter(({ itemId }) => itemId !== ruling.itemId), ruling]
  }

  async #publish(event: SubmitEvent, { revision }: Draft, version: string): Promise<void> {
    event.preventDefault()
    const text = (name: string) => formText(event.target, name)
    this.busy = true
    await this.#trying.act(async () => {
      this.done = await publishEdition(this.slug, revision, {
        version,
        versionReason: text('versionReason'),
        decision: { decidedOn: text('decidedOn'), decidedBy: text('decidedBy'), grounds: text('grounds') },
        rulings: [...this.rulings],
      }).catch(async (error: unknown) => {
        // Perhaps the draft is another than was read here: the no is told beside the one that stands.
        if (problemIn(error)) await this.#read()
        throw error
      })
    })
    this.busy = false
  }

  #doneShown({ version, digest }: EditionSummary): TemplateResult {
    const edition = `/api/v1/profiles/${this.slug}/editions/${version}`
    return html`
      <h1 class="title">${t('publish.done', { version })}</h1>
      <p class="lead wording">${t('publish.doneLead')}</p>
      <ul class="next">
        <li>${icon('book-open-text')}<a href="/profiler/${this.slug}/${version}">${t('publish.read')}</a></li>
        <li>${icon('printer')}<a href="${edition}/pdf">${t('publish.print')}</a></li>
        ${
          this.former
            ? html`<li>
                ${icon('git-compare-arrows')}<a
                  href="/profiler/${this.slug}/${version}/jamfor/${this.former.version}"
                  >${t('publish.compare', { former: this.former.version })}</a
                >
              </li>`
            : nothing
        }
        <li>${icon('arrow-left')}<a href=${addressOf({ page: 'start' })}>${t('app.start')}</a></li>
      </ul>
      <p class="quiet num">${t('publish.digest')} ${digest.slice(0, 16).replace(/(.{4})(?=.)/gu, '$1 ')}</p>
    `
  }
}

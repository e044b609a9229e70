import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Edition, ModuleLink, ProfileSummary } from '../../schemas/types.ts'
import { listProfiles, readEdition } from '../api/profiles.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/localize.ts'
import { Trying } from '../trying.ts'
import { gauge } from '../ui/gauge.ts'
import { LightElement } from '../ui/light-element.ts'
import type { EditorContext } from './editor-context.ts'

/** Published modules of other profiles: to link as they are, or to copy and adapt. */
@customElement('pv-take-module-dialog')
export class TakeModuleDialog extends LightElement {
  @property({ attribute: false }) declare context: EditorContext
  @property({ type: Boolean }) open = false
  @state() private profiles: readonly ProfileSummary[] | null = null
  @state() private edition: Edition | null = null
  readonly #trying = new Trying(this)

  override render(): TemplateResult {
    return html`<wa-dialog label=${t('take.title')} ?open=${this.open} light-dismiss @wa-show=${this.#fetch}>
      <p class="quiet">${t('take.help')}</p>
      ${this.#trying.shown()}
      ${this.edition ? this.#modules(this.edition) : this.profiles ? this.#choice(this.profiles) : nothing}
    </wa-dialog>`
  }

  #choice(profiles: readonly ProfileSummary[]): TemplateResult {
    const others = profiles.filter(({ slug, current }) => slug !== this.context.profile.slug && current)
    if (others.length === 0) return html`<p>${t('take.none')}</p>`
    return html`<ul class="destinations">
      ${others.map(
        ({ slug, title, current }) =>
          html`<li>
            <button class="plain" @click=${() => this.#look(slug, current?.version ?? '')}>
              ${title} ${current?.version}
            </button>
          </li>`,
      )}
    </ul>`
  }

  #modules({ profile, version }: Edition): TemplateResult {
    const here = new Set(this.context.profile.modules.map(({ module }) => module.id))
    return html`
      <p>
        <button class="plain" @click=${() => (this.edition = null)}>${t('take.back')}</button>
        <b>${profile.title} ${version}</b>
      </p>
      <ul class="take">
        ${profile.modules.map(
          (link) =>
            html`<li>
              <span class="wording">${link.module.title}</span>
              <span class="quiet"
                >${gauge(link.module.seqfLevel ?? 0, 8, 7)}
                ${t('level.seqf', { level: link.module.seqfLevel ?? '' })}</span
              >
              ${
                here.has(link.module.id)
                  ? html`<span class="quiet">${t('take.here')}</span>`
                  : html`<span class="buttons">
                      <wa-button
                        size="s"
                        appearance="outlined"
                        @click=${() => this.#take(profile.slug, version, link, 'link')}
                        >${t('take.link')}</wa-button
                      >
                      <wa-button
                        size="s"
                        appearance="outlined"
                        @click=${() => this.#take(profile.slug, version, link, 'copy')}
                        >${t('take.copy')}</wa-button
                      >
                    </span>`
              }
            </li>`,
        )}
      </ul>
    `
  }

  #fetch(): Promise<void> {
    this.edition = null
    return this.#trying.read(async () => (this.profiles = (await listProfiles()).profiles))
  }

  #look(slug: string, version: string): Promise<void> {
    return this.#trying.read(async () => (this.edition = await readEdition(slug, version)))
  }

  /** A module that is linked there is taken from where it is at home. */
  #take(
    slug: string,
    version: string,
    { module, linkedFrom, obligation }: ModuleLink,
    how: 'link' | 'copy',
  ): void {
    const source = linkedFrom ?? { profileSlug: slug, version, moduleId: module.id }
    fire(this, 'module-taken', { source, how, obligation, before: null })
    const dialog = this.querySelector('wa-dialog')
    if (dialog) dialog.open = false
  }
}

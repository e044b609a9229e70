import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ModuleSource, OccupationalProfile } from '../../schemas/types.ts'
import { takeModule } from '../api/drafts.ts'
import { readEdition } from '../api/profiles.ts'
import { t } from '../i18n/compile.ts'
import { Trying } from '../trying.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'

/** A group wants a published module linked instead of writing one: which, and the buttons that do it. */
@customElement('pv-reuse-notice')
export class ReuseNotice extends LightElement {
  @property({ attribute: false }) declare source: ModuleSource
  @property() slug = ''
  @property({ attribute: false }) draft: OccupationalProfile | null = null
  @property({ type: Boolean }) rehearsal = false
  /** Called when the module has come into the draft. */
  @property({ attribute: false }) taken: () => void = () => undefined
  @state() private named = ''
  @state() private from = ''
  @state() private busy = false
  @state() private isCopied = false
  readonly #trying = new Trying(this)
  #asked = ''

  protected override willUpdate(): void {
    const { profileSlug, version, moduleId } = this.source
    const key = `${profileSlug} ${version} ${moduleId}`
    if (key === this.#asked) return
    this.#asked = key
    void this.#trying.read(async () => {
      const { profile } = await readEdition(profileSlug, version)
      this.named = profile.modules.find(({ module }) => module.id === moduleId)?.module.title ?? ''
      this.from = profile.title
    })
  }

  override render(): TemplateResult {
    const { version, moduleId } = this.source
    // A copy has an id of its own in the draft.
    const isThere =
      this.isCopied || (this.draft?.modules.some(({ module }) => module.id === moduleId) ?? false)
    return html`<section class="reuse" aria-labelledby="reuse">
      <h2 id="reuse">${icon('link')} ${t('reuse.wanted')}</h2>
      ${
        this.named
          ? html`<p>
              <span class="words">${this.named}</span>
              <span class="of">${t('reuse.from', { title: this.from, version })}</span>
            </p>`
          : nothing
      }
      ${this.#trying.shown()}
      <div role="status">
        ${isThere ? html`<p>${icon('check', 'ok')} ${t('reuse.isThere')}</p>` : nothing}
      </div>
      ${
        isThere || this.draft === null || this.rehearsal
          ? nothing
          : html`<p class="buttons">
              <wa-button appearance="outlined" ?disabled=${this.busy} @click=${() => this.#take('link')}
                >${t('reuse.link')}</wa-button
              >
              <wa-button appearance="outlined" ?disabled=${this.busy} @click=${() => this.#take('copy')}
                >${t('reuse.copy')}</wa-button
              >
              <span class="of">${t('reuse.help')}</span>
            </p>`
      }
    </section>`
  }

  async #take(how: 'link' | 'copy'): Promise<void> {
    this.busy = true
    await this.#trying.act(async () => {
      await takeModule(this.slug, { source: this.source, how, obligation: 'mandatory', before: null })
      this.isCopied = how === 'copy'
      this.taken()
    })
    this.busy = false
  }
}

import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { putUpLogo, takeDownLogo } from '../api/installation.ts'
import { t } from '../i18n/people.ts'
import { icon } from '../ui/icon.ts'
import { ActingElement } from './acting-element.ts'

const MOST_BYTES = 300_000

/** The logo: a picture that is looked at before it is put up. */
@customElement('pv-settings-logo')
export class SettingsLogo extends ActingElement {
  /** Where the one that is up now lies; null where none is. */
  @state() private current: string | null = null
  @state() private chosen: { readonly file: File; readonly address: string } | null = null
  @state() private isTooLarge = false

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#look()
  }

  async #look(): Promise<void> {
    const answer = await fetch('/logo').catch(() => null)
    this.current = answer?.status === 200 ? answer.url : null
  }

  override render(): TemplateResult {
    const { chosen, current } = this
    const address = chosen?.address ?? current
    return html`<section class="part">
      <h2>${t('logo.heading')}</h2>
      <p>${t('logo.help')}</p>
      ${
        address === null
          ? html`<p class="quiet">${t('logo.none')}</p>`
          : html`<figure class="logo">
              <img src=${address} alt=${t(chosen ? 'logo.chosen' : 'logo.current')} />
              <figcaption class="quiet">${t(chosen ? 'logo.chosen' : 'logo.current')}</figcaption>
            </figure>`
      }
      <div class="buttons">
        <label class="file"
          ><input type="file" accept="image/png,image/jpeg" @change=${this.#choose} /><span
            >${icon('upload')}${t('logo.choose')}</span
          ></label
        >
        ${
          chosen
            ? html`<wa-button appearance="outlined" ?loading=${this.busy} @click=${this.#putUp}
                >${t('logo.putUp')}</wa-button
              >`
            : nothing
        }
        ${
          current && !chosen
            ? html`<button class="plain" @click=${this.#takeDown}>${t('logo.takeDown')}</button>`
            : nothing
        }
      </div>
      ${this.isTooLarge ? html`<p class="field-error" role="alert">${t('logo.tooLarge')}</p>` : nothing}
      ${this.outcome()}
    </section>`
  }

  #choose({ target }: Event): void {
    const input = target as HTMLInputElement
    const file = input.files?.[0]
    input.value = ''
    this.isTooLarge = (file?.size ?? 0) > MOST_BYTES
    if (!file || this.isTooLarge) return
    // A data address: the pages let in no pictures from blobs.
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') this.chosen = { file, address: reader.result }
    })
    reader.readAsDataURL(file)
  }

  async #putUp(): Promise<void> {
    const { chosen } = this
    if (!chosen) return
    await this.act(async () => {
      await putUpLogo(chosen.file)
      await this.#look()
      this.chosen = null
    }, t('logo.isUp'))
  }

  async #takeDown(): Promise<void> {
    const isDone = await this.act(async () => {
      await takeDownLogo()
      await this.#look()
    }, t('logo.isDown'))
    if (isDone) await this.focusHeading()
  }
}

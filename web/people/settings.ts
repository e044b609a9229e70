import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ChangeSettings, InstallationSettings } from '../../schemas/types.ts'
import { changeSettings, readSettings } from '../api/installation.ts'
import { fire } from '../events.ts'
import { t as app } from '../i18n/localize.ts'
import { t } from '../i18n/people.ts'
import { Trying } from '../trying.ts'
import { formText } from '../ui/form-text.ts'
import { LightElement } from '../ui/light-element.ts'
import { field, selectField, tick } from './fields.ts'
import './settings-logo.ts'
import './settings-panel-size.ts'
import './settings-part.ts'
import './settings-perspectives.ts'
import './settings-retention.ts'

const THIRD = ['responsibilityAutonomy', 'competences'] as const

/** What the installation has chosen, a section at a time. */
@customElement('pv-settings')
export class Settings extends LightElement {
  @state() private settings: InstallationSettings | null = null
  readonly #trying = new Trying(this)

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#trying.read(async () => (this.settings = await readSettings()))
  }

  override render(): TemplateResult {
    const { settings } = this
    return html`<h1 class="title">${t('administration.parts.settings')}</h1>
      ${this.#trying.shown()}
      ${settings ? this.#parts(settings) : this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`}`
  }

  #parts(settings: InstallationSettings): TemplateResult {
    const { name, thirdCategory, outcomeStem, passwords } = settings
    const change = async (fields: ChangeSettings) => {
      this.settings = await changeSettings(fields)
      fire(this, 'session-changed', undefined)
    }
    const part = (
      heading: string,
      content: TemplateResult,
      read: (form: EventTarget | null) => ChangeSettings,
    ) =>
      html`<pv-settings-part
        .heading=${heading}
        .content=${content}
        .save=${(form: HTMLFormElement) => change(read(form))}
      ></pv-settings-part>`
    return html`<div class="parts">
      ${part(
        t('settings.name'),
        field({
          name: 'name',
          label: t('settings.nameLabel'),
          hint: t('settings.nameHelp'),
          value: name,
          maxlength: 60,
        }),
        (form) => ({ name: formText(form, 'name') }),
      )}
      <pv-settings-logo></pv-settings-logo>
      ${part(
        t('settings.words'),
        html`${selectField({
          name: 'third',
          label: t('settings.third'),
          hint: t('settings.thirdHelp'),
          options: THIRD.map((each) => [each, app(`category.${each}`)] as const),
          value: thirdCategory,
        })}
        ${field({
          name: 'stem',
          label: t('settings.stem'),
          hint: t('settings.stemHelp'),
          value: outcomeStem,
          maxlength: 80,
        })}`,
        (form) => ({
          thirdCategory: THIRD.find((each) => each === formText(form, 'third')) ?? thirdCategory,
          outcomeStem: formText(form, 'stem'),
        }),
      )}
      <pv-settings-perspectives
        .perspectives=${settings.perspectives}
        .save=${change}
      ></pv-settings-perspectives>
      <pv-settings-panel-size .panelSize=${settings.panelSize} .save=${change}></pv-settings-panel-size>
      ${part(
        t('settings.passwords'),
        tick({
          name: 'passwords',
          label: t('settings.passwordsLabel'),
          hint: t('settings.passwordsHelp'),
          isOn: passwords,
        }),
        (form) => ({ passwords: formText(form, 'passwords') === 'on' }),
      )}
      <pv-settings-retention .retention=${settings.retention} .save=${change}></pv-settings-retention>
    </div>`
  }
}

import { html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ChangeSettings, PanelSize } from '../../schemas/types.ts'
import { t } from '../i18n/people.ts'
import { formText } from '../ui/form-text.ts'
import { ActingElement } from './acting-element.ts'
import { field, SENT_BY_ENTER } from './fields.ts'

const MOST = 100

/** How many members a panel is advised to have. */
@customElement('pv-settings-panel-size')
export class SettingsPanelSize extends ActingElement {
  @property({ attribute: false }) declare panelSize: PanelSize
  @property({ attribute: false }) save: (fields: ChangeSettings) => Promise<void> = () => Promise.resolve()
  /** What stands in the first field, which the second must reach up to. */
  @state() private smallest = 1

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('panelSize')) this.smallest = this.panelSize.smallest
  }

  override render(): TemplateResult {
    const { panelSize, smallest } = this
    const count = (name: keyof PanelSize, min: number) =>
      field({
        name,
        label: t(`panelSize.${name}`),
        type: 'number',
        value: String(panelSize[name]),
        min,
        max: MOST,
      })
    return html`<section class="part">
      <h2>${t('panelSize.heading')}</h2>
      <p>${t('panelSize.help')}</p>
      <form class="fields" @submit=${this.#submit} @input=${this.#noteSmallest}>
        ${SENT_BY_ENTER} ${count('smallest', 1)} ${count('largest', smallest)}
        <p class="buttons">
          <wa-button type="submit" appearance="outlined" ?loading=${this.busy}
            >${t('save.go')}<span class="sr"> ${t('panelSize.heading')}</span></wa-button
          >
        </p>
      </form>
      ${this.outcome()}
    </section>`
  }

  #noteSmallest(event: Event): void {
    const { smallest } = sizeIn(event.currentTarget)
    if (smallest >= 1 && smallest <= MOST) this.smallest = smallest
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const panelSize = sizeIn(event.target)
    await this.act(() => this.save({ panelSize }), t('save.done'))
  }
}

function sizeIn(form: EventTarget | null): PanelSize {
  return { smallest: Number(formText(form, 'smallest')), largest: Number(formText(form, 'largest')) }
}

import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OccupationReference, OccupationalProfile } from '../../schemas/types.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/localize.ts'
import { formText } from '../ui/form-text.ts'
import { icon } from '../ui/icon.ts'
import { LightElement } from '../ui/light-element.ts'

type Scheme = OccupationReference['scheme']
const SCHEMES: readonly Scheme[] = ['ssyk2012', 'isco08', 'jobtech', 'esco']

/** The occupation in public classifications: a short list that grows by one line. */
@customElement('pv-occupation-references')
export class OccupationReferences extends LightElement {
  @property({ attribute: false }) declare profile: OccupationalProfile
  @state() private scheme: Scheme = 'ssyk2012'

  override render(): TemplateResult {
    return html`<h2 class="label" id="codes">${t('codes.heading')}</h2>
      <ul class="codes" aria-labelledby="codes">
        ${this.profile.occupationReferences.map(
          (reference) =>
            html`<li>
              <span class="quiet">${t(`codes.${reference.scheme}`)}</span>
              <span class="num">${reference.id}</span> ${reference.label}
              <button
                class="plain"
                aria-label=${t('codes.remove', { id: reference.id })}
                @click=${() => this.#set(this.profile.occupationReferences.filter((each) => each !== reference))}
              >
                ${icon('x')}
              </button>
            </li>`,
        )}
      </ul>
      <form class="add-code" @submit=${this.#add}>
        <label
          ><span>${t('codes.scheme')}</span
          ><select
            .value=${this.scheme}
            @change=${(event: Event) => (this.scheme = (event.target as HTMLSelectElement).value as Scheme)}
          >
            ${SCHEMES.map((scheme) => html`<option value=${scheme} ?selected=${scheme === this.scheme}>${t(`codes.${scheme}`)}</option>`)}
          </select></label
        >
        <label
          ><span>${t('codes.id')}</span><input name="id" required maxlength="200" autocomplete="off"
        /></label>
        <label class="wide"
          ><span>${t('codes.label')}</span><input name="label" maxlength="200" autocomplete="off"
        /></label>
        <wa-button type="submit" size="s" appearance="outlined">${t('codes.add')}</wa-button>
      </form>`
  }

  #add(event: SubmitEvent): void {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const reference = {
      scheme: this.scheme,
      id: formText(form, 'id'),
      label: formText(form, 'label'),
    }
    if (reference.id) this.#set([...this.profile.occupationReferences, reference])
    form.reset()
  }

  #set(to: OccupationReference[]): void {
    const fields = { occupationReferences: { from: this.profile.occupationReferences, to } }
    fire(this, 'draft-edited', {
      command: { act: 'amend', itemKind: 'profile', itemId: this.profile.id, fields },
    })
  }
}

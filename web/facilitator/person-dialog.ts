import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Participant, Perspective, WorkshopGroup } from '../../schemas/types.ts'
import { moveSeat, removeSeat } from '../api/workshops.ts'
import { t } from '../i18n/workshop.ts'
import { ActingElement } from '../people/acting-element.ts'
import { formText } from '../ui/form-text.ts'
import { closedItself } from './confirmation.ts'
import { deviceInWords } from './in-words.ts'

/** What is known of somebody in a workshop, and what the facilitator can do for them. */
@customElement('pv-person-dialog')
export class PersonDialog extends ActingElement {
  /** Whom it is about; null for nobody, and the dialog is closed. */
  @property({ attribute: false }) person: Participant | null = null
  @property({ attribute: false }) perspective: Perspective | null = null
  @property({ attribute: false }) groups: readonly WorkshopGroup[] = []
  @property() workshopId = ''
  @property() groupId = ''
  @property({ type: Boolean }) isOver = false
  @property({ type: Number }) now = 0
  /** Called with what is to be said of it when something has been done, and empty when the dialog is left. */
  @property({ attribute: false }) close: (done: string) => void = () => undefined
  @state() private removing = false

  override render(): TemplateResult {
    const { person } = this
    const here = this.groups.find(({ id }) => id === this.groupId)
    return html`<wa-dialog
      label=${person ? t('person.title', { name: person.name, number: here?.number ?? '' }) : ''}
      ?open=${person !== null}
      light-dismiss
      @wa-after-hide=${closedItself(() => this.#leave(''))}
    >
      ${person ? (this.removing ? this.#askTwice(person) : this.#about(person)) : nothing}
    </wa-dialog>`
  }

  #about(person: Participant): TemplateResult {
    return html`<div class="dialog-parts">
      <p>${this.perspective?.name ?? t('person.otherPerspective')}</p>
      <section>
        <h3>${t('person.devices')}</h3>
        ${
          person.devices.length === 0
            ? html`<p class="quiet">${t('person.noDevice')}</p>`
            : html`<ul>
                ${person.devices.map((device) => html`<li>${deviceInWords(device, this.now)}</li>`)}
              </ul>`
        }
      </section>
      ${this.isOver ? nothing : this.#acts()} ${this.trying.shown()}
    </div>`
  }

  #acts(): TemplateResult {
    const others = this.groups.filter(({ id }) => id !== this.groupId)
    return html`${
        others.length > 0
          ? html`<form class="move" @submit=${this.#move}>
              <label for="move-to">${t('person.moveTo')}</label>
              <div class="joined">
                <select id="move-to" name="group" aria-describedby="move-hint">
                  ${others.map(
                    ({ id, number, place, seats, taken }) =>
                      html`<option value=${id}>
                        ${t('groups.named', { number })}${place ? `, ${place}` : ''}
                        (${t('person.taken', { taken, seats })})
                      </option>`,
                  )}
                </select>
                <wa-button type="submit" appearance="outlined" ?loading=${this.busy}
                  >${t('person.move')}</wa-button
                >
              </div>
              <span class="hint" id="move-hint">${t('person.moveHelp')}</span>
            </form>`
          : nothing
      }
      <p>
        <button class="plain" @click=${() => (this.removing = true)}>${t('person.remove')}</button>
      </p>`
  }

  #askTwice({ name }: Participant): TemplateResult {
    return html`<div class="dialog-parts">
      <p><b>${t('person.removeTitle', { name })}</b></p>
      <p>${t('person.removeHelp')}</p>
      <p class="buttons">
        <wa-button appearance="outlined" autofocus @click=${() => (this.removing = false)}
          >${t('ask.cancel')}</wa-button
        >
        <wa-button variant="danger" ?loading=${this.busy} @click=${this.#remove}
          >${t('person.removeGo')}</wa-button
        >
      </p>
      ${this.trying.shown()}
    </div>`
  }

  readonly #move = async (event: SubmitEvent) => {
    event.preventDefault()
    const groupId = formText(event.target, 'group')
    const { person, workshopId } = this
    const number = this.groups.find(({ id }) => id === groupId)?.number ?? ''
    if (person && (await this.act(() => moveSeat(workshopId, person.seatId, groupId))))
      this.#leave(t('person.moved', { name: person.name, number }))
  }

  readonly #remove = async () => {
    const { person, workshopId } = this
    if (person && (await this.act(() => removeSeat(workshopId, person.seatId))))
      this.#leave(t('person.removed', { name: person.name }))
  }

  #leave(done: string): void {
    this.removing = false
    this.close(done)
  }
}

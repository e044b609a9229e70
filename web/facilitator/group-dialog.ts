import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { WorkshopGroup } from '../../schemas/types.ts'
import { sayCode } from '../../server/domain/workshop/join-code.ts'
import { amendGroup } from '../api/workshops.ts'
import { t } from '../i18n/workshop.ts'
import { ActingElement } from '../people/acting-element.ts'
import { formText } from '../ui/form-text.ts'
import { closedItself } from './confirmation.ts'
import { labelled } from './labelled.ts'
import { MOST_SEATS } from './plan-draft.ts'
import { qrCode } from './qr-code.ts'

/** A group: its code, where it sits, and how many can be in it. */
@customElement('pv-group-dialog')
export class GroupDialog extends ActingElement {
  /** Which; null for none, and the dialog is closed. */
  @property({ attribute: false }) group: WorkshopGroup | null = null
  @property() workshopId = ''
  @property({ type: Boolean }) isOver = false
  /** Called with what is to be said of it when something has been done, and empty when the dialog is left. */
  @property({ attribute: false }) close: (done: string) => void = () => undefined
  @state() private fault: string | undefined

  override render(): TemplateResult {
    const { group } = this
    return html`<wa-dialog
      label=${group ? t('groups.named', { number: group.number }) : ''}
      ?open=${group !== null}
      light-dismiss
      @wa-after-hide=${closedItself(() => this.#leave(''))}
    >
      ${group ? this.#about(group) : nothing}
    </wa-dialog>`
  }

  #about(group: WorkshopGroup): TemplateResult {
    return html`<div class="dialog-parts">
      ${this.isOver ? html`<p>${t('group.isOver')}</p>` : this.#way(group)}
      <form class="group-form" novalidate @submit=${this.#save}>
        ${labelled({
          id: 'group-place',
          label: t('plan.place'),
          control: (attributes) =>
            html`<input name="place" maxlength="60" .value=${group.place} id=${attributes.id} />`,
        })}
        ${labelled({
          id: 'group-seats',
          label: t('group.seats'),
          hint: t('group.seatsHint', { taken: group.taken }),
          fault: this.fault,
          control: ({ id, describedBy, isFaulty }) =>
            html`<input
              name="seats"
              type="number"
              inputmode="numeric"
              min=${Math.max(2, group.taken)}
              max=${MOST_SEATS}
              .value=${String(group.seats)}
              id=${id}
              aria-describedby=${describedBy}
              aria-invalid=${isFaulty}
            />`,
        })}
        <p class="buttons">
          <wa-button type="submit" variant="brand" ?loading=${this.busy}>${t('group.save')}</wa-button>
          ${
            group.seats < MOST_SEATS
              ? html`<wa-button
                  appearance="outlined"
                  @click=${() => this.#amend(group, { seats: group.seats + 1 })}
                  >${t('group.oneMore')}</wa-button
                >`
              : nothing
          }
        </p>
      </form>
      ${this.trying.shown()}
    </div>`
  }

  #way({ code }: WorkshopGroup): TemplateResult {
    return html`<div class="way-in">
      ${qrCode(`${location.origin}/med/${code}`, t('wall.qr'))}
      <p><b class="num">${sayCode(code)}</b><span class="quiet">${location.host}/med</span></p>
    </div>`
  }

  readonly #save = (event: SubmitEvent) => {
    event.preventDefault()
    const { group } = this
    if (!group) return
    const seats = Number(formText(event.target, 'seats'))
    const isFine = Number.isInteger(seats) && seats >= Math.max(2, group.taken) && seats <= MOST_SEATS
    this.fault = isFine
      ? undefined
      : group.taken > 2 && seats < group.taken
        ? t('fault.taken')
        : t('fault.seats')
    if (isFine) void this.#amend(group, { place: formText(event.target, 'place'), seats })
    else this.querySelector<HTMLElement>('#group-seats')?.focus()
  }

  async #amend({ id, number }: WorkshopGroup, changes: { place?: string; seats: number }): Promise<void> {
    if (await this.act(() => amendGroup(this.workshopId, id, changes)))
      this.#leave(t('group.saved', { number, seats: changes.seats }))
  }

  #leave(done: string): void {
    this.fault = undefined
    this.close(done)
  }
}

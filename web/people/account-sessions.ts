import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Account, OpenSession } from '../../schemas/types.ts'
import { endOtherSessions, endSession } from '../api/account.ts'
import { fire } from '../events.ts'
import { t } from '../i18n/people.ts'
import { icon } from '../ui/icon.ts'
import { ActingElement } from './acting-element.ts'
import { dayAndTime } from './when.ts'

/** Where one is signed in, and how to be so no longer. */
@customElement('pv-account-sessions')
export class AccountSessions extends ActingElement {
  @property({ attribute: false }) declare account: Account

  override render(): TemplateResult {
    const { sessions } = this.account
    return html`<section class="part">
      <h2>${t('sessions.heading')}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">${t('sessions.device')}</th>
            <th scope="col">${t('sessions.by')}</th>
            <th scope="col">${t('sessions.since')}</th>
            <th scope="col">${t('sessions.seen')}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${sessions.map((session) => this.#row(session))}
        </tbody>
      </table>
      ${
        sessions.length > 1
          ? html`<p class="buttons">
              <wa-button appearance="outlined" ?loading=${this.busy} @click=${this.#endOthers}
                >${t('sessions.endOthers')}</wa-button
              >
            </p>`
          : nothing
      }
      ${this.outcome()}
    </section>`
  }

  #row(session: OpenSession): TemplateResult {
    const { device, by, createdAt, lastSeenAt, isThisOne } = session
    const name = device === '' ? t('sessions.unknown') : device
    return html`<tr>
      <th scope="row">
        ${name}
        ${isThisOne ? html`<b class="here">${icon('check', 'small')}${t('sessions.here')}</b>` : nothing}
      </th>
      <td data-label=${t('sessions.by')}>${t(`ways.${by}`)}</td>
      <td data-label=${t('sessions.since')}>${dayAndTime(createdAt)}</td>
      <td data-label=${t('sessions.seen')}>${dayAndTime(lastSeenAt)}</td>
      <td class="act">
        ${
          isThisOne
            ? nothing
            : html`<button class="plain" @click=${() => this.#end(session)}>
                ${t('sessions.end')}<span class="sr"> ${name}</span>
              </button>`
        }
      </td>
    </tr>`
  }

  async #end({ id }: OpenSession): Promise<void> {
    const isDone = await this.act(() => endSession(id), t('sessions.ended'))
    if (!isDone) return
    const sessions = this.account.sessions.filter((session) => session.id !== id)
    fire(this, 'account-changed', { ...this.account, sessions })
    await this.focusHeading()
  }

  async #endOthers(): Promise<void> {
    const isDone = await this.act(
      async () => fire(this, 'account-changed', await endOtherSessions()),
      t('sessions.othersEnded'),
    )
    if (isDone) await this.focusHeading()
  }
}
